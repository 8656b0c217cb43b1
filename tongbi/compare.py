"""The three verbs: read a report, find its baselines, compare it with the next. Each wires the stations of the line."""

import hashlib

from tongbi.align import align
from tongbi.change import changes
from tongbi.change.head import head_facts
from tongbi.decisions import NONE, Decisions
from tongbi.diff import edits, marks
from tongbi.link import links_between, target_states
from tongbi.model import Comparison, Link, Report
from tongbi.observe import observe
from tongbi.outline import outline
from tongbi.register import DEFAULT, Register
from tongbi.replay import known_as, marked, of_baselines, of_links, of_sentences
from tongbi.words import Engine


def read(text: str, region: str | None = None, year: int | None = None, *, register: Register = DEFAULT) -> Report:
    """Outline and observations of one report; `region` and `year` override what the text says.

    Raises `NotAReport` where the text is no whole work report, saying what is missing.
    """
    frame = outline(text, region, year)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    observations = observe(text, sha256, frame, register.identify)
    return Report(
        region=frame.region,
        session=str(frame.year),
        year=frame.year,
        title=frame.title,
        delivered=frame.delivered,
        speaker=frame.speaker,
        meeting=frame.meeting,
        text=text,
        sha256=sha256,
        fictional=False,
        abridged=frame.abridged,
        parts=frame.parts,
        sections=frame.sections,
        sentences=frame.sentences,
        terms=frame.terms,
        observations=observations,
    )


def baseline(report: Report, *, register: Register = DEFAULT, decisions: Decisions = NONE) -> tuple[Link, ...]:
    """Links inside one report: from the result of the past year to the target set for the same indicator."""
    return of_baselines(report, decisions, register)[0]


def compare(
    earlier: Report,
    later: Report,
    *,
    register: Register = DEFAULT,
    engine: Engine = "rjieba",
    decisions: Decisions = NONE,
) -> Comparison:
    """Lay two consecutive reports of one government against each other; `engine` cuts the words of the edits.

    `decisions` are what people decided about the two; those about what a report says are laid over it beforehand, by
    `tongbi.replay.of_report`.
    """
    known, _ = known_as(decisions.identities(later.region), register)
    given, orphans = of_sentences(earlier, later, decisions)
    matches = marked(align(earlier, later, known=given.joined, parted=given.parted), given)
    edited = tuple(edits(earlier.text, later.text, match, engine) for match in matches)
    links, of_numbers = of_links(earlier, later, links_between(earlier, later, matches, known), decisions, known)
    states = target_states(earlier, later, links)
    return Comparison(
        earlier=earlier,
        later=later,
        matches=matches,
        edits=edited,
        marks=marks(matches, edited, (earlier.text, later.text)),
        links=links,
        states=states,
        changes=changes(earlier, later, matches, links, states, known),
        head=tuple(head_facts(earlier, later)),
        decisions=decisions.of_pair(later.region, earlier.session, later.session).digest(),
        orphans=(*orphans, *of_numbers),
    )
