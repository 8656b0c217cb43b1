"""Values to Arrow tables: one batch a table, column by column. The tables' own SQL says which columns there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa

from tongbi.model import Comparison, Ledger, Link, Observation, Orphan, Phrase, Report, Span, TargetState, Value
from warehouse.clusters import clusters
from warehouse.given import (
    Correction,
    Declared,
    DeclaredIndicator,
    DeclaredNote,
    DeclaredRegion,
    DeclaredTerritory,
    Source,
)

Columns = dict[str, Sequence[Any]]
Batches = dict[str, list[Columns]]
"""The columns to be written to each table, a set of columns for each report or comparison."""

Key = tuple[str, str]
"""A report's region and session."""

_SCALE = Decimal("0.000001")
_LIMIT = Decimal(10) ** 18


def exact(number: Decimal | None) -> Decimal | None:
    """Give the number as DECIMAL(24, 6) holds it, rounded half to even; None where it is too large to be held.

    No amount in a work report has nineteen digits: such a number is damaged text, and its quote is kept as written.
    """
    if number is None or not number.is_finite() or abs(number) >= _LIMIT:
        return None
    rounded = number.quantize(_SCALE)
    return rounded if abs(rounded) < _LIMIT else None


def report_batches(
    reports: Iterable[Report],
    sources: Mapping[Key, Source],
    rules: str,
    taken_in: Mapping[tuple[str, str, str], datetime],
    now: datetime,
) -> Batches:
    """Lay out everything that was read in reports. A revision that is not in `taken_in` first came `now`."""
    batches: Batches = {}
    for report in reports:
        key = {"region": report.region, "session": report.session, "sha256": report.sha256, "rules": rules}
        came = taken_in.get((report.region, report.session, report.sha256), now)
        found: dict[str, Columns] = {
            "report": _report(report, sources[report.region, report.session], came),
            "derivation": {"derived_at": [now], "decisions": [report.decisions]},
            "part": {"kind": [part.kind for part in report.parts], **_spans([part.span for part in report.parts])},
            "section": _sections(report),
            "sentence": _sentences(report),
            "term": _terms(report),
            "observation": _observations(report.observations),
        }
        _add(batches, key, found)
        _add(batches, _pair_key(report, report, rules), {"orphan": _orphans(report.orphans)})
    return batches


def comparison_batches(comparisons: Iterable[Comparison], rules: str) -> Batches:
    """Lay out everything that comparisons found."""
    batches: Batches = {}
    for comparison in comparisons:
        found: dict[str, Columns] = {
            "comparison": {"region": [comparison.later.region], "decisions": [comparison.decisions]},
            "orphan": _orphans(comparison.orphans),
            "match": _matches(comparison),
            "edit": _edits(comparison),
            "mark": _marks(comparison),
            "link": _links(comparison.links),
            "target_state": _states(comparison.states),
            "change": _changes(comparison),
            "head_fact": {
                name: [getattr(one, name) for one in comparison.head] for name in ("kind", "before", "after")
            },
        }
        _add(batches, _pair_key(comparison.earlier, comparison.later, rules), found)
    return batches


def baseline_batches(baselines: Iterable[tuple[Report, Sequence[Link]]], rules: str) -> Batches:
    """Lay out the links inside reports."""
    batches: Batches = {}
    for report, links in baselines:
        _add(batches, _pair_key(report, report, rules), {"link": _links(links)})
    return batches


def phrase_batches(found: Iterable[tuple[str, Sequence[Phrase]]], rules: str) -> Batches:
    """Lay out the set phrases of governments, a row for each report from the first that says the phrase."""
    batches: Batches = {}
    for region, phrases in found:
        rows = [(ordinal, phrase, use) for ordinal, phrase in enumerate(phrases) for use in phrase.uses]
        columns: Columns = {
            "ordinal": [ordinal for ordinal, _, _ in rows],
            "phrase": [phrase.words for _, phrase, _ in rows],
            "stretch_keyness": [phrase.keyness for _, phrase, _ in rows],
            **{name: [getattr(phrase, name) for _, phrase, _ in rows] for name in ("quoted", "since", "until")},
            **{
                name: [getattr(use, name) for _, _, use in rows]
                for name in ("session", "sha256", "count", "keyness", "state")
            },
            **_spans([use.first for _, _, use in rows], "first_"),
            **_spans([use.last for _, _, use in rows], "last_"),
        }
        _add(batches, {"region": region, "rules": rules}, {"phrase": columns})
    return batches


def ledger_batches(found: Iterable[tuple[str, int, Ledger]], rules: str) -> Batches:
    """Lay out ledgers, each with its region and territory."""
    batches: Batches = {}
    for region, territory, ledger in found:
        _add(batches, {"region": region, "rules": rules}, _ledger(ledger, territory))
    return batches


