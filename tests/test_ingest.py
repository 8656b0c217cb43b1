"""Documents of a corpus: which files they are, what is said beside them, and whose and of when their report is."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from flows import ingest
from flows.declared import regions, register, rules_version
from flows.ingest import Beside, beside, documents, find, folder_region, named_session, read_file, take
from flows.legacy import OLE, as_modern
from flows.settings import corpus_folder, settings
from tongbi import TongbiError, rules

TEXT = (ROOT / "corpus/sample/云川区/2025.txt").read_text(encoding="utf-8")
NAMELESS = TEXT.replace("澄州市云川区", "本").replace("云川区人民政府", "").replace("云川", "")
"""The report of a government that its text never names."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def put(path: Path, content: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def without_year(text: str) -> str:
    """The report as it would read if it never said a year in digits."""
    return text.replace("2024", "去").replace("2025", "今").replace("2026", "明")


def refused(code: str, path: Path) -> TongbiError:
    with pytest.raises(TongbiError) as caught:
        read_file(path)
    assert caught.value.code == code
    return caught.value


def test_documents_are_found_in_a_fixed_order_whatever_their_names(corpus: Path) -> None:
    wanted = ["云川区/2024.txt", "云川区/2025 （修订 稿）.docx", "深/更深/某县/2023.PDF"]
    for name in wanted:
        put(corpus / name, "")
    assert [path.relative_to(corpus).as_posix() for path in documents(corpus)] == sorted(wanted)


@pytest.mark.parametrize(
    "name",
    [
        "indicators.toml",
        "云川区/2025.toml",
        "云川区/README.md",
        "云川区/readme.txt",
        "云川区/.2025.txt",
        ".git/2025.txt",
        "云川区/.swp/2025.txt",
        "云川区/~$2025.docx",
        "云川区/2025.txt.part",
        "云川区/2025.txt.reason.txt",
        "云川区/revisions/2025.a1b2c3d4.txt",
        "inbox/2025.txt",
        "inbox/云川区/2025.txt",
        "inbox/rejected/2025.txt",
    ],
)
def test_what_is_no_document_of_the_corpus_is_left_alone(corpus: Path, name: str) -> None:
    put(corpus / name)
    put(corpus / "云川区/2024.txt")
    assert [path.name for path in documents(corpus)] == ["2024.txt"]


def test_a_folder_called_like_a_file_is_no_document(corpus: Path) -> None:
    (corpus / "云川区/2025.txt").mkdir(parents=True)
    assert list(documents(corpus)) == []


@pytest.mark.parametrize(
    ("folder", "region"),
    [
        ("云川区", "云川区"),
        ("杭州市上城区", "杭州市上城区"),
        ("国务院", "国务院"),
        ("新疆生产建设兵团", "新疆生产建设兵团"),
        ("锡林郭勒盟", "锡林郭勒盟"),
        ("downloads", None),
        ("报告 2025", None),
        ("历年", None),
    ],
)
def test_a_folder_names_a_government_or_says_nothing(corpus: Path, folder: str, region: str | None) -> None:
    assert folder_region(corpus / folder / "2025.txt") == region


@pytest.mark.parametrize(
    ("name", "session"),
    [
        ("2021.txt", "2021"),
        ("2021-10.docx", "2021-10"),
        ("2021-13.txt", None),
        ("1899.txt", None),
        ("2021年.txt", None),
        ("报告2021.txt", None),
    ],
)
def test_a_file_is_named_after_its_session_or_says_nothing(name: str, session: str | None) -> None:
    assert named_session(Path(name)) == session


def test_region_is_of_the_folder_where_the_text_names_none(corpus: Path) -> None:
    assert read_file(put(corpus / "青禾县/报告.txt", NAMELESS)).region == "青禾县"
    assert read_file(put(corpus / "reports/报告.txt", NAMELESS)).region == ""


def test_year_is_of_the_file_name_where_the_text_names_none(corpus: Path) -> None:
    assert read_file(put(corpus / "云川区/关于 2031 年的报告.txt", without_year(TEXT))).year == 2031
    refused("no_year", put(corpus / "云川区/报告.txt", without_year(TEXT)))


