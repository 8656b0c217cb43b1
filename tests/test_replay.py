"""Corrections: what replaying them changes."""

import json
from typing import Any

import pytest
from decided import (
    CARE,
    E2024,
    L2025,
    PARKS,
    PLACES,
    REGION,
    SCHOOLS,
    by_id,
    compared,
    corrected,
    entry,
    links_of,
    named,
    untouched,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from tongbi import Report, baseline, compare
from tongbi.align import align
from tongbi.anchors import Place, locate, sentence_at
from tongbi.decisions import Decisions, load
from tongbi.errors import BadVocabulary, Unanchored
from tongbi.ledger.lines import lines
from tongbi.model import Observation, Span
from tongbi.register import DEFAULT
from tongbi.replay import known_as, of_report

# Observations and identity


def test_an_observation_is_dropped() -> None:
    report, orphans = corrected(E2024, entry("observation", f'decision = "drop"\nat = {PARKS}'))
    assert not orphans
    gone = set(E2024.observations) - set(report.observations)
    assert [one.quote for one in gone] == ["12个"]
    assert set(report.observations) < set(E2024.observations)


def test_an_observation_says_what_it_is_set_to_and_who_decided() -> None:
    fields = f'decision = "set"\nat = {PARKS}\nset = {{ indicator = "新建社区公园", value = "12", period = "2025" }}'
    report, orphans = corrected(E2024, entry("observation", fields))
    assert not orphans
    (new,) = named(report, "新建社区公园")
    (old,) = (one for one in named(E2024, "新建口袋公园") if one.role == "target")
    assert (new.id, new.quote, new.period, new.bound, new.decided) == (old.id, "12个", "2025", old.bound, "c1")
    assert len(set(report.observations) ^ set(E2024.observations)) == 2


def test_a_name_that_is_set_is_looked_up_in_the_register() -> None:
    fields = f'decision = "set"\nat = {PARKS}\nset = {{ indicator = "城镇新增就业" }}'
    report, _ = corrected(E2024, entry("observation", fields))
    assert [one.indicator_id for one in report.observations if one.decided] == ["urban_jobs"]


def test_an_observation_is_added_in_its_place() -> None:
    circle = '{ session = "2025", quote = "打造“15分钟品质生活圈”", number = "15分钟" }'
    needed = 'indicator = "生活圈步行时间", unit = "分钟", measure = "level", role = "target", period = "2025"'
    report, orphans = corrected(
        L2025, entry("observation", f'decision = "add"\nat = {circle}\nset = {{ {needed}, value = "15" }}')
    )
    assert not orphans
    (new,) = set(report.observations) - set(L2025.observations)
    assert (new.quote, new.bound, new.decided, new.span.of(report.text)) == ("15分钟", "eq", "c1", "15分钟")
    assert report.sections[new.section].heading.startswith("聚力城乡融合")
    assert list(report.observations) == sorted(report.observations, key=lambda one: (one.start, one.end))


@pytest.mark.parametrize(
    ("quote", "number", "name", "code"),
    [
        ("新建口袋公园12个", "12个", "新建口袋公园", "already_read"),
        ("新建口袋公园12个", "12", "新建口袋公园", "overlaps"),
        ("新建口袋公园99个", "99个", "新建口袋公园", "quote_not_found"),
    ],
)
def test_nothing_is_added_twice_or_across(quote: str, number: str, name: str, code: str) -> None:
    at = f'{{ session = "2025", quote = "{quote}", number = "{number}" }}'
    needed = f'indicator = "{name}", unit = "个", measure = "level", role = "target", period = "2025"'
    report, orphans = corrected(L2025, entry("observation", f'decision = "add"\nat = {at}\nset = {{ {needed} }}'))
    assert report.observations == L2025.observations
    assert [(one.correction, one.code) for one in orphans] == [("c1", code)]


def test_a_stretch_without_its_floor_stands_alone() -> None:
    floor = '{ session = "2024", quote = "制造业投资100亿元", number = "100亿元" }'
    report, _ = corrected(E2024, entry("observation", f'decision = "drop"\nat = {floor}'))
    (stretch,) = (one for one in report.observations if one.quote == "115亿元")
    assert stretch.group == ""


def test_two_decisions_that_mean_one_number_in_other_words_contradict() -> None:
    short = '{ session = "2024", quote = "口袋公园12个", number = "12个" }'
    text = entry("observation", f'decision = "drop"\nat = {PARKS}')
    text += entry("observation", f'decision = "set"\nset = {{ unit = "座" }}\nat = {short}', 2)
    report, orphans = corrected(E2024, text)
    assert [(one.correction, one.code, one.detail) for one in orphans] == [("c2", "contradicts", "c1")]
    assert len(report.observations) == len(E2024.observations) - 1


def test_names_become_one_indicator_of_the_register() -> None:
    at = 'at = { session = "2025", quote = "经营主体总量达到9.2万户" }\n'
    text = entry("identity", at + 'names = ["经营主体总量", "地区生产总值"]\ndecision = "same"')
    report, orphans = corrected(L2025, text)
    assert not orphans
    assert {(one.indicator_id, one.decided) for one in named(report, "经营主体总量")} == {("gdp", "c1")}
    others = [one for one in report.observations if one.indicator != "经营主体总量"]
    assert others == [one for one in L2025.observations if one.indicator != "经营主体总量"]


def test_names_that_nobody_registered_get_an_id_of_their_own() -> None:
    at = 'at = { session = "2025", quote = "经营主体总量达到9.2万户" }\n'
    text = entry("identity", at + 'names = ["经营主体总量", "市场主体总量"]\ndecision = "same"')
    ids = {
        one.indicator_id for report in (E2024, L2025) for one in corrected(report, text)[0].observations if one.decided
    }
    assert ids == {"decided:c1"}


def test_two_registered_names_are_not_made_one_here() -> None:
    at = 'at = { session = "2025", quote = "城镇新增就业1.23万人" }\n'
    text = entry("identity", at + 'names = ["城镇新增就业", "地区生产总值"]\ndecision = "same"')
    report, orphans = corrected(L2025, text)
    assert report.observations == L2025.observations
    assert [(one.code, one.detail) for one in orphans] == [("two_indicators", "gdp, urban_jobs")]
    earlier, untold = corrected(E2024, text)
    assert (earlier.observations, untold) == (E2024.observations, ())


def test_names_are_kept_apart() -> None:
    at = 'at = { session = "2025", quote = "经营主体总量达到9.2万户" }\n'
    text = entry("identity", at + 'names = ["市场主体总量", "经营主体总量"]\ndecision = "apart"')
    earlier, later = (corrected(report, text)[0] for report in (E2024, L2025))
    before, after = (
        {(names(one.earlier), names(one.later)) for one in found.links if one.kind == "series"}
        for names, found in (
            (by_id(E2024, L2025), compare(E2024, L2025)),
            (by_id(earlier, later), compare(earlier, later, decisions=load(text))),
        )
    )
    assert before - after == {("市场主体总量", "经营主体总量")}
    assert not after - before


@pytest.mark.parametrize(("decision", "together"), [("same", True), ("apart", False)])
def test_decisions_on_names_hold_over_all_years(decision: str, together: bool) -> None:
    """The lines of a government heed them where they are drawn with the register of the decisions."""
    at = 'at = { session = "2025", quote = "经营主体总量达到9.2万户" }\n'
    decided = load(entry("identity", at + f'names = ["市场主体总量", "经营主体总量"]\ndecision = "{decision}"'))
    known, _ = known_as(decided.identities(REGION), DEFAULT)
    reports = [of_report(report, decided, DEFAULT) for report in (E2024, L2025)]
    found = lines(reports, compare(*reports, decisions=decided).links, known)
    of = [{use.name for use in line.names} & {"市场主体总量", "经营主体总量"} for line in found.lines]
    assert sorted(map(len, filter(None, of))) == ([2] if together else [1, 1])


def test_a_decision_on_names_whose_quote_is_gone_is_told_once_and_holds() -> None:
    at = 'at = { session = "2025", quote = "经营主体达九万" }\n'
    text = entry("identity", at + 'names = ["经营主体总量", "市场主体总量"]\ndecision = "same"')
    report, orphans = corrected(L2025, text)
    assert [one.code for one in orphans] == ["quote_not_found"]
    assert {one.indicator_id for one in named(report, "经营主体总量")} == {"decided:c1"}
    assert corrected(E2024, text)[1] == ()


# Sentences

SCHOOL = '{ session = "2024", quote = "新增公办学位2500个以上" }'
GREEN = '{ session = "2025", quote = "开展全民义务植树" }'


def spans(earlier: str, later: str) -> tuple[Span, Span]:
    found = (
        sentence_at(E2024, Place(session="2024", quote=earlier)),
        sentence_at(L2025, Place(session="2025", quote=later)),
    )
    return found[0].span, found[1].span


def test_sentences_are_joined_and_have_no_other_partner() -> None:
    found = compared(entry("match", f'earlier = {SCHOOL}\nlater = {GREEN}\ndecision = "join"'))
    earlier, later = spans("新增公办学位2500个以上", "开展全民义务植树")
    (new,) = (one for one in found.matches if one.earlier == earlier or one.later == later)
    assert (new.earlier, new.later, new.score, new.reason, new.decided) == (earlier, later, 1.0, "given", "c1")
    assert not found.orphans
    assert len(found.edits) == len(found.matches)


def test_sentences_are_parted() -> None:
    earlier, later = spans("新增公办学位2500个以上", "新增公办学位2500个以上")
    assert any((one.earlier, one.later) == (earlier, later) for one in compared("").matches)
    ends = f"earlier = {SCHOOL}\nlater = {SCHOOL.replace('2024', '2025')}"
    found = compared(entry("match", f'{ends}\ndecision = "part"'))
    assert not any((one.earlier, one.later) == (earlier, later) for one in found.matches)
    assert not found.orphans


def test_sentences_of_two_parts_are_not_joined() -> None:
    review = '{ session = "2025", quote = "新增公办学位2580个" }'
    found = compared(entry("match", f'earlier = {SCHOOL}\nlater = {review}\ndecision = "join"'))
    assert [(one.code, one.detail) for one in found.orphans] == [("other_part", "plan, review")]
    assert found.matches == compared("").matches


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_known_pairs_are_matched_from_either_side_whatever_they_are(data: st.DataObject) -> None:
    plans = [[one.span for one in report.sentences if one.part == "plan"] for report in (E2024, L2025)]
    pair = st.tuples(*(st.sampled_from(plan) for plan in plans))
    known = data.draw(st.sets(pair, max_size=4))
    parted = data.draw(st.sets(pair, max_size=4)) - known
    found = {(one.earlier, one.later) for one in align(E2024, L2025, known=known, parted=parted)}
    assert known <= found
    assert not parted & found
    for one, other in known:
        assert {pair for pair in found if pair[0] == one or pair[1] == other} <= known
    turned = align(L2025, E2024, known={(b, a) for a, b in known}, parted={(b, a) for a, b in parted})
    assert {(one.later, one.earlier) for one in turned} == found


# Links and verdicts


def test_a_link_is_parted_and_its_target_has_a_state_again() -> None:
    ends = f'earlier = {SCHOOLS}\nlater = {PLACES}\nlane = "outcome"\ndecision = "part"'
    plain, parted = compared(""), compared(entry("link", ends))
    assert not parted.orphans
    assert len(set(plain.links) - set(parted.links)) == 1
    assert set(parted.links) < set(plain.links)
    (new,) = set(parted.states) - set(plain.states)
    assert new.state == "not_found"


def test_a_link_is_joined_and_takes_the_place_of_what_the_rules_found() -> None:
    ends = f'earlier = {SCHOOLS}\nlater = {CARE}\nlane = "outcome"\ndecision = "join"'
    joined = compared(entry("link", ends))
    assert not joined.orphans
    assert links_of(joined, "outcome", "新增公办学位") == [("2500个", "520个", "missed", "c1")]
    assert len(untouched(joined) ^ set(compared("").links)) == 1
    assert [one.kind for one in joined.links] == [one.kind for one in compared("").links]


def test_a_target_without_a_result_gets_one() -> None:
    ends = f'earlier = {PARKS}\nlater = {CARE}\nlane = "outcome"\ndecision = "join"'
    joined = compared(entry("link", ends))
    assert links_of(joined, "outcome", "新建口袋公园") == [("12个", "520个", "met", "c1")]
    assert len(joined.states) == len(compared("").states) - 1


def test_a_baseline_is_joined_inside_one_report() -> None:
    result = '{ session = "2025", quote = "改造老旧小区25个，新增停车泊位1560个", number = "25个" }'
    target = '{ session = "2025", quote = "新建口袋公园12个", number = "12个" }'
    text = entry("link", f'earlier = {result}\nlater = {target}\nlane = "baseline"\ndecision = "join"')
    (new,) = set(baseline(L2025, decisions=load(text))) - set(baseline(L2025))
    assert (new.kind, new.decided, new.note) == ("baseline", "c1", "below_baseline")
    assert compared(text).links == compared("").links


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (f'earlier = {SCHOOLS}\nlater = {CARE}\nlane = "outcome"\ndecision = "part"', "nothing_to_part"),
        (f'earlier = {SCHOOLS}\nlater = {CARE}\nlane = "revision"\ndecision = "join"', "wrong_role"),
        (
            f'earlier = {SCHOOLS.replace("2500", "2600")}\nlater = {CARE}\nlane = "outcome"\ndecision = "join"',
            "quote_not_found",
        ),
    ],
)
def test_a_link_that_cannot_be_is_an_orphan(fields: str, code: str) -> None:
    found = compared(entry("link", fields))
    assert [(one.correction, one.code) for one in found.orphans] == [("c1", code)]
    assert found.links == compared("").links


