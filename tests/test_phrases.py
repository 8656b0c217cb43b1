"""Set phrases over the years of one government: which are found, how they are weighed, what became of each."""

import re
from dataclasses import replace
from math import log

import msgspec
import numpy as np
import pytest
from invented import REGION, Line, lay_out, observe

from tongbi import vocabulary
from tongbi.model import Phrase, Report
from tongbi.phrases import log_likelihood, set_phrases
from tongbi.phrases.keyness import by_report, stretches
from tongbi.register import load

FILLING = (
    "抓好粮食生产。", "修好通往山里的路。", "办好学校，请来老师。", "让老人有饭吃、有人陪。", "河水要清，山要青。",
    "把账算清楚，把话说明白。", "商户来了有人接待。", "孩子上学不绕远路。", "桥要牢，灯要亮。", "林子里不许生火。",
)  # fmt: skip


def report(year: int, *said: str, glossary: str = "甲乙：一种说法。") -> Report:
    """A report of a year that says these sentences beside some that every year has."""
    lines: tuple[Line, ...] = (
        ("opening", 0, "现在，我代表县人民政府报告工作。"),
        ("review", 0, "过去的一年大家都辛苦了。"),
        *(("plan", 0, sentence) for sentence in FILLING * 20),
        *(("plan", 0, sentence) for sentence in said),
        ("glossary", 0, glossary),
    )
    return lay_out(lines, year=year)


def series(counts: list[int], sentence: str, first: int = 2015) -> list[Report]:
    """Reports of years in a row, each of which says the sentence so many times."""
    return [report(first + place, *[sentence] * count) for place, count in enumerate(counts)]


def one(reports: list[Report], words: str) -> Phrase:
    """The phrase of these words."""
    (found,) = [phrase for phrase in set_phrases(reports) if phrase.words == words]
    return found


def states(phrase: Phrase) -> dict[str, str]:
    """Its state by session."""
    return {use.session: use.state for use in phrase.uses}


def test_log_likelihood_is_that_of_the_formula() -> None:
    # 12 in 1,000 and 8 in 3,000 characters: 5 and 15 were to be expected.
    by_hand = 2 * (12 * log(12 / 5) + 8 * log(8 / 15))
    assert log_likelihood(12, 1000, 8, 3000) == pytest.approx(by_hand)
    assert by_hand == pytest.approx(10.9535, abs=1e-4)
    assert log_likelihood(8, 3000, 12, 1000) == pytest.approx(-by_hand)
    assert log_likelihood(5, 1000, 15, 3000) == pytest.approx(0)
    assert log_likelihood(0, 1000, 6, 3000) == pytest.approx(-2 * 6 * log(6 / 4.5))
    assert log_likelihood(0, 1000, 0, 3000) == 0
    assert log_likelihood(3, 1000, 0, 0) == 0


def test_each_report_is_weighed_against_all_others_and_the_best_stretch_is_found() -> None:
    counts, sizes = np.array([[0, 6, 5, 0], [4, 0, 0, 0]]), np.array([100, 100, 200, 100])
    assert by_report(counts, sizes)[0].tolist() == pytest.approx(
        [log_likelihood(*cell) for cell in ((0, 100, 11, 400), (6, 100, 5, 400), (5, 200, 6, 300), (0, 100, 11, 400))]
    )
    best = stretches(counts, sizes)
    assert list(zip(best.first.tolist(), best.last.tolist(), strict=True)) == [(1, 2), (0, 0)]
    assert best.keyness[0] == pytest.approx(log_likelihood(11, 300, 0, 200))