def test_what_the_text_says_goes_before_where_a_single_file_lies(corpus: Path) -> None:
    report = read_file(put(corpus / "青禾县/2019.txt"))
    assert (report.region, report.year) == ("澄州市云川区", 2025)


def test_place_in_the_corpus_goes_before_the_text(corpus: Path) -> None:
    path = put(corpus / "云川新区/2025-10.txt")
    taken = take(corpus, find(corpus, path))
    assert (taken.report.region, taken.report.year, taken.report.session) == ("云川新区", 2025, "2025-10")


def test_side_file_goes_before_folder_and_name(corpus: Path) -> None:
    path = put(corpus / "云川新区/2025.txt")
    put(
        corpus / "云川新区/2025.toml",
        'region = "云川区"\nyear = 2025\nsession = "2025-03"\ndelivered = 2025-03-02\n'
        'fictional = true\nsource = "编写"\nsource_url = "https://example.org/a"\n',
    )
    taken = take(corpus, find(corpus, path))
    assert (taken.report.region, taken.report.session) == ("云川区", "2025-03")
    assert taken.report.fictional
    assert taken.report.delivered == date(2025, 3, 2)
    assert taken.beside.source == "编写"


def test_what_is_given_goes_before_the_side_file(corpus: Path) -> None:
    path = put(corpus / "2025.txt")
    put(corpus / "2025.toml", 'region = "甲县"\nyear = 2025\nsession = "2025-10"\n')
    assert read_file(path).session == "2025-10"
    given = read_file(path, "乙县", 2024)
    assert (given.region, given.year, given.session) == ("乙县", 2024, "2024")


def test_a_document_that_names_no_government_anywhere_is_refused(corpus: Path) -> None:
    path = put(corpus / "reports/2025.txt", NAMELESS)
    with pytest.raises(TongbiError) as caught:
        take(corpus, find(corpus, path))
    assert (caught.value.code, caught.value.source) == ("no_region", "reports/2025.txt")


def test_without_side_file_nothing_is_said(corpus: Path) -> None:
    assert beside(put(corpus / "2025.txt")) == Beside()
    assert beside(put(corpus / "2025.toml", "")) == Beside()


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("year = ", "bad_toml", ""),
        ('year = "2025"', "bad_side_file", "year"),
        ("fictional = 1", "bad_side_file", "fictional"),
        ("delivered = 2025-01-01T00:00:00", "bad_side_file", "delivered"),
        ('regoin = "云川区"', "bad_side_file", "regoin"),
        ('session = "25"', "bad_side_file", "session"),
    ],
)
def test_a_wrong_side_file_is_named_with_its_entry(corpus: Path, content: str, code: str, place: str) -> None:
    path = put(corpus / "云川区/2025.txt")
    put(corpus / "云川区/2025.toml", content)
    error = refused(code, path)
    assert error.source.endswith("2025.toml")
    assert error.place == place


def test_a_side_file_in_another_encoding_is_said_to_be_wrong(corpus: Path) -> None:
    path = put(corpus / "2025.txt")
    path.with_suffix(".toml").write_bytes('region = "云川区"'.encode("gb18030"))
    refused("bad_toml", path)


def test_digest_covers_document_and_side_file(corpus: Path) -> None:
    path = put(corpus / "云川区/2025.txt")
    alone = find(corpus, path)
    assert (alone.path, alone.region, alone.session) == ("云川区/2025.txt", "云川区", "2025")
    put(corpus / "云川区/2025.toml", "fictional = true\n")
    with_side = find(corpus, path)
    path.write_text(TEXT + "\n", encoding="utf-8")
    assert len({alone.digest, with_side.digest, find(corpus, path).digest}) == 3


