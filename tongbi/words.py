"""Words of a text: what an edit may replace, and never cut.

Segmentation is rjieba's, which gives jieba's words at 26 times its speed; `jieba` itself can be asked for. The two
differ on ASCII runs and rare characters, so those are cut out first, numbers with their units among them; a segmenter
sees only common Chinese characters, and both give the same words.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal

from tongbi import vocabulary
from tongbi.text import any_of

Engine = Literal["rjieba", "jieba"]

_HAN = "\u4e00-\u9fd5"
_CHINESE_DIGITS = "零〇一二两三四五六七八九十百千万亿几半"
_NUMERALS = frozenset(_CHINESE_DIGITS)
# One blank stands in the segmenter's text for each piece that it must not see; it cuts there and gives the blank back.
_HOLE = "\n"


@cache
def _units() -> frozenset[str]:
    own = vocabulary.words()
    classes = vocabulary.units().classes.items()
    return own.dates.union(own.full_width, *(units for name, units in classes if name != "heading"))


@cache
def _pieces() -> re.Pattern[str]:
    """Compile the pattern of all that the segmenter must not see: numbers with units, ASCII runs, any other character.

    `2803.5亿元`, `1.1万余件`, `35微克/立方米`, `964套（间）`, `2024年` and the range `5%-6%` are one piece each;
    so are `PM2.5`, `COVID-19`, `1/4` and `2025.5.27`. A unit is taken only where no longer word begins with it
    (`5万人口`).
    """
    lists = vocabulary.units()
    unit = (
        rf"(?!{any_of(vocabulary.words().not_units)})(?:{any_of(_units())})"
        rf"(?:/(?:{any_of(lists.per)}))?(?:[（(](?:{any_of(lists.bracketed)})[)）])?"
    )
    rest = rf"(?:,\d{{3}}(?!\d))*(?:[.．]\d+)?[余多]?[十百千万亿]*[余多]?(?:{unit})?"
    # Every piece begins with a character that is not Chinese, and what it is is asked behind that: so the search passes
    # over Chinese text in half the time.
    # Atomic: what runs on into letters or a further part (`2800MWh`, `2025.5.27`) is no number but an ASCII run.
    figure = rf"(?<=\d)(?<![0-9A-Za-z].)(?>\d*{rest}(?:[-~—–－～]{{1,2}}\d+{rest})?)(?![A-Za-z]|[.．/+\-]\d)"
    ascii_run = r"(?<=[0-9A-Za-z])[0-9A-Za-z]*(?:[.\-+_/&'#:~][0-9A-Za-z]+)*[+%]?"
    return re.compile(rf"([^{_HAN}](?:{figure}|{ascii_run})?)", re.DOTALL)


@cache
def _segmenter(engine: Engine) -> Callable[[str], list[str]]:
    """Load a segmenter when it is first asked for; there is no falling back from one to the other."""
    if engine == "jieba":
        import logging

        import jieba

        jieba.setLogLevel(logging.WARNING)
        return jieba.lcut  # type: ignore[no-any-return]
    import rjieba

    return rjieba.cut


@cache
def part_of_speech(word: str) -> str:
    """Give the tag of a word of `words` in the segmenter's dictionary (`n v vn a d p`, of the ICTCLAS set).

    The word's own, whatever it does in its sentence; "" for what the segmenter would cut further.
    """
    import rjieba

    tagged = rjieba.tag(word)
    return str(tagged[0][1]) if len(tagged) == 1 else ""


def words(text: str, engine: Engine = "rjieba") -> list[str]:
    """Cut `text` into words; joined again they are the text.

    A number is one word with its unit, in Chinese numerals too (`三成`, `六个百分点`); a blank, a line end and a mark
    are words of their own.
    """
    return list(_cut(text, engine))


@lru_cache(maxsize=8192)
def _cut(text: str, engine: Engine) -> tuple[str, ...]:
    """Cut as `words` does; a comparison cuts each sentence for its likeness and again for each of its matches."""
    between = _pieces().split(text)
    pieces = iter(between[1::2])
    tokens = _segmenter(engine)(_HOLE.join(between[::2]))
    if _ends_of_units().isdisjoint(tokens):
        return tuple([next(pieces) if token == _HOLE else token for token in tokens])
    found: list[str] = []
    last = ""
    for token in tokens:
        if token == _HOLE:
            last = next(pieces)
        elif last[:1] in _NUMERALS and _names_unit(last, token):
            last = found.pop() + token
        else:
            last = token
        found.append(last)
    return tuple(found)


@cache
def _ends_of_units() -> frozenset[str]:
    """Give all that can stand behind a Chinese numeral as its unit; most sentences hold none of it."""
    return _units().union(unit[1:] for unit in _units() if unit[0] == "个")


def _names_unit(numeral: str, token: str) -> bool:
    """Tell whether `token` is the unit of the Chinese numeral before it, which may hold its 个 (`六个`, `百分点`)."""
    rest = numeral.lstrip(_CHINESE_DIGITS)
    return rest in ("", "个") and rest + token in _units()
