"""Ways of comparing two texts, each as a program gives it: two texts in, `Shown` out.

The peers get the two plans alone, so that nothing in a review can mislead them, and whatever preparation does them
good: sentences one a line, words parted by blanks. Offsets are code points of the texts given.
"""

import difflib
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import jieba
from diff_match_patch import diff_match_patch

from benchmarks.shown import Block, Kept, Shown, blocks_between
from tongbi import Report
from tongbi.align import align
from tongbi.diff import edits
from tongbi.model import Span

_DELETE, _EQUAL, _INSERT = -1, 0, 1
_FIRST_PRIVATE = 0xF0000
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]|[^。！？\n]+")
# One character of UTF-8, for a git that reads bytes: the locale of the machine then decides nothing.
_ONE_CHARACTER = b"[\xc0-\xff][\x80-\xbf]+|[^[:space:]]"
_WHOLE_TEXT = "-U1000000"
_MOVED = "magenta"
_MOVED_CODE = "\x1b[35m"
_MOVED_SETTINGS = [
    f"color.diff.{side}Moved{kind}={_MOVED}"
    for side in ("old", "new")
    for kind in ("", "Dimmed", "Alternative", "AlternativeDimmed")
]
_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def tongbi(reports: tuple[Report, Report], starts: tuple[int, int]) -> Shown:
    """Align two whole reports and edit every match; shown is what of it lies in the plans, which begin at `starts`."""
    earlier, later = reports
    matches = align(earlier, later)
    edited = [edits(earlier.text, later.text, match) for match in matches]
    left, right = starts
    kept, blocks, moved = [], [], 0
    for match, runs in zip(matches, edited, strict=True):
        if match.earlier.start < left or match.later.start < right:
            continue
        moved += match.moved
        blocks.append(
            Block(
                Span(match.earlier.start - left, match.earlier.end - left),
                Span(match.later.start - right, match.later.end - right),
            )
        )
        for run in runs:
            if run.earlier and run.later:
                length = run.earlier.end - run.earlier.start
                kept.append(Kept(run.earlier.start - left, run.later.start - right, length))
    return Shown(tuple(kept), tuple(blocks), moved)


def characters_by_dmp(earlier: str, later: str) -> Shown:
    """diff-match-patch on the characters of the whole texts, cleaned up by its `cleanupSemantic`; no time limit."""
    found = _dmp(earlier, later, clean=True)
    return _in_order(_dmp_kept(found, [1] * len(earlier), [1] * len(later)), earlier, later)


def words_by_dmp(earlier: str, later: str) -> Shown:
    """diff-match-patch on jieba's words of the whole texts, each one private code point, as its line mode does.

    It is not cleaned up: `cleanupSemantic` counts code points, which are words here, and gives up far more.
    """
    before, after = jieba.lcut(earlier), jieba.lcut(later)
    codes: dict[str, str] = {}
    for word in (*before, *after):
        codes.setdefault(word, chr(_FIRST_PRIVATE + len(codes)))
    found = _dmp("".join([codes[word] for word in before]), "".join([codes[word] for word in after]), clean=False)
    return _in_order(_dmp_kept(found, list(map(len, before)), list(map(len, after))), earlier, later)


def _dmp(earlier: str, later: str, *, clean: bool) -> list[tuple[int, str]]:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    found: list[tuple[int, str]] = differ.diff_main(earlier, later, False)
    if clean:
        differ.diff_cleanupSemantic(found)
    return found


def _dmp_kept(found: Iterable[tuple[int, str]], before: Sequence[int], after: Sequence[int]) -> Iterator[Kept]:
    """Give what is kept; `before` and `after` hold how many characters each code point stands for."""
    one = other = left = right = 0
    for kind, run in found:
        length = sum(before[one : one + len(run)]) if kind != _INSERT else sum(after[other : other + len(run)])
        if kind == _EQUAL:
            yield Kept(left, right, length)
        one, left = (one + len(run), left + length) if kind != _INSERT else (one, left)
        other, right = (other + len(run), right + length) if kind != _DELETE else (other, right)


