"""The clue of a territory that changed: a congress whose terms are counted anew, told and never acted upon."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from flows.account import markdown, tell_built
from flows.building import nothing_new
from flows.carry import carry_out
from flows.settings import Settings
from tongbi.series import Regions, ReportKey, load_regions
from tongbi.territory import clues, ordinal, term

REGION = '[[regions]]\nname = "江左区"\ncode = ""\nlevel = "district"\nparent = "江州市"\n'
CHANGED = 'territories = [{ note = "旧" }, { since = 2022-03-01, note = "江右区并入" }]\n'
KEPT = 'kept = [{ since = 2022-03-01, note = "县改区" }]\n'


def heads(*terms: tuple[int, str]) -> list[tuple[ReportKey, str]]:
    return [(ReportKey("江左区", str(year), year), f"江左区{said}人民代表大会" if said else "") for year, said in terms]


@pytest.mark.parametrize(
    ("meeting", "written", "number"),
    [
        ("江左区第十五届人民代表大会第二次会议", "第十五届", 15),
        ("江左区十五届人大二次会议", "十五届", 15),
        ("江左区第7届人民代表大会", "第7届", 7),
        ("江左区人民代表大会", "", 0),
    ],
)
def test_term_of_the_congress(meeting: str, written: str, number: int):
    assert (ordinal(meeting), term(meeting)) == (written, number)


def test_term_that_falls_is_told_with_both_reports():
    (clue,) = clues(heads((2021, "第十五届"), (2023, "第一届"), (2024, "第一届")), Regions({}))
    assert (clue.earlier.year, clue.later.year, clue.before, clue.after) == (2021, 2023, "第十五届", "第一届")


def test_report_without_a_term_hides_nothing():
    (clue,) = clues(heads((2021, "第十五届"), (2022, ""), (2023, "第一届")), Regions({}))
    assert (clue.earlier.year, clue.later.year) == (2021, 2023)


def test_terms_that_rise_or_stay_are_no_clue():
    assert clues(heads((2021, "第十四届"), (2022, "第十五届"), (2023, "第十五届")), Regions({})) == ()


def test_governments_are_not_mixed():
    other = [(ReportKey("江右区", "2022", 2022), "江右区第二届人民代表大会")]
    assert clues([*heads((2021, "第十五届")), *other], Regions({})) == ()


@pytest.mark.parametrize("why", [CHANGED, KEPT])
@pytest.mark.parametrize(("later", "told"), [(2023, 0), (2022, 1)])
def test_what_regions_toml_explains_is_not_told(why: str, later: int, told: int):
    """The change of March 2022 explains the report of 2023, and not that of January 2022."""
    assert len(clues(heads((2021, "第十五届"), (later, "第一届")), load_regions(REGION + why))) == told


def test_every_government_of_the_corpus_has_its_parent():
    regions = load_regions((ROOT / "corpus/regions.toml").read_text(encoding="utf-8")).by_name
    ranks = ["national", "province", "city", "district"]
    for region in regions.values():
        if region.code:
            assert len(region.code) == 6
            assert ranks.index(regions[region.parent].level) < ranks.index(region.level)
        if region.level in ("city", "district") and region.code:
            parent = regions[region.parent]
            assert region.code.startswith(parent.code.rstrip("0"))
    codes = [region.code for region in regions.values() if region.code]
    assert len(codes) == len(set(codes))
    assert regions["济南市"].territories[1].since == date(2019, 1, 9)


@pytest.mark.usefixtures("chinese")
def test_build_tells_the_clue_and_parts_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    corpus = tmp_path / "corpus"
    shutil.copytree(ROOT / "corpus" / "sample", corpus / "sample")
    for file in sorted(corpus.glob("sample/**/2025.txt")):
        text = file.read_text(encoding="utf-8")
        assert "第三届" in text
        file.write_text(text.replace("第三届", "第一届"), encoding="utf-8")
    here = Settings(corpus, tmp_path / "home", tmp_path / "warehouse")
    built = carry_out(here)
    assert [(one.before, one.after, one.later.session) for one in built.clues] == [("第三届", "第一届", "2025")]
    assert built.pairs == 2
    assert "云川区 2024 第三届 → 2025 第一届" in markdown(built)
    tell_built(built, 1.0)
    assert "云川区 2024 第三届 → 2025 第一届" in capsys.readouterr().err
    again = nothing_new(here)
    assert again
    assert again.clues == built.clues
    (corpus / "regions.toml").write_text(
        REGION.replace("江左区", "云川区") + KEPT.replace("2022-03-01", "2024-06-01"), encoding="utf-8"
    )
    # What people declared is to be written; no report is read again for it.
    assert nothing_new(here) is None
    known = carry_out(here)
    assert (known.taken, known.clues) == ((), ())