def test_a_document_that_may_not_be_opened_has_no_digest(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(corpus / "云川区/2025.txt")

    def closed(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)
    assert find(corpus, path).digest == ""
    error = refused("cannot_open", path)
    assert error.detail == "Permission denied"


def test_what_is_no_readable_file_is_refused_with_its_name(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused("no_such_file", corpus / "没有.txt").source.endswith("没有.txt")
    corpus.mkdir()
    refused("is_a_folder", corpus)
    monkeypatch.setattr(ingest, "LARGEST", 100)
    refused("too_large", put(corpus / "2025.txt"))


def test_an_encoding_that_was_guessed_is_a_warning(corpus: Path) -> None:
    path = corpus / "云川区/2025.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(TEXT.encode("gb18030"))
    assert take(corpus, find(corpus, path)).warnings == ("read_as_gb18030",)


# Old Word files


def test_a_modern_document_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _program: pytest.fail("no program is needed"))
    assert as_modern("2025.txt", b"text") == ("2025.txt", b"text")


def program(tmp_path: Path, name: str, script: str) -> Path:
    """A program of this name that does what the script says."""
    path = tmp_path / name
    path.write_text("#!/bin/sh\n" + script, encoding="utf-8")
    path.chmod(0o755)
    return path


def only(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Let this one of the programs be installed, and no other."""
    monkeypatch.setattr(shutil, "which", lambda name: str(path) if path and path.name == name else None)


def test_an_old_word_file_is_turned_into_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, program(tmp_path, "catdoc", "echo 各位代表\n"))
    assert as_modern("2025.doc", OLE + b"...") == ("2025.txt", "各位代表\n".encode())


def test_an_old_word_file_is_converted_by_an_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, program(tmp_path, "soffice", 'printf converted > "$5/document.docx"\n'))
    assert as_modern("2025.doc", OLE) == ("2025.docx", b"converted")


def test_a_converter_that_fails_makes_the_file_a_damaged_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, program(tmp_path, "antiword", "exit 3\n"))
    with pytest.raises(TongbiError) as caught:
        as_modern("2025.doc", OLE)
    assert (caught.value.code, caught.value.detail) == ("damaged", "antiword")


def test_an_old_word_file_is_refused_where_no_program_is_there(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, None)
    corpus.mkdir()
    path = corpus / "2025.doc"
    path.write_bytes(OLE + bytes(2000))
    refused("legacy_doc", path)


# What a corpus declares, and where it lies


def test_a_corpus_extends_the_register(corpus: Path) -> None:
    put(
        corpus / "indicators.toml",
        '[[indicators]]\nid = "lanterns"\nname = "灯会游客"\naliases = []\nunit = "人次"\nbetter = "more"\n',
    )
    assert any(one.id == "lanterns" for one in register(corpus).indicators)
    assert rules_version(corpus) != rules.version()


def test_a_corpus_that_declares_nothing_has_the_rules_as_they_are(corpus: Path) -> None:
    corpus.mkdir()
    assert rules_version(corpus) == rules.version()
    assert regions(corpus).by_name == {}


def test_a_declaration_in_another_encoding_is_said_to_be_wrong(corpus: Path) -> None:
    corpus.mkdir()
    (corpus / "indicators.toml").write_bytes('[[indicators]]\nname = "灯会"'.encode("gb18030"))
    with pytest.raises(TongbiError) as caught:
        register(corpus)
    assert (caught.value.code, Path(caught.value.source).name) == ("bad_toml", "indicators.toml")


def test_folders_are_those_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TONGBI_CORPUS", str(tmp_path))
    monkeypatch.delenv("TONGBI_HOME", raising=False)
    monkeypatch.delenv("TONGBI_WAREHOUSE", raising=False)
    here = settings()
    assert here.corpus == tmp_path
    assert here.warehouse.is_relative_to(here.home)
    monkeypatch.setenv("TONGBI_WAREHOUSE", str(tmp_path / "data"))
    assert settings().warehouse == tmp_path / "data"


def test_a_corpus_that_is_not_there_is_no_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TONGBI_CORPUS", str(tmp_path / "nowhere"))
    with pytest.raises(TongbiError) as caught:
        corpus_folder()
    assert caught.value.code == "no_corpus"
    assert register().indicators
