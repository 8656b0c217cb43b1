"""A comparison as a page of its own: nothing is run or fetched, every word is escaped, no sentence is left out."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from conftest import ROOT

from flows.laid import laid
from flows.page import comparison_page
from tongbi import Comparison, compare, read

pytestmark = pytest.mark.usefixtures("chinese")

REPORTS = [ROOT / "corpus/sample/云川区" / f"{year}.txt" for year in (2024, 2025)]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    earlier, later = (replace(read(path.read_text(encoding="utf-8"), "云川区"), fictional=True) for path in REPORTS)
    return compare(earlier, later)


class Page(HTMLParser):
    """The tags of a page, with a look at what it would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [name for name, _ in attrs if name in ("src", "href", "srcset", "action") or name[:2] == "on"]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_page_runs_and_fetches_nothing(comparison: Comparison) -> None:
    html = comparison_page(comparison)
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert page.loads == []
    for fetching in ("http", "url(", "@import"):
        assert fetching not in html


def test_page_tells_changes_with_reason_and_sentences(comparison: Comparison) -> None:
    told = Page(comparison_page(comparison)).words
    for piece in (
        "虚构样例",
        "未达目标",
        "固定资产投资",
        "结果应不低于 10，报告的结果是 4.3",
        "云川区 2024 年报告，第 ",
    ):
        assert piece in told, piece


def test_words_of_a_report_are_never_markup(comparison: Comparison) -> None:
    hostile = '<script>alert(1)</script><b onclick="x">&'
    changes = tuple(replace(one, subject=hostile, before=hostile, after=hostile) for one in comparison.changes[:3])
    text = comparison.later.text
    sentence = next(one for one in comparison.later.sentences if one.part == "plan" and not one.heading)
    start, length = sentence.span.start, min(len(hostile), sentence.span.end - sentence.span.start)
    spoiled = replace(comparison.later, text=text[:start] + hostile[:length] + text[start + length :], region=hostile)
    page = Page(comparison_page(replace(comparison, changes=changes, later=spoiled)))
    assert "script" not in page.tags
    assert page.tags.count("b") == 1
    assert page.loads == []
    assert page.words.count(hostile) >= 9


def test_every_sentence_stands_on_the_page_and_in_the_rows(comparison: Comparison) -> None:
    page = Page(comparison_page(comparison)).words
    for report in (comparison.earlier, comparison.later):
        for sentence in report.sentences:
            if sentence.part in ("plan", "review"):
                assert "".join(sentence.span.of(report.text).splitlines()) in page
    for part in ("plan", "review"):
        rows = laid(comparison, "plan" if part == "plan" else "review")
        stand = [line.sentence.span for row in rows for line in row.later]
        assert stand == [one.span for one in comparison.later.sentences if one.part == part]
        gone = {line.sentence.span for row in rows for line in row.earlier}
        assert gone >= {one.span for one in comparison.earlier.sentences if one.part == part}
