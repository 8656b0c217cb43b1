"""What was looked at for a target of which nothing was found: said plainly, so that a reader can look again."""

from collections.abc import Mapping

from tongbi.pairing import THRESHOLD
from viewer.render.markup import Html, tag
from viewer.wording import Words
from warehouse.answers import LedgerRow, Searched


def told(searched: Searched, named: Mapping[str, str], target: str, words: Words) -> list[tuple[str, str]]:
    """Each thing that was looked at, with its label; `named` are indicators of targets by id, `target` its id."""
    parts = words("series.comma").join(words(f"part.{part}") for part in searched.parts)
    where = words("searched.report", session=searched.session)
    if parts:
        where = words("searched.in_parts", session=searched.session, parts=parts, sentences=searched.sentences)
    found = words("searched.results" if searched.results else "searched.no_results", count=searched.results)
    lines = [("where", where), ("numbers", found), ("names", words("series.comma").join(searched.names))]
    if searched.nearest:
        near = words("searched.near", indicator=searched.nearest.indicator, quote=searched.nearest.quote)
        alike = words("searched.alike", score=f"{searched.score:.2f}", enough=f"{THRESHOLD:.2f}")
        lines.append(("nearest", near + alike))
    lines.append(("why", why(searched.refused, named, target, words)))
    return [(words(f"searched.label_{name}"), line) for name, line in lines if line]


def why(refused: str, named: Mapping[str, str], target: str, words: Words) -> str:
    """Why the nearest number was not taken, in words."""
    key, _, rest = refused.partition(":")
    if key == "taken":
        if rest == target:
            return words("searched.span")
        return words("searched.taken_by", indicator=named[rest]) if rest in named else words("refused.taken")
    parameters = rest.split(":") if rest else []
    if key == "measure":
        parameters = [words(f"measure.{one}") for one in parameters]
    if key == "scope":
        parameters = [one or words("rule.unnamed") for one in parameters]
    return words.filled(f"refused.{key}", parameters) if words.has(f"refused.{key}") else ""


def section(row: LedgerRow, named: Mapping[str, str], words: Words) -> Html:
    """What was looked at, as a list of labels; nothing where something was found."""
    if row.searched is None:
        return Html()
    lines = told(row.searched, named, row.id, words)
    items = [part for label, line in lines for part in (tag("dt", label), tag("dd", line))]
    return tag("section", tag("h3", words("searched.heading")), tag("dl", *items), cls="tb-searched")