def test_a_verdict_is_overruled_and_marked() -> None:
    text = entry("verdict", f'at = {SCHOOLS}\nverdict = "missed"')
    found = compared(text)
    assert links_of(found, "outcome", "新增公办学位") == [("2500个", "2580个", "missed", "c1")]
    assert [one.reason for one in found.links if one.decided] == ["decided:c1"]
    assert untouched(found) < set(compared("").links)


def test_a_verdict_follows_the_link_that_is_joined_before_it() -> None:
    link = entry("link", f'earlier = {PARKS}\nlater = {CARE}\nlane = "outcome"\ndecision = "join"')
    verdict = entry("verdict", f'at = {PARKS}\nverdict = "not_comparable"', 2)
    assert links_of(compared(verdict + link), "outcome", "新建口袋公园") == [
        ("12个", "520个", "not_comparable", "c1,c2")
    ]
    assert [one.code for one in compared(verdict).orphans] == ["no_outcome"]


def test_decisions_of_other_governments_and_years_change_nothing() -> None:
    text = entry("verdict", f'at = {SCHOOLS}\nverdict = "missed"', region="云上区")
    text += entry("verdict", f'at = {SCHOOLS.replace("2024", "2023")}\nverdict = "missed"', 2)
    assert compared(text) == compared("")
    assert load(text).of_pair(REGION, "2024", "2025").digest() == ""


