"""Figures of a line that count, gathered into groups which stand in one list or share one name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tongbi.model import Bound
from tongbi.observe.line import Line
from tongbi.observe.predicates import Predicate, bound_behind, cut_predicate
from tongbi.observe.quantity import Quantity

_PLAIN_JOINERS = ("、", "：", "和", "及", "与", "以及")
_RAISED = ("提升", "增强", "改善", "优化", "扩大")
_MADE_BETTER = re.compile("(?:优化(?:提升)?|改善|提升)$")
_BEING_DONE = ("完成", "实施", "推进")
# How a word is used from here on: `同比增长（以下简称“增长”）8%`.
_SAYS_HOW = re.compile("（(?:以?下[同称简]|简称)[^（）]*）$")
_BROKEN_THROUGH = re.compile(r"[^，。；、\d以]{0,16}(?:技术(?!企业)|难题|难关|瓶颈|课题|短板|堵点)")
_STEPS = ("新台阶", "台阶", "大关", "关口")
_CLAUSE_MARKS = frozenset("）”》（“《，：；。！？")
_GROWTH_BEHIND = ("的增长", "的增速", "的增幅", "的发展速度", "的速度")
# Of a share without 的 too: 保持9%以上增长.
_SHARE_GROWN = re.compile(r"(?:增长(?![到至为目])|增速|增幅)")
_MAGNITUDES = "百千万亿"
_ON = ("以", "网", "线", "路", "地", "海", "之", "迈", "登", "跃", "踏", "攀")
_LONGEST_LEAD = 160
_LONGEST_STATEMENT = 600
_LONGEST_TAIL = 80


class Group(NamedTuple):
    """Figures named together, with the words around them.

    `clause` is what stands before them since the last mark, `before` what stands before that (since the last figure or
    statement), `tail` what stands behind them up to the next figure, `after` what stands behind that one. `at_start`:
    no other figure of the statement stands before. `sentence_before` is the sentence up to the figures, `grown` whether
    the words behind them tell growth, `following` the next figure as it is written.
    """

    figures: tuple[Quantity, ...]
    behind: tuple[Bound, ...]
    before: str
    clause: str
    tail: str
    predicate: Predicate
    at_start: bool
    statement: int
    sentence_before: str
    after: str
    grown: bool
    following: str

    @property
    def adjacent(self) -> bool:
        """Whether nothing stands between these figures and what was named before."""
        return not self.clause and not self.before and not self.at_start

    @property
    def moved(self) -> bool:
        """Whether the figures tell a rise or a fall."""
        return self.grown or self.predicate.motion in ("rise", "fall")

    @property
    def measured(self) -> bool:
        """Whether the figures are of a kind that several full names can share: ranks, shares, growth, doublings."""
        first = self.figures[0]
        return first.kind in ("rank", "doubling") or first.unit_class in ("share", "points") or self.moved


def statement_start(text: str, place: int) -> int:
    """Where the statement begins that holds `place`."""
    low = max(0, place - _LONGEST_STATEMENT)
    return max([text.rfind(mark, low, place) for mark in "；。！？"]) + 1


def split_clause(lead: str) -> tuple[str, str]:
    """Cut a lead before its last clause; marks within brackets or quotes do not end one. Gives (before, clause)."""
    depth = 0
    for place in range(len(lead) - 1, -1, -1):
        char = lead[place]
        if char not in _CLAUSE_MARKS:
            continue
        if char in "）”》":
            depth += 1
        elif char in "（“《":
            if depth == 0 and char == "（":
                return "", lead[place + 1 :]
            depth = max(0, depth - 1)
        elif depth == 0:
            return lead[: place + 1], lead[place + 1 :]
    return "", lead


class Reader:
    """Gives the groups of one line from left to right.

    Names may take text behind a group: tell `consume` before the next.
    """

    def __init__(self, line: Line, figures: list[Quantity]) -> None:
        self.text = line.text
        self.figures = figures
        self.index = 0
        self.done = 0

    def consume(self, length: int) -> None:
        """Take `length` characters behind the last group as part of its name."""
        self.done += length

    def groups(self) -> Iterator[Group]:
        """Yield the groups in order."""
        while self.index < len(self.figures):
            yield self._next()

    def _next(self) -> Group:
        first = self.figures[self.index]
        opening = statement_start(self.text, first.start)
        at_start = self.done <= opening
        start = max(self.done, opening, first.start - _LONGEST_LEAD)
        if start == self.done and self.text[start : start + 1] == "”":
            start += 1  # closes the figure before: `“十连增”、总产达到9亿斤`
        before, clause = split_clause(self.text[start : first.start])
        last = clause[-1:]
        if last == "上" and self.text[first.start] in _MAGNITUDES and clause[-2:-1] not in _ON:
            clause = clause[:-1] + "超"  # 上千亿元 is 超千亿元.
        elif last == "）" and (note := _SAYS_HOW.search(clause)):
            clause = clause[: note.start()]
        kind = "times" if first.unit_class == "times" else first.kind
        predicate = _of_count(cut_predicate(clause, kind), first, clause)
        members, behind = [first], []
        end, bound = self._outer_end(first)
        behind.append(bound)
        while (place := self.index + len(members)) < len(self.figures):
            following = self.figures[place]
            if not _joins(self.text[end : following.start], predicate, members[-1], following):
                break
            members.append(following)
            end, bound = self._outer_end(following)
            behind.append(bound)
        self.index += len(members)
        stop = (
            self.figures[self.index].start
            if self.index < len(self.figures)
            else min(len(self.text), end + 2 * _LONGEST_TAIL)
        )
        self.done = end
        if predicate.bound == "ge" and clause.endswith("突破") and _BROKEN_THROUGH.match(self.text, end, stop):
            # `突破9项关键技术` passes no number.
            predicate = predicate._replace(subject=predicate.subject + "突破", bound="")
        after = self._behind(self.figures[self.index].end) if self.index < len(self.figures) else ""
        tail = self.text[end:stop]
        grown = tail.startswith(_GROWTH_BEHIND) or (first.unit_class == "share" and bool(_SHARE_GROWN.match(tail)))
        return Group(
            tuple(members),
            tuple(behind),
            before,
            clause,
            tail,
            predicate,
            at_start,
            opening,
            self.text[max(0, first.start - _LONGEST_LEAD) : first.start],
            after,
            grown,
            self.text[stop : self.figures[self.index].end] if self.index < len(self.figures) else "",
        )

    def _behind(self, place: int) -> str:
        return self.text[place : place + _LONGEST_TAIL]

    def _outer_end(self, figure: Quantity) -> tuple[int, Bound]:
        bound, length = bound_behind(self.text[figure.end : figure.end + 5])
        end = figure.end + length
        if self.text.startswith(_STEPS, end):
            end += next(len(step) for step in _STEPS if self.text.startswith(step, end))
        return end, bound


def _of_count(predicate: Predicate, figure: Quantity, clause: str) -> Predicate:
    """Read 提升 or 改善 before a count as part of the name (`功能提升76个`): only measures are raised by a number."""
    if figure.unit_class in ("count", "bare") and predicate.motion_word in _RAISED and not predicate.compared:
        return predicate._replace(subject=predicate.subject + predicate.motion_word, motion="", motion_word="")
    if (
        figure.unit_class == "size"
        and predicate.motion_word
        and not predicate.compared
        and (made := _MADE_BETTER.search(clause))
        and (made[0].startswith("优化") or clause.startswith(_BEING_DONE))
    ):
        # `林分优化9万亩` tells how much was made better.
        return predicate._replace(subject=predicate.subject + made[0], motion="", motion_word="")
    return predicate


def _joins(between: str, predicate: Predicate, last: Quantity, following: Quantity) -> bool:
    """Whether the following figure goes on in the list of the last one."""
    if last.kind != following.kind or len(between) > 12:
        return False
    if not between:
        return last.unit != following.unit
    if between in _PLAIN_JOINERS:
        of_two = not predicate.subject and predicate.motion == "reach"
        grown = predicate.motion in ("rise", "fall") and {last.unit_class, following.unit_class} == {"times", "share"}
        return last.unit_class == following.unit_class or predicate.shared or of_two or grown
    cut = cut_predicate(between)
    rest = cut.subject
    if rest not in ("", "、", "和", "及", "与", "以及", "/", "，和") or cut.motion in ("rise", "fall"):
        return False
    if (cut.motion or cut.bound) and not predicate.shared:
        return False
    if not re.match("[、和及与以/]", between) or "，" in between:
        return False
    return last.unit_class == following.unit_class or predicate.shared
