"""One build from the corpus to the published warehouse: which steps, on what, in which order."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePosixPath
from typing import Protocol

from flows.declared import decisions, regions, register, rules_version
from flows.ingest import PREFERRED, Found, Taken, take
from flows.settings import Settings
from flows.work import (
    DUPLICATE,
    Batch,
    Built,
    Government,
    Steps,
    Survey,
    TakenIn,
    Uncompared,
    Unsearched,
    declared,
    look_for_clues,
)
from tongbi import Report
from tongbi.series import ReportKey, pairs
from warehouse.store import Draft, Key, Skipped

BATCH = 100
"""Documents read, or pairs compared, in one task: enough that what a task costs does not show."""

AT_HAND = 300
"""Reports kept in memory between reading and comparing; what is needed beyond them is read again."""


class Teller(Protocol):
    """Whoever tells the person at the terminal how far the build is."""

    def say(self, message: str, **values: object) -> None:
        """Tell the message `tell.<message>`."""


class Silent:
    """Tells nobody."""

    def say(self, message: str, **values: object) -> None:
        """Tell nothing."""


def carry_out(here: Settings, teller: Teller | None = None, steps: Steps | None = None) -> Built:
    """Build once. Where nothing is new nothing is done or published.

    A document that cannot be read is set aside with its reason. Raises `TongbiError` (`busy`, `audit_failed`) and
    whatever stops the writing; then the published warehouse stays as it was.
    """
    rules = rules_version(here.corpus)
    with Draft(here.warehouse, rules) as draft:
        return _Build(here, draft, rules, teller or Silent(), steps or Steps()).run()


def _preference(path: str) -> tuple[int, str]:
    """Which of two documents of one session is used: the smaller."""
    suffix = PurePosixPath(path).suffix.lower()
    return (PREFERRED.index(suffix) if suffix in PREFERRED else len(PREFERRED), path)


def _batches(documents: Sequence[Found]) -> Iterator[tuple[Found, ...]]:
    """Batches in which the reports of a government stay together, the preferred documents first."""
    in_order = iter(sorted(documents, key=lambda one: (PurePosixPath(one.path).parent, _preference(one.path))))
    while batch := tuple(islice(in_order, BATCH)):
        yield batch


def _key(report: Report) -> Key:
    return (report.region, report.session)


class _Build:
    """What one build knows while it runs."""

    def __init__(self, here: Settings, draft: Draft, rules: str, teller: Teller, steps: Steps) -> None:
        self.here, self.draft, self.rules, self.teller, self.steps = here, draft, rules, teller, steps
        self.regions = regions(here.corpus)
        self.decided = decisions(here.corpus)
        self.held = draft.known()
        self.found: dict[str, Found] = {}
        self.owner: dict[Key, str] = {}
        """The document that each report is read from."""
        self.at_hand: dict[Key, Report] = {}
        self.taken: dict[Key, TakenIn] = {}
        self.aside: dict[str, Skipped] = {}
        self.compared = 0
        self.uncompared: list[Uncompared] = []
        self.tried: set[tuple[Key, Key]] = set()
        self.unsearched: list[Unsearched] = []

    def run(self) -> Built:
        survey = self.steps.survey(self.draft, self.steps.scan(self.here), self.rules, self.decided)
        self._begin(survey)
        told = declared(self.here)
        declaring = told != self.draft.declared()
        if declaring:
            self.draft.put_declared(told)
        before = set(self.draft.known_skipped())
        self.teller.say("work", read=len(survey.to_read), gone=self._gone_files(), kept=survey.unchanged)
        done = 0
        for batch in _batches(survey.to_read):
            self._take_in(batch)
            self._compare(only_at_hand=True)
            self._search(only_at_hand=True)
            done += len(batch)
            self.teller.say("reading", done=done, all=len(survey.to_read))
        gone = tuple(key for key in self.held if key not in self.owner)
        if gone:
            self.draft.withdraw(gone)
        self._forget(survey.to_compare)
        self._forget_searches()
        self._compare(only_at_hand=False)
        self._search(only_at_hand=False)
        published = bool(
            self.taken
            or self.compared
            or gone
            or set(self.aside) != before
            or survey.to_read
            or not survey.noted
            or declaring
        )
        if not survey.noted:
            self.draft.put_corrections(survey.corrections)
        orphans = tuple(self.draft.orphans())
        clues = look_for_clues(self.here, self.draft)
        if published:
            self.teller.say("auditing")
            self.draft.put_skipped(self.aside.values())
            self.steps.publish(self.draft, len(self.owner) - len(self.taken))
        return Built(
            published=published,
            reports=len(self.owner),
            pairs=self.compared,
            taken=tuple(self.taken.values()),
            skipped=tuple(sorted(self.aside.values(), key=lambda one: one.file)),
            withdrawn=gone,
            uncompared=tuple(self.uncompared),
            unsearched=tuple(self.unsearched),
            orphans=orphans,
            clues=clues,
        )

    def _begin(self, survey: Survey) -> None:
        read_again = {one.path for one in survey.to_read}
        self.found = {one.path: one for one in survey.found}
        self.aside = {one.file: one for one in survey.aside}
        self.owner = {
            key: known.file
            for key, known in self.held.items()
            if known.file in self.found and known.file not in read_again
        }

    def _gone_files(self) -> int:
        return sum(1 for known in self.held.values() if known.file not in self.found)

    def _take_in(self, batch: Sequence[Found]) -> None:
        """Read a batch and write what was read."""
        reading = self.steps.read_batch(self.here, batch, self.rules)
        chosen: dict[Key, Taken] = {}
        for one in reading.items:
            if isinstance(one, Skipped):
                self.aside[one.file] = one
            elif self._is_preferred(one):
                self.owner[_key(one.report)] = one.found.path
                chosen[_key(one.report)] = one
        if chosen:
            self.steps.write_reports(self.here, self.draft, Batch(chosen.values()))
        self.tried = {pair for pair in self.tried if not chosen.keys() & set(pair)}
        for key, taken in chosen.items():
            self.taken[key] = TakenIn(taken.found.path, *key, len(taken.report.observations), taken.warnings)
            self._remember(taken.report)
        reading.let_go()

    def _is_preferred(self, one: Taken) -> bool:
        """Whether this document is the one that its report is read from; the other of the two stands aside."""
        other = self.owner.get(_key(one.report))
        if other is None:
            return True
        kept, aside = sorted((other, one.found.path), key=_preference)
        self.aside[aside] = Skipped(aside, DUPLICATE, "", kept, self.found[aside].digest, self.rules)
        return kept == one.found.path

    def _remember(self, report: Report) -> None:
        """Keep a report at hand; the one that was kept longest makes room."""
        self.at_hand[_key(report)] = report
        while len(self.at_hand) > AT_HAND:
            del self.at_hand[next(iter(self.at_hand))]

    def _report(self, key: Key) -> Report:
        """A report at hand, or read once more from its document."""
        if key not in self.at_hand:
            found = self.found[self.owner[key]]
            self._remember(take(self.here.corpus, found, register(self.here.corpus), self.decided).report)
        return self.at_hand[key]

    def _to_compare(self, *, only_at_hand: bool) -> list[tuple[Key, Key]]:
        """The neighbours that are not compared yet and that a year or a territory does not keep apart."""
        ends = [((region, earlier), (region, later)) for region, earlier, later in self.draft.uncompared()]
        return [
            pair
            for pair in ends
            if pair not in self.tried
            and (not only_at_hand or all(key in self.at_hand for key in pair))
            and int(pair[1][1][:4]) - int(pair[0][1][:4]) <= 1
        ]

    def _forget(self, pairs: Sequence[tuple[str, str, str]]) -> None:
        """Drop what was found between reports under other corrections, but where they were compared again meanwhile.

        Not before the reports are read: what other rules found in the same texts is kept when these are read again.
        """
        made_with = self.draft.compared()
        stale = [key for key in pairs if key in made_with and made_with[key] != self.decided.of_pair(*key).digest()]
        if stale:
            self.draft.forget_comparisons(stale)

    def _forget_searches(self) -> None:
        """Drop what was found over all years under other corrections than are to be laid over it."""
        stale = [region for region, of in self.draft.searched().items() if of != self.decided.of_years(region).digest()]
        if stale:
            self.draft.forget_searches(stale)

    def _compare(self, *, only_at_hand: bool) -> None:
        """Compare pairs in batches and write what was found."""
        todo = iter(self._to_compare(only_at_hand=only_at_hand))
        while batch := list(islice(todo, BATCH)):
            self.tried.update(batch)
            reports = [(self._report(earlier), self._report(later)) for earlier, later in batch]
            comparable = [
                pair for pair in reports if pairs((ReportKey.of(pair[0]), ReportKey.of(pair[1])), self.regions).pairs
            ]
            if comparable:
                done = self.steps.compare_batch(self.here, Batch(comparable))
                compared = Batch(one for one in done.items if not isinstance(one, Uncompared))
                self.uncompared += [one for one in done.items if isinstance(one, Uncompared)]
                self.compared += len(compared.items)
                self.steps.write_comparisons(self.draft, compared)
                done.let_go()
                self.teller.say("comparing", done=self.compared)

    def _search(self, *, only_at_hand: bool) -> None:
        """Look at all reports together of governments of which one came, changed or went, in batches of reports."""
        failed = {one.region for one in self.unsearched}
        # a government of which a report is still to be read has its turn later: no part of its reports stands for all
        waiting = {region for region, session in self.held if only_at_hand and (region, session) not in self.owner}
        regions = [region for region in self.draft.unsearched() if region not in failed | waiting]
        found = [[key for key in self.owner if key[0] == region] for region in regions]
        todo = [keys for keys in found if not only_at_hand or all(key in self.at_hand for key in keys)]
        while todo:
            batch = [todo.pop(0)]
            while todo and sum(map(len, batch)) + len(todo[0]) <= BATCH:
                batch.append(todo.pop(0))
            searched = self.steps.search_batch(self.here, Batch(map(self._government, batch)))
            self.unsearched += [one for one in searched.items if isinstance(one, Unsearched)]
            told = Batch(one for one in searched.items if not isinstance(one, Unsearched))
            self.steps.write_search(self.draft, told)
            searched.let_go()

    def _government(self, keys: Sequence[Key]) -> Government:
        region = keys[0][0]
        reports = tuple(self._report(key) for key in keys)
        return Government(region, reports, tuple(self.draft.links(region)), tuple(self.draft.states(region)))
