"""Rows of the named queries, by column, to the values that the viewer shows."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from tongbi.model import Section, Span
from warehouse.answers import (
    AlignedRow,
    AlignedSentence,
    ChangeRow,
    Decided,
    Evidence,
    Figure,
    LedgerRow,
    ObservationRow,
    Paragraph,
    PhraseRow,
    ReadingRow,
    SaidAt,
    Searched,
    SentenceRow,
    SeriesRow,
    SilenceRow,
    TermRow,
)

Row = dict[str, Any]


def span(row: Row, prefix: str = "") -> Span:
    """Unpack the span of a row that has one."""
    return Span(row[f"{prefix}start"], row[f"{prefix}end"])


def _span_or_none(row: Row, prefix: str) -> Span | None:
    return None if row[f"{prefix}start"] is None else span(row, prefix)


def plain(number: Decimal | None) -> Decimal | None:
    """Drop the zeros that the column's scale added: 6, not 6.000000; never an exponent."""
    if number is None:
        return None
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def figure(shown: Row) -> Figure:
    """Unpack the struct of an observation."""
    return Figure(**{**shown, "low": plain(shown["low"]), "high": plain(shown["high"])})


def _figure_or_none(shown: Row | None) -> Figure | None:
    return None if shown is None else figure(shown)


def ledger_row(row: Row) -> LedgerRow:
    """Unpack a row of `ledger`: its figures come as structs."""
    figures = {
        "target": figure(row["target"]),
        "outcomes": tuple(figure(outcome) for outcome in row["outcomes"]),
        **{name: _figure_or_none(row[name]) for name in ("stretch", "baseline", "next")},
        "decided": tuple(Decided(**one) for one in row["decided"]),
        "known": tuple(map(figure, row["known"])),
        "searched": _searched(row),
    }
    low, high = (plain(row.pop(f"next_{end}_change")) for end in ("low", "high"))
    ends = None if low is None or high is None else (low, high)
    return LedgerRow(**{**row, **figures, "next_change": plain(row["next_change"]), "next_ends": ends})


def _searched(row: Row) -> Searched | None:
    """Take what was searched out of a row of `ledger`; None where something was found, or nothing looked for."""
    told = {name: row.pop(f"searched_{name}") for name in ("session", "parts", "sentences", "results", "names")}
    nearest, score, refused = row.pop("nearest"), row.pop("nearest_score"), row.pop("refused")
    if not told["session"]:
        return None
    lists = {name: tuple(filter(None, told[name].split(","))) for name in ("parts", "names")}
    return Searched(**{**told, **lists}, nearest=_figure_or_none(nearest), score=score or 0.0, refused=refused)


def silence_row(row: Row) -> SilenceRow:
    """Unpack a row of `silences`: its two offsets are a span."""
    told = {name: value for name, value in row.items() if name not in ("start", "end")}
    return SilenceRow(**told, span=_span_or_none(row, ""))


def reading_row(row: Row) -> ReadingRow:
    """Unpack a row of `extraction_changes`: its two offsets are a span."""
    told = {name: value for name, value in row.items() if name not in ("start", "end")}
    return ReadingRow(**told, span=_span_or_none(row, ""))


def series_row(row: Row) -> SeriesRow:
    """Unpack a row of `series`: its figures come as structs."""
    ends = {side: tuple(row.pop(f"{side}_base_{end}") for end in ("low", "high")) for side in ("target", "outcome")}
    figures: Row = {
        **{f"{side}_ends": None if None in pair else pair for side, pair in ends.items()},
        **{name: _figure_or_none(row[name]) for name in ("target", "outcome", "target_instead", "outcome_instead")},
        **{name: tuple(map(figure, row[name])) for name in ("target_others", "outcome_others")},
    }
    return SeriesRow(**{**row, **figures})


def change_row(row: Row) -> ChangeRow:
    """Unpack a row of `changes`: its four offsets are two spans."""
    offsets = {f"{side}_{end}" for side in ("earlier", "later") for end in ("start", "end")}
    return ChangeRow(
        **{name: value for name, value in row.items() if name not in offsets},
        earlier=_span_or_none(row, "earlier_"),
        later=_span_or_none(row, "later_"),
    )