def _ledger(ledger: Ledger, territory: int) -> dict[str, Columns]:
    """Lay out what a ledger holds, by table; only lines and candidates have to say of which territory they are."""
    told = [(line, one) for line in ledger.lines for one in line.told]
    links, states, queue = ledger.outcomes, ledger.states, ledger.candidates
    return {
        "line": {
            "territory": [territory] * len(told),
            **_of_text(ledger, [one.session for _, one in told]),
            "id": [one.observation for _, one in told],
            "identity": [one.identity for _, one in told],
            **{name: [getattr(line, name) for line, _ in told] for name in ("key", "name", "decided")},
        },
        "long_link": {
            **_of_texts(ledger, [link.earlier for link in links], [link.later for link in links]),
            **_links([link.link for link in links]),
        },
        "long_correction": _columns(ledger.replayed, ("correction", "code", "detail")),
        "long_state": {
            **_of_text(ledger, [state.session for state in states]),
            "due": [state.due for state in states],
            **_states([state.state for state in states]),
        },
        "target_search": {
            **_of_texts(ledger, [one.earlier for one in ledger.searches], [one.later for one in ledger.searches]),
            **_columns(ledger.searches, ("target", "results", "nearest", "score", "refused")),
            **{name: [",".join(getattr(one, name)) for one in ledger.searches] for name in ("parts", "names")},
        },
        "known_at_setting": {
            **_of_text(ledger, [one.session for one in ledger.known_at_setting]),
            **_columns(ledger.known_at_setting, ("target", "known", "same_measure")),
        },
        "undisclosed": {
            **_of_text(ledger, [one.session for one in ledger.undisclosed]),
            **_columns(ledger.undisclosed, ("kind", "indicator_id", "observation")),
            "peers": [",".join(one.peers) for one in ledger.undisclosed],
            **_spans([one.span for one in ledger.undisclosed]),
        },
        "revised": {
            **_of_texts(
                ledger, [one.earlier_session for one in ledger.revised], [one.later_session for one in ledger.revised]
            ),
            "earlier_id": [one.earlier for one in ledger.revised],
            "later_id": [one.later for one in ledger.revised],
        },
        "stopped": {
            **_of_texts(ledger, [one.earlier for one in ledger.stopped], [one.later for one in ledger.stopped]),
            **_columns(ledger.stopped, ("line", "observation", "years", "named")),
        },
        "candidate": {
            "territory": [territory] * len(queue),
            "one_name": [one.names[0] for one in queue],
            "other_name": [one.names[1] for one in queue],
            "likeness": [one.name for one in queue],
            "told_apart": [one.both for one in queue],
            **_columns(
                queue,
                ("one", "other", "score", "links", "unit", "section", "size", "neighbours", "verdict", "reason"),
            ),
        },
    }


def _columns(rows: Sequence[Any], names: Iterable[str]) -> Columns:
    """One column for each of these fields."""
    return {name: [getattr(one, name) for one in rows] for name in names}


def _of_text(ledger: Ledger, sessions: Sequence[str]) -> Columns:
    """Tell of which reports rows are, and of which texts."""
    texts = dict(ledger.texts)
    return {"session": sessions, "sha256": [texts[one] for one in sessions]}


def _of_texts(ledger: Ledger, earlier: Sequence[str], later: Sequence[str]) -> Columns:
    """Tell the same of rows that speak of two reports."""
    ends = {"earlier": _of_text(ledger, earlier), "later": _of_text(ledger, later)}
    sessions = {side: columns["session"] for side, columns in ends.items()}
    return {**sessions, **{f"{side}_sha256": columns["sha256"] for side, columns in ends.items()}}


def correction_batches(corrections: Sequence[Correction]) -> Batches:
    """Lay out the corrections of the corpus, in the order of the file."""
    batches: Batches = {}
    _add(batches, {}, {"correction": _fields(Correction, corrections)})
    return batches


def declared_batches(declared: Declared) -> Batches:
    """Lay out governments, territories and indicators, each in its order."""
    batches: Batches = {}
    found: dict[str, Columns] = {
        "region": _fields(DeclaredRegion, declared.regions),
        "territory": _fields(DeclaredTerritory, declared.territories),
        "indicator": _fields(DeclaredIndicator, declared.indicators),
        "indicator_note": _fields(DeclaredNote, declared.notes),
    }
    _add(batches, {}, found)
    return batches


def _fields(kind: type[Any], rows: Sequence[Any]) -> Columns:
    """One column for each field of a dataclass."""
    return _columns(rows, [field.name for field in fields(kind)])


def arrow(batches: Sequence[Columns], schema: pa.Schema) -> pa.Table:
    """One Arrow table of the columns, in the order and with the types of the database's table.

    Raises `KeyError` where a column of the table is missing.
    """
    return pa.concat_tables(
        pa.Table.from_arrays([_array(columns[field.name], field.type) for field in schema], schema=schema)
        for columns in batches
    )


def _array(column: Sequence[Any] | pa.Array, kind: pa.DataType) -> pa.Array:
    return column if isinstance(column, pa.Array) else pa.array(column, type=kind)


def _add(batches: Batches, key: Mapping[str, str], found: Mapping[str, Columns]) -> None:
    """Give each table's columns their key and the rows their ordinal."""
    for table, columns in found.items():
        count = len(next(iter(columns.values())))
        constants = {name: pa.repeat(pa.scalar(value, pa.string()), count) for name, value in key.items()}
        batches.setdefault(table, []).append({"ordinal": range(count), **constants, **columns})


