"""Of which time a number speaks: the part of the report first, then the words near."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from tongbi.model import Measure, PartKind, Role
from tongbi.numerals import DIGITS
from tongbi.observe.nouns import doing_verb
from tongbi.observe.predicates import Predicate

Reach = Literal["year", "span", "part"]


@dataclass(frozen=True, slots=True)
class Time:
    """A period under discussion: one year, several, or part of one. `written` is the period's own notation."""

    role: Role
    first: int
    last: int
    part: str = ""
    """`Q1`, `M1-5`, `H1`: part of the year `last`."""

    @property
    def written(self) -> str:
        """`2024`, `2021-2025`, `2025Q1`."""
        if not self.last:
            return ""
        return f"{self.last}{self.part}" if self.first == self.last or self.part else f"{self.first}-{self.last}"

    @property
    def span(self) -> bool:
        """Whether it is longer than a year."""
        return self.first != self.last

    def end(self) -> "Time":
        """The state at its end."""
        return replace(self, first=self.last)


_EVENT = re.compile(r"(?:举办|承办|办好|申办|筹办|备战|举行|迎接)[^，；。]*$")
_NAMED_PLAN = re.compile(r"“(十[一二三四五六七八九]?|[七八九])五”")
_PLAN_TIME = re.compile(r"“(十[一二三四五六七八九]?|[七八九])五”(时期|期间|末|期末|以来|五年)")
_YEAR = re.compile(r"((?:19|20)\d\d)年(?!以来|版|起|新高|第|度|前|以前|开始|开工|建成|成立|启动|[^，；。]{2,20}以来)")
_SPAN = re.compile(r"((?:19|20)\d\d)年?(?:—{1,2}|-|至|到|~)((?:19|20)?\d\d)年")
_PAST_SPAN = re.compile(
    r"(?:过去|过去的|回望|回顾|回首|本届政府|任期|任职|任期的)(?:的)?([五四三5])年(?!规划)|([五四三5])年(?:来|间|累计|以来)|本届政府(?:任期|履职|成立|以来)"
)
_NEW_TERM = re.compile(r"新一届政府(?:任期)?的?(?:五年|5年)|这(?:五|5)年|任期的?(?:五|5)年|本届政府")
_PLAIN_PAST_SPAN = re.compile(r"(?:过去|过去的)([五四三5])年|([五四三5])年(?:来|间)")
_THIS_SPAN = re.compile(r"这([五四三5])年|是[^，。；]{2,30}的([五四三5])年")
_COMING_SPAN = re.compile(r"(?:今后|未来|下一个|接下来)(?:的)?([五四三5]|几)个?年|([五三])年内|本届政府任期内")
_PART_OF_YEAR = re.compile(
    r"(?:((?:19|20)\d\d)年|今年|去年)?(?:第?([一二三四1-4])季度|(前三季度)|(上半年)|(?<![\d月])1(?:至|—{1,2}|-|到|~)(\d{1,2})月份?|前([一二三四五六七八九十]|\d{1,2})个?月)"
)
_OF_LAST_YEAR = re.compile(r"同比|(?:比|较)(?:上年|去年)|是(?:19|20)\d\d年的[\d.]+倍")
_OF_ALL_YEARS = re.compile(r"累计|年均|五年|新增")
_FIGURE = re.compile(r"\d(?:%|[万亿]?元)")
_ENUMERATED = re.compile(r"[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[）)、]")
_PAST_YEAR = re.compile(r"一年来|过去一年|过去的一年|刚刚过去的一年|这一年")
_COMING_YEAR = re.compile(r"今年(?!以来|一季度|上半年|\d|前)|新的一年")
_SO_FAR = re.compile(r"今年以来|今年(?=一季度|上半年|\d|前)|从今年")
_KEPT = ("控制在", "保持在", "保持", "稳定在", "维持在", "维持")
_SERVICE_RATES = ("办结率", "满意率", "办复率", "面商率", "答复率", "见面率")
_STOCK = re.compile(
    r"^(?:人均|户均|每[万千百十]|年接待|年产)|(?:拥有量|余额|总数|里程|覆盖率|保有量|存栏|人均[^，]*|户籍人口|常住人口|总量|规模|容量|能力|总额达|企业|人员|机构|院校|专利|用户|网点)$"
)


def plan_years(name: str) -> tuple[int, int]:
    """Years of a five-year plan by its number: 十四 (of “十四五”) is 2021-2025."""
    number = 10 + (DIGITS[name[1]] if len(name) > 1 else 0) if name[0] == "十" else DIGITS[name[0]]
    return 1951 + 5 * number, 1955 + 5 * number


