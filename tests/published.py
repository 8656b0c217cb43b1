"""Publishes reports of a corpus by plain calls, without a flow, for tests that look at what is published."""

import hashlib
import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from tongbi import baseline, compare, read
from tongbi.ledger import ledger
from tongbi.model import Report
from tongbi.phrases import set_phrases
from warehouse.store import Draft, Key, Source


def publish(corpus: Path, where: Path) -> Path:
    """Publish every .txt of `corpus` in the folder `where`, and return it; a .toml beside one may call it fictional."""
    reports: dict[Key, Report] = {}
    sources: dict[Key, Source] = {}
    for file in sorted(corpus.rglob("2*.txt")):
        told = file.with_suffix(".toml")
        report = read(file.read_text(encoding="utf-8"), file.parent.name, int(file.stem))
        if told.is_file() and tomllib.loads(told.read_text(encoding="utf-8")).get("fictional"):
            report = replace(report, fictional=True)
        key = (report.region, report.session)
        reports[key] = report
        sources[key] = Source(file.relative_to(corpus).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest())
    in_order = [reports[key] for key in sorted(reports)]
    following = [(one, other) for one, other in pairwise(in_order) if one.region == other.region]
    with Draft(where, "rules-of-the-test") as draft:
        draft.put_reports(in_order, sources)
        draft.put_baselines([(report, baseline(report)) for report in in_order])
        draft.put_comparisons([compare(earlier, later) for earlier, later in following])
        of_regions = {one: [x for x in in_order if x.region == one] for one in draft.unsearched()}
        draft.put_phrases([(one, set_phrases(reports)) for one, reports in of_regions.items()])
        draft.put_ledgers(
            [(one, [(0, ledger(reports, draft.links(one), draft.states(one)))]) for one, reports in of_regions.items()]
        )
        draft.publish()
    return where
