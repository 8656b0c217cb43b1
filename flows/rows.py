"""Values as the rows that the command line prints: plain dictionaries, ready for JSON."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from tongbi.model import Change, Comparison, Link, Match, Observation, PartKind, Report, Span, Value

Row = dict[str, Any]
LINK_END = ("id", "start", "end", "quote", "indicator", "value", "unit", "bound", "period")
# The address stands before the review and the last appeal behind the plan; each counts with it, as annotators have it.
_SIDES: dict[PartKind, tuple[PartKind, ...]] = {"review": ("opening", "review"), "plan": ("plan", "closing")}


def number(value: Decimal) -> int | float:
    """A JSON number; whole ones without a decimal point."""
    return int(value) if value == value.to_integral_value() else float(value)


def _value(value: Value) -> int | float | list[int | float] | None:
    if isinstance(value, tuple):
        return [number(end) for end in value]
    return None if value is None else number(value)


def span_row(span: Span) -> Row:
    """Offsets in code points of the report's text."""
    return {"start": span.start, "end": span.end}


def section_name(report: Report, index: int) -> str:
    """A section as a reader knows it: its number with its heading; "" for what stands before the first."""
    if index < 0:
        return ""
    section = report.sections[index]
    return section.number + ("、" if section.number and section.number[-1] not in "）)、.．" else "") + section.heading


def observation_row(report: Report, observation: Observation) -> Row:
    """One observation; `section` is its heading."""
    return {
        "id": observation.id,
        "start": observation.start,
        "end": observation.end,
        "quote": observation.quote,
        "indicator": observation.indicator,
        "value": _value(observation.value),
        "unit": observation.unit,
        "measure": observation.measure,
        "bound": observation.bound,
        "role": observation.role,
        "period": observation.period,
        "modality": observation.modality,
        "section": section_name(report, observation.section),
        "indicator_id": observation.indicator_id,
        "tier": observation.tier,
        "horizon": observation.horizon,
        "certainty": observation.certainty,
        "basis": observation.basis,
        "group": observation.group,
        "decided": observation.decided,
    }


def observation_rows(report: Report) -> list[Row]:
    """The observations in reading order; the fields up to `modality` are those of the annotation guidelines."""
    return [observation_row(report, one) for one in sorted(report.observations, key=lambda one: (one.start, one.end))]


def _end_row(report: Report, observation: Observation) -> Row:
    """One end of a link: enough to find it and to read the link without the other file."""
    row = observation_row(report, observation)
    return {name: row[name] for name in LINK_END}


def link_rows(links: Iterable[Link], earlier: Report, later: Report) -> list[Row]:
    """Links with both ends written out. Both ends of a baseline lie in one report: pass it twice."""
    before: Mapping[str, Observation] = {one.id: one for one in earlier.observations}
    after: Mapping[str, Observation] = {one.id: one for one in later.observations}
    return [
        {
            "kind": link.kind,
            "from": _end_row(earlier, before[link.earlier]),
            "to": _end_row(later, after[link.later]),
            "comparable": link.comparable,
            "change": None if link.change is None else number(link.change),
            "verdict": link.verdict,
            "note": link.note,
            "score": round(link.score, 4),
            "reason": link.reason,
            "decided": link.decided,
        }
        for link in links
    ]


def align_rows(comparison: Comparison, part: PartKind | None = None) -> list[Row]:
    """Every sentence and heading of the later report but for its glossary, with what it continues, the best first.

    `part` keeps to the review with the address before it, or to the plan with the appeal behind it. `relation` is that
    of the best match, `added` where there is none.
    """
    parts = _SIDES.get(part, (part,)) if part else [kind for kinds in _SIDES.values() for kind in kinds]
    found: dict[Span, list[Match]] = {}
    for match in comparison.matches:
        found.setdefault(match.later, []).append(match)
    rows = []
    for sentence in comparison.later.sentences:
        if sentence.part in parts:
            best_first = sorted(found.get(sentence.span, ()), key=lambda match: (-match.score, match.earlier))
            rows.append(_align_row(sentence.span, best_first))
    return rows


def _align_row(later: Span, best_first: list[Match]) -> Row:
    return {
        "later": span_row(later),
        "earlier": [span_row(match.earlier) for match in best_first],
        "relation": best_first[0].relation if best_first else "added",
        "moved": best_first[0].moved if best_first else False,
        "score": round(best_first[0].score, 4) if best_first else 0,
    }


def outline_row(report: Report) -> Row:
    """The outline of one report as data."""
    return {
        "region": report.region,
        "year": report.year,
        "session": report.session,
        "title": report.title,
        "delivered": report.delivered.isoformat() if report.delivered else None,
        "speaker": report.speaker,
        "meeting": report.meeting,
        "fictional": report.fictional,
        "abridged": report.abridged,
        "parts": [{"part": part.kind, **span_row(part.span)} for part in report.parts],
        "sections": [
            {
                "number": section.number,
                "heading": section.heading,
                "level": section.level,
                "part": section.part,
                **span_row(section.span),
            }
            for section in report.sections
        ],
        "terms": [{"term": term.name, **span_row(term.span)} for term in report.terms],
    }


def _quote_row(report: Report, span: Span | None) -> Row | None:
    return None if span is None else {**span_row(span), "quote": span.of(report.text)}


def _report_row(report: Report) -> Row:
    """Which report it is, and what must be known of it."""
    return {
        "region": report.region,
        "session": report.session,
        "sha256": report.sha256,
        "fictional": report.fictional,
        "abridged": report.abridged,
    }


def comparison_row(comparison: Comparison, changes: Iterable[Change]) -> Row:
    """A whole comparison as data: head, the given changes, links and states, matches with their edits, marks."""
    earlier, later = comparison.earlier, comparison.later
    targets = {one.id: one for one in earlier.observations}
    return {
        "earlier": _report_row(earlier),
        "later": _report_row(later),
        "head": [{"kind": fact.kind, "before": fact.before, "after": fact.after} for fact in comparison.head],
        "changes": [
            {
                "kind": change.kind,
                "subject": change.subject,
                "before": change.before,
                "after": change.after,
                "earlier": _quote_row(earlier, change.earlier),
                "later": _quote_row(later, change.later),
                "earlier_observation": change.earlier_observation,
                "later_observation": change.later_observation,
                "score": round(change.score, 4),
                "reason": change.reason,
            }
            for change in changes
        ],
        "links": link_rows(comparison.links, earlier, later),
        "states": [
            {
                "target": _end_row(earlier, targets[state.observation]),
                "state": state.state,
                "reason": state.reason,
            }
            for state in comparison.states
        ],
        "matches": [
            {
                "earlier": span_row(match.earlier),
                "later": span_row(match.later),
                "relation": match.relation,
                "moved": match.moved,
                "score": round(match.score, 4),
                "reason": match.reason,
                "decided": match.decided,
                "edits": [
                    {
                        "kind": edit.kind,
                        "earlier": edit.earlier and span_row(edit.earlier),
                        "later": edit.later and span_row(edit.later),
                    }
                    for edit in edited
                ],
            }
            for match, edited in zip(comparison.matches, comparison.edits, strict=True)
        ],
        "marks": [
            {"side": mark.side, "sentence": span_row(mark.sentence), **span_row(mark.span)} for mark in comparison.marks
        ],
    }
