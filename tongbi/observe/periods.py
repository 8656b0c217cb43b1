"""Of which time a number speaks: the part of the report first, then the words near."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from tongbi.model import Measure, PartKind, Role
from tongbi.numerals import DIGITS
from tongbi.observe.phrases import beginning, word_set
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
        return f"{self.last}{self.part}" if self.first == self.last or self.part else f"{self.first}-{self.last}"

    @property
    def span(self) -> bool:
        """Whether it is longer than a year."""
        return self.first != self.last

    def end(self) -> "Time":
        """The state at its end."""
        return replace(self, first=self.last)


_HAN_DIGIT = "一二三四五六七八九十"
_PLAN_NUMBER = re.compile(
    r"“?(十[一二三四五六七八九]?|[一二三四五六七八九])五”?(?:计划|规划|时期|期间|末|以来|以后|头)?"
)
_NAMED_PLAN = re.compile(r"“(十[一二三四五六七八九]?|[七八九])五”(末|期末)?")


def plan_years(name: str) -> tuple[int, int]:
    """Years of a five-year plan by its number: 十四 (of “十四五”) is 2021-2025."""
    number = 10 + (DIGITS[name[1]] if len(name) > 1 else 0) if name[0] == "十" else DIGITS[name[0]]
    return 1951 + 5 * number, 1955 + 5 * number


_STOCK = re.compile(r"^(?:人均|户均|每[万千百十]|年接待|年产|培育|打造|形成)|(?:拥有量|余额|总数|里程|覆盖率|保有量|存栏|人均[^，]*|户籍人口|常住人口|总量|规模)$")
_YEAR = re.compile(r"((?:19|20)\d\d)年(?!以来|版|起|新高|第|度)")
_SPAN = re.compile(r"((?:19|20)\d\d)年?(?:—{1,2}|-|至|到|~)((?:19|20)?\d\d)年")
_PAST_SPAN = re.compile(
    r"(?:过去|过去的|回望|回顾|回首|近|这|本届政府|任期|任职|任期的)(?:的)?([五四三两5])年|([五四三5])年(?:来|间|累计|以来)|几年来|"
    r"本届政府(?:任期|履职|成立|以来)"
)
_COMING_SPAN = re.compile(
    r"(?:今后|未来|下一个|下|接下来)(?:的)?([五四三两5]|几)个?年|([五三])年内|本届政府任期内|未来一个时期"
)
_QUARTER = re.compile(
    r"(?:(20\d\d)年|今年)?(?:第?([一二三四1-4])季度|前三季度|上半年|(?<!\d)1(?:至|—{1,2}|-|到|~)(\d{1,2})月份?|前([一二三四五六七八九十\d]{1,2})个?月)"
)
_PAST_YEAR = re.compile(r"一年来|过去一年|过去的一年|刚刚过去的一年|这一年|去年")
_COMING_YEAR = re.compile(r"今年(?!以来|一季度|上半年|1|前)|新的一年|全年(?:要|力争|确保|预期|计划|目标)|年内")
_SO_FAR = re.compile(r"今年以来|今年(?=一季度|上半年|1|前)")


class Calendar:
    """Which time the sentences of a report speak of, as it is read from the first to the last."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.now = Time("actual", year - 1, year - 1)
        self.section: tuple[PartKind, int] | None = None
        self.paragraph = -1
        self.sticky = self.now

    def default(self, part: PartKind) -> Time:
        """The year before in the review, this year from the plan on."""
        if part in ("plan", "closing", "glossary"):
            return Time("target", self.year, self.year)
        return Time("actual", self.year - 1, self.year - 1)

    def enter(self, part: PartKind, heading: str | None) -> None:
        """Begin a part, or a section of the first level under `heading`."""
        self.sticky = self.default(part)
        if heading:
            self.sticky = self._of_heading(heading, self.sticky)
        self.now = self.sticky

    def _span_of(self, words: str, role: Role) -> Time | None:
        if span := _SPAN.search(words):
            last = int(span[2]) if len(span[2]) == 4 else int(span[1][:2] + span[2])
            return Time(role, int(span[1]), last) if last > int(span[1]) else None
        if plan := _NAMED_PLAN.search(words):
            first, last = plan_years(plan[1])
            return Time("actual" if last < self.year else "target" if first >= self.year else role, first, last)
        return None

    def _of_heading(self, heading: str, current: Time) -> Time:
        past, coming = _PAST_SPAN.search(heading), _COMING_SPAN.search(heading)
        if re.search(rf"{self.year - 1}年|{self.year}年|今年|去年|过去一年", heading):
            return current
        if past or re.search(r"[五5]年(?:工作|回顾|政府)", heading):
            return Time("actual", self.year - 5, self.year - 1)
        if coming or re.search(r"[五5]年(?:目标|任务|奋斗)", heading):
            return Time("target", self.year, self.year + 4)
        return self._span_of(heading, current.role) or current

    def hear(self, text: str, part: PartKind) -> Time:
        """Take in a sentence; give the time it speaks of where no word nearer to a number says otherwise."""
        head = text[:60]
        current = self.sticky
        if part in ("review", "opening", "plan"):
            changed = self._turn(head, current, part)
            if changed is not None:
                self.sticky = current = changed
        self.now = current
        return current

    def _turn(self, head: str, current: Time, part: PartKind) -> Time | None:
        """Give the new time where the opening words of a sentence turn to another, for this sentence and those after it."""
        turns: list[tuple[int, Time]] = []
        if found := _SO_FAR.search(head):
            turns.append((found.start(), Time("actual", self.year, self.year)))
        if found := _PAST_SPAN.search(head):
            length = DIGITS.get(found[1] or found[2] or "五", 5) if not (found[1] or found[2] or "").isdigit() else 5
            turns.append((found.start(), Time("actual", self.year - length, self.year - 1)))
        if found := _COMING_SPAN.search(head):
            turns.append((found.start(), Time("target", self.year, self.year + 4)))
        if (found := _NAMED_PLAN.search(head)) and not current.span and re.search(r"”(?:时期|期间|末|以来)", head):
            first, last = plan_years(found[1])
            if last == self.year - 1:
                turns.append((found.start(), Time("actual", first, last)))
            elif first == self.year:
                turns.append((found.start(), Time("target", first, last)))
        if found := _PAST_YEAR.search(head):
            turns.append((found.start(), Time("actual", self.year - 1, self.year - 1)))
        if found := re.search(rf"^{self.year - 1}年", head):
            turns.append((0, Time("actual", self.year - 1, self.year - 1)))
        if part == "plan" and (found := _COMING_YEAR.search(head)):
            turns.append((found.start(), Time("target", self.year, self.year)))
        if part == "plan" and re.search(rf"^{self.year}年", head):
            turns.append((0, Time("target", self.year, self.year)))
        return min(turns, key=lambda turn: turn[0])[1] if turns else None

    def near(self, words: str, current: Time) -> Time:
        """Give the time for a number after `words` (of its own sentence): the last time named there, else `current`."""
        best: tuple[int, Time] | None = None
        for found in _QUARTER.finditer(words):
            year = int(found[1]) if found[1] else self.year if "今年" in found[0] else current.last
            part = self._part_of(found)
            if part:
                best = (found.start(), Time("actual", year, year, part))
        for found in _YEAR.finditer(words):
            year = int(found[1])
            if words[max(0, found.start() - 1) : found.start()] in ("比", "较", "自", "—", "-", "由", "从"):
                continue
            if best is None or found.start() > best[0]:
                role: Role = "actual" if year < self.year else "target" if year > self.year else current.role
                best = (found.start(), Time(role, year, year))
        return best[1] if best else current

    def settle(self, time: Time, predicate: Predicate, name: str, measure: Measure) -> Time:
        """Give the period of one number: the base it moved from, the span of a flow, the end of a span for a state."""
        if predicate.at_year:
            year = predicate.at_year
            return Time("actual" if year < self.year else time.role, year, year)
        if predicate.before:
            return Time("actual", time.first - 1, time.first - 1)
        if predicate.base_year and measure in ("change_pct", "change_abs") and predicate.base_year < time.last - 1:
            return Time(time.role, predicate.base_year + 1, time.last)
        flow = measure in ("change_pct", "change_abs") or (measure == "level" and self._flow(name, predicate))
        if time.span:
            return time if flow else time.end()
        if time.last > self.year and flow and not time.part:
            return Time(time.role, self.year, time.last)
        return time

    def _flow(self, name: str, predicate: Predicate) -> bool:
        """Whether an amount adds up over a span, or is the state at its end."""
        if predicate.motion == "reach" or _STOCK.search(name):
            return False
        verb = beginning(name, word_set("names", "doing"))
        if predicate.bound and not verb:
            return False
        return True

    @staticmethod
    def _part_of(found: re.Match[str]) -> str:
        words = found[0]
        if "上半年" in words:
            return "H1"
        if "前三季度" in words:
            return "Q1-3"
        if found[2]:
            return f"Q{DIGITS.get(found[2], found[2])}"
        if found[3]:
            return f"M1-{found[3]}"
        return ""
