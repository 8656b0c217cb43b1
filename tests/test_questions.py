"""What the viewer is told about two invented reports, question by question."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from invented import (
    EARLIER,
    REGION,
    baselines,
    compare,
    edit,
    festival,
    lay_out,
    match,
    observe,
    reports,
    sentence,
    sources,
)

from tongbi.errors import TongbiError
from tongbi.model import Change, Comparison, HeadFact, Link, Span, TargetState
from warehouse.answers import AlignedRow, LedgerRow, Pair, PhraseRow, SaidAt
from warehouse.questions import EXPORTED, Questions
from warehouse.store import Draft, Skipped, open_published

BRIDGE = (("review", 1, "一、2024年工作回顾"), ("review", 0, "架桥3座。"), ("plan", 1, "二、2025年工作安排"),
          ("plan", 0, "到2030年架桥60座。"), ("plan", 0, "架桥4座。"))  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Questions]:
    """The two reports and their comparison, a real report of another region, and a file that stands aside."""
    earlier, later, figures = reports()
    real = replace(lay_out(BRIDGE, "安桥县", 2025), fictional=False, delivered=date(2025, 1, 21), title="政府工作报告")
    target = {"indicator": "架桥", "role": "target"}
    real = replace(
        real,
        observations=(
            observe(real, "架桥3", "3座", indicator="架桥"),
            observe(real, "到2030", "60座", period="2030", **target),
            observe(real, "架桥4", "4座", period="2025", **target),
        ),
    )
    given = [earlier, later, real]
    where = tmp_path_factory.mktemp("asked")
    with Draft(where, "r1") as draft:
        draft.put_reports(given, sources(*given))
        draft.put_baselines([(earlier, baselines(figures))])
        draft.put_comparisons([compare(earlier, later, figures)])
        draft.put_skipped([Skipped("inbox/诗.txt", "no_plan", "第1行", "白日依山尽", "d1", "r1")])
        draft.publish(unchanged=7)
    with open_published(where) as questions:
        yield questions


def ledger(asked: Questions, session: str = "2024") -> dict[str, LedgerRow]:
    """The ledger by the target's quote."""
    return {row.target.quote: row for row in asked.ledger(REGION, session)}


def shown(rows: list[AlignedRow]) -> list[tuple[str, list[str], list[str]]]:
    """The rows of the compare page, each sentence by its first four characters."""
    return [(row.relation, [one.text[:4] for one in row.earlier], [one.text[:4] for one in row.later]) for row in rows]


def republished(tmp_path: Path, comparison: Comparison) -> Questions:
    """A warehouse with this comparison only."""
    with Draft(tmp_path, "r1") as draft:
        draft.put_reports([comparison.earlier, comparison.later], sources(comparison.earlier, comparison.later))
        draft.put_comparisons([comparison])
        draft.publish()
    return open_published(tmp_path)


def test_governments_real_ones_first(asked: Questions) -> None:
    assert [(one.region, one.fictional, one.sessions) for one in asked.governments()] == [
        ("安桥县", False, ("2025",)),
        (REGION, True, ("2024", "2025")),
    ]


def test_the_head_of_a_report_counts_what_was_read(asked: Questions) -> None:
    earlier, _, _ = reports()
    head = asked.report_head(REGION, "2024")
    assert (head.year, head.title, head.speaker) == (2024, "云溪县2024年政府工作报告", "沈青禾")
    assert (head.characters, head.sha256, head.rules, head.fictional) == (len(earlier.text), earlier.sha256, "r1", True)
    assert (head.observations, head.targets, head.actuals) == (7, 5, 2)


def test_what_is_not_held_is_said(asked: Questions) -> None:
    for ask in (lambda: asked.report_head(REGION, "1999"), lambda: asked.evidence("nowhere")):
        with pytest.raises(TongbiError) as refusal:
            ask()
        assert refusal.value.code == "not_held"
    assert asked.pairs("安桥县") == []
    assert asked.changes("安桥县", "2024", "2025") == []


def test_pairs(asked: Questions) -> None:
    assert asked.pairs(REGION) == [Pair("2024", "2025")]


