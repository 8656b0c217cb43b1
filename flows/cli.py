"""The command line.

What a command needs is imported when it runs: those about files start neither Prefect nor DuckDB.
"""

import io
import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.cli_correct import correct
from flows.messages import explain, say, tell, unexpected
from tongbi.errors import TongbiError

app = typer.Typer(
    help=say("help.app"),
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(correct, name="correct")


class PlanOrReview(StrEnum):
    """The two parts whose sentences are aligned."""

    plan = "plan"
    review = "review"


class When(StrEnum):
    """When to use colours."""

    auto = "auto"
    always = "always"
    never = "never"


PLAIN_WIDTH = 120
"""Columns of what is printed into a pipe or a file."""

File = Annotated[Path, typer.Argument(metavar="FILE", help=say("help.file"))]
Earlier = Annotated[Path, typer.Argument(metavar="EARLIER", help=say("help.earlier"))]
Later = Annotated[Path, typer.Argument(metavar="LATER", help=say("help.later"))]
Region = Annotated[str | None, typer.Option("--region", help=say("help.region"))]
Year = Annotated[int | None, typer.Option("--year", min=1949, max=2100, help=say("help.year"))]
Years = Annotated[list[int] | None, typer.Option("--year", min=1949, max=2100, help=say("help.years"))]
Port = Annotated[int | None, typer.Option("--port", min=1, max=65535, help=say("help.port"))]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help=say("help.html"))]
Colour = Annotated[When, typer.Option("--color", help=say("help.color"))]
NoPager = Annotated[bool, typer.Option("--no-pager", help=say("help.no_pager"))]
AsJson = Annotated[bool, typer.Option("--json", help=say("help.json"))]


def emit(text: str) -> None:
    """Results to stdout. A reader who closes the pipe (`| head`) has what he wanted."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def emit_lines(rows: Iterable[dict[str, Any]]) -> None:
    """JSON lines."""
    import json

    emit("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def emit_json(row: dict[str, Any]) -> None:
    """One JSON object, for a program or a person."""
    import json

    emit(json.dumps(row, ensure_ascii=False, indent=2) + "\n")


def write_result(path: Path, data: bytes) -> None:
    """Write a result to the file that the user named, and say so."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise TongbiError("cannot_write", str(path), detail=error.strerror or type(error).__name__) from error
    tell(say("tell.written", path=path))


@app.command(help=say("help.observations"))
def observations(file: File, region: Region = None, year: Year = None) -> None:
    """Every number of a report, as JSON lines."""
    from flows.files import one_report
    from flows.rows import observation_rows

    emit_lines(observation_rows(one_report(file, region, year)))


@app.command(help=say("help.links"))
def links(
    file: File,
    later: Annotated[Path | None, typer.Argument(metavar="[LATER]", help=say("help.maybe_later"))] = None,
    region: Region = None,
    year: Years = None,
) -> None:
    """Baselines of one report; outcome, revision and series links of two."""
    from flows.files import one_report, two_reports
    from flows.rows import link_rows
    from tongbi import baseline

    if later is None:
        if len(year or ()) > 1:
            raise TongbiError("years_given", str(file), detail=str(len(year or ())))
        report = one_report(file, region, year[0] if year else None)
        emit_lines(link_rows(baseline(report), report, report))
    else:
        comparison = two_reports(file, later, region, year)
        emit_lines(link_rows(comparison.links, comparison.earlier, comparison.later))


@app.command(help=say("help.align"))
def align(
    earlier: Earlier,
    later: Later,
    part: Annotated[PlanOrReview | None, typer.Option("--part", help=say("help.part"))] = None,
    region: Region = None,
    year: Years = None,
) -> None:
    """What each unit of the later report continues, as JSON lines."""
    from flows.files import two_reports
    from flows.rows import align_rows

    emit_lines(align_rows(two_reports(earlier, later, region, year), part.value if part else None))


@app.command(help=say("help.show"))
def show(
    file: File,
    html: Html = None,
    as_json: AsJson = False,
    color: Colour = When.auto,
    no_pager: NoPager = False,
    region: Region = None,
    year: Year = None,
) -> None:
    """Outline and numbers of one report."""
    from flows.files import one_report

    report = one_report(file, region, year)
    if html is not None:
        from flows.marked import report_page

        write_result(html, report_page(report).encode("utf-8", "replace"))
    if as_json:
        from flows.rows import outline_row

        emit_json(outline_row(report))
    elif html is None:
        from flows.paging import console, page, rendered
        from flows.terminal import report_view

        told = rendered(console(color.value, PLAIN_WIDTH), report_view(report))
        emit(told) if no_pager else page(told, emit)


