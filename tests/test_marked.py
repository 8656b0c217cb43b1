"""The page of a report with every number marked: its fields or the reason, nothing run or fetched, no word lost."""

from dataclasses import replace

import pytest
from conftest import ROOT
from test_page import Page

from flows.marked import report_page
from tongbi import Report, read
from tongbi.observe.passed import passed_over

pytestmark = pytest.mark.usefixtures("chinese")


@pytest.fixture(scope="module")
def report() -> Report:
    return read((ROOT / "corpus/sample/云川区/2025.txt").read_text(encoding="utf-8"), "云川区")


class Article(Page):
    """The report's own text on the page: what stands in the article and not on a card."""

    def __init__(self, html: str) -> None:
        self.cards: list[str] = []
        self.open: list[str] = []
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag in ("article", "span", "style", "header"):
            self.open.append(dict(attrs).get("class") or tag)
            if self.open[-1] == "card":
                self.cards.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("article", "span", "style", "header"):
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if "card" in self.open:
            self.cards[-1] += data
        elif "article" in self.open:
            self.words += data


def test_text_is_whole_and_each_number_has_its_card(report: Report) -> None:
    page = Article(report_page(report))
    assert page.words == report.text
    passed = passed_over(report.text, report.sentences, report.observations)
    assert len(page.cards) == len({one.span for one in report.observations}) + len(passed)
    growth = next(one for one in report.observations if one.role == "target" and one.measure == "change_pct")
    card = next(card for card in page.cards if growth.id in card)
    for told in (growth.indicator, str(growth.value), "增减%", "目标", growth.period, "主要指标", "当年"):
        assert told in card, told


def test_page_runs_and_fetches_nothing(report: Report) -> None:
    html = report_page(report)
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert page.loads == []
    for fetching in ("http", "url(", "@import"):
        assert fetching not in html


def test_words_of_a_report_are_never_markup(report: Report) -> None:
    hostile = '<script>alert(1)</script><b onclick="x">&'
    spoiled = replace(
        report,
        region=hostile,
        text=hostile + report.text[len(hostile) :],
        observations=tuple(replace(one, indicator=hostile) for one in report.observations),
    )
    page = Page(report_page(spoiled))
    assert "script" not in page.tags
    assert page.loads == []
    assert page.words.count(hostile) > len(report.observations)