def _in_order(kept: Iterable[Kept], earlier: str, later: str) -> Shown:
    found = tuple(kept)
    return Shown(found, blocks_between(found, (len(earlier), len(later))))


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence without its blanks, and the offset of each of its characters in the text."""

    text: str
    offsets: tuple[int, ...]


def lines(text: str) -> list[Line]:
    """Cut at 。！？ and at line ends, as the annotation does, and leave out blanks."""
    found = []
    for sentence in _SENTENCE.finditer(text):
        solid = [offset for offset in range(*sentence.span()) if not text[offset].isspace()]
        if solid:
            found.append(Line("".join([text[offset] for offset in solid]), tuple(solid)))
    return found


def sentences_by_difflib(earlier: str, later: str) -> Shown:
    """Match sentences by difflib's `SequenceMatcher`, then characters of what it replaces; `autojunk` is off."""
    before, after = lines(earlier), lines(later)
    matcher = difflib.SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    kept, blocks = [], []
    for kind, low, high, other_low, other_high in matcher.get_opcodes():
        mine, theirs = _flat(before[low:high]), _flat(after[other_low:other_high])
        if kind == "equal":
            kept += _same(mine, theirs)
        elif kind == "replace":
            blocks.append(_block(mine, theirs))
            inner = difflib.SequenceMatcher(None, mine.text, theirs.text, autojunk=False)
            for place, other, size in inner.get_matching_blocks():
                both = zip(mine.offsets[place : place + size], theirs.offsets[other : other + size], strict=True)
                kept += joined(both)
    return Shown(tuple(kept), tuple(blocks))


def rows_by_html_diff(earlier: str, later: str) -> Shown:
    """The rows of difflib's `HtmlDiff`, one sentence a line; what it marks inside a row is not kept."""
    before, after = lines(earlier), lines(later)
    # HtmlDiff has no other way to its rows than the HTML that it writes of them.
    rows: Iterator[Any] = difflib._mdiff([one.text for one in before], [one.text for one in after])  # type: ignore[attr-defined]
    kept, blocks = [], []
    for (number, said), (other_number, other_said), _ in rows:
        if number and other_number:
            mine, theirs = before[number - 1], after[other_number - 1]
            blocks.append(_block(mine, theirs))
            both = zip(_unmarked(mine, said), _unmarked(theirs, other_said), strict=True)
            kept += joined(both)
    return Shown(tuple(kept), tuple(blocks))


def _unmarked(line: Line, said: str) -> list[int]:
    """Give the offsets of the characters outside HtmlDiff's marks: NUL and a sign before, U+0001 behind."""
    found, marked, place = [], False, 0
    characters = iter(said)
    for character in characters:
        if character == "\0":
            marked = True
            next(characters)
        elif character == "\1":
            marked = False
        elif place < len(line.text):
            if not marked:
                found.append(line.offsets[place])
            place += 1
    return found


def _flat(found: Sequence[Line]) -> Line:
    return Line("".join([one.text for one in found]), tuple([offset for one in found for offset in one.offsets]))


def _block(mine: Line, theirs: Line) -> Block:
    return Block(
        Span(mine.offsets[0], mine.offsets[-1] + 1),
        Span(theirs.offsets[0], theirs.offsets[-1] + 1),
    )


def _same(mine: Line, theirs: Line) -> list[Kept]:
    return joined(zip(mine.offsets, theirs.offsets, strict=True))


def joined(pairs: Iterable[tuple[int, int]]) -> list[Kept]:
    """Join offsets that are kept, one by one, to stretches."""
    found: list[Kept] = []
    for one, other in pairs:
        last = found[-1] if found else None
        if last and (last.earlier + last.length, last.later + last.length) == (one, other):
            found[-1] = Kept(last.earlier, last.later, last.length + 1)
        else:
            found.append(Kept(one, other, 1))
    return found


def characters_by_git(earlier: str, later: str) -> Shown:
    """`git diff --word-diff` with a word regex of one character, one sentence a line."""
    return _word_diff(lines(earlier), lines(later), "", [b"--word-diff-regex=" + _ONE_CHARACTER])