def test_the_digest_is_of_what_touches_a_report_or_a_pair() -> None:
    verdict = load(entry("verdict", f'at = {SCHOOLS}\nverdict = "missed"'))
    drop = load(entry("observation", f'decision = "drop"\nat = {PARKS}'))
    names = load(entry("identity", f'at = {PARKS}\nnames = ["甲数", "乙数"]\ndecision = "same"'))

    def touched(decisions: Decisions) -> list[Any]:
        reports = [year for year in ("2023", "2024", "2025") if decisions.of_report(REGION, year).digest()]
        pairs = [pair for pair in (("2023", "2024"), ("2024", "2025")) if decisions.of_pair(REGION, *pair).digest()]
        return [reports, pairs]

    assert touched(verdict) == [[], [("2024", "2025")]]
    assert touched(drop) == [["2024"], []]
    assert touched(names) == [["2023", "2024", "2025"], []]
    assert not names.of_report("云上区", "2024").digest()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2000), st.sampled_from(["x", "。", "1"]))
def test_an_edit_of_the_text_never_attaches_a_decision_elsewhere(place: int, inserted: str) -> None:
    """Whatever one character does to the text, the decision meets its own number or none."""
    text = E2024.text[:place] + inserted + E2024.text[place:]
    try:
        found = locate(text, Place(session="2024", quote="新建口袋公园12个", number="12个"))
    except Unanchored:
        assert "新建口袋公园12个" not in text
    else:
        assert found.of(text) == "12个"
        assert text[: found.start].endswith("新建口袋公园")


