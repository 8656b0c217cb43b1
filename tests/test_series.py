"""Which reports are laid against which: the next session of the same territory."""

from datetime import date

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as some

from tongbi.errors import BadVocabulary
from tongbi.series import Regions, ReportKey, load_regions, pairs

CUT = """
[[regions]]
name = "江左区"
code = "990102"
level = "district"
parent = "江州市"
territories = [{ note = "旧" }, { since = 2021-04-09, note = "江右区并入" }]
"""


def key(year: int, region: str = "江左区", session: str = "", delivered: date | None = None) -> ReportKey:
    return ReportKey(region, session or str(year), year, delivered)


def test_consecutive_years_are_paired_in_order():
    found = pairs([key(2025, "云川区"), key(2023, "云川区"), key(2024, "云川区")], Regions({}))
    assert [(one.year, other.year) for one, other in found.pairs] == [(2023, 2024), (2024, 2025)]
    assert found.gaps == ()


def test_governments_are_not_mixed():
    assert pairs([key(2024, "云川区"), key(2025, "江左区")], Regions({})).pairs == ()


def test_missing_years_are_a_gap_with_its_years():
    found = pairs([key(2015), key(2019)], Regions({}))
    assert found.pairs == ()
    assert [(gap.reason, gap.detail) for gap in found.gaps] == [("years_missing", "2016-2018")]


def test_no_pair_crosses_a_change_of_territory():
    found = pairs([key(year) for year in (2020, 2021, 2022, 2023)], load_regions(CUT))
    assert [(one.year, other.year) for one, other in found.pairs] == [(2020, 2021), (2022, 2023)]
    assert [(gap.earlier.year, gap.reason, gap.detail) for gap in found.gaps] == [
        (2021, "territory_changed", "江右区并入")
    ]


def test_day_of_delivery_decides_within_the_year_of_the_change():
    found = pairs([key(2021, delivered=date(2021, 5, 10)), key(2022)], load_regions(CUT))
    assert len(found.pairs) == 1


def test_two_sessions_of_one_year_follow_each_other():
    found = pairs([key(2022), key(2021, session="2021-10"), key(2021)], Regions({}))
    assert [(one.session, other.session) for one, other in found.pairs] == [("2021", "2021-10"), ("2021-10", "2022")]


def test_shangcheng_before_april_2021_is_another_territory():
    regions = load_regions((ROOT / "corpus/regions.toml").read_text(encoding="utf-8"))
    found = pairs([key(year, "杭州市上城区") for year in (2021, 2022)], regions)
    assert found.pairs == ()
    assert found.gaps[0].reason == "territory_changed"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("regions = 3", "regions"),
        ("[[regions]\n", ""),
        ('[[regions]]\nname = "甲"\nlevel = "city"\nparent = ""', "regions[1].code"),
        (CUT + CUT, "regions[2].name"),
        (CUT.replace("since = 2021-04-09", 'since = "2021"'), "regions[1].territories[2].since"),
        (CUT.replace("since = 2021-04-09, ", ""), "regions[1].territories[2].since"),
        (
            CUT.replace('{ note = "旧" }, ', '{ note = "旧" }, { since = 2022-01-01, note = "新" }, '),
            "regions[1].territories",
        ),
        (CUT.replace('note = "旧"', "note = 1"), "regions[1].territories[1].note"),
        (CUT + "kept = [{ since = 2015-01-01 }]", "regions[1].kept[1].note"),
        (CUT + "kept = [3]", "regions[1].kept[1]"),
        (CUT.replace('[{ note = "旧" }, { since = 2021-04-09, note = "江右区并入" }]', "[]"), "regions[1].territories"),
        (CUT.replace('level = "district"', 'level = "村"'), "regions[1].level"),
    ],
)
def test_bad_regions_are_refused_with_their_place(text: str, place: str):
    with pytest.raises(BadVocabulary) as refused:
        load_regions(text)
    assert refused.value.place == place


def test_government_whose_territory_never_changed_needs_not_say_so():
    (plain,) = load_regions(CUT[: CUT.index("territories")]).by_name.values()
    assert [one.since for one in plain.territories] == [None]
    assert plain.kept == ()


years = some.lists(some.integers(2000, 2030), unique=True, max_size=12)


@given(years, years)
def test_each_report_starts_at_most_one_pair_or_gap(ones: list[int], others: list[int]):
    found = pairs([*(key(year) for year in ones), *(key(year, "云川区") for year in others)], load_regions(CUT))
    starts = [one for one, _ in found.pairs] + [gap.earlier for gap in found.gaps]
    assert len(starts) == len(set(starts)) == max(0, len(ones) - 1) + max(0, len(others) - 1)
    assert all(one.region == other.region and other.year == one.year + 1 for one, other in found.pairs)
