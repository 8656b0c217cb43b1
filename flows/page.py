"""A comparison as one self-contained web page: no script, nothing fetched, every word of the reports escaped."""

from collections.abc import Iterator
from html import escape
from importlib.metadata import version
from importlib.resources import files

from flows.laid import Laid, Line, laid
from flows.messages import label, language, say
from flows.reasons import because
from flows.terminal import WORSE, section_of
from tongbi.model import Change, Comparison, PartKind, Report, Span

FILTERS = ("all", "changed", "added", "dropped", "moved")


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


def _changes(comparison: Comparison) -> str:
    if not comparison.changes:
        return f"<p>{escape(say('diff.no_changes'))}</p>"
    told = "".join(_change(comparison, change) for change in comparison.changes)
    return f"<h2>{escape(say('diff.changes', count=len(comparison.changes)))}</h2><ol class=changes>{told}</ol>"


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
    if row.relation in ("split", "merged"):
        return f"{len(row.earlier)}→{len(row.later)}"
    if row.rewritten:
        return say("diff.rewritten")
    short = {"added": "new", "kept": ""}.get(row.relation, row.relation)
    return say("diff.moved") if row.moved else say(f"diff.{short}") if short else ""


def _row(row: Laid) -> str:
    marked = not row.rewritten
    earlier = "".join(_sentence(line, "del", whole=not row.later, marked=marked) for line in row.earlier)
    later = "".join(_sentence(line, "ins", whole=not row.earlier, marked=marked) for line in row.later)
    classes = f"row {row.relation}{' moved' if row.moved else ''}"
    return (
        f'<div class="{classes}"><div class=side>{earlier}</div><div class=mark>{escape(_mark(row))}</div>'
        f"<div class=side>{later}</div></div>"
    )


def _rows(comparison: Comparison, rows: list[Laid]) -> Iterator[str]:
    heading = ("", "")
    for row in rows:
        if (now := section_of(comparison, row)) != heading:
            heading = now
            yield f"<h3>{escape(now[1] or say('show.opening_section'))}</h3>"
        yield _row(row)


def _counts(rows: list[Laid]) -> dict[str, int]:
    return {
        "all": len(rows),
        "changed": sum(1 for row in rows if row.relation != "kept" or row.moved),
        "added": sum(1 for row in rows if row.relation == "added"),
        "dropped": sum(1 for row in rows if row.relation == "dropped"),
        "moved": sum(1 for row in rows if row.moved),
    }


def _part(comparison: Comparison, part: PartKind) -> str:
    rows = laid(comparison, part)
    counts = _counts(rows)
    chips = "".join(
        f"<input type=radio name={part} id={part}-{name} value={name}{' checked' if name == 'all' else ''}>"
        f"<label for={part}-{name}>{escape(say(f'filter.{name}'))} {counts[name]}</label>"
        for name in FILTERS
    )
    years = [escape(say("diff.year", year=one.session)) for one in (comparison.earlier, comparison.later)]
    head = f'<div class="row head"><div class=side>{years[0]}</div><div></div><div class=side>{years[1]}</div></div>'
    body = "".join(_rows(comparison, rows))
    return f"<section><h2>{escape(say(f'diff.{part}'))}</h2><div class=filter>{chips}</div>{head}{body}</section>"


def comparison_page(comparison: Comparison) -> str:
    """The whole page: what is worth telling first, then the plan and the review sentence by sentence."""
    earlier, later = comparison.earlier, comparison.later
    title = escape(say("diff.title", region=later.region or "—", earlier=earlier.session, later=later.session))
    notices = [say("show.fictional")] if earlier.fictional or later.fictional else []
    notices += [say("show.abridged")] if later.abridged else []
    notice = "".join(f"<p class=notice>{escape(one)}</p>" for one in notices)
    inserted, deleted = escape(say("diff.legend_insert")), escape(say("diff.legend_delete"))
    legend = f"<p class=legend><ins>{inserted}</ins>　<del>{deleted}</del></p>"
    style = files("flows").joinpath("page.css").read_text(encoding="utf-8")
    made = escape(say("diff.made", version=version("tongbi")))
    return (
        f'<!doctype html><html lang="{"en" if language() == "en" else "zh-CN"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{style}</style></head><body><header><b>同比</b><span>{title}</span></header><main><h1>{title}</h1>"
        f"{notice}{legend}{_changes(comparison)}{_part(comparison, 'plan')}{_part(comparison, 'review')}"
        f"<footer>{made}</footer></main></body></html>\n"
    )