def phrase_row(row: Row) -> PhraseRow:
    """Unpack a row of `phrases`."""
    return PhraseRow(
        **{name: row[name] for name in ("rank", "phrase", "quoted", "since", "until", "state")},
        counts=tuple((one["session"], one["count"]) for one in row["counts"]),
        first=SaidAt(row["first_said"]["session"], span(row["first_said"])),
        last=SaidAt(row["last_said"]["session"], span(row["last_said"])),
    )


def section_row(row: Row) -> Section:
    """Unpack a row of `sections`."""
    return Section(row["number"], row["heading"], row["level"], row["part"], span(row))


def observation_row(row: Row) -> ObservationRow:
    """Unpack a row of `observations`."""
    return ObservationRow(span(row), row["role"], row["tier"], figure(row["figure"]))


def term_row(row: Row) -> TermRow:
    """Unpack a row of `terms`."""
    return TermRow(row["name"], span(row), span(row, "definition_"), row["text"])


def evidence_of(row: Row) -> Evidence:
    """Unpack the row of `evidence`: offsets of the report give offsets of the paragraph."""
    begins = row["paragraph_start"]
    return Evidence(
        **{name: value for name, value in row.items() if name != "paragraph_start"}
        | {
            "figure": figure(row["figure"]),
            "sections": tuple(row["sections"]),
            "span": span(row),
            "start": row["start"] - begins,
            "end": row["end"] - begins,
        }
    )


def paragraphs(rows: Iterable[Row]) -> tuple[Paragraph, ...]:
    """Gather the rows of `sentences` into paragraphs."""
    found = []
    for _, members in groupby(rows, key=lambda row: row["paragraph"]):
        sentences = tuple(
            SentenceRow(span(row), row["text"], row["part"], row["section"], row["heading"]) for row in members
        )
        found.append(Paragraph(Span(sentences[0].span.start, sentences[-1].span.end), sentences))
    return tuple(found)


def aligned_rows(rows: Iterable[Row]) -> list[AlignedRow]:
    """Gather the rows of `aligned`, which come a sentence each, into the rows of the compare page."""
    return [_aligned(list(members)) for _, members in groupby(rows, key=lambda row: (row["place"], row["slot"]))]


def _aligned(members: Sequence[Row]) -> AlignedRow:
    earlier = tuple(_aligned_sentence(row) for row in members if row["side"] == "earlier")
    later = tuple(_aligned_sentence(row) for row in members if row["side"] == "later")
    return AlignedRow(
        relation=_relation(members[0]["relation"], len(earlier), len(later)),
        moved=members[0]["moved"],
        kept_share=_kept_share((*earlier, *later)) if earlier and later else 0.0,
        number_changed=any(row["number_marked"] for row in members),
        earlier=earlier,
        later=later,
        earlier_section=earlier[0].section if earlier else "",
        later_section=later[0].section if later else "",
        routine=len(earlier) == len(later) == 1 and not members[0]["moved"] and all(row["routine"] for row in members),
    )


def _aligned_sentence(row: Row) -> AlignedSentence:
    marks = tuple(Span(*mark) for mark in row["marks"])
    return AlignedSentence(span(row), row["text"], row["heading"], row["section"], marks, row["again"])


def _relation(relation: str, earlier: int, later: int) -> str:
    """Name what a row shows by how many sentences it holds; the matches' own relation where it is one to one."""
    if earlier > 1 and earlier >= later:
        return "merged"
    return "split" if earlier and later > 1 else relation


def _kept_share(sentences: Sequence[AlignedSentence]) -> float:
    """Tell which share of the characters of the sentences no mark covers."""
    characters = sum(sentence.span.end - sentence.span.start for sentence in sentences)
    marked = sum(mark.end - mark.start for sentence in sentences for mark in sentence.marks)
    return 1 - marked / characters if characters else 1.0