@app.command(help=say("help.diff"))
def diff(
    earlier: Earlier,
    later: Later,
    changed: Annotated[bool, typer.Option("--changed", help=say("help.changed"))] = False,
    numbers: Annotated[bool, typer.Option("--numbers", help=say("help.numbers"))] = False,
    moved: Annotated[bool, typer.Option("--moved", help=say("help.moved"))] = False,
    part: Annotated[PlanOrReview | None, typer.Option("--part", help=say("help.side"))] = None,
    routine: Annotated[bool, typer.Option("--routine", help=say("help.routine"))] = False,
    context: Annotated[int, typer.Option("--context", "-U", metavar="N", min=0, help=say("help.context"))] = 0,
    html: Html = None,
    as_json: AsJson = False,
    color: Colour = When.auto,
    no_pager: NoPager = False,
    region: Region = None,
    year: Years = None,
) -> None:
    """Two consecutive reports, the weightiest changes first."""
    from flows.choice import Choice
    from flows.files import two_reports

    comparison = two_reports(earlier, later, region, year)
    choice = Choice(changed, numbers, moved, part.value if part else None, context, routine)
    if html is not None:
        from flows.page import comparison_page

        write_result(html, comparison_page(comparison, choice).encode("utf-8", "replace"))
    if as_json:
        from flows.numbers import number_rows
        from flows.rows import comparison_row

        emit_json({**comparison_row(comparison, choice.told(comparison)), "numbers": number_rows(comparison)})
    elif html is None:
        from flows.compared import Look, comparison_view
        from flows.paging import coloured, console, page, rendered

        target = console(color.value)
        told = rendered(target, comparison_view(comparison, choice, Look(coloured(target), target.width)))
        emit(told) if no_pager else page(told, emit)


@app.command(help=say("help.build"))
def build() -> None:
    """Corpus to warehouse, once."""
    from flows.building import build as run
    from flows.settings import settings

    run(settings())


@app.command(help=say("help.up"))
def up(port: Port = None) -> None:
    """Corpus to warehouse, then the viewer."""
    from flows.running import up as run
    from flows.settings import settings

    if not run(settings(), port):
        raise typer.Exit(1)


@app.command(help=say("help.add"))
def add(
    what: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL...", help=say("help.what"))],
    region: Region = None,
    year: Year = None,
) -> None:
    """Documents into the corpus, then a build."""
    from flows.adding import add as run
    from flows.building import build as build_all
    from flows.settings import settings

    here = settings()
    all_taken = run(here, what, region, year)
    build_all(here)
    if not all_taken:
        raise typer.Exit(1)


@app.command(help=say("help.serve"))
def serve(
    every: Annotated[int | None, typer.Option("--every", metavar="MINUTES", min=1, help=say("help.every"))] = None,
    cron: Annotated[str | None, typer.Option("--cron", metavar="CRON", help=say("help.cron"))] = None,
    port: Port = None,
) -> None:
    """Scheduled intake beside the viewer."""
    from flows.running import serve as run
    from flows.settings import settings

    run(settings(), every, cron, port)


@app.command(help=say("help.export"))
def export(
    name: Annotated[str, typer.Argument(metavar="NAME", help=say("help.name"))],
    out: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=say("help.out"))] = None,
) -> None:
    """A view as a file."""
    from flows.export import exported
    from flows.settings import settings

    data = exported(settings(), name, out.suffix if out else ".csv")
    if out:
        write_result(out, data)
    else:
        emit(data.decode("utf-8-sig"))


@app.command(help=say("help.check"))
def check() -> None:
    """Audits of the published warehouse."""
    from flows.checking import check as run
    from flows.settings import settings

    if not run(settings()):
        raise typer.Exit(1)


def main() -> None:
    """Run a command. Whatever goes wrong is one line on stderr: exit 1; wrong usage: exit 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="tongbi")
    except TongbiError as error:
        tell(explain(error))
    except Exception as error:
        if os.environ.get("TONGBI_DEBUG"):
            raise
        tell(explain(unexpected(error)))
    else:
        return
    sys.exit(1)


if __name__ == "__main__":
    main()