def test_ledger_headline_first_then_as_in_the_text(asked: Questions) -> None:
    assert [row.target.quote for row in asked.ledger(REGION, "2024")] == ["6%", "20家", "30公里", "70%"]


def test_ledger_sets_the_comparable_baseline_beside_a_target(asked: Questions) -> None:
    row = ledger(asked)["6%"]
    assert row.baseline is not None
    assert row.baseline.quote == "5.1%"
    assert ledger(asked)["20家"].baseline is None


def test_ledger_tells_the_outcome_how_firm_it_is_and_what_was_set_next(asked: Questions) -> None:
    row = ledger(asked)["6%"]
    assert (row.tier, row.horizon, row.section) == ("headline", "annual", "二、2024年工作安排")
    assert (row.target.low, row.target.high, row.target.bound, row.target.modality) == (6, 6, "approx", "预期")
    assert str(row.target.low) == "6"
    assert [(one.quote, one.certainty) for one in row.outcomes] == [("5.8%", "estimated")]
    assert (row.verdict, row.note, row.reason, row.state) == ("met", "within_tolerance,estimated", "approx:6:5.8", "")
    assert row.next is not None
    assert (row.next.quote, row.next.bound, row.next_change, row.comparable) == ("5.5%", "ge", Decimal("-0.5"), True)
    assert row.next_kind == "target_lowered"
    assert ledger(asked)["20家"].next_kind == ""


def test_ledger_tells_the_ends_of_a_range_apart(tmp_path: Path) -> None:
    earlier, later, figures = reports()
    found = compare(earlier, later, figures)
    revised = next(one for one in found.links if one.kind == "revision" and one.change == Decimal("-0.5"))
    ranged = tuple(
        replace(one, value=(Decimal(5), Decimal("5.5"))) if one.id == revised.later else one
        for one in later.observations
    )
    links = tuple(replace(one, change=None) if one == revised else one for one in found.links)
    with republished(tmp_path, replace(found, later=replace(later, observations=ranged), links=links)) as questions:
        row = ledger(questions)["6%"]
        assert (row.next_change, row.next_ends) == (None, (Decimal(-1), Decimal("-0.5")))
        assert all(other.next_ends is None for quote, other in ledger(questions).items() if quote != "6%")


def test_ledger_shows_a_floor_and_its_stretch_as_one_row(asked: Questions) -> None:
    rows = ledger(asked)
    assert "6.5%" not in rows
    stretch = rows["6%"].stretch
    assert stretch is not None
    assert (stretch.quote, stretch.modality) == ("6.5%", "力争")


def test_ledger_says_why_there_is_no_outcome(asked: Questions) -> None:
    rows = ledger(asked)
    assert (rows["30公里"].state, rows["30公里"].verdict, rows["30公里"].outcomes) == ("not_found", "", ())
    assert rows["70%"].state == "not_due"
    # the latest report of a region: nothing can be said yet
    assert {row.state for row in asked.ledger(REGION, "2025")} == {"no_report"}
    assert [row.target.quote for row in asked.ledger(REGION, "2025")] == ["5.5%", "18家"]
    # a single report
    assert [(row.target.quote, row.state) for row in asked.ledger("安桥县", "2025")] == [
        ("60座", "not_due"),
        ("4座", "no_report"),
    ]


def test_ledger_gives_no_verdict_where_results_disagree(tmp_path: Path) -> None:
    earlier, later, figures = reports()
    found = compare(earlier, later, figures)
    other = Link("outcome", figures.gdp_target.id, figures.firms_outcome.id, True, Decimal(1), "missed", "", 0.3, "")
    with republished(tmp_path, replace(found, links=(*found.links, other))) as questions:
        row = ledger(questions)["6%"]
    assert (row.verdict, row.note) == ("not_comparable", "conflicting")
    assert [one.quote for one in row.outcomes] == ["5.8%", "17家"]


def test_ledger_takes_the_verdict_from_the_result_that_can_be_compared(tmp_path: Path) -> None:
    earlier, later, figures = reports()
    found = compare(earlier, later, figures)
    other = Link("outcome", figures.gdp_target.id, figures.firms_outcome.id, False, None, "", "", 0.99, "")
    with republished(tmp_path, replace(found, links=(other, *found.links))) as questions:
        assert ledger(questions)["6%"].verdict == "met"
    only = replace(
        found,
        links=(other,),
        states=(*found.states, TargetState(figures.firms_target.id, "not_found", "")),
        changes=(),
    )
    with republished(tmp_path, only) as questions:
        assert ledger(questions)["6%"].verdict == "not_comparable"


