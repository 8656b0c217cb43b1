"""Quotes that a correction can be anchored by: short, in the text once, the number in them once."""

import pytest
from decided import E2024, L2025

from tongbi.anchors import locate, observation_at
from tongbi.model import Report, Span
from tongbi.quoting import LONGEST, place_of


def span(text: str, words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "number", "nth", "quote"),
    [
        ("新建步道20公里。", "20公里", 1, "新建步道20公里"),
        ("新建步道20公里；东岸新建步道20公里。", "20公里", 2, "东岸新建步道20公里"),
        # the first is a part of the second: only the clause before it tells them apart
        ("先行一步，新建步道20公里；再接再厉，新建步道20公里。", "20公里", 1, "先行一步，新建步道20公里"),
        ("城乡居民人均收入分别为8万元、4万元。", "4万元", 1, "城乡居民人均收入分别为8万元、4万元"),
        ("新建公园5个、绿道5公里、码头5个，", "5个", 2, "码头5个"),
        ("增长5%，其中工业增长5%。", "5%", 1, None),
        ("增长 5\n%。", "5\n%", 1, "增长5%"),
    ],
)
def test_the_quote_is_the_least_that_says_which_number_is_meant(text: str, number: str, nth: int, quote: str | None):
    place = place_of(text, "2025", span(text, number, nth), "")
    assert (place and place.quote) == quote
    assert place is None or locate(text, place) == span(text, number, nth)


def test_what_no_short_quote_tells_apart_has_none():
    twice = ("甲" * 40 + "，") * 3 + "增长5%，" + ("乙" * 40 + "，") * 3
    assert place_of(twice + twice, "2025", span(twice + twice, "5%")) is None
    assert len(twice) > LONGEST


def test_a_quote_that_cannot_be_written_on_a_command_line_is_none():
    assert place_of("甲|乙增长5%。", "2025", span("甲|乙增长5%。", "5%")) is None


@pytest.mark.parametrize("report", [E2024, L2025])
def test_nearly_every_number_of_a_report_has_a_place_and_it_is_found_there_again(report: Report):
    places = [(one, place_of(report.text, report.session, one.span, one.indicator)) for one in report.observations]
    found = [(one, place) for one, place in places if place]
    assert len(found) >= 0.97 * len(places)
    assert all(observation_at(report, place).id == one.id for one, place in found)
