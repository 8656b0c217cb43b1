"""The title block: title, meeting, date, speaker, region; and where the report proper begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tongbi import vocabulary
from tongbi.model import Span
from tongbi.outline.headings import numbering
from tongbi.text import flat

_RULES = vocabulary.outline().title
_OFFICE = "|".join(_RULES.office)
_N = r"[\d一二三四五六七八九十百零〇]{1,4}"
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d|\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")
_HAN_DATE = re.compile(r"((?:19|20)\d\d)年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?")
_TITLE_YEAR = re.compile(r"^\D{0,12}((?:19|20)\d\d)年?[^年月日]{0,16}(?:政府)?工作报告")
_MEETING = re.compile(
    rf"(?P<where>[^\d,，。:()《》\s年月日]{{0,20}}?)第?{_N}届(?P<nation>全国)?(?:人民代表大会|人大)第?{_N}次(?:全体)?会议"
)
_PLACE = r"(?!我|本|全|各)[^\d,，。:;()《》“”\s年月日在届]{1,16}?(?:省|自治区|特别行政区|自治州|州|盟|市|区|县|旗|兵团)"
_GOVERNMENT = re.compile(rf"(?:代表|^)({_PLACE})(?:人民)?政府")
_OFFICE_OF = re.compile(rf"({_PLACE})?(?:人民)?(?:委员会|政府)?(?:代理|代|副)?(?:{_OFFICE})")
_TITLE_REGION = re.compile(rf"^(?:\d{{4}}年)?({_PLACE})(?:人民)?政府工作报告")
_SPEAKER = re.compile(rf".*(?:{_OFFICE})[\s?:,]*(?P<name>.*)$")
_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff·•・．.]{2,16}")
_DATED_NAME = re.compile(r"[(\s]\d{4}年\d{1,2}月(?:\d{1,2}日)?\s*([\u4e00-\u9fff·]{2,10})\)")
_NAME_AFTER_MEETING = re.compile(r"会议上?\)?\s+([\u4e00-\u9fff]{2,4})$")
_NOISE = re.compile(r"[\s?*#_|]+")
_AFTER_NAME = re.compile(r"各位代表|同志|讲话|作(?:政府)?工作?报告|报告|[()]|,|。")
_FORMULA = _RULES.formula
_FORMULA_END = _RULES.formula_end
_ADDRESS = re.compile(r"各位代表|各位委员|同志们|主席团")
_VAGUE = frozenset(
    {
        "省",
        "市",
        "区",
        "县",
        "州",
        "盟",
        "旗",
        "自治区",
        "自治州",
        "自治县",
        "全省",
        "全市",
        "全区",
        "全县",
        "本市",
        "本省",
    }
)
_NATION = "国务院"
_ONES = "零一二三四五六七八九"
_MONTHS = 12

_SCANNED_PARAGRAPHS = 25
_LONG_PARAGRAPH = 60
_FORMULA_WITHIN = 600


@dataclass(frozen=True, slots=True)
class Opening:
    """What the title block says. `end` is the offset where the report proper begins; `year` and `month` are the date's.

    Strings are "" and numbers None where the block does not say.
    """

    end: int
    title: str
    meeting: str
    region: str
    speaker: str
    delivered: date | None
    year: int | None
    month: int | None
    title_year: int | None


def _end(folded: str, blocks: Sequence[Span], cut: Sequence[Sequence[Span]]) -> int:
    """Find where the title block with its address and formula (`现在，我代表……请予审议`) ends."""
    formula = 0
    for place, block in enumerate(blocks[:_SCANNED_PARAGRAPHS]):
        if _numbered(folded, block):
            break
        words = folded[block.start : min(block.end, block.start + _FORMULA_WITHIN)]
        if _FORMULA.search(words):
            ends = [found.end() for found in _FORMULA_END.finditer(words)]
            last = block.start + (ends[-1] if ends else 0)
            formula = next((sentence.end for sentence in cut[place] if sentence.end >= last), block.end)
        if block.end - block.start > _LONG_PARAGRAPH:
            break
    if formula:
        return formula
    end = 0
    for block in blocks[:_SCANNED_PARAGRAPHS]:
        words = flat(folded, block)
        if len(words) > _LONG_PARAGRAPH or _numbered(folded, block):
            break
        end = block.end if _belongs(words) else end
    return end


def _numbered(folded: str, block: Span) -> bool:
    """Tell whether a paragraph opens with a number; the dash before a subtitle is none."""
    found = numbering(folded, block)
    return found is not None and found[0] != "dash"


def _belongs(words: str) -> bool:
    """Tell whether a short line at the top is part of the title block."""
    bare = _NOISE.sub("", words)
    return bool(
        "工作报告" in bare
        or _ADDRESS.search(bare)
        or _DATE.search(bare)
        or _HAN_DATE.search(bare)
        or _MEETING.search(bare)
        or bare.endswith(("会议", "会议上", "上)", "的报告", "讲话"))
        or re.search(rf"(?:{_OFFICE})", bare)
        or (_NAME.fullmatch(bare) and len(bare) <= 4)
        or not re.search(r"[\u4e00-\u9fff]", bare)
    )


def _number(digits: str) -> int:
    """Read a month or day, in digits or as 一 to 三十一; 0 where it is neither."""
    if digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    value = _ONES.find(ones) if ones else 0
    return value + (_ONES.find(tens or "一") * 10 if ten else 0) if value >= 0 else 0


def _date(block: str) -> tuple[int | None, int | None, date | None]:
    """Read year, month and day of the first date in the block; the day may be missing, month and day be in numerals."""
    found = _DATE.search(block) or _HAN_DATE.search(block)
    if not found:
        return None, None, None
    year = int(found[1]) if len(found[1]) == 4 else 2000 + int(found[1])
    month, day = _number(found[2]), _number(found[3] or "0")
    try:
        return year, month, date(year, month, day) if day else None
    except ValueError:
        return year, month if 1 <= month <= _MONTHS else None, None


def _speaker(lines: Sequence[str]) -> str:
    """Find the speaker's name: after the office, on the line below it, on a line of its own, or behind the date."""
    for place, line in enumerate(lines):
        if _ADDRESS.match(_NOISE.sub("", line)):
            break
        found = _SPEAKER.search(line)
        if not found:
            continue
        rest = _AFTER_NAME.split(found["name"], maxsplit=1)[0]
        name = _NOISE.sub("", rest).strip(":：")
        if not name and place + 1 < len(lines):
            name = _NOISE.sub("", lines[place + 1])
            name = name if len(name) <= 4 else ""
        if _NAME.fullmatch(name):
            return name
    for line in lines:
        bare = _NOISE.sub("", line)
        alone = 2 <= len(bare) <= 4 or "·" in bare
        if alone and _NAME.fullmatch(bare) and "报告" not in bare and not _ADDRESS.match(bare):
            return bare
        if found := _NAME_AFTER_MEETING.search(line):
            return found[1]
    found = _DATED_NAME.search("\n".join(lines))
    return found[1] if found else ""


