"""A build works on a copy: what is published changes in one step, or not at all."""

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from invented import EARLIER, REGION, baselines, compare, festival, lay_out, observe, reports, sources

from tongbi.errors import AuditFailed, TongbiError
from tongbi.ledger import ledger
from tongbi.model import Observation, Phrase, Report, Span
from warehouse import layout
from warehouse.audits import Finding
from warehouse.questions import Questions
from warehouse.store import Draft, Known, Skipped, folder, open_published, published, rollback
from warehouse.versions import KEPT, POINTER


def publish(where: Path, *given: Report, rules: str = "r1") -> Path:
    """Build and publish these reports."""
    with Draft(where, rules) as draft:
        draft.put_reports(given, sources(*given))
        return draft.publish()


def whole(where: Path, rules: str = "r1") -> Path:
    """Build and publish both invented reports with all that was found in them."""
    earlier, later, figures = reports()
    with Draft(where, rules) as draft:
        draft.put_reports([earlier, later], sources(earlier, later))
        draft.put_baselines([(earlier, baselines(figures))])
        draft.put_comparisons([compare(earlier, later, figures)])
        return draft.publish()


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    """Ask a published file directly."""
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(statement).fetchall()


def check(where: Path) -> list[Finding]:
    """Audit what is published."""
    with open_published(where) as questions:
        return questions.audit()


def names(where: Path) -> list[str]:
    """The files in the folder."""
    return sorted(path.name for path in where.iterdir() if path.name != ".lock")


def test_what_is_put_is_known_and_published(tmp_path: Path) -> None:
    earlier, later, _ = reports()
    path = whole(tmp_path)
    assert published(tmp_path) == path
    assert names(tmp_path) == [POINTER, path.name]
    with Draft(tmp_path, "r1") as draft:
        assert draft.known() == {
            (REGION, "2024"): Known(earlier.sha256, "r1", "云溪县/2024.txt", earlier.sha256[:8]),
            (REGION, "2025"): Known(later.sha256, "r1", "云溪县/2025.txt", later.sha256[:8]),
        }
        assert draft.uncompared() == []
    assert check(tmp_path) == []


def test_a_draft_that_is_not_published_leaves_no_trace(tmp_path: Path) -> None:
    whole(tmp_path)
    before = names(tmp_path)
    with pytest.raises(ZeroDivisionError), Draft(tmp_path, "r1") as draft:
        draft.withdraw([(REGION, "2024")])
        raise ZeroDivisionError
    assert names(tmp_path) == before
    with open_published(tmp_path) as questions:
        assert questions.governments()[0].sessions == ("2024", "2025")


def test_a_draft_that_fails_its_audit_is_not_published(tmp_path: Path) -> None:
    earlier, _, _ = reports()
    before = whole(tmp_path)
    misquoted = replace(earlier.observations[0], quote="330亿元")
    with Draft(tmp_path, "r2") as draft:
        broken = replace(earlier, observations=(misquoted,))
        draft.put_reports([broken], sources(broken))
        with pytest.raises(AuditFailed, match="quote_is_slice") as failure:
            draft.publish()
    assert any("330亿元" in row for row in failure.value.rows)
    assert published(tmp_path) == before
    assert names(tmp_path) == [POINTER, before.name]


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    with Draft(tmp_path, "r1"), pytest.raises(TongbiError) as refusal:
        Draft(tmp_path, "r1")
    assert refusal.value.code == "busy"
    with Draft(tmp_path, "r1") as draft:
        assert draft.known() == {}


def test_readers_are_not_locked_out_and_see_the_next_file_when_they_open_it(tmp_path: Path) -> None:
    earlier, later, _ = reports()
    publish(tmp_path, earlier)
    with open_published(tmp_path) as before:
        publish(tmp_path, later)
        assert before.governments()[0].sessions == ("2024",)
        with open_published(tmp_path) as after:
            assert after.governments()[0].sessions == ("2024", "2025")


def test_the_last_files_stay_and_one_can_go_back_to_them(tmp_path: Path) -> None:
    earlier, later, _ = reports()
    paths = [publish(tmp_path, earlier) for _ in range(KEPT + 1)]
    assert [path.name for path in paths if path.exists()] == [path.name for path in paths[1:]]
    latest = publish(tmp_path, later)
    assert rollback(tmp_path) == paths[-1]
    with open_published(tmp_path) as questions:
        assert questions.governments()[0].sessions == ("2024",)
    # the name of the file that was rolled back is not used again
    assert publish(tmp_path, later).name > latest.name
    for _ in range(KEPT - 1):
        rollback(tmp_path)
    with pytest.raises(TongbiError) as refusal:
        rollback(tmp_path)
    assert refusal.value.code == "nothing_to_roll_back"


_KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from invented import reports, sources
from warehouse.store import Draft
earlier, later, figures = reports()
with Draft(Path(sys.argv[1]), "r2") as draft:
    draft.withdraw([(earlier.region, earlier.session)])
    draft.put_reports([later], sources(later))
    print("at work", flush=True)
    sys.stdin.read()
"""


def test_a_killed_build_leaves_what_was_published(tmp_path: Path) -> None:
    before = whole(tmp_path)
    command = [sys.executable, "-c", _KILLED, str(tmp_path), str(Path(__file__).parent)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == "at work\n"
        assert any(name.startswith("draft-") for name in names(tmp_path))
        build.kill()
    assert published(tmp_path) == before
    assert check(tmp_path) == []
    # the next build is not kept out, and clears up
    after = whole(tmp_path)
    assert names(tmp_path) == [POINTER, before.name, after.name]


def test_a_kill_between_the_file_and_the_pointer_leaves_what_was_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole(tmp_path)
    monkeypatch.setattr("warehouse.versions._switch", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        whole(tmp_path)
    monkeypatch.undo()
    assert published(tmp_path) == before
    assert check(tmp_path) == []
    assert whole(tmp_path).name > before.name


def test_another_text_is_a_new_revision_and_the_old_one_is_kept(tmp_path: Path) -> None:
    earlier, _, _ = reports()
    whole(tmp_path)
    corrected = lay_out((*EARLIER, ("glossary", 0, "东园：县城以东。")))
    path = publish(tmp_path, corrected)
    held = rows(path, "SELECT sha256, superseded_at IS NULL FROM report WHERE session = '2024' ORDER BY taken_in_at")
    assert held == [(earlier.sha256, False), (corrected.sha256, True)]
    # what was read in the old text stays with it, and its comparison is no longer shown
    assert rows(path, "SELECT count(*) FROM observation WHERE session = '2024'") == [(len(earlier.observations),)]
    assert rows(path, "SELECT count(*) FROM comparison UNION ALL SELECT count(*) FROM edit") == [(0,), (0,)]
    with Draft(tmp_path, "r1") as draft:
        assert draft.uncompared() == [(REGION, "2024", "2025")]
    # the old text comes back: it is in force again, with the day on which it first came
    path = publish(tmp_path, earlier)
    assert rows(path, "SELECT sha256 FROM current_report WHERE session = '2024'") == [(earlier.sha256,)]
    assert rows(path, "SELECT count(*) FROM report WHERE session = '2024'") == [(2,)]
    with open_published(tmp_path) as questions:
        build = questions.last_build()
    assert build is not None
    assert (build.added, build.revised, build.rederived) == (0, 1, 0)


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    tables = ("report", "sentence", "observation", "link", "match", "edit", "mark", "target_state", "change", "term")
    statement = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables)  # noqa: S608
    assert rows(whole(tmp_path), statement) == rows(whole(tmp_path), statement)
    with open_published(tmp_path) as questions:
        build = questions.last_build()
        assert questions.table("extraction_changes").num_rows == 0
    assert build is not None
    assert (build.added, build.rederived, build.compared) == (0, 2, 1)


def _reread(report: Report, lost: Observation, *gained: Observation) -> Report:
    kept = [one for one in report.observations if one != lost]
    return replace(report, observations=tuple(sorted((*kept, *gained), key=lambda one: one.start)))


def test_what_a_better_reading_gains_and_loses_is_told_apart(tmp_path: Path) -> None:
    earlier, _, figures = reports()
    publish(tmp_path, earlier)
    renamed = replace(figures.river_target, indicator="河道")
    first = _reread(earlier, figures.river_target, renamed)
    path = publish(tmp_path, first, rules="r2")
    told = "SELECT kind, indicator FROM extraction_changes ORDER BY kind"
    assert rows(path, told) == [("gained", "河道"), ("lost", "整治河道")]
    # read once more under the same rules: still told; under others: told against the reading just before
    assert rows(publish(tmp_path, first, rules="r2"), told) == [("gained", "河道"), ("lost", "整治河道")]
    path = publish(tmp_path, _reread(first, figures.gdp_growth), rules="r3")
    assert rows(path, told) == [("lost", "地区生产总值")]
    # a new text is a new text: no change of reading
    corrected = lay_out((*EARLIER, ("glossary", 0, "东园：县城以东。")))
    assert rows(publish(tmp_path, corrected, rules="r4"), told) == []


def test_a_report_that_left_the_corpus_is_withdrawn_and_kept(tmp_path: Path) -> None:
    _, later, _ = reports()
    whole(tmp_path)
    with Draft(tmp_path, "r1") as draft:
        draft.withdraw([(REGION, "2025")])
        assert list(draft.known()) == [(REGION, "2024")]
        path = draft.publish(unchanged=1)
    assert rows(path, "SELECT count(*) FROM report") == [(2,)]
    with open_published(tmp_path) as questions:
        assert questions.pairs(REGION) == []
        build = questions.last_build()
    assert build is not None
    assert (build.withdrawn, build.unchanged) == (1, 1)
    publish(tmp_path, later)
    with open_published(tmp_path) as questions:
        assert questions.governments()[0].sessions == ("2024", "2025")


def three_years() -> tuple[Report, Report, Report]:
    """Three reports of the invented county."""
    earlier, later, _ = reports()
    return lay_out((*EARLIER, ("glossary", 0, "西园：县城以西。")), year=2023), earlier, later


def put_phrases(where: Path, given: Sequence[Report], *phrases: Phrase) -> Path:
    """Build and publish these reports with set phrases of theirs, and their ledger."""
    with Draft(where, "r1") as draft:
        draft.put_reports(given, sources(*given))
        draft.put_phrases([(REGION, phrases)])
        draft.put_ledgers([(REGION, [(0, ledger(given, draft.links(REGION), draft.states(REGION)))])])
        return draft.publish()


def test_set_phrases_are_written_and_given_out_report_by_report(tmp_path: Path) -> None:
    given = three_years()
    put_phrases(tmp_path, given, festival(*given))
    with open_published(tmp_path) as questions:
        told = questions.table("phrases").to_pylist()
    assert [(row["session"], row["count"], row["state"], row["first_text"]) for row in told] == [
        ("2023", 1, "held", "办好油菜花节。"),
        ("2024", 1, "steady", "办好油菜花节。"),
        ("2025", 0, "gone", None),
    ]
    assert {(row["rank"], row["phrase"], row["since"], row["until"], row["fictional"]) for row in told} == {
        (1, "油菜花节", "2023", "2024", True)
    }
    assert [row["sha256"] for row in told] == [one.sha256 for one in given]


def test_set_phrases_are_looked_for_once_and_again_where_a_report_came_changed_or_went(tmp_path: Path) -> None:
    given = three_years()
    whole(tmp_path)
    with Draft(tmp_path, "r1") as draft:
        assert draft.unsearched() == [REGION]
    put_phrases(tmp_path, given)
    with Draft(tmp_path, "r1") as draft:
        assert draft.unsearched() == []  # though none was found
    path = put_phrases(tmp_path, given, festival(*given))
    assert rows(path, "SELECT count(*) FROM phrase") == [(3,)]
    corrected = lay_out((*EARLIER, ("glossary", 0, "东园：县城以东。")))
    with Draft(tmp_path, "r1") as draft:
        draft.put_reports([corrected], sources(corrected))
        assert draft.unsearched() == [REGION]
        assert rows(draft.publish(), "SELECT count(*) FROM phrase") == [(0,)]
    put_phrases(tmp_path, given, festival(*given))
    with Draft(tmp_path, "r1") as draft:
        draft.withdraw([(REGION, "2025")])
        assert draft.unsearched() == [REGION]
        assert rows(draft.publish(), "SELECT count(*) FROM phrase") == [(0,)]


def test_a_report_between_two_parts_their_comparison(tmp_path: Path) -> None:
    whole(tmp_path)
    between = replace(lay_out((*EARLIER, ("glossary", 0, "西园：县城以西。"))), session="2024-10")
    publish(tmp_path, between)
    with Draft(tmp_path, "r1") as draft:
        assert draft.uncompared() == [(REGION, "2024", "2024-10"), (REGION, "2024-10", "2025")]


def test_the_same_session_twice_is_refused(tmp_path: Path) -> None:
    earlier, _, _ = reports()
    with Draft(tmp_path, "r1") as draft, pytest.raises(TongbiError) as refusal:
        draft.put_reports([earlier, earlier], sources(earlier))
    assert refusal.value.code == "duplicate_report"


def test_what_cannot_be_written_is_not_written_in_part(tmp_path: Path) -> None:
    earlier, later, figures = reports()
    found = compare(earlier, later, figures)
    whole(tmp_path)
    with Draft(tmp_path, "r1") as draft:
        with pytest.raises(duckdb.ConstraintException):
            draft.put_comparisons([replace(found, states=(replace(found.states[0], reason=None),))])  # type: ignore[arg-type]
        path = draft.publish()
    kept = "SELECT count(*), (SELECT count(*) FROM target_state) FROM edit"
    assert rows(path, kept) == [(sum(len(edits) for edits in found.edits), len(found.states))]


def test_files_that_stand_aside_are_remembered_with_the_build_that_set_them_aside(tmp_path: Path) -> None:
    poem = Skipped("inbox/诗.txt", "no_plan", "", "", "d1", "r1")
    picture = Skipped("inbox/图.png", "unknown_format", "", "PNG", "d2", "r1")
    since: list[Sequence[object]] = []
    for skipped in ([poem], [poem, picture], [picture]):
        with Draft(tmp_path, "r1") as draft:
            draft.put_skipped(skipped)
            assert draft.known_skipped() == {one.file: one for one in skipped}
            since += rows(draft.publish(), "SELECT file, build FROM skipped ORDER BY build")
    assert since == [(poem.file, 1), (poem.file, 1), (picture.file, 2), (picture.file, 2)]
    earlier, _, _ = reports()
    taken = {(REGION, "2024"): replace(sources(earlier)[REGION, "2024"], file=picture.file)}
    with Draft(tmp_path, "r1") as draft:
        draft.put_reports([earlier], taken)
        assert draft.known_skipped() == {}


def test_a_file_of_another_layout_keeps_what_cannot_be_derived_again(tmp_path: Path) -> None:
    earlier, later, _ = reports()
    path = whole(tmp_path)
    with duckdb.connect(path) as connection:
        connection.execute("UPDATE layout SET digest = 'former'")
        connection.execute("ALTER TABLE report DROP COLUMN source")
        connection.execute("ALTER TABLE report ADD COLUMN printed BOOLEAN")
    with pytest.raises(TongbiError) as refusal:
        open_published(tmp_path)
    assert refusal.value.code == "outdated_warehouse"
    with Draft(tmp_path, "r1") as draft:
        assert {known.rules for known in draft.known().values()} == {""}
        # not derived again, the reports in force do not pass
        assert {finding.audit for finding in draft.audit()} == {"derived_from_current"}
        draft.put_reports([earlier, later], sources(earlier, later))
        path = draft.publish()
    assert rows(path, "SELECT count(*) FROM report") == [(2,)]
    assert rows(path, "SELECT count(*) FROM build") == [(2,)]
    assert [name for name in names(tmp_path) if "former" in name or "draft" in name] == []


def test_a_file_that_is_no_warehouse_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "tongbi-000001.duckdb"
    duckdb.connect(path).close()
    with pytest.raises(TongbiError) as refusal:
        Questions(path)
    assert refusal.value.code == "outdated_warehouse"


def test_a_pointer_that_names_nothing_is_said_to_be_damaged(tmp_path: Path) -> None:
    assert published(tmp_path) is None
    with pytest.raises(TongbiError) as refusal:
        open_published(tmp_path)
    assert refusal.value.code == "no_warehouse"
    for name in ("tongbi-000007.duckdb", "", "../elsewhere.duckdb"):
        (tmp_path / POINTER).write_text(name)
        with pytest.raises(TongbiError) as refusal:
            published(tmp_path)
        assert refusal.value.code == "damaged_warehouse"


def test_where_the_warehouse_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TONGBI_WAREHOUSE", raising=False)
    assert folder() == Path(layout.__file__).parents[1] / ".tongbi" / "warehouse"
    monkeypatch.setenv("TONGBI_WAREHOUSE", str(tmp_path / "there"))
    assert folder() == tmp_path / "there"
    monkeypatch.setenv("TONGBI_WAREHOUSE", "ducklake:postgres:dbname=tongbi")
    with pytest.raises(TongbiError) as refusal:
        folder()
    assert refusal.value.code == "unsupported_warehouse"


def _large(region: str) -> Report:
    """A report with 250 observations."""
    lines = tuple(("review", 0, f"第{number}类项目{number}家。") for number in range(1000, 1250))
    report = lay_out(lines, region)
    seen = [observe(report, words, words[8:-1], indicator=words[:6]) for _, _, words in lines]
    return replace(report, observations=tuple(replace(one, section=-1) for one in seen))


@pytest.mark.timing
def test_a_hundred_reports_of_250_rows_are_written_in_a_second(tmp_path: Path) -> None:
    model = _large("模县")
    many = [replace(model, region=f"{number}县") for number in range(100)]
    with Draft(tmp_path, "r1") as draft:
        started = time.perf_counter()
        draft.put_reports(many, sources(*many))
        took = time.perf_counter() - started
        assert draft.audit() == []
    # several times the second that it should take: the machine may be shared
    assert took < 5


def test_spans_of_the_invented_reports_are_what_they_claim() -> None:
    for report in reports()[:2]:
        assert report.parts[-1].span.end == len(report.text)
        for one in report.observations:
            assert Span(one.start, one.end).of(report.text) == one.quote