def words_by_git(earlier: str, later: str) -> Shown:
    """`git diff --word-diff` on jieba's words parted by blanks, one sentence a line."""
    return _word_diff(lines(earlier), lines(later), " ", [])


def _word_diff(before: Sequence[Line], after: Sequence[Line], blank: str, options: Sequence[bytes]) -> Shown:
    sides = [[blank.join(jieba.cut(one.text)) if blank else one.text for one in side] for side in (before, after)]
    written = _git(sides[0], sides[1], ["--no-color", "--word-diff=porcelain", *options])
    mine, theirs = _flat(before).offsets, _flat(after).offsets
    kept: list[Kept] = []
    left = right = 0
    for line in _hunk(written):
        sign, length = line[:1], len("".join(line[1:].split()))
        if sign == " ":
            kept += joined(zip(mine[left : left + length], theirs[right : right + length], strict=True))
        left += length if sign in (" ", "-") else 0
        right += length if sign in (" ", "+") else 0
    if written and (left, right) != (len(mine), len(theirs)):
        raise ValueError("git diff --word-diff was misread")
    if not written:
        kept = joined(zip(mine, theirs, strict=True))
    return Shown(tuple(kept), blocks_between(kept, (mine[-1] + 1, theirs[-1] + 1)))


def moved_by_git(earlier: str, later: str, mode: str) -> Shown:
    """`git diff --color-moved=MODE`, one sentence a line: a line that it colours as moved is kept, and counted."""
    before, after = lines(earlier), lines(later)
    texts = [one.text for one in before], [one.text for one in after]
    written = _git(*texts, ["--color=always", f"--color-moved={mode}"], _MOVED_SETTINGS)
    signs = [_sign(line) for line in _hunk(written)] if written else [(" ", False)] * len(before)
    kept: list[Kept] = []
    blocks: list[Block] = []
    sources: dict[str, Line] = {}
    arrived: list[Line] = []
    left = right = 0
    for changed, group in groupby(signs, key=lambda one: one[0] != " "):
        rows = list(group)
        gone = [moved for sign, moved in rows if sign != "+"]
        new = [moved for sign, moved in rows if sign != "-"]
        mine, theirs = before[left : left + len(gone)], after[right : right + len(new)]
        left, right = left + len(gone), right + len(new)
        if not changed:
            kept += _same(_flat(mine), _flat(theirs))
            continue
        if mine and theirs:
            blocks.append(_block(_flat(mine), _flat(theirs)))
        sources |= {line.text: line for line, moved in zip(mine, gone, strict=True) if moved}
        arrived += [line for line, moved in zip(theirs, new, strict=True) if moved]
    if (left, right) != (len(before), len(after)):
        raise ValueError("git diff --color-moved was misread")
    found = [line for line in arrived if line.text in sources]
    for line in found:
        kept += _same(sources[line.text], line)
    return Shown(tuple(kept), tuple(blocks), len(found))


def _sign(line: str) -> tuple[str, bool]:
    """Tell a coloured line's sign, and whether its colour is that of what moved."""
    plain = _COLOUR.sub("", line)
    return plain[:1] or " ", line.startswith(_MOVED_CODE)


def _hunk(written: str) -> Iterator[str]:
    """Give the lines behind the header of the only hunk."""
    rows = iter(written.split("\n"))
    for row in rows:
        if _COLOUR.sub("", row).startswith("@@"):
            break
    return (row for row in rows if row)


def _git(
    earlier: Sequence[str], later: Sequence[str], options: Sequence[str | bytes], settings: Sequence[str] = ()
) -> str:
    """Let git compare two lists of lines; "" where they are equal. Its own configuration is the only one read."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("earlier", "later")]
        for file, rows in zip(files, (earlier, later), strict=True):
            file.write_text("".join([f"{row}\n" for row in rows]), encoding="utf-8")
        configured = [part for one in settings for part in ("-c", one)]
        command = ["git", *configured, "diff", "--no-index", _WHOLE_TEXT, *options, *files]
        environment = {**os.environ, "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(command, capture_output=True, env=environment, check=False)  # noqa: S603
    if done.returncode > 1:
        raise ValueError(done.stderr.decode("utf-8", "replace"))
    return done.stdout.decode("utf-8")
