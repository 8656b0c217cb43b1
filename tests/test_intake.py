"""Taking documents in, from the inbox and one by one. Nothing is ever lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from corpora import NAMELESS, OTHER, POEM, REGION, TEXT, files, inside, put

from flows import intake
from flows.ingest import beside, documents, read_file
from flows.intake import SETTLED, collect, place, take_file
from flows.settings import Settings
from tongbi import TongbiError

pytestmark = pytest.mark.usefixtures("chinese")


# One document


def test_a_document_goes_to_region_and_session(here: Settings, tmp_path: Path) -> None:
    original = put(tmp_path / "下载/工作报告 （最终 稿）.TXT")
    placed = take_file(here, original)
    assert placed.path == here.corpus / REGION / "2025.txt"
    assert placed.path.read_bytes() == original.read_bytes()
    assert (placed.already, placed.before) == (False, None)
    assert inside(here) == [f"{REGION}/2025.txt"]


def test_the_folder_that_a_region_has_is_used(here: Settings, tmp_path: Path) -> None:
    put(here.corpus / "sample" / REGION / "2024.txt", "x")
    put(here.corpus / "inbox" / REGION / "2024.txt", "x")
    assert take_file(here, put(tmp_path / "a.txt")).path == here.corpus / "sample" / REGION / "2025.txt"


def test_a_document_taken_twice_is_there_once(here: Settings, tmp_path: Path) -> None:
    first = take_file(here, put(tmp_path / "a.txt"))
    again = take_file(here, put(tmp_path / "b.txt"))
    assert again.already
    assert again.path == first.path
    assert inside(here) == [f"{REGION}/2025.txt"]


def test_what_is_replaced_is_kept_as_a_revision_with_its_side_file(here: Settings, tmp_path: Path) -> None:
    old = put(here.corpus / REGION / "2025.txt", OTHER)
    put(old.with_suffix(".toml"), 'source = "旧"\n')
    placed = take_file(here, put(tmp_path / "new.txt"))
    assert placed.path.read_text(encoding="utf-8") == TEXT
    assert placed.before is not None
    assert placed.before.parent == here.corpus / REGION / "revisions"
    assert placed.before.read_text(encoding="utf-8") == OTHER
    assert beside(placed.before).source == "旧"
    assert not placed.path.with_suffix(".toml").exists()
    assert list(documents(here.corpus)) == [placed.path]


def test_what_was_said_of_a_content_is_kept_each_time_it_is_replaced(here: Settings, tmp_path: Path) -> None:
    for content, source in ((TEXT, "一"), (OTHER, ""), (TEXT, "二"), (OTHER, "")):
        new = put(tmp_path / "a.txt", content)
        new.with_suffix(".toml").unlink(missing_ok=True)
        if source:
            put(new.with_suffix(".toml"), f'source = "{source}"\n')
        take_file(here, new)
    said = {beside(one).source for one in (here.corpus / REGION / "revisions").glob("*.txt")}
    assert {"一", "二"} <= said


def test_a_side_file_that_came_before_its_document_is_kept(here: Settings, tmp_path: Path) -> None:
    before = 'source = "先到"\n'
    put(here.corpus / REGION / "2025.toml", before)
    new = put(tmp_path / "a.txt")
    put(new.with_suffix(".toml"), 'source = "后到"\n')
    placed = take_file(here, new)
    assert beside(placed.path).source == "后到"
    assert before.encode() in files(here.corpus).values()


def test_a_side_file_keeps_its_comments(here: Settings, tmp_path: Path) -> None:
    new = put(tmp_path / "a.txt")
    written = '# 抄自政府网站\nsource = "公报"\n'
    put(new.with_suffix(".toml"), written)
    assert take_file(here, new).path.with_suffix(".toml").read_text(encoding="utf-8") == written


def test_each_content_that_was_ever_there_is_kept(here: Settings, tmp_path: Path) -> None:
    versions = [TEXT.replace("云川体育中心", f"云川第{number}体育中心") for number in (1, 2, 3)]
    for version in versions:
        take_file(here, put(tmp_path / "a.txt", version))
    assert {one.decode() for one in files(here.corpus).values()} == set(versions)


def test_a_document_of_another_kind_replaces_the_one_of_its_session(here: Settings, tmp_path: Path) -> None:
    put(here.corpus / REGION / "2025.txt", OTHER)
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in TEXT.splitlines()) + "</body></html>"
    placed = take_file(here, put(tmp_path / "page.html", page))
    assert placed.path.name == "2025.html"
    assert list(documents(here.corpus)) == [placed.path]
    assert OTHER.encode() in files(here.corpus).values()


def test_of_two_sessions_in_one_year_the_name_tells(here: Settings, tmp_path: Path) -> None:
    take_file(here, put(tmp_path / "2025.txt"))
    assert take_file(here, put(tmp_path / "2025-10.txt", OTHER)).path.name == "2025-10.txt"
    assert inside(here) == [f"{REGION}/2025-10.txt", f"{REGION}/2025.txt"]


def test_what_was_said_of_a_document_is_said_beside_it(here: Settings, tmp_path: Path) -> None:
    original = put(tmp_path / "a.txt")
    put(tmp_path / "a.toml", 'source = "区政府\\"门户\\""\ndelivered = 2025-02-13\nfictional = true\n')
    placed = take_file(here, original, "青禾县", 2025, "https://example.org/报告?id=1")
    told = beside(placed.path)
    assert placed.path == here.corpus / "青禾县/2025.txt"
    assert told == replace(beside(original), region="青禾县", year=2025, source_url="https://example.org/报告?id=1")
    assert told.source == '区政府"门户"'
    assert read_file(placed.path).fictional


@pytest.mark.parametrize("region", ["../../外县", "甲/乙县", "a:b县"])
def test_a_region_cannot_lead_out_of_the_corpus(here: Settings, tmp_path: Path, region: str) -> None:
    placed = take_file(here, put(tmp_path / "a.txt"), region)
    assert placed.path.parent.parent == here.corpus
    assert placed.path.is_file()


def test_a_region_of_dots_is_none(here: Settings, tmp_path: Path) -> None:
    report = read_file(put(tmp_path / "a.txt"), "..")
    with pytest.raises(TongbiError) as caught:
        place(here, tmp_path / "a.txt", TEXT.encode(), report, beside(tmp_path / "a.txt"))
    assert caught.value.code == "no_region"


def test_what_cannot_be_read_changes_nothing(here: Settings, tmp_path: Path) -> None:
    put(here.corpus / REGION / "2025.txt", OTHER)
    before = files(here.corpus)
    for content, code in ((POEM, "not_a_report"), (NAMELESS, "no_region"), ("", "empty")):
        with pytest.raises(TongbiError) as caught:
            take_file(here, put(tmp_path / "a.txt", content))
        assert caught.value.code == code
    assert files(here.corpus) == before


def test_a_disk_that_fails_leaves_the_old_document(
    here: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = put(here.corpus / REGION / "2025.txt", OTHER)
    new = put(tmp_path / "a.txt")
    written = intake._write

    def full(path: Path, data: bytes) -> None:
        if path == old:
            raise OSError(28, "No space left on device")
        written(path, data)

    monkeypatch.setattr(intake, "_write", full)
    with pytest.raises(OSError, match="No space"):
        take_file(here, new)
    assert old.read_text(encoding="utf-8") == OTHER
    assert new.is_file()


# The inbox


def test_the_inbox_is_taken_in_and_emptied(here: Settings) -> None:
    put(here.inbox / "报 告.txt")
    put(here.inbox / "报 告.toml", 'source = "门户"\n')
    done = collect(here)
    assert [one.path for one in done.placed] == [here.corpus / REGION / "2025.txt"]
    assert done.rejected == ()
    assert beside(done.placed[0].path).source == "门户"
    assert files(here.inbox) == {}


def test_a_folder_in_the_inbox_names_the_government(here: Settings) -> None:
    put(here.inbox / "青禾县/报告.txt", NAMELESS)
    put(here.inbox / "downloads/报告.txt")
    placed = {one.path.relative_to(here.corpus).as_posix() for one in collect(here).placed}
    assert placed == {"青禾县/2025.txt", f"{REGION}/2025.txt"}


def test_a_bad_document_is_set_aside_with_its_reason(here: Settings) -> None:
    put(here.inbox / "一首 诗.txt", POEM)
    put(here.inbox / "一首 诗.toml", 'source = "集"\n')
    put(here.inbox / "好.txt")
    done = collect(here)
    assert [one.path.name for one in done.placed] == ["2025.txt"]
    assert [one.path for one in done.rejected] == [here.inbox / "rejected/一首 诗.txt"]
    assert done.rejected[0].path.read_text(encoding="utf-8") == POEM
    why = (here.inbox / "rejected/一首 诗.txt.reason.txt").read_text(encoding="utf-8")
    assert why == done.rejected[0].why + "\n"
    assert "一首 诗.txt" in why
    assert "不像政府工作报告" in why
    assert (here.inbox / "rejected/一首 诗.toml").is_file()
    assert collect(here) == intake.Intake((), ())


def test_bad_documents_of_one_name_are_all_kept(here: Settings) -> None:
    poems = [POEM + f"其{number}\n" for number in range(3)]
    for poem in poems:
        put(here.inbox / "诗.txt", poem)
        put(here.inbox / "诗.toml", f'source = "{len(poem)}"\n')
        collect(here)
    kept = files(here.inbox / "rejected")
    assert {content.decode() for name, content in kept.items() if name in ("诗.txt", "诗-2.txt", "诗-3.txt")} == set(
        poems
    )
    assert {f"{name}.reason.txt" for name in ("诗.txt", "诗-2.txt", "诗-3.txt")} <= set(kept)


def test_what_is_there_already_is_set_aside_and_said_so(here: Settings) -> None:
    put(here.corpus / REGION / "2025.txt")
    put(here.inbox / "再来.txt")
    done = collect(here)
    assert done.placed == ()
    assert f"{REGION}/2025.txt" in done.rejected[0].why
    assert (here.inbox / "rejected/再来.txt").is_file()


def test_what_still_arrives_or_is_hidden_waits(here: Settings) -> None:
    put(here.inbox / "new.txt", age=SETTLED / 2)
    put(here.inbox / ".hidden.txt")
    put(here.inbox / ".sync/2025.txt")
    put(here.inbox / "half.txt.part")
    put(here.inbox / "README.md")
    put(here.inbox / "rejected/old.txt")
    before = files(here.inbox)
    assert collect(here) == intake.Intake((), ())
    assert files(here.inbox) == before


def test_without_an_inbox_nothing_waits(tmp_path: Path) -> None:
    assert collect(Settings(tmp_path, tmp_path, tmp_path)) == intake.Intake((), ())


def test_a_side_file_that_waits_for_its_document_stays(here: Settings, tmp_path: Path) -> None:
    side = put(here.corpus / REGION / "2025.toml", 'source = "门户"\n')
    take_file(here, put(tmp_path / "a.txt"))
    assert side.read_text(encoding="utf-8") == 'source = "门户"\n'


def test_no_content_is_ever_lost(here: Settings) -> None:
    contents = [TEXT, OTHER, POEM, TEXT + "\n", NAMELESS, TEXT]
    for number, content in enumerate(contents):
        put(here.inbox / f"{number} 号.txt", content)
    collect(here)
    assert {content.encode() for content in contents} <= set(files(here.corpus).values())