def _region(title: str, where: str, nation: bool, lines: Sequence[str], formula: str) -> str:
    """Name the government: by its meeting, its title, the speaker's office, or the formula; "" where none says."""
    if nation or "国务院" in formula or any("国务院" in line for line in lines):
        return _NATION
    bare = [_NOISE.sub("", line) for line in lines]
    offices = [found[1] for line in bare if (found := _OFFICE_OF.search(line)) and found[1]]
    governments = [found[1] for line in [*bare, _NOISE.sub("", formula)] if (found := _GOVERNMENT.search(line))]
    titled = _TITLE_REGION.search(title)
    for name in (where, titled[1] if titled else "", *offices, *governments):
        if len(name) > 1 and name not in _VAGUE:
            return name
    return ""


def opening(folded: str, blocks: Sequence[Span], cut: Sequence[Sequence[Span]]) -> Opening:
    """Read the title block at the top of a report. `cut` holds the sentences of each paragraph in `blocks`."""
    end = _end(folded, blocks, cut)
    inside = [Span(block.start, min(block.end, end)) for block in blocks if block.start < end]
    lines = [flat(folded, block).replace("　", " ") for block in inside]
    formula_at = next((place for place, line in enumerate(lines) if _FORMULA.search(line)), len(lines))
    formula = lines[formula_at] if formula_at < len(lines) else ""
    if formula.find("各位代表") > 0:
        lines[formula_at] = formula.partition("各位代表")[0]
        formula_at += 1
    head = [line for line in lines[:formula_at] if line]
    joined = _NOISE.sub("", "".join(head))
    year, month, delivered = _date(joined)
    meeting = _MEETING.search(re.sub(r"^.*?日", "", joined)) or _MEETING.search(joined)
    where = re.sub(r"^.*在|^[^\u4e00-\u9fff]+", "", meeting["where"]) if meeting else ""
    where = re.sub(r"^.*工作报告", "", where)
    title = _title(head)
    titled = _TITLE_YEAR.search(title)
    nation = bool(meeting and (meeting["nation"] or where.endswith("全国")))
    return Opening(
        end=end,
        title=title,
        meeting=(where + meeting[0][len(meeting["where"]) :]) if meeting else "",
        region=_region(title, where if where.endswith(tuple("省市区县州盟旗")) else "", nation, head, formula),
        speaker=_speaker(head),
        delivered=delivered,
        year=year,
        month=month,
        title_year=int(titled[1]) if titled else None,
    )


def _title(lines: Sequence[str]) -> str:
    """Find the title among the first lines, its letter spacing and noise removed."""
    for line in lines:
        bare = _NOISE.sub("", line).strip("《》")
        if found := re.match(r"[^,。:—]{0,24}(?:工作报告|的报告)(?:\([^()\d]{2,6}\))?", bare):
            return found[0]
    return ""
