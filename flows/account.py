"""The account of a build: for the terminal, and as the markdown artifact of its flow run."""

from collections.abc import Iterable, Sequence

from flows.intake import Intake, Placed
from flows.messages import explain, label, say, tell
from flows.settings import Settings
from flows.work import Built, Uncompared
from tongbi.errors import TongbiError
from tongbi.territory import Clue
from warehouse.store import OrphanRow, Skipped

SHOWN = 20
"""Documents that cannot be read are named up to this number; the artifact and the viewer have all."""


def reason(skipped: Skipped) -> str:
    """Why a document stands aside, and what to do, without its name."""
    return explain(TongbiError(skipped.code, place=skipped.place, detail=skipped.detail))


def _failed_pair(pair: Uncompared) -> str:
    return f"{pair.region} {pair.earlier} → {pair.later}: {pair.detail}"


def _cell(text: str) -> str:
    """Text that cannot break a markdown table."""
    return " ".join(text.replace("|", "\\|").split())


def _rows(head: str, rows: Iterable[tuple[str, ...]]) -> list[str]:
    told = ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return ["", head, "|" + "---|" * (head.count("|") - 1), *told] if told else ["", say("artifact.none")]


def markdown(built: Built) -> str:
    """What was taken in, what was not and why, what was removed."""
    taken = [
        (
            one.file,
            f"{one.region} {one.session}",
            str(one.observations),
            "; ".join(label("warning", warning) for warning in one.warnings),
        )
        for one in built.taken
    ]
    lines = [say("artifact.title"), "", say("artifact.taken"), *_rows(say("artifact.head"), taken)]
    skipped = [(one.file, reason(one)) for one in built.skipped]
    lines += ["", say("artifact.skipped"), *_rows(say("artifact.head_skipped"), skipped)]
    if built.uncompared:
        lines += ["", say("artifact.uncompared"), "", *(f"- {_cell(_failed_pair(one))}" for one in built.uncompared)]
    if built.unsearched:
        told = (f"- {_cell(f'{one.region}: {one.detail}')}" for one in built.unsearched)
        lines += ["", say("artifact.unsearched"), "", *told]
    if built.clues:
        lines += ["", say("artifact.clues"), "", *(f"- {_cell(_clue(one))}" for one in built.clues)]
    if built.orphans:
        told = (f"- {_cell(f'{one.id} ({one.region} {_sessions(one)}): {_adrift(one)}')}" for one in built.orphans)
        lines += ["", say("artifact.orphans"), "", *told]
    if built.withdrawn:
        lines += ["", say("artifact.removed"), "", *(f"- {_cell(' '.join(key))}" for key in built.withdrawn)]
    return "\n".join(lines) + "\n"


def _clue(one: Clue) -> str:
    """A term that falls: of which government, and between which reports."""
    return f"{one.later.region} {one.earlier.session} {one.before} → {one.later.session} {one.after}"


def tell_orphans(orphans: Sequence[OrphanRow]) -> None:
    """Say which corrections have no effect, and why: they are kept, and told at every build."""
    if orphans:
        tell(say("tell.orphans", count=len(orphans)))
    for one in orphans:
        tell(say("tell.orphan", id=one.id, region=one.region, sessions=_sessions(one), why=_adrift(one)))


def _sessions(one: OrphanRow) -> str:
    return one.earlier if one.earlier == one.later else f"{one.earlier} → {one.later}"


def _adrift(one: OrphanRow) -> str:
    return explain(TongbiError(one.state, detail=one.detail))


def tell_built(built: Built, seconds: float) -> None:
    """The same for the person at the terminal, in a few lines."""
    if built.published:
        tell(
            say(
                "tell.published",
                reports=built.reports,
                taken=len(built.taken),
                withdrawn=len(built.withdrawn),
                pairs=built.pairs,
                seconds=seconds,
            )
        )
    elif built.reports:
        tell(say("tell.up_to_date", count=built.reports))
    if not built.reports:
        tell(say("tell.no_reports"))
    for one in built.taken[:SHOWN]:
        for warning in one.warnings:
            tell(say("tell.skipped_one", path=one.file, why=label("warning", warning)))
    if built.uncompared:
        tell(say("tell.uncompared", count=len(built.uncompared)))
        for pair in built.uncompared[:SHOWN]:
            tell(f"  {_failed_pair(pair)}")
    if built.unsearched:
        tell(say("tell.unsearched", count=len(built.unsearched)))
        for government in built.unsearched[:SHOWN]:
            tell(f"  {government.region}: {government.detail}")
    if built.clues:
        tell(say("tell.clues", count=len(built.clues)))
        for clue in built.clues[:SHOWN]:
            tell(f"  {_clue(clue)}")
    tell_orphans(built.orphans)
    if built.skipped:
        tell(say("tell.skipped", count=len(built.skipped)))
        for aside in built.skipped[:SHOWN]:
            tell(say("tell.skipped_one", path=aside.file, why=reason(aside)))
        if len(built.skipped) > SHOWN:
            tell(say("tell.skipped_more", count=len(built.skipped) - SHOWN))


def tell_placed(here: Settings, placed: Placed) -> None:
    """Say where a document went."""
    path = placed.path.relative_to(here.corpus)
    if placed.already:
        tell(say("tell.already", path=path))
    elif placed.before:
        tell(say("tell.revised", path=path, old=placed.before.relative_to(here.corpus)))
    else:
        tell(say("tell.added", path=path))


def tell_intake(here: Settings, intake: Intake) -> None:
    """Say what of the inbox was taken in and what was set aside, a line each."""
    for placed in intake.placed:
        tell_placed(here, placed)
    for rejected in intake.rejected:
        tell(say("tell.set_aside", path=rejected.path.relative_to(here.inbox), why=rejected.why))


def inbox_markdown(here: Settings, intake: Intake) -> str:
    """What became of each document of the inbox."""
    taken = [(one.path.relative_to(here.corpus).as_posix(),) for one in intake.placed]
    aside = [(one.path.relative_to(here.inbox).as_posix(), one.why) for one in intake.rejected]
    return "\n".join(
        [
            say("artifact.inbox"),
            *_rows(say("artifact.head_taken"), taken),
            "",
            say("artifact.skipped"),
            *_rows(say("artifact.head_skipped"), aside),
            "",
        ]
    )