def test_changes_come_ranked_with_their_sentences_and_sections(asked: Questions) -> None:
    lowered, dropped = asked.changes(REGION, "2024", "2025")
    assert (lowered.rank, lowered.kind, lowered.subject) == (1, "target_lowered", "地区生产总值")
    assert lowered.earlier_text == "主要预期目标是：地区生产总值增长6%左右，力争6.5%。"
    assert lowered.later_text == "主要预期目标是：地区生产总值增长5.5%以上。"
    assert (lowered.earlier_section, lowered.later_section) == ("二、2024年工作安排", "二、2025年工作安排")
    assert (dropped.rank, dropped.later, dropped.later_text, dropped.later_section) == (2, None, "", "")
    assert dropped.earlier_section == "二、2024年工作安排 › （一）兴产业"


def test_routine_changes_are_kept_and_left_out_of_what_is_worth_telling(tmp_path: Path) -> None:
    earlier, later, figures = reports()
    found = compare(earlier, later, figures)
    old, new = sentence(earlier, "二、20"), sentence(later, "二、20")
    routine = Change(
        "routine", "二、2025年工作安排", "2024年", "2025年", old, new, "", "", 0.001, "text;renumbered;nth:1"
    )
    with republished(tmp_path, replace(found, changes=(*found.changes, routine))) as questions:
        assert [one.kind for one in questions.changes(REGION, "2024", "2025")][-1] == "routine"
        assert "routine" not in questions.table("ranked_change")["kind"].to_pylist()
        assert questions.table("every_change")["kind"].to_pylist().count("routine") == 1
        rows = [row for part in ("plan", "review") for row in questions.aligned(REGION, "2024", "2025", part)]
        told = [row for row in rows if row.routine]
        assert [(row.earlier[0].span, row.later[0].span) for row in told] == [(old, new)]


def test_facts_of_the_head_are_those_of_the_pair(tmp_path: Path) -> None:
    facts = (HeadFact("new_term", "第三届", "第四届"), HeadFact("new_speaker", "沈青禾", "陆远舟"))
    with republished(tmp_path, replace(compare(*reports()), head=facts)) as questions:
        assert questions.head_facts(REGION, "2024", "2025") == list(facts)
        assert questions.head_facts(REGION, "2023", "2024") == []


def test_the_compare_page_in_the_order_of_the_later_report(asked: Questions) -> None:
    assert shown(asked.aligned(REGION, "2024", "2025", "plan")) == [
        ("reworded", ["二、20"], ["二、20"]),
        ("reworded", ["主要预期"], ["主要预期"]),
        ("added", [], ["抓好粮食"]),
        ("reworded", ["（一）兴"], ["（一）强"]),
        # one sentence became two near each other: it stands once beside both
        ("split", ["新增规上"], ["新增规上", "推进云溪"]),
        # what was dropped follows its neighbour in the earlier report
        ("dropped", ["办好油菜"], []),
        ("dropped", ["到203"], []),
        ("added", [], ["（二）美"]),
        ("added", [], ["用好绿色"]),
        ("added", [], ["种好每一"]),
        # and a third far away, in its own place
        ("split", ["新增规上"], ["继续整治"]),
    ]  # fmt: skip


def test_a_sentence_dropped_before_any_neighbour_comes_first(asked: Questions) -> None:
    rows = asked.aligned(REGION, "2024", "2025", "review")
    assert shown(rows)[:2] == [("dropped", ["一、20"], []), ("dropped", ["地区生产"], [])]
    assert asked.aligned(REGION, "2024", "2025", "closing") == []
    assert [row.relation for row in asked.aligned(REGION, "2024", "2025", "glossary")] == ["dropped", "dropped"]


