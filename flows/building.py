"""Building from the command line: first whether anything is to be done at all, and only then Prefect."""

import time

from flows import engine, work
from flows.account import tell_built
from flows.declared import decisions, rules_version
from flows.messages import say, tell
from flows.settings import Settings
from flows.work import Built
from tongbi.errors import TongbiError
from warehouse.store import Draft


def nothing_new(here: Settings) -> Built | None:
    """The account of a build with nothing to do, or None where there is something. Takes well under a second."""
    rules = rules_version(here.corpus)
    with Draft(here.warehouse, rules) as draft:
        survey = work.survey(draft, work.scan(here), rules, decisions(here.corpus))
        held = draft.known()
        files = {one.path for one in survey.found}
        same = {one.file for one in survey.aside} == set(draft.known_skipped())
        if (
            survey.to_read
            or survey.to_compare
            or survey.to_search
            or not survey.noted
            or draft.declared() != work.declared(here)
            or not same
            or any(known.file not in files for known in held.values())
        ):
            return None
        orphans = tuple(draft.orphans())
        clues = work.look_for_clues(here, draft)
        return Built(published=False, reports=len(held), pairs=0, skipped=survey.aside, orphans=orphans, clues=clues)


def build(here: Settings) -> Built:
    """Bring the warehouse up to the corpus and say what was done.

    Raises `TongbiError`; what was published before then stays.
    """
    started = time.monotonic()
    tell(say("tell.scanning", corpus=here.corpus))
    built = nothing_new(here)
    if built is None:
        engine.prepare(here)
        tell(say("tell.starting"))
        from flows.build import build as flow

        try:
            built = flow()
        except TongbiError:
            raise
        except Exception as error:
            raise TongbiError(
                "build_failed", str(here.warehouse), str(here.logs / "prefect.log"), repr(error)
            ) from error
    tell_built(built, time.monotonic() - started)
    return built
