"""`tongbi correct ...`: one command for each kind of correction."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.messages import say, tell

correct = typer.Typer(help=say("help.correct"), no_args_is_help=True, add_completion=False)


class Lane(StrEnum):
    """The four lanes of links."""

    baseline = "baseline"
    outcome = "outcome"
    revision = "revision"
    series = "series"


class Verdict(StrEnum):
    """What can be said of an outcome."""

    met = "met"
    missed = "missed"
    not_comparable = "not_comparable"


File = Annotated[Path, typer.Argument(metavar="FILE", help=say("help.file"))]
Earlier = Annotated[Path, typer.Argument(metavar="EARLIER", help=say("help.earlier"))]
Later = Annotated[Path, typer.Argument(metavar="LATER", help=say("help.later"))]
At = Annotated[str, typer.Option("--at", metavar="QUOTE[|NUMBER]", help=say("help.at"))]
From = Annotated[str, typer.Option("--from", metavar="QUOTE[|NUMBER]", help=say("help.from"))]
To = Annotated[str, typer.Option("--to", metavar="QUOTE[|NUMBER]", help=say("help.to"))]
Why = Annotated[str, typer.Option("--why", help=say("help.why"))]
By = Annotated[str, typer.Option("--by", envvar="TONGBI_REVIEWER", help=say("help.by"))]
Part = Annotated[bool, typer.Option("--part", help=say("help.parted"))]


def _record(files: Sequence[Path], what: str, told: dict[str, Any], by: str, why: str) -> None:
    from flows.correct import Signed, record
    from flows.settings import corpus_folder

    corpus = corpus_folder()
    new = record(corpus, files, what, told, Signed(by, why))
    tell(say("tell.corrected", id=new, path=corpus / "corrections.toml"))


def _place(file: Path, told: str) -> dict[str, str]:
    from flows.correct import place
    from flows.files import plain_report

    return place(plain_report(file).session, told)


@correct.command(help=say("help.correct_observation"))
def observation(
    file: File,
    at: At,
    why: Why,
    by: By,
    drop: Annotated[bool, typer.Option("--drop", help=say("help.drop"))] = False,
    add: Annotated[bool, typer.Option("--add", help=say("help.add_number"))] = False,
    given: Annotated[list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help=say("help.set"))] = None,
) -> None:
    """A number that is none, says something else, or was not read."""
    from flows.correct import fields

    decision = "drop" if drop else "add" if add else "set"
    told = {"decision": decision, "at": _place(file, at), "set": fields(given or ())}
    _record([file], "observation", told, by, why)


@correct.command(help=say("help.correct_identity"))
def identity(
    file: File,
    one: Annotated[str, typer.Argument(metavar="NAME", help=say("help.one_name"))],
    other: Annotated[str, typer.Argument(metavar="NAME", help=say("help.other_name"))],
    at: At,
    why: Why,
    by: By,
    apart: Annotated[bool, typer.Option("--apart", help=say("help.apart"))] = False,
    everywhere: Annotated[bool, typer.Option("--everywhere", help=say("help.everywhere"))] = False,
) -> None:
    """Two names of one indicator, or of two."""
    told = {"names": [one, other], "decision": "apart" if apart else "same", "everywhere": everywhere}
    _record([file], "identity", {**told, "at": _place(file, at)}, by, why)


@correct.command(help=say("help.correct_match"))
def match(earlier: Earlier, later: Later, start: From, end: To, why: Why, by: By, part: Part = False) -> None:
    """Two sentences that continue each other, or do not."""
    told = {"decision": "part" if part else "join", "earlier": _place(earlier, start), "later": _place(later, end)}
    _record([earlier, later], "match", told, by, why)


@correct.command(help=say("help.correct_link"))
def link(
    earlier: Earlier,
    later: Later,
    lane: Annotated[Lane, typer.Option("--lane", help=say("help.lane"))],
    start: From,
    end: To,
    why: Why,
    by: By,
    part: Part = False,
) -> None:
    """Two numbers that are linked, or are not; for a baseline both files are the same."""
    told = {"lane": lane.value, "decision": "part" if part else "join"}
    ends = {"earlier": _place(earlier, start), "later": _place(later, end)}
    files = [earlier] if lane == Lane.baseline else [earlier, later]
    _record(files, "link", {**told, **ends}, by, why)


@correct.command(help=say("help.correct_verdict"))
def verdict(
    earlier: Earlier,
    later: Later,
    at: At,
    verdict: Annotated[Verdict, typer.Option("--verdict", help=say("help.verdict"))],
    why: Why,
    by: By,
) -> None:
    """What became of a target of the earlier report, whatever the rule says."""
    _record([earlier, later], "verdict", {"verdict": verdict.value, "at": _place(earlier, at)}, by, why)
