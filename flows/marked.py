"""A report as one self-contained web page: every number marked, what was read in it or why it was passed over."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

from flows.messages import label, say
from flows.rows import observation_row
from flows.sheet import sheet
from tongbi.model import Observation, Report, Span
from tongbi.observe.passed import Passed, passed_over

FILTERS = ("all", "actual", "target", "passed")
FIELDS = (
    ("value", "unit", "measure", "bound", "role", "period", "modality"),
    ("tier", "horizon", "certainty", "basis", "group", "indicator_id", "section", "id"),
)
"""The fields of an observation as its card shows them: those of the annotation guidelines first."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place of the text that is marked: the observations that stand there, or the reason why there is none."""

    span: Span
    look: Literal["actual", "target", "passed"]
    card: str


def _fields(report: Report, one: Observation) -> str:
    row = observation_row(report, one)
    cards = []
    for names in FIELDS:
        told = [(name, row[name]) for name in names if row[name] not in ("", None)]
        cells = "".join(f"<dt>{escape(label('field', name))}<dd>{escape(_word(name, value))}" for name, value in told)
        cards.append(f"<dl>{cells}</dl>")
    return f"<b>{escape(one.indicator)}</b>{''.join(cards)}"


def _word(name: str, value: object) -> str:
    """A field's value in the reader's words; a range as its two ends."""
    if isinstance(value, list):
        return "–".join(str(end) for end in value)
    return label(name, str(value))


def _observed(report: Report) -> Iterator[_Mark]:
    """One mark a place; observations that overlap (one number of several indicators) share it."""
    group: list[Observation] = []
    for one in sorted(report.observations, key=lambda one: (one.start, -one.end)):
        if group and one.start >= max(member.end for member in group):
            yield _shared(report, group)
            group = []
        group.append(one)
    if group:
        yield _shared(report, group)


def _shared(report: Report, group: list[Observation]) -> _Mark:
    span = Span(group[0].start, max(one.end for one in group))
    return _Mark(span, group[0].role, "<hr>".join(_fields(report, one) for one in group))


def _marks(report: Report, passed: Iterable[Passed]) -> list[_Mark]:
    over = (_Mark(one.span, "passed", f"<b>{escape(label('passed', one.reason))}</b>") for one in passed)
    return sorted([*_observed(report), *over], key=lambda mark: mark.span)


class _Marked:
    """The text of a report with its marks, piece by piece; no character is left out."""

    def __init__(self, report: Report, marks: list[_Mark]) -> None:
        self._text = report.text
        self._marks = marks
        self._starts = [mark.span.start for mark in marks]

    def pieces(self, span: Span) -> Iterator[str]:
        """What stands in `span`, which cuts no mark."""
        at = span.start
        for mark in self._marks[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
            yield escape(self._text[at : mark.span.start])
            yield self._mark(mark)
            at = mark.span.end
        yield escape(self._text[at : span.end])

    def _mark(self, mark: _Mark) -> str:
        written = escape(mark.span.of(self._text))
        return (
            f'<span class="n {mark.look}" tabindex=0>{written}<span class=card role=tooltip>{mark.card}</span></span>'
        )


def _body(report: Report, marks: list[_Mark]) -> Iterator[str]:
    """The report with its own line ends; headings are set bold."""
    marked = _Marked(report, marks)
    at = 0
    for sentence in report.sentences:
        yield from marked.pieces(Span(at, sentence.span.start))
        inner = "".join(marked.pieces(sentence.span))
        yield f"<strong>{inner}</strong>" if sentence.heading else inner
        at = sentence.span.end
    yield from marked.pieces(Span(at, len(report.text)))


def _reasons(passed: Iterable[Passed]) -> str:
    counts = Counter(one.reason for one in passed)
    rows = "".join(
        f"<tr><td>{escape(label('passed', reason))}<td class=count>{count}" for reason, count in counts.most_common()
    )
    return f"<details><summary>{escape(say('marked.reasons'))}</summary><table>{rows}</table></details>"


def report_page(report: Report) -> str:
    """The whole page: how many numbers were taken and how many not, for which reasons, then the text."""
    passed = passed_over(report.text, report.sentences, report.observations)
    counts = Counter(one.role for one in report.observations) + Counter(passed=len(passed))
    chips = "".join(
        f"<input type=radio name=show id={name} value={name}{' checked' if name == 'all' else ''}>"
        f"<label for={name}>{escape(label('shown', name))} {counts[name] if name != 'all' else counts.total()}</label>"
        for name in FILTERS
    )
    body = "".join(_body(report, _marks(report, passed)))
    return sheet(
        say("marked.title", region=report.region or "—", session=report.session),
        f"<p class=legend>{escape(say('marked.legend'))}</p>{_reasons(passed)}"
        f"<section class=marked><div class=filter>{chips}</div><article>{body}</article></section>",
        fictional=report.fictional,
        abridged=report.abridged,
    )
