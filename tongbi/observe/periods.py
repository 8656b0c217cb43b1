"""Of which time the sentences of a report speak: the part of the report first, then the words near a number."""

import re
from functools import cache

from tongbi import vocabulary
from tongbi.model import PartKind, Role
from tongbi.numerals import DIGITS
from tongbi.observe.times import NAMED_PLAN, NUMBERED_PLAN, Time, count, plan_years
from tongbi.text import any_of

_PLAN_TIME = re.compile(r"(?<![比较是为于由从超])" + NAMED_PLAN.pattern + r"(?:时期|期间|(期?末)|以来|五年)")
_OPENS_WITH_PLAN = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]+[）)、.])?(?:关于)?" + NAMED_PLAN.pattern)
_YEARS_COMPARED = re.compile(
    r"(?:((?:19|20)\d\d)年[^，。；\d]{0,4})?[同与和比]((?:19|20)\d\d)年(?:[末底]|同期)?(?:相比较?|比较)?，"
)
_SINCE = re.compile(r"((?:19|20)\d\d)年以来，")
_SAYS_HOW_LONG = re.compile(r"[3-5三四五]年|(?:19|20)\d\d|五”")
_END_OF_CENTURY = re.compile("(?:本|二十|20)世纪末")
_SPAN = re.compile(r"((?:19|20)\d\d)年?(?:—{1,2}|-|至|到|~)((?:19|20)?\d\d)年(?!第)")
# A stage of a plan has its own years, for its paragraph.
_STAGE = re.compile(r"(?:[（(]?[一二三][）)、])?第[一二三]阶段[，：]?(?:即|是|为|从|自)*" + _SPAN.pattern)
_PART_OF_YEAR = re.compile(
    r"(?:((?:19|20)\d\d)年|今年|去年)?(?:第?([一二三四1-4])季度|(前三季度)|(上半年)"
    r"|(?<![\d月])[1一](?:至|—{1,2}|-|到|~)(\d{1,2}|[二三四五六七八九十]{1,2})月份?|前([一二三四五六七八九十]|\d{1,2})个?月)"
)
# What may stand before it where it opens a sentence: a subject's own quarter (`外贸一季度增长9%，…`) opens none.
_BEFORE_PART = re.compile(
    r"(?:从|到|截至|在|其中|初步|据|统计|[—（(\d）)]|(?:19|20)\d\d年|[今去上]年|全[国省市区县州]|我[国省市区县州]|[，、：])*"
)
_ALL_YEAR = re.compile("(?:预计|预期|力争)?全年")
_OF_ALL_YEAR = re.compile("全年|年内|去年底|年末")
# What was so in a part of this year, told in a plan.
_HAS_BEEN = re.compile(
    "同期|同比|以来|比[去上]年|已|[^，。]了|截至|目前|^[^，力争确保]{0,6}(?:季度|半年)，[^，；]*(?:增长|下降)$"
)
_FIGURE = re.compile(r"[0-9](?:%|[万亿]?元)")
_ENUMERATED_BEGINS = frozenset("（(一二三四五六七八九十0123456789")
_ENUMERATED = re.compile(r"[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[）)、]")
_MULTIPLE = re.compile(r"[末底]?的(?:近|约|将近)?(?:[\d.]+倍|$)")
# A year behind such a word holds for the statements that follow too: 目标是：到2035年，….
# In a review, aims that the report proposes for its own year: 建议2031年的主要目标是：…
_PROPOSES = re.compile(
    r"(?:建议|提出|确定|安排|^(?:[按根依遵围][^，。；]{2,14}，)?)"
    r"(?:((?:19|20)\d\d)年|今年)[^，。；]{0,30}目标(?:是|为)?："
)
_ADDRESSED = re.compile(r"^(?:各位代表|同志们)[，！：]")
_SETS_FOR_ALL = re.compile(r"(?:[是为]：|以(?:19|20)\d\d年为基[数期]，)[到至]$")
_CENTURY = 2000
# In a plan, what is built on of the year before tells nothing of the next clause: 巩固去年增长的势头，努力 …
_KEPT_OF_LAST_YEAR = re.compile(r"(?:巩固|发展|保持|总结|延续|继承|运用)[^，。；]{0,4}去年[^，。；]*，[^。；]*$")
# What is built on of it is a base: 在去年实绩的基础上有所增长.
_BUILT_ON = re.compile(r"去年[^，。；\d]{0,12}基础上")
# In a plan, what is so now: all of the statement, unless it turns to an aim.
_NOW_IN_PLAN = re.compile(r"(?:^|[，。；])(?:当前|目前|现在)(?!为止|止)([^。；]*)$")
_AIM = re.compile(r"要|力争|争取|确保|将|使|再|计划|目标|基础上|到(?:19|20)\d\d年|今年|以上|努力|实现")
# What every way of telling the years near a number holds; asked before all of them are searched for.
_DATED = re.compile(r"(?:19|20)\d\d")
_FEW_YEARS = re.compile(r"年(?:(?<=[两二三四五六七八九十]年)|(?<=[^\d]\d年)|(?<=^\d年)|(?<=10年))")
_MAY_NAME_YEARS = re.compile("[年末]|五”")
_MAY_TELL_TIME = re.compile("[年月季末]|五”|目前|相比")
_IS_OF_YEAR = r"年(?:是|，是|，面对|，我)"
_COMPARED_WITH = ("比", "较", "与", "同", "和")
_BEFORE_BASE = ("比", "较", "自", "—", "-", "由", "从")
_OPENING = 16
"""How far into a sentence a word may stand that turns the time of those after it."""
_LONGEST_HEADING = 40
_NEAR = 40
_PLAN_LENGTH = 5
_SHORTEST_TERM = 4