@st.composite
def anything_decided(draw: st.DrawFn) -> str:
    """A file of corrections about numbers of the two reports, in any combination; some have no effect."""

    def place(report: Report, one: Observation) -> str:
        around = report.text[max(0, one.start - draw(st.integers(0, 9))) : one.end + draw(st.integers(0, 3))]
        quote = json.dumps(around, ensure_ascii=False)
        return f'{{ session = "{report.session}", quote = {quote}, number = "{one.quote}" }}'

    text = ""
    for number in range(1, draw(st.integers(1, 6)) + 1):
        before, after = draw(st.sampled_from(E2024.observations)), draw(st.sampled_from(L2025.observations))
        at, ends = (
            f"at = {place(E2024, before)}\n",
            f"earlier = {place(E2024, before)}\nlater = {place(L2025, after)}\n",
        )
        lane, decision = (
            draw(st.sampled_from(("outcome", "revision", "series"))),
            draw(st.sampled_from(("join", "part"))),
        )
        drop, moved = 'decision = "drop"', 'decision = "set"\nset = { role = "target", period = "2024" }'
        named = f'decision = "set"\nset = {{ indicator = "{after.indicator}" }}'
        names = f'names = ["{before.indicator}", "{after.indicator}"]\ndecision = '
        text += draw(
            st.sampled_from(
                [
                    entry("observation", at + draw(st.sampled_from((drop, moved, named))), number),
                    entry("link", f'{ends}lane = "{lane}"\ndecision = "{decision}"', number),
                    entry("verdict", at + 'verdict = "missed"', number),
                    entry("identity", f'{at}{names}"{draw(st.sampled_from(("same", "apart")))}"', number),
                    entry("match", f'{ends}decision = "{decision}"', number),
                ]
            )
        )
    return text