def test_the_compare_page_marks_what_changed(asked: Questions) -> None:
    earlier, later, figures = reports()
    rows = asked.aligned(REGION, "2024", "2025", "plan")
    headline = rows[1]
    assert [mark.of(earlier.text) for mark in headline.earlier[0].marks] == ["6%"]
    assert [mark.of(later.text) for mark in headline.later[0].marks] == ["5.5%以上"]
    characters = sum(one.span.end - one.span.start for one in (*headline.earlier, *headline.later))
    assert headline.kept_share == pytest.approx(1 - 8 / characters)
    assert [row.number_changed for row in rows[:3]] == [False, True, False]
    assert headline.earlier[0].span.covers(figures.gdp_target.span)
    assert (rows[2].kept_share, rows[2].moved) == (0, False)
    assert rows[3].later_section == "二、2025年工作安排 › （一）强产业"
    assert rows[3].later[0].heading
    # a sentence that stands in two rows says so the second time
    assert (rows[4].earlier[0].again, rows[-1].earlier[0].again) == (False, True)
    assert (rows[4].moved, rows[-1].moved) == (False, True)


def test_every_sentence_of_both_reports_stands_on_the_compare_page(asked: Questions) -> None:
    earlier, later, _ = reports()
    rows = [
        row
        for part in ("opening", "review", "plan", "closing", "glossary")
        for row in asked.aligned(REGION, "2024", "2025", part)
    ]
    assert [one.span for row in rows for one in row.later] == [one.span for one in later.sentences]
    first = [one.span for row in rows for one in row.earlier if not one.again]
    assert sorted(first) == [one.span for one in earlier.sentences]


def test_two_sentences_that_became_one_stand_beside_it(tmp_path: Path) -> None:
    earlier, later, figures = reports()
    found = compare(earlier, later, figures)
    festival = match(earlier, later, "办好油菜花节", "抓好粮食", relation="merged")
    forest = match(earlier, later, "到2030", "抓好粮食", relation="merged")
    more = replace(
        found,
        matches=(*found.matches, festival, forest),
        edits=(*found.edits, *(edit(earlier, later, one) for one in (festival, forest))),
    )
    with republished(tmp_path, more) as questions:
        rows = shown(questions.aligned(REGION, "2024", "2025", "plan"))
    assert rows[2] == ("merged", ["办好油菜", "到203"], ["抓好粮食"])


def test_a_document_is_its_text_with_what_was_found_in_it(asked: Questions) -> None:
    earlier, _, _ = reports()
    document = asked.document(REGION, "2024")
    assert document.text == earlier.text
    assert [(one.kind, one.span) for one in document.parts] == [(one.kind, one.span) for one in earlier.parts]
    assert [(one.number, one.heading, one.level, one.span) for one in document.sections] == [
        (one.number, one.heading, one.level, one.span) for one in earlier.sections
    ]
    sentences = [one for paragraph in document.paragraphs for one in paragraph.sentences]
    assert [(one.span, one.section, one.heading) for one in sentences] == [
        (one.span, one.section, one.heading) for one in earlier.sentences
    ]
    assert all(one.text == one.span.of(earlier.text) for one in sentences)
    assert [one.span for one in document.paragraphs] == [one.span for one in earlier.sentences]
    assert [one.figure.id for one in document.observations] == [
        one.id for one in sorted(earlier.observations, key=lambda one: one.start)
    ]
    (term,) = document.terms
    assert (term.name, term.text) == ("一港两园", "云溪港、东园和西园。")


def test_evidence_is_the_paragraph_with_the_place_and_a_citation(asked: Questions) -> None:
    _, _, figures = reports()
    found = asked.evidence(figures.river_target.id)
    assert found.paragraph[found.start : found.end] == "30公里" == found.figure.quote
    assert found.paragraph == "新增规上工业企业20家，建设云溪港码头，整治河道30公里。"
    assert (found.part, found.role, found.sections) == ("plan", "target", ("二、2024年工作安排", "（一）兴产业"))
    assert found.citation == (
        "沈青禾. 云溪县2024年政府工作报告[R/OL]. 云溪县第九届人民代表大会第五次会议, 2024. 二（一）第1段."
        "（虚构样例，不可引用）"
    )
    real = asked.document("安桥县", "2025").observations[2]
    assert asked.evidence(real.figure.id).citation == (
        "沈青禾. 政府工作报告[R/OL]. 安桥县第九届人民代表大会第三次会议, 2025-01-21. 二第2段."
    )


