"""Addresses of the viewer, the choice of years, and the words on screen."""

import re
from dataclasses import replace

import pytest
from shown import HERE, ZH

from viewer.address import PAGES, Address
from viewer.choice import default_pair, pairs_of, with_years
from viewer.render import compare
from viewer.render.standing import FILTERS, LOOKS
from viewer.wording import LANGUAGES, words
from warehouse.answers import Government, Pair

# Addresses


def test_an_address_survives_the_way_through_the_bar_of_a_browser():
    one = replace(HERE, row="ab:12:15:0", at="12-15", show="missed")
    assert Address.of("ledger", one.parameters) == one
    assert one.href.startswith("./ledger?region=%E4%BA%91")
    assert one.place == (12, 15)


@pytest.mark.parametrize("at", ["", "12", "15-12", "-3", "a-b", "3-3", "１-²"])
def test_what_is_no_place_is_taken_for_none(at: str):
    assert Address(at=at).place is None


def test_another_filter_closes_what_was_open():
    other = replace(HERE, row="x", at="1-2").with_parameter("show", "missed")
    assert (other.show, other.row, other.at, other.region) == ("missed", "", "", "云川区")


def test_unknown_parameters_are_passed_over():
    assert Address.of("", {"region": "甲", "evil": "1"}) == Address(region="甲")


# Choice of years


def test_a_report_without_a_next_one_can_be_chosen_alone():
    government = Government("云川区", True, ("2023", "2024", "2025"))
    pairs = pairs_of(government, [Pair("2023", "2024"), Pair("2024", "2025")])
    assert pairs == (Pair("2025", ""), Pair("2024", "2025"), Pair("2023", "2024"))
    assert default_pair(pairs) == Pair("2024", "2025")
    assert default_pair(pairs_of(Government("甲", False, ("2025",)), [])) == Pair("2025", "")


def test_other_years_keep_page_and_language():
    there = with_years(replace(HERE, row="x", show="missed", lang="en"), Pair("2024", "2025"))
    assert (there.page, there.lang, there.earlier, there.later, there.row) == ("ledger", "en", "2024", "2025", "")


# Wording


def test_every_language_has_every_phrase_with_the_same_blanks():
    def blanks(language: str) -> dict[str, set[str]]:
        return {name: set(re.findall(r"\{\w+\}", phrase)) for name, phrase in words(language).phrases.items()}

    assert blanks("zh") == blanks("en")


def test_an_unknown_language_is_answered_in_chinese():
    assert words("xx") == words("zh")
    assert {words(one).language for one in LANGUAGES} == {"zh", "en"}


def test_every_page_filter_and_standing_has_its_word():
    wanted = [f"page.{name}" for name in PAGES] + [f"standing.{name}" for name in LOOKS]
    wanted += [f"filter.{name}" for name in FILTERS if name and name not in LOOKS]
    wanted += [f"compare.{name or 'all'}" for name in compare.FILTERS]
    assert [name for name in wanted if not ZH.has(name)] == []
