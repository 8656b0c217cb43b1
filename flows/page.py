"""A comparison as one self-contained web page: no script, nothing fetched, every word of the reports escaped."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from flows.choice import Choice
from flows.compared import WORSE, glimpsed, head_lines, movement
from flows.laid import Laid, Line, headings, laid
from flows.messages import label, say
from flows.numbers import NumberChange, Numbers, from_elsewhere, lane, remarks
from flows.reasons import because
from flows.sheet import sheet
from tongbi.model import Change, Comparison, PartKind, Report, Span

RELATIONS = ("all", "changed", "added", "dropped")
"""One of these is chosen."""
CONDITIONS = ("numbers", "moved")
"""Each of these narrows what is chosen."""
EVERYTHING = Choice()


def _evidence(report: Report, span: Span | None) -> str:
    if span is None:
        return ""
    where = say("diff.cited", region=report.region, session=report.session, start=span.start, end=span.end)
    return f"<blockquote>{escape(span.of(report.text))}<cite>{escape(where)}</cite></blockquote>"


def _change(comparison: Comparison, change: Change) -> str:
    """One change: what it is, before and after, and behind a fold the sentences that it was read in."""
    before = escape(change.before)
    after = escape(change.after)
    if before and not after:
        before = f"<del>{before}</del>"
    if after and not before:
        after = f"<ins>{after}</ins>"
    sentences = _evidence(comparison.earlier, change.earlier) + _evidence(comparison.later, change.later)
    why = because(change.reason)
    reason = f"<small>{escape(why)}</small>" if why else ""
    fold = f"<details><summary>{escape(say('diff.evidence'))}</summary>{sentences}</details>" if sentences else ""
    kind = f'<span class="kind{" worse" if change.kind in WORSE else ""}">{escape(label("change", change.kind))}</span>'
    return (
        f"<li>{kind}"
        f'<div><span class="subject">{escape(change.subject)}</span>{" → ".join(filter(None, (before, after)))} '
        f"{reason}{fold}</div></li>"
    )


def _changes(comparison: Comparison, choice: Choice) -> str:
    """The ranked changes, and behind a fold the routine ones."""
    told = choice.told(comparison)
    routine = [one for one in comparison.changes if one not in told]
    head = say("diff.changes", count=len(told)) if told else say("diff.no_changes")
    listed = "".join(_change(comparison, change) for change in told)
    shown = f"<h2>{escape(head)}</h2><ol class=changes>{listed}</ol>" if told else f"<p>{escape(head)}</p>"
    if not routine:
        return shown
    folded = "".join(_change(comparison, change) for change in routine)
    label = escape(say("diff.routine_fold", count=len(routine)))
    return f"{shown}<details class=routine><summary>{label}</summary><ol class=changes>{folded}</ol></details>"


def _sentence(line: Line, tag: str, *, whole: bool, marked: bool) -> str:
    """A paragraph with the words that no match kept in `tag`; all of it where the sentence stands alone."""
    pieces = "".join(
        f"<{tag}>{escape(piece.text)}</{tag}>" if piece.marked and marked else escape(piece.text)
        for piece in line.pieces
    )
    inner = f"<{tag} class=all>{pieces}</{tag}>" if whole else pieces
    return f'<p class="again">{inner}</p>' if line.again else f"<p>{inner}</p>"


def _mark(row: Laid) -> str:
    """What stands between the two sides: 1→3, new, dropped, moved."""
    if len(row.earlier) * len(row.later) > 1:
        return f"{len(row.earlier)}→{len(row.later)}"
    if row.rewritten:
        return say("diff.rewritten")
    short = {"added": "new", "kept": ""}.get(row.relation, row.relation)
    return say("diff.moved") if row.moved else say(f"diff.{short}") if short else ""


def _number(comparison: Comparison, row: Laid, change: NumberChange) -> str:
    """One number that changed: which, from what to what, and what there is to say of it."""
    one = change.later or change.earlier
    told = " → ".join(escape(quote) for quote in (change.before, change.after) if quote)
    said = "".join(f"<em>{escape(remark)}</em>" for remark in remarks(change))
    place = from_elsewhere(comparison, row, change)
    stood = f"<small>{escape(say('diff.stood', section=place))}</small>" if place else ""
    return (
        f"<li><i>{escape(lane(change))}</i>{escape(one.indicator if one else '')} <span>{told}</span>{said}{stood}</li>"
    )


def _whereabouts(comparison: Comparison, row: Laid) -> Iterator[str]:
    """From where it moved, and where else the earlier sentence went."""
    if row.moved:
        yield movement(comparison, row)
    for sentence in row.elsewhere:
        yield glimpsed(comparison, sentence)


def _row(comparison: Comparison, row: Laid, numbers: list[NumberChange], choice: Choice) -> str:
    marked = not row.rewritten
    earlier = "".join(_sentence(line, "del", whole=not row.later, marked=marked) for line in row.earlier)
    later = "".join(_sentence(line, "ins", whole=not row.earlier, marked=marked) for line in row.later)
    relation = "kept" if choice.stayed(row) else row.relation
    classes = " ".join(["row", relation, *["moved"] * row.moved, *["numbers"] * bool(numbers)])
    where = "".join(f"<p class=where>{escape(one)}</p>" for one in _whereabouts(comparison, row))
    figures = "".join(_number(comparison, row, one) for one in numbers)
    beside = f"{where}<ul class=figures>{figures}</ul>" if figures else where
    return (
        f'<div class="{classes}"><div class=side>{earlier}</div><div class=mark>{escape(_mark(row))}</div>'
        f"<div class=side>{later}{beside}</div></div>"
    )


def _hunks(
    comparison: Comparison, rows: list[Laid], numbers: list[list[NumberChange]], choice: Choice
) -> Iterator[str]:
    """The rows, those of one section together, so that a heading goes where all its rows are filtered out."""
    headed = zip(headings(comparison, rows), rows, numbers, strict=True)
    for (_, heading), hunk in groupby(headed, key=lambda one: one[0]):
        body = "".join(_row(comparison, row, found, choice) for _, row, found in hunk)
        yield f"<div class=hunk><h3>{escape(heading or say('show.opening_section'))}</h3>{body}</div>"


def _counts(rows: list[Laid], numbers: list[list[NumberChange]], choice: Choice) -> dict[str, int]:
    return {
        "all": len(rows),
        "changed": sum(1 for row in rows if not choice.stayed(row)),
        "added": sum(1 for row in rows if row.relation == "added"),
        "dropped": sum(1 for row in rows if row.relation == "dropped"),
        "numbers": sum(1 for found in numbers if found),
        "moved": sum(1 for row in rows if row.moved),
    }


def _filter(part: PartKind, counts: dict[str, int], choice: Choice) -> str:
    """The filter of a part, set as the user asked for."""
    chosen = {"changed" if choice.changed else "all"}
    chosen |= {name for name in CONDITIONS if getattr(choice, name)}
    kinds = dict.fromkeys(RELATIONS, f"type=radio name={part}")
    kinds |= {name: f"type=checkbox name={part}-{name}" for name in CONDITIONS}
    return "".join(
        f"<input {kinds[name]} id={part}-{name} value={name}{' checked' if name in chosen else ''}>"
        f"<label for={part}-{name}>{escape(say(f'filter.{name}'))} {counts[name]}</label>"
        for name in kinds
    )


def _part(comparison: Comparison, part: PartKind, numbers: Numbers, choice: Choice) -> str:
    rows = laid(comparison, part)
    found = [numbers.of(row) for row in rows]
    chips = _filter(part, _counts(rows, found, choice), choice)
    years = [escape(say("diff.year", year=one.session)) for one in (comparison.earlier, comparison.later)]
    head = f'<div class="row head"><div class=side>{years[0]}</div><div></div><div class=side>{years[1]}</div></div>'
    body = "".join(_hunks(comparison, rows, found, choice))
    return (
        f"<section class=compared><h2>{escape(say(f'diff.{part}'))}</h2>"
        f"<div class=filter>{chips}</div>{head}{body}</section>"
    )


def comparison_page(comparison: Comparison, choice: Choice = EVERYTHING) -> str:
    """The whole page: what is worth telling first, then the plan and the review sentence by sentence.

    A choice sets the filters as they are when the page is opened; a part that was not asked for is left out.
    """
    earlier, later = comparison.earlier, comparison.later
    inserted, deleted = escape(say("diff.legend_insert")), escape(say("diff.legend_delete"))
    legend = f"<p class=legend><ins>{inserted}</ins>　<del>{deleted}</del></p>"
    head = "".join(f"<p class=head-fact>{escape(line)}</p>" for line in head_lines(comparison))
    numbers = Numbers(comparison)
    parts = "".join(_part(comparison, part, numbers, choice) for part in choice.parts)
    return sheet(
        say("diff.title", region=later.region or "—", earlier=earlier.session, later=later.session),
        f"{head}{legend}{_changes(comparison, choice)}{parts}",
        fictional=earlier.fictional or later.fictional,
        abridged=later.abridged,
    )
