"""`tongbi correct`: writes what a person decided to the corpus's corrections.toml, once it was found to have effect."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from flows.declared import register
from flows.files import plain_report
from tongbi import Report, compare
from tongbi.decisions import SOURCE, Decisions, load
from tongbi.errors import TongbiError, Unanchored
from tongbi.ledger import ledger
from tongbi.model import Orphan
from tongbi.replay import known_as, of_report

Table = Mapping[str, Any]
"""The fields of a correction, as they are to stand in the file; those that are empty are left out."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decided, and why."""

    by: str
    why: str


def place(session: str, told: str) -> dict[str, str]:
    """Read a place as it is given on the command line: `quote`, `quote|number` or `quote|number|indicator`."""
    pieces = [piece.strip() for piece in told.split("|")]
    if len(pieces) > 3:
        raise TongbiError("bad_place", detail=told)
    return {"session": session, **dict(zip(("quote", "number", "indicator"), pieces, strict=False))}


def fields(given: Iterable[str]) -> dict[str, Any]:
    """Read `name=value` pairs; a value of two numbers joined by `~` is a range."""
    told: dict[str, Any] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise TongbiError("bad_setting", detail=pair)
        is_range = name == "value" and "~" in value
        told[name.strip()] = [end.strip() for end in value.split("~")] if is_range else value.strip()
    return told


def record(corpus: Path, files: Sequence[Path], what: str, told: Table, signed: Signed) -> str:
    """Write a correction about the report in a file, or about two; gives its id.

    Raises `TongbiError` and writes nothing: as `tongbi.decisions.load` where the correction, or the file, is not sound;
    with the code of the orphan where it would have no effect (`quote_not_found`, `quote_ambiguous`, ...).
    """
    path = corpus / SOURCE
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    today = date.today()
    taken = {one.id for one in load(before).corrections}
    new = next(name for n in range(1, len(taken) + 2) if (name := f"{today.isoformat()}-{n}") not in taken)
    reports = [plain_report(file) for file in files]
    head = {"id": new, "what": what, "region": reports[0].region, "by": signed.by, "on": today, "why": signed.why}
    gap = "\n" if before and not before.endswith("\n\n") else ""
    after = f"{before}{gap}[[corrections]]\n{_written({**head, **told})}"
    for orphan in _orphans(reports, load(after), corpus):
        if orphan.correction == new:
            raise Unanchored(orphan.code, str(files[0]), detail=orphan.detail)
    _replace(path, after)
    return new


def _orphans(reports: Sequence[Report], decided: Decisions, corpus: Path) -> list[Orphan]:
    """Replay the corrections over the reports as a build does, and give those without effect."""
    known = register(corpus)
    replayed = [of_report(report, decided, known) for report in reports]
    orphans = [orphan for report in replayed for orphan in report.orphans]
    if len(replayed) == 1:
        return orphans
    earlier, later = replayed
    compared = compare(earlier, later, register=known, decisions=decided)
    named, _ = known_as(decided.identities(later.region), known)
    over_years = ledger(replayed, compared.links, compared.states, register=named, decisions=decided).replayed
    # where neighbours are not compared, what is decided on their links is replayed over years only
    own = {one.correction for one in over_years}
    orphans += [one for one in compared.orphans if one.correction not in own]
    return orphans + [Orphan(one.correction, one.code, one.detail) for one in over_years if one.code]


def _written(table: Table) -> str:
    return "".join(f"{name} = {_value(value)}\n" for name, value in table.items() if value not in ("", {}, None, False))


def _value(value: object) -> str:
    """Write a value as TOML; a JSON string is a TOML string."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{name} = {_value(one)}" for name, one in value.items() if one != "")
        return f"{{ {inner} }}"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def _replace(path: Path, text: str) -> None:
    """Put the text in the file's place in one step: a broken file would stop every build."""
    new = path.with_name(f".{path.name}.part")
    try:
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise TongbiError("cannot_write", str(path), detail=error.strerror or type(error).__name__) from error
