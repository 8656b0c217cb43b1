"""Draw links, and targets without a result, for a person to read: both sentences, and what was looked at.

    python -m scripts.read_links FOLDER --seed 7 --regions 20 --links 100 --not-found 50

FOLDER holds one folder a government with one text a year (`<region>/<year>.txt`, at any depth). The same seed draws the
same. For a target without a result the sentences of the next report are printed that say most of its name.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tongbi import Report, TongbiError, read
from tongbi.align import align
from tongbi.identity import grams, take_apart, unified
from tongbi.ledger.searched import searches
from tongbi.link import links_between, target_states
from tongbi.model import Link, Observation, Search
from tongbi.register import DEFAULT

_SENTENCES = 3


@dataclass(frozen=True)
class _Pair:
    earlier: Report
    later: Report
    links: tuple[Link, ...]
    searches: tuple[Search, ...]


def _reports(folder: Path) -> Iterator[Report]:
    for path in sorted(folder.glob("*.txt")):
        try:
            yield read(path.read_text(encoding="utf-8"), folder.name, int(path.stem[:4]))
        except (TongbiError, ValueError) as fault:
            sys.stderr.write(f"{path.name}: {fault}\n")


def _pairs(folder: Path) -> Iterator[_Pair]:
    """Read a government's reports and compare neighbours; abridged reviews are left out, they answer nothing."""
    for earlier, later in pairwise(_reports(folder)):
        if later.year == earlier.year + 1 and not later.abridged:
            links = links_between(earlier, later, align(earlier, later), DEFAULT)
            states = target_states(earlier, later, links)
            yield _Pair(earlier, later, links, searches(earlier, later, states, DEFAULT))


def _sentence(report: Report, one: Observation) -> str:
    held = next((each.span.of(report.text) for each in report.sentences if each.span.covers(one.span)), one.quote)
    return "".join(held.split())


def _figure(one: Observation) -> str:
    return f"{one.indicator} [{one.measure}] {one.quote} ({one.bound} {one.period} {one.horizon})"


def _alike(name: str, report: Report) -> list[str]:
    """Give the sentences of a report's review that say most of a name, the likest first."""
    wanted = take_apart(name).core
    scored = []
    for sentence in report.sentences:
        if sentence.part in ("review", "opening") and not sentence.heading:
            text = sentence.span.of(report.text)
            said = wanted.keys() & grams(unified(text)).keys()
            scored.append((sum(wanted[piece] for piece in said if len(piece) == 2), "".join(text.split())))
    return [text for score, text in sorted(scored, reverse=True)[:_SENTENCES] if score]


def _link_told(number: int, pair: _Pair, link: Link) -> str:
    ones, others = ({one.id: one for one in side.observations} for side in (pair.earlier, pair.later))
    one, other = ones[link.earlier], others[link.later]
    return (
        f"--- link {number}: {pair.earlier.region} {pair.earlier.session} -> {pair.later.session} "
        f"{link.kind} {link.verdict} {link.reason} {link.note} {link.score}\n"
        f"  {_figure(one)}\n    {_sentence(pair.earlier, one)}\n"
        f"  {_figure(other)}\n    {_sentence(pair.later, other)}\n"
    )


def _search_told(number: int, pair: _Pair, search: Search) -> str:
    target = next(one for one in pair.earlier.observations if one.id == search.target)
    near = next((one for one in pair.later.observations if one.id == search.nearest), None)
    sentences = "".join(f"    ? {text}\n" for text in _alike(target.indicator, pair.later))
    return (
        f"--- not found {number}: {pair.earlier.region} {pair.earlier.session} -> {pair.later.session}\n"
        f"  {_figure(target)}\n    {_sentence(pair.earlier, target)}\n"
        f"  nearest: {_figure(near) if near else '-'} {search.score} {search.refused}\n{sentences}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--regions", type=int, default=20)
    parser.add_argument("--links", type=int, default=100)
    parser.add_argument("--not-found", type=int, default=50)
    asked = parser.parse_args(arguments)
    chance = random.Random(asked.seed)  # noqa: S311 - a draw that can be repeated, no secret
    folders = sorted({path.parent for path in asked.folder.rglob("*.txt")})
    several = [folder for folder in folders if len(list(folder.glob("*.txt"))) > 1]
    drawn = sorted(chance.sample(several, min(asked.regions, len(several))))
    pairs = [pair for folder in drawn for pair in _pairs(folder)]
    links = [(pair, link) for pair in pairs for link in pair.links if link.kind != "series"]
    missing = [(pair, search) for pair in pairs for search in pair.searches]
    sys.stdout.write(f"{len(drawn)} governments, {len(pairs)} pairs, {len(links)} links, {len(missing)} not found\n")
    for number, (pair, link) in enumerate(chance.sample(links, min(asked.links, len(links))), start=1):
        sys.stdout.write(_link_told(number, pair, link))
    for number, (pair, search) in enumerate(chance.sample(missing, min(asked.not_found, len(missing))), start=1):
        sys.stdout.write(_search_told(number, pair, search))


if __name__ == "__main__":
    main()