def test_a_quoted_phrase_appears_spreads_fades_goes_and_returns() -> None:
    phrase = one(series([0, 2, 8, 8, 3, 0, 0, 4], "推行“一窗办到底”服务。"), "一窗办到底")
    assert phrase.quoted
    assert [use.count for use in phrase.uses] == [2, 8, 8, 3, 0, 0, 4]
    assert states(phrase) == {
        "2016": "new", "2017": "spreading", "2018": "steady", "2019": "fading",
        "2020": "gone", "2021": "gone", "2022": "returned",
    }  # fmt: skip
    # 16 of 25 in two of eight years: 16.9; 21 of 25 in four of eight: 12.7
    assert (phrase.since, phrase.until) == ("2017", "2018")
    assert phrase.uses[1].keyness > 0 > phrase.uses[4].keyness


def test_after_a_single_great_year_a_phrase_is_only_back() -> None:
    told = states(one(series([0, 5, 5, 16, 6, 2, 0, 0], "推行“一窗办到底”服务。"), "一窗办到底"))
    assert [told[year] for year in ("2016", "2017", "2018", "2019", "2020")] == [
        "new", "steady", "spreading", "steady", "fading",
    ]  # fmt: skip


def test_a_phrase_of_the_first_report_there_is_is_not_called_new() -> None:
    assert states(one(series([6, 6, 0, 0], "推行“一窗办到底”服务。"), "一窗办到底"))["2015"] == "held"


def test_a_year_without_a_report_is_no_silence() -> None:
    reports = [one for one in series([0, 5, 9, 5, 0, 0], "推行“一窗办到底”服务。") if one.year != 2017]
    assert states(one(reports, "一窗办到底")) == {"2016": "new", "2018": "steady", "2019": "gone", "2020": "gone"}


def test_nothing_is_gone_from_an_abridged_report() -> None:
    reports = series([0, 12, 0, 12, 0], "推行“一窗办到底”服务。")
    reports[2] = replace(reports[2], abridged=True)
    told = states(one(reports, "一窗办到底"))
    assert told == {"2016": "new", "2017": "untold", "2018": "steady", "2019": "gone"}


def test_a_phrase_that_nobody_quotes_is_found_by_its_repetition() -> None:
    phrase = one(series([0, 0, 4, 6, 5, 0], "推进云溪港湾经济，壮大云溪港湾经济。"), "云溪港湾经济")
    assert not phrase.quoted
    assert [use.count for use in phrase.uses] == [8, 12, 10, 0]


def test_the_longest_phrase_that_explains_the_counts_stands_for_its_parts() -> None:
    reports = series([0, 4, 6, 5, 0, 0], "深化山水侧结构性改革，推进山水侧结构性改革。")
    found = [phrase.words for phrase in set_phrases(reports)]
    assert "山水侧结构性改革" in found
    assert not [words for words in found if words != "山水侧结构性改革" and words in "深化推进山水侧结构性改革"]


def test_a_shorter_phrase_said_by_itself_stands_beside_the_longer() -> None:
    said = "用好“一窗办”。" * 3 + "推行“一窗办到底”。"
    found = [phrase.words for phrase in set_phrases(series([0, 4, 6, 5, 0, 0], said))]
    assert {"一窗办", "一窗办到底"} <= set(found)
    assert [use.count for use in one(series([0, 4, 6, 5, 0, 0], said), "一窗办").uses] == [16, 24, 20, 0, 0]


def test_an_indicator_is_no_phrase() -> None:
    reports = series([0, 4, 6, 5, 0, 0], "水产加工产值8亿元。")
    assert "水产加工产值" in [phrase.words for phrase in set_phrases(reports)]
    assert set_phrases([measured(report) for report in reports]) == ()
    spoken = series([0, 4, 6, 5, 0, 0], "水产加工产值8亿元，壮大水产加工产值，夸耀水产加工产值。")
    assert "水产加工产值" in [phrase.words for phrase in set_phrases([measured(report) for report in spoken])]


def measured(report: Report) -> Report:
    """The report with every 8亿元 read as a number of the same name."""
    places = [found.start() for found in re.finditer("8亿元", report.text)]
    if not places:
        return report
    first = observe(report, "水产", "8亿元", indicator="水产加工产值")
    return replace(report, observations=tuple(replace(first, start=place, end=place + 3) for place in places))