def test_a_series_has_target_and_result_of_each_year(asked: Questions) -> None:
    rows = {(one.key, one.measure, one.year): one for one in asked.series(REGION)}
    growth = [rows["gdp", "change_pct", year] for year in (2023, 2024, 2025)]
    assert [(one.target and one.target.quote, one.outcome and one.outcome.quote) for one in growth] == [
        (None, "5.1%"),
        ("6%", "5.8%"),
        ("5.5%", None),
    ]
    assert [(one.target_gap, one.outcome_gap) for one in growth] == [("no_report", ""), ("", ""), ("", "not_yet")]
    assert (growth[1].verdict, growth[1].session, growth[1].outcome_session) == ("met", "2024", "2025")
    assert (growth[1].target_ends, growth[1].outcome_ends) == ((6, 6), (5.8, 5.8))
    firms = [one for one in asked.series(REGION) if one.name == "新增规上工业企业"]
    assert [(one.year, one.target and one.target.quote, one.outcome and one.outcome.quote) for one in firms] == [
        (2024, "20家", "17家"),
        (2025, "18家", None),
    ]
    # the amount of 2023 is told of one year only
    assert ("gdp", "level", 2023) not in rows
    # one report alone tells where a target starts
    alone = [
        (one.year, one.target and one.target.quote, one.outcome and one.outcome.quote) for one in asked.series("安桥县")
    ]
    assert alone == [(2024, None, "3座"), (2025, "4座", None)]
    assert asked.series("无此县") == []


def test_the_last_build_says_what_it_did_and_what_stands_aside(asked: Questions) -> None:
    build = asked.last_build()
    assert build is not None
    assert (build.id, build.rules, build.added, build.compared, build.unchanged) == (1, "r1", 3, 1, 7)
    assert build.started <= build.finished
    (skipped,) = build.skipped
    assert (skipped.file, skipped.code, skipped.place, skipped.detail) == (
        "inbox/诗.txt", "no_plan", "第1行", "白日依山尽",
    )  # fmt: skip


def test_silences_say_what_was_not_found_again(asked: Questions) -> None:
    rows = asked.table("silences").to_pylist()
    assert [(row["kind"], row["subject"], row["quote"]) for row in rows] == [
        ("target_not_found", "整治河道", "30公里"),
        ("task_dropped", "油菜花节", "办好油菜花节"),
    ]


@pytest.mark.parametrize("name", EXPORTED)
def test_a_view_is_exported_without_nested_columns(asked: Questions, name: str) -> None:
    table = asked.table(name)
    assert table.num_columns > 3
    assert {"list", "struct"}.isdisjoint(str(field.type).partition("<")[0] for field in table.schema)


def test_what_is_no_view_is_not_exported(asked: Questions) -> None:
    with pytest.raises(TongbiError) as refusal:
        asked.table("report; DROP TABLE report")
    assert refusal.value.code == "no_such_view"
    assert "target_ledger" in refusal.value.detail


def test_threads_ask_at_once(asked: Questions) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: asked.ledger(REGION, "2024"), range(32)))
    assert all(answer == answers[0] for answer in answers)


def test_set_phrases_are_told_where_a_report_changed_their_state(tmp_path: Path) -> None:
    earlier, later, _ = reports()
    given = [lay_out((*EARLIER, ("glossary", 0, "西园：县城以西。")), year=2023), earlier, later]
    place = earlier.text.index("办好油菜花节")
    with Draft(tmp_path, "r1") as draft:
        draft.put_reports(given, sources(*given))
        draft.put_phrases([(REGION, [festival(*given)])])
        draft.publish()
    with open_published(tmp_path) as questions:
        assert questions.phrases(REGION, "2024") == []
        assert questions.phrases("安桥县", "2025") == []
        assert questions.phrases(REGION, "2025") == [
            PhraseRow(
                rank=1,
                phrase="油菜花节",
                quoted=False,
                since="2023",
                until="2024",
                state="gone",
                counts=(("2023", 1), ("2024", 1), ("2025", 0)),
                first=SaidAt("2023", Span(place, place + 7)),
                last=SaidAt("2024", Span(place, place + 7)),
            )
        ]