def _count(word: str | None) -> int:
    if not word:
        return 5
    return int(word) if word.isdigit() else DIGITS.get(word, 5)


_OPENING = 16
"""How far into a sentence a word may stand that turns the time of those after it."""


_LONGEST_HEADING = 40


class Calendar:
    """Which time the sentences of a report speak of, as it is read from the first to the last.

    `year` is the report's own. A section has its time from its heading; a sentence may turn it (`过去的五年，…`) for all that
    follow in the section, or for the paragraph (`一季度，…`), or only name a time of its own.
    """

    def __init__(self, year: int) -> None:
        self.year = year
        self.sticky = Time("actual", year - 1, year - 1)
        self.passing: Time | None = None
        self.paragraph = -1

    def default(self, part: PartKind) -> Time:
        """The year before in the review, this year from the plan on."""
        if part in ("plan", "closing", "glossary"):
            return Time("target", self.year, self.year)
        return Time("actual", self.year - 1, self.year - 1)

    def enter(self, part: PartKind, heading: str) -> None:
        """Begin a part, or a section of the first level under `heading` ("" where it has none)."""
        self.sticky = self._of_heading(heading, self.default(part))
        self.passing = None

    def _of_heading(self, heading: str, current: Time) -> Time:
        if re.search(rf"{self.year - 1}年|{self.year}年|今年|去年|过去一年", heading):
            return current
        if _PAST_SPAN.search(heading) or re.search(r"[五5]年(?:来)?的?(?:政府)?(?:工作|回顾|主要)", heading):
            if not _COMING_SPAN.search(heading):
                return Time("actual", self.year - 5, self.year - 1)
        if _COMING_SPAN.search(heading) or re.search(r"[五5]年(?:的)?(?:目标|任务|奋斗|发展)", heading):
            return Time("target", self.year, self.year + 4)
        if span := _SPAN.search(heading):
            first, last = int(span[1]), int(span[2]) if len(span[2]) == 4 else int(span[1][:2] + span[2])
            if last > first:
                return Time("actual" if last < self.year else "target", first, last)
        if plan := _NAMED_PLAN.search(heading):
            first, last = plan_years(plan[1])
            if last == self.year - 1:
                return Time("actual", first, last)
            if first == self.year:
                return Time("target", first, last)
        return current

    def hear(self, text: str, part: PartKind, paragraph: int, *, heading: bool = False) -> Time:
        """Take in a sentence; give the time it speaks of where no word nearer to a number says otherwise."""
        if paragraph != self.paragraph:
            self.passing, self.paragraph = None, paragraph
        head = text[:60]
        turned = None if heading and len(text) < _LONGEST_HEADING else self._turn(head, part)
        if turned:
            self.sticky, self.passing = turned, None
        elif text.startswith("全年"):
            self.passing = None
        elif passing := self._pass(text, part):
            self.passing = passing
        elif _ENUMERATED.match(text):
            self.passing = None
        current = self.passing or self.sticky
        # A growth on the year before, or a multiple of a base year, is told of the last year of a span.
        if current.span and current.role == "actual" and _OF_LAST_YEAR.search(text) and not _OF_ALL_YEARS.search(text):
            return current.end()
        return current

    def _pass(self, text: str, part: PartKind) -> Time | None:
        """Give the part of a year that a sentence opens with: where figures follow, it holds for the paragraph."""
        if self.sticky.span and (so_far := _SO_FAR.search(text[:20])) and so_far.start() < 8:
            return Time("actual", self.year, self.year)
        found = _PART_OF_YEAR.search(text[:20])
        if not _FIGURE.search(text):
            return None
        return self._part_of_year(found, part) if found and found.start() < 8 else None

    def _turn(self, head: str, part: PartKind) -> Time | None:
        """Give the new time where the opening words of a sentence turn to another, for this sentence and those after it."""
        turns: list[tuple[int, Time]] = []
        year = self.year
        if not self.sticky.span and (found := _SO_FAR.search(head)):
            turns.append((found.start(), Time("actual", year, year)))
        past = _PLAIN_PAST_SPAN if part == "plan" else _PAST_SPAN
        if found := past.search(head) or (None if part == "plan" else _THIS_SPAN.search(head)):
            turns.append((found.start(), Time("actual", year - _count(found[1] or found[2]), year - 1)))
        if found := _COMING_SPAN.search(head) or (_NEW_TERM.search(head) if part == "plan" else None):
            turns.append((found.start(), Time("target", year, year + 4)))
        if found := _PLAN_TIME.search(head):
            first, last = plan_years(found[1])
            if last == year - 1:
                turns.append((found.start(), Time("actual", first, last)))
            elif first == year:
                turns.append((found.start(), Time("target", first, last)))
        if found := _PAST_YEAR.search(head) or re.match(rf"{year - 1}年(?:是|，是|，面对|，我)", head):
            turns.append((found.start(), Time("actual", year - 1, year - 1)))
        if part == "plan" and (found := _COMING_YEAR.search(head) or re.match(rf"{year}年", head)):
            turns.append((found.start(), Time("target", year, year)))
        opening = [turn for turn in turns if turn[0] <= _OPENING]
        return min(opening, key=lambda turn: turn[0])[1] if opening else None

    def near(self, words: str, current: Time, part: PartKind, opening: int) -> Time:
        """Give the time for a number after `words` (of its own sentence): the last time named there, else `current`.

        A year named in an earlier statement of the sentence (before `opening`) holds on only where the sentence began with it.
        """
        best: tuple[int, Time] | None = None
        for found in _PART_OF_YEAR.finditer(words):
            best = (found.start(), self._part_of_year(found, part))
        if best and "全年" in words[best[0] :]:
            best = None
        for found in _YEAR.finditer(words):
            place, year = found.start(), int(found[1])
            before = words[max(0, place - 1) : place]
            if before in ("比", "较", "自", "—", "-", "由", "从") or (
                before in ("为", "是") and words[found.end() :] == "的"
            ):
                continue
            if (place < opening and place > 2) or (place > 2 and _EVENT.search(words[max(0, place - 40) : place])):
                continue
            if best is None or place > best[0]:
                role: Role = "actual" if year < self.year else "target" if year > self.year else current.role
                best = (place, Time(role, year, year))
        if (
            (place := words.rfind("去年")) >= 0
            and (best is None or place > best[0])
            and words[place - 1 : place] not in ("比", "较", "于", "与")
        ):
            if (
                words[place + 2 : place + 4] != "同期"
                and (current.span or current.role == "target")
                and place >= opening
            ):
                best = (place, Time("actual", self.year - 1, self.year - 1))
        return best[1] if best else current

    def _part_of_year(self, found: re.Match[str], part: PartKind) -> Time:
        """Read a quarter, half or run of months; without a year it is of this year in the plan or after 今年, else of the year before."""
        year = int(found[1]) if found[1] else self.year - 1
        if not found[1] and ("今年" in found[0] or part == "plan" or self.sticky.last == self.year):
            year = self.year
        written = "H1" if found[4] else "Q1-3" if found[3] else ""
        if found[2]:
            written = f"Q{DIGITS.get(found[2], found[2])}"
        elif found[5] or found[6]:
            written = f"M1-{found[5] or _month(found[6])}"
        return Time("actual", year, year, written)

    def settle(self, time: Time, predicate: Predicate, name: str, measure: Measure) -> Time:
        """Give the period of one number: the base it moved from, the span of a flow, the end of a span for a state."""
        if predicate.at_year:
            year = predicate.at_year
            return Time("actual" if year < self.year else time.role, year, year)
        if predicate.before:
            return Time("actual", time.first - 1, time.first - 1)
        if (
            predicate.base_year
            and measure in ("change_pct", "change_abs")
            and time.last - 7 < predicate.base_year < time.last - 1
        ):
            return Time(time.role, predicate.base_year + 1, time.last)
        if predicate.years_ago and measure in ("change_pct", "change_abs") and not time.span:
            return Time(time.role, time.last - predicate.years_ago + 1, time.last)
        if predicate.yearly and self.sticky.span:
            return Time(self.sticky.role, self.sticky.first, self.sticky.last)
        if (
            predicate.motion_word in _KEPT
            or name.endswith(_SERVICE_RATES)
            or (measure == "ratio" and "占" in name and not name.endswith(("比重", "占比")))
        ):
            return time
        flow = measure in ("change_pct", "change_abs") or (measure == "level" and self._flow(name, predicate, time))
        if time.span:
            return time if flow else time.end()
        if time.last > self.year and flow and not time.part and (predicate.summed or doing_verb(name)):
            return Time(time.role, self.year, time.last)
        return time

    def _flow(self, name: str, predicate: Predicate, time: Time) -> bool:
        """Whether an amount adds up over a span, or is the state at its end."""
        verb = doing_verb(name)
        if predicate.summed:
            return True
        if predicate.motion == "reach":
            return False
        if verb == "形成":
            return False
        if verb in ("培育", "打造", "建成"):
            return time.role == "actual" or time.span
        if not verb and _STOCK.search(name):
            return False
        if not verb and name.endswith("面积"):
            return False
        if predicate.bound and not verb:
            return False
        return True


def _month(word: str) -> int:
    return int(word) if word.isdigit() else DIGITS.get(word, 10)