def _pair_key(earlier: Report, later: Report, rules: str) -> dict[str, str]:
    return {
        "region": later.region,
        "earlier": earlier.session,
        "later": later.session,
        "earlier_sha256": earlier.sha256,
        "later_sha256": later.sha256,
        "rules": rules,
    }


def _spans(spans: Sequence[Span | None], prefix: str = "") -> Columns:
    """Two columns of the spans, `start` and `end`, null where there is none."""
    return {
        f"{prefix}start": [None if span is None else span.start for span in spans],
        f"{prefix}end": [None if span is None else span.end for span in spans],
    }


def _report(report: Report, source: Source, came: datetime) -> Columns:
    return {
        "year": [report.year],
        "title": [report.title],
        "delivered": [report.delivered],
        "speaker": [report.speaker],
        "meeting": [report.meeting],
        "text": [report.text],
        "fictional": [report.fictional],
        "abridged": [report.abridged],
        "source": [source.source],
        "source_url": [source.source_url],
        "file": [source.file],
        "digest": [source.digest],
        "taken_in_at": [came],
        "superseded_at": [None],
    }


def _sections(report: Report) -> Columns:
    return {
        "number": [section.number for section in report.sections],
        "heading": [section.heading for section in report.sections],
        "level": [section.level for section in report.sections],
        "part": [section.part for section in report.sections],
        **_spans([section.span for section in report.sections]),
    }


def _sentences(report: Report) -> Columns:
    return {
        "part": [sentence.part for sentence in report.sentences],
        "section": [sentence.section for sentence in report.sentences],
        "paragraph": [sentence.paragraph for sentence in report.sentences],
        "heading": [sentence.heading for sentence in report.sentences],
        **_spans([sentence.span for sentence in report.sentences]),
    }


def _terms(report: Report) -> Columns:
    return {
        "name": [term.name for term in report.terms],
        **_spans([term.span for term in report.terms]),
        **_spans([term.definition for term in report.terms], "definition_"),
    }


def _observations(observations: Sequence[Observation]) -> Columns:
    words = ("id", "quote", "indicator", "indicator_id", "unit", "measure", "bound", "role", "period", "modality")
    place = ("start", "end", "section", "tier", "horizon", "certainty", "basis", "decided")
    return {
        **{name: [getattr(observation, name) for observation in observations] for name in (*words, *place)},
        "low": [exact(_bounds(observation.value)[0]) for observation in observations],
        "high": [exact(_bounds(observation.value)[1]) for observation in observations],
        "floor": [observation.group for observation in observations],
    }


def _bounds(value: Value) -> tuple[Decimal | None, Decimal | None]:
    return value if isinstance(value, tuple) else (value, value)


def _matches(comparison: Comparison) -> Columns:
    matches = comparison.matches
    return {
        "relation": [match.relation for match in matches],
        "moved": [match.moved for match in matches],
        "score": [match.score for match in matches],
        "reason": [match.reason for match in matches],
        "cluster": clusters(matches, comparison.later.sentences),
        "decided": [match.decided for match in matches],
        **_spans([match.earlier for match in matches], "earlier_"),
        **_spans([match.later for match in matches], "later_"),
    }


def _edits(comparison: Comparison) -> Columns:
    edits = [edit for of_match in comparison.edits for edit in of_match]
    return {
        "match": [match for match, of_match in enumerate(comparison.edits) for _ in of_match],
        "kind": [edit.kind for edit in edits],
        **_spans([edit.earlier for edit in edits], "earlier_"),
        **_spans([edit.later for edit in edits], "later_"),
    }


def _marks(comparison: Comparison) -> Columns:
    return {
        "side": [mark.side for mark in comparison.marks],
        **_spans([mark.sentence for mark in comparison.marks], "sentence_"),
        **_spans([mark.span for mark in comparison.marks]),
    }


def _links(links: Sequence[Link]) -> Columns:
    return {
        "kind": [link.kind for link in links],
        "earlier_id": [link.earlier for link in links],
        "later_id": [link.later for link in links],
        "comparable": [link.comparable for link in links],
        "change": [exact(link.change) for link in links],
        "verdict": [link.verdict for link in links],
        "note": [link.note for link in links],
        "score": [link.score for link in links],
        "reason": [link.reason for link in links],
        "decided": [link.decided for link in links],
    }


def _orphans(orphans: Sequence[Orphan]) -> Columns:
    return {name: [getattr(orphan, name) for orphan in orphans] for name in ("correction", "code", "detail")}


def _states(states: Sequence[TargetState]) -> Columns:
    return _columns(states, ("observation", "state", "reason"))


def _changes(comparison: Comparison) -> Columns:
    changes = comparison.changes
    words = ("kind", "subject", "before", "after", "earlier_observation", "later_observation", "score", "reason")
    return {
        **{name: [getattr(change, name) for change in changes] for name in words},
        **_spans([change.earlier for change in changes], "earlier_"),
        **_spans([change.later for change in changes], "later_"),
    }