def test_an_indicator_takes_its_fragments_with_it() -> None:
    reports = series([0, 4, 6, 5, 0, 0], "全县山货网络零售额8亿元，增加了山货网络零售额。")
    told = [replace(one, observations=()) for one in reports]
    assert "山货网络零售额" in [phrase.words for phrase in set_phrases(told)]
    known = load('[[indicators]]\nid = "x"\nname = "山货网络零售额"\naliases = []\nunit = "亿元"\nbetter = "more"\n')
    assert set_phrases(told, register=known) == ()


def test_of_unquoted_phrases_the_most_telling_are_told_and_of_quoted_ones_all(monkeypatch: pytest.MonkeyPatch) -> None:
    own = vocabulary.set_phrases()
    few = msgspec.structs.replace(own, unquoted=msgspec.structs.replace(own.unquoted, most=1))
    reports = series([0, 4, 6, 5, 0, 0], "壮大云溪港湾经济。推进山水侧结构性改革，发展云溪港湾经济。推行“一窗办到底”。")
    monkeypatch.setattr(vocabulary, "set_phrases", lambda: few)
    assert [phrase.words for phrase in set_phrases(reports)] == ["云溪港湾经济", "一窗办到底"]


def test_a_registered_indicator_is_no_phrase_even_in_quotation_marks() -> None:
    assert set_phrases(series([0, 6, 6, 0, 0], "“地区生产总值”要提高。")) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "编好“十六五”规划。",  # a plan period
        "读《山水之间》。",  # a title
        "建设“云溪大桥”。",  # what is built
        "认真落实各项措施。",  # a common verb and how it is done
        "完成增长任务，比上年增长。",
    ],
)
def test_what_comes_and_goes_with_the_calendar_or_is_said_by_all_is_no_phrase(sentence: str) -> None:
    assert set_phrases(series([0, 8, 8, 0, 0, 0], sentence)) == ()


def test_what_nearly_every_report_says_is_no_phrase() -> None:
    assert set_phrases(series([1, 9, 9, 1, 1], "推行“一窗办到底”服务。")) == ()


def test_a_glossary_explains_phrases_and_does_not_say_them() -> None:
    reports = [report(2015), report(2016), report(2017, glossary="一窗办：指“一窗办到底”，“一窗办到底”的意思是" * 9)]
    assert set_phrases(reports) == ()


def test_first_and_last_sentence_are_those_that_say_it() -> None:
    said = ["先说“一窗办到底”。", *["推行“一窗办到底”服务。"] * 6, "最后\n还说“一窗办到底”一遍。", "别的事。"]
    reports = [report(2015), report(2016), report(2017, *said), report(2018)]
    use = one(reports, "一窗办到底").uses[0]
    assert use.sha256 == reports[2].sha256
    assert use.first is not None
    assert use.last is not None
    assert use.first.of(reports[2].text) == said[0]
    assert use.last.of(reports[2].text) == said[-2]


def test_blanks_within_a_phrase_do_not_hide_it() -> None:
    reports = series([0, 5, 5, 0, 0], "推行“一窗办到底”服务。")
    spaced = report(2016, *["推行“一窗 办到底”服务。"] * 5)
    assert one([reports[0], spaced, *reports[2:]], "一窗办到底").uses[0].count == 5


def test_reports_may_come_in_any_order_and_the_same_is_found_again() -> None:
    reports = series([0, 4, 6, 5, 0, 0], "深化山水侧结构性改革，推行“一窗办到底”。")
    assert set_phrases(reports) == set_phrases(reversed(reports)) == set_phrases(reports)


def test_two_reports_tell_nothing_and_two_governments_are_refused() -> None:
    reports = series([0, 9, 9], "推行“一窗办到底”服务。")
    assert set_phrases(reports[:2]) == ()
    assert set_phrases([]) == ()
    with pytest.raises(ValueError, match="云岭县"):
        set_phrases([*reports, replace(reports[0], region="云岭县")])
    assert reports[0].region == REGION