@cache
def _year() -> re.Pattern[str]:
    return re.compile(rf"((?:19|20)\d\d)年(?!{vocabulary.periods().year_goes_on.alternation})")


@cache
def _tells_now() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.periods().tells_now))


@cache
def _event() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(vocabulary.periods().event_verbs)})[^，。；]*$")


def _names_part(words: str) -> bool:
    return "月" in words or "季度" in words or "半年" in words


def _length(found: re.Match[str]) -> int:
    """Give how many years a match speaks of: its one group that is set, five where none is."""
    return count(next((group for group in found.groups() if group), None), _PLAN_LENGTH)


class Calendar:
    """Which time the sentences of a report speak of, as it is read from the first to the last.

    `year` is the report's own. A section has its time from its heading; a sentence may turn it (`过去的五年，…`) for
    all that follow in the section, or for the paragraph (`一季度，…`), or only name a time of its own.
    """

    def __init__(self, year: int) -> None:
        self.year = year
        self._lists = vocabulary.periods()
        self.sticky = self._last_year
        self.passing: Time | None = None
        self.paragraph = -1
        self._counted = False
        """Whether a number was heard in this paragraph."""
        self._part: PartKind | None = None
        self._supposed = False
        """Whether the section's years were only supposed: 本届政府 has as many as its text says."""

    @property
    def _last_year(self) -> Time:
        return Time("actual", self.year - 1, self.year - 1)

    @property
    def _this_year(self) -> Time:
        return Time("target", self.year, self.year)

    def _coming_years(self, length: int = _PLAN_LENGTH) -> Time:
        return Time("target", self.year, self.year + length - 1)

    def _past_years(self, length: int = _PLAN_LENGTH) -> Time:
        return Time("actual", self.year - length, self.year - 1)

    def enter(self, part: PartKind, heading: str) -> None:
        """Begin a part, or a section of the first level under `heading` ("" where it has none)."""
        default = self._this_year if part in ("plan", "closing", "glossary") else self._last_year
        coming = self.sticky.span and self.sticky.role == "target"
        if part == "plan" and self._part == part and coming and heading and "年" not in heading:
            # Tasks of the years to come go on through the sections until one turns to a year.
            default = self.sticky
        self._part = part
        self.sticky = self._of_heading(heading) or default
        self.passing = None
        self._supposed = self.sticky.span and not _SAYS_HOW_LONG.search(heading)

    def _of_heading(self, heading: str) -> Time | None:
        """Give the span of years that a heading speaks of, where it speaks of no single year beside."""
        coming = self._lists.coming_span.search(heading)
        past = self._lists.past_span.search(heading)
        if one := re.search(rf"{self.year - 1}年|{self.year}年|今年|去年|过去一年", heading):
            # Of the years and the one year that a heading names, the section begins with the first.
            return self._past_years(_length(past)) if past and not coming and past.start() < one.start() else None
        if not coming and (past or self._lists.heading_past.search(heading)):
            return self._past_years(_length(past) if past else _PLAN_LENGTH)
        if coming or self._lists.heading_coming.search(heading):
            return self._coming_years(_length(coming) if coming else _PLAN_LENGTH)
        if span := _SPAN.search(heading):
            return self._of_span(span)
        plan = NAMED_PLAN.search(heading) or NUMBERED_PLAN.search(heading)
        return self._of_plan(plan[1]) if plan else None

    def _of_subheading(self, heading: str, part: PartKind) -> Time | None:
        """Give the span that a heading within a section turns to, or the year that it turns back to."""
        if "年" not in heading and not _OPENS_WITH_PLAN.match(heading):
            return None
        if span := self._of_heading(heading):
            return span
        if not self.sticky.span:
            return None
        planned = part == "plan"
        year = self._lists.coming_year if planned else self._lists.past_year
        named = f"{self.year if planned else self.year - 1}年" in heading or year.search(heading)
        return (self._this_year if planned else self._last_year) if named else None

    def _of_plan(self, name: str) -> Time | None:
        """Give the time of a five-year plan that has just ended or begins now."""
        first, last = plan_years(name)
        if last == self.year - 1:
            return Time("actual", first, last)
        return Time("target", first, last) if first == self.year else None

    def _running_plan(self, name: str, current: Time) -> Time | None:
        """Give the years of a plan in which the report stands, for a target."""
        first, last = plan_years(name)
        return Time("target", first, last) if current.role == "target" and first < self.year <= last else None

    def hear(self, text: str, part: PartKind, paragraph: int, *, heading: bool = False) -> Time:
        """Take in a sentence; give the time it speaks of where no word nearer to a number says otherwise."""
        if paragraph != self.paragraph:
            self.passing, self.paragraph, self._counted = None, paragraph, False
        if self._supposed and (since := _SINCE.match(text)):
            first = int(since[1])
            self._supposed = False
            if self.sticky.role == "actual" and self.sticky.first < first <= self.year - _SHORTEST_TERM + 1:
                self.sticky = Time("actual", first, self.sticky.last)
        headed = heading and len(text) < _LONGEST_HEADING
        turned = None if headed else self._turn(text[: 4 * _OPENING], part)
        if headed:
            self.sticky = self._of_subheading(text, part) or self.sticky
        if turned and self.passing and self.passing.length == turned.length > 1:
            turned = None  # 五年间 of a stage of five years is that stage.
        if turned and self._lasts(turned, part):
            self.sticky, self.passing = turned, None
        elif turned:
            self.passing = turned
        elif _ALL_YEAR.match(text):
            self.passing = None
        elif "阶段" in text and (stage := _STAGE.match(text)) and (span := self._of_span(stage)):
            self.passing = span
        elif part == "review" and "目标" in text and (aim := _PROPOSES.search(text)) and self._is_own(aim[1]):
            self.passing = self._this_year
        elif passing := self._pass(text, part):
            self.passing = passing
        elif text[:1] in _ENUMERATED_BEGINS and _ENUMERATED.match(text):
            self.passing = None
        self._counted = self._counted or (("%" in text or "元" in text) and bool(_FIGURE.search(text)))
        now = self.passing or self.sticky
        reviewed = now.span and now.role == "actual"
        of_last = reviewed and self._lists.of_last_year.search(text) and not self._lists.of_all_years.search(text)
        return now.end() if of_last else now

    def _is_own(self, year: str | None) -> bool:
        return year is None or int(year) == self.year

    def _lasts(self, turned: Time, part: PartKind) -> bool:
        """Whether a turn holds for the section: a look back in a plan does not, nor a span named amid numbers."""
        if part == "plan" and turned.role == "actual":
            return False
        if not turned.span:
            return True
        if turned.role == "actual" and turned.length < _SHORTEST_TERM and turned.length != self.sticky.length:
            return False
        if self.sticky.span and turned.role == "actual":
            return turned.length == self.sticky.length
        return not self._counted

    def _pass(self, text: str, part: PartKind) -> Time | None:
        """Give the part of a year that a sentence opens with: where figures follow, it holds for the paragraph."""
        opening = text[:_OPENING]
        if "年" not in opening and not _names_part(opening):
            return None
        if self.sticky.span and (so_far := self._lists.so_far.search(opening)) and so_far.start() < _OPENING // 2:
            return Time("actual", self.year, self.year)
        found = _PART_OF_YEAR.search(opening)
        if not found or found.start() >= _OPENING // 2 or not _BEFORE_PART.fullmatch(opening, 0, found.start()):
            return None
        if not _FIGURE.search(text) and (part == "plan" or not found[0].startswith("今年")):
            return None
        return self._part_of_year(found, part, text)

    def _turn(self, head: str, part: PartKind) -> Time | None:
        """Give the new time where the opening of a sentence turns to another, for this sentence and those after it."""
        if "年" not in head and "五”" not in head and "届政府" not in head:
            return None
        planned = part == "plan"
        if "报告" in head and re.search(rf"现(?:就|将|把){self.year - 1}年[^，。\d]{{0,16}}报告", head):
            return self._last_year
        turns: list[tuple[int, Time | None]] = []
        if not self.sticky.span and (found := self._lists.so_far.search(head)):
            turns.append((found.start(), Time("actual", self.year, self.year)))
        if found := (self._lists.past_span_in_plan if planned else self._lists.past_span).search(head):
            turns.append((found.start(), self._past_years(_length(found))))
        if found := (self._lists.coming_span_in_plan if planned else self._lists.coming_span).search(head):
            turns.append((found.start(), self._coming_years(_length(found))))
        if (found := _PLAN_TIME.search(head)) and not found[2]:
            turns.append((found.start(), self._of_plan(found[1])))
        past_year = self._lists.past_year_in_plan if planned else self._lists.past_year
        if found := past_year.search(head) or self._opens_with_last_year(head):
            turns.append((found.start(), self._last_year))
        if planned and (found := self._lists.coming_year.search(head) or re.match(rf"{self.year}年", head)):
            turns.append((found.start(), self._this_year))
        opening = [(place, time) for place, time in turns if time and place <= _OPENING]
        return min(opening, key=lambda turn: turn[0])[1] if opening else None

    def _opens_with_last_year(self, head: str) -> re.Match[str] | None:
        """Match the year before where a passage on it begins (`2023年是…`, `面对2023年…`), not only a number of it."""
        last = self.year - 1
        head = _ADDRESSED.sub("", head)
        if "面对" in head and (faced := re.match(rf"面对{last}年", head)):
            return faced
        if not head.startswith(str(last)):
            return None
        of_year = re.match(rf"{last}{_IS_OF_YEAR}", head)
        return of_year or (None if self._counted else re.match(rf"{last}年[，全][^\d]*$", head))

    def near(self, words: str, current: Time, part: PartKind, opening: int) -> Time:
        """Give the time for a number after `words` (of its own sentence): the last time named there, else `current`.

        A year named in an earlier statement of the sentence (before `opening`) holds on only where the sentence began
        with it.
        """
        if not _MAY_TELL_TIME.search(words):
            told = current.role == "target" and self._is_told(words[opening:])
            return self._last_year if told else current
        dated = bool(_DATED.search(words))
        place, time = self._years_near(words, current, opening, dated=dated)
        for found in _PART_OF_YEAR.finditer(words) if _names_part(words) else ():
            base = words[found.start() - 1 : found.start()] in _COMPARED_WITH
            # In a plan, `甲线上半年开工，新增运力9万吨`: when one thing is to begin is no time of the next.
            stated = found.start() - opening <= len("从今年") or words.startswith("，", found.end())
            past = part == "plan" and not stated and "，" in words[found.end() :]
            if found.start() > place and not base and not past:
                place, time = found.start(), self._part_of_year(found, part, words)
        if time.part and _OF_ALL_YEAR.search(words, max(place, 0)):
            place, time = -1, self.sticky
        for found in _year().finditer(words) if dated else ():
            if found.start() > place and self._is_period(words, found, opening):
                year = int(found[1])
                role: Role = "actual" if year < self.year else "target" if year > self.year else current.role
                place, time = found.start(), Time(role, year, year)
        if place < 0 and current.role == "target" and self._is_told(words[opening:]):
            return self._last_year
        if place < 0 and time.span and time.role == "actual" and "全年" in words[opening:]:
            time = time.end()
        if (month := self._lists.month_of_this_year.search(words)) and month.start() > place:
            place, time = month.start(), Time("actual", self.year, self.year)
        last = words.rfind("去年")
        turns = current.span or current.role == "target" or current.last == self.year
        if last > place and last >= opening and turns and "今年" not in words[last:]:
            compared = (
                words[last - 1 : last] in ("比", "较", "于", "与", "从", "由")
                or words.startswith("同期", last + 2)
                or _BUILT_ON.match(words, last)
                or _KEPT_OF_LAST_YEAR.search(words, max(0, last - _NEAR))
            )
            time = time if compared else self._last_year
        return time

    def _is_told(self, statement: str) -> bool:
        """Whether a statement of a plan tells what is already so."""
        if not _tells_now().search(statement):
            return False
        now = _NOW_IN_PLAN.search(statement)
        return bool(self._lists.told_in_plan.search(statement[-_NEAR:]) or (now and not _AIM.search(now[1])))

    def _years_near(self, words: str, current: Time, opening: int, *, dated: bool) -> tuple[int, Time]:
        """Give the last run of years that a statement names before a number, and the place behind it (-1 for none).

        `dated` tells whether `words` hold a year in digits.
        """
        place, time = -1, current
        if not _MAY_NAME_YEARS.search(words, opening) and "相比" not in words[:_NEAR]:
            return place, time
        if dated:
            of_all = _YEARS_COMPARED.match(words)
            for found in (*([of_all] if of_all and opening else []), *_YEARS_COMPARED.finditer(words, opening)):
                last, base = int(found[1] or current.last), int(found[2])
                if base < last:
                    place, time = found.end(), Time("actual" if last < self.year else "target", base + 1, last)
            for found in _SINCE.finditer(words, opening):
                if int(found[1]) < self.year - 1 and current.role == "actual":
                    place, time = found.end(), Time("actual", int(found[1]), self.year - 1)
            for found in _SPAN.finditer(words, opening):
                if found.start() > place and (span := self._of_span(found)):
                    place, time = found.end(), span
        for found in _PLAN_TIME.finditer(words, opening) if "五”" in words else ():
            if words.find("基础上", found.end()) >= 0:
                continue  # What is built on is no time of what follows.
            if found.start() > place and (plan := self._of_plan(found[1]) or self._running_plan(found[1], current)):
                place, time = found.end(), plan.end() if found[2] else plan
        planned = current.role == "target"
        lists, years = self._lists, self._coming_years if planned else self._past_years
        few = (lists.local_coming if planned else lists.local_past) if _FEW_YEARS.search(words, opening) else None
        for found in few.pattern.finditer(words, opening) if few else ():
            # Years from an unknown start stay unknown; 今年 behind them is a time of its own.
            open_or_this = planned and (not current.last or "今年" in words[found.end() :])
            if found.start() > place and not open_or_this:
                place, time = found.end(), years(_length(found))
        if not planned and current.role == "actual" and (now := lists.planned_now.search(words, opening)):
            place, time = now.end(), self._this_year
        if self.year < _CENTURY and (end := _END_OF_CENTURY.search(words, opening)) and end.start() > place:
            place, time = end.end(), Time("target", _CENTURY, _CENTURY)
        return place, time

    def _of_span(self, found: re.Match[str]) -> Time | None:
        """Give the years from one to another."""
        first, last = int(found[1]), int(found[1][: 4 - len(found[2])] + found[2])
        return Time("actual" if last < self.year else "target", first, last) if last > first else None

    @staticmethod
    def _is_period(words: str, found: re.Match[str], opening: int) -> bool:
        """Whether a year is the period of what follows: no base of comparison, no event's, no earlier statement's."""
        place = found.start()
        before = words[max(0, place - 1) : place]
        if (
            before in _BEFORE_BASE
            or words[max(0, place - 3) : place] in ("恢复到", "恢复至")
            or (before in ("为", "是") and _MULTIPLE.match(words, found.end()))
        ):
            return False
        at_start = place <= len("到在") or bool(_SETS_FOR_ALL.search(words, max(0, place - _NEAR), place))
        return at_start or (place >= opening and not _event().search(words[max(0, place - _NEAR) : place]))

    def _part_of_year(self, found: re.Match[str], part: PartKind, words: str) -> Time:
        """Read a quarter, half or run of months: of this year in the plan or after 今年, else of the year before.

        In a plan it is to come, unless what `words` say of it has been.
        """
        this_year = "今年" in found[0] or part == "plan" or self.sticky.last == self.year
        year = int(found[1]) if found[1] else self.year - (not this_year)
        if found[2]:
            written = f"Q{DIGITS.get(found[2], found[2])}"
        elif found[5] or found[6]:
            written = f"M1-{count(found[5] or found[6], 10)}"
        else:
            written = "H1" if found[4] else "Q1-3"
        to_come = part == "plan" and year >= self.year and written[0] != "M" and not _HAS_BEEN.search(words)
        return Time("target" if to_come else "actual", year, year, written)