@settings(max_examples=60, deadline=None)
@given(anything_decided())
def test_whatever_is_decided_the_ledger_stays_whole(text: str) -> None:
    """Nothing raises; a target has an outcome or a state, never both; every link has its ends, in their roles."""
    try:
        decided = load(text)
    except BadVocabulary as fault:
        assert fault.code in ("contradiction", "bad_correction", "word_twice", "blank_at_end")
        return
    earlier, later = (of_report(report, decided, DEFAULT) for report in (E2024, L2025))
    found = compare(earlier, later, decisions=decided)
    before, after = ({one.id: one for one in report.observations} for report in (earlier, later))
    answered = {link.earlier for link in found.links if link.kind == "outcome"}
    waiting = {state.observation for state in found.states}
    assert not answered & waiting
    assert answered | waiting == {one.id for one in earlier.observations if one.role == "target"}
    for link in found.links:
        roles = (before[link.earlier].role, after[link.later].role)
        assert (
            roles
            == {"outcome": ("target", "actual"), "revision": ("target",) * 2, "series": ("actual",) * 2}[link.kind]
        )
    ids = {one.id for one in decided.corrections}
    marks = [*earlier.observations, *later.observations, *found.links, *found.matches]
    assert {mark for one in marks for mark in one.decided.split(",") if mark} <= ids
    assert {one.correction for one in (*earlier.orphans, *later.orphans, *found.orphans)} <= ids
