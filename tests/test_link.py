"""Which numbers speak of one indicator, in each lane; and why a target has no outcome."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jieba
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as some
from stated import report, stated

from tongbi.link import baseline_links, links_between, target_states
from tongbi.model import Link, Match, Observation, Report, Span
from tongbi.outline import outline
from tongbi.register import DEFAULT

ROLES = {"目标": ("target", 2024), "结果": ("actual", 2024), "新目标": ("target", 2025), "去年": ("actual", 2023)}
VERDICTS = {"met": "完成", "missed": "未完成", "not_comparable": "不可比", "": ""}
NOTES = {"within_tolerance": "容差", "estimated": "初步"}


def golden() -> list[str]:
    """Give the cases of golden/links.txt: blocks of lines without comments."""
    lines = (ROOT / "tests/golden/links.txt").read_text(encoding="utf-8").splitlines()
    blocks = "\n".join(line for line in lines if not line.startswith("#")).split("\n\n")
    return [block.strip() for block in blocks if block.strip()]


def written(link: Link, names: dict[str, str]) -> str:
    notes = [NOTES[note] for note in link.note.split(",") if note]
    return " ".join(["=", names[link.earlier], "->", names[link.later], VERDICTS[link.verdict], *notes]).strip()


@pytest.mark.parametrize("case", golden(), ids=lambda case: case.split("\n")[0])
def test_links_of_the_golden_cases(case: str):
    said: dict[int, list[Observation]] = {2024: [], 2025: []}
    names = {}
    for place, line in enumerate(line for line in case.splitlines() if not line.startswith("=")):
        role, name, figure = line.split()
        kind, year = ROLES[role]
        one = stated(kind, name, figure, year, start=place * 40)
        said[2025 if role in ("结果", "新目标") else 2024].append(one)
        names[one.id] = f"{name} {figure}"
    links = links_between(report(2024, *said[2024]), report(2025, *said[2025]), (), DEFAULT)
    assert sorted(written(link, names) for link in links) == sorted(
        line for line in case.splitlines() if line.startswith("=")
    )


def test_baseline_starts_each_target_from_the_result_of_its_measure():
    year = report(
        2025,
        stated("actual", "地区生产总值", "640亿元", 2024, 0),
        stated("actual", "地区生产总值", "增长6.2%", 2024, 20),
        stated("actual", "新增停车位", "2600个", 2024, 40),
        stated("target", "地区生产总值", "增长5.5%左右", 2025, 60),
        stated("target", "新建停车泊位", "1600个以上", 2025, 80),
    )
    growth, parking = baseline_links(year, DEFAULT)
    assert (growth.earlier, growth.note, growth.change) == (
        "actual:地区生产总值:增长6.2%:20",
        "below_baseline",
        Decimal("-0.7"),
    )
    assert (parking.change, parking.note, parking.verdict) == (Decimal(-1000), "below_baseline", "")


def test_baseline_of_another_measure_is_linked_and_not_comparable():
    year = report(
        2025,
        stated("actual", "社会消费品零售总额", "217亿元", 2024, 0),
        stated("target", "社会消费品零售总额", "增长5%", 2025, 20),
    )
    (link,) = baseline_links(year, DEFAULT)
    assert (link.comparable, link.change, link.reason) == (False, None, "measure:level:change_pct")


def test_change_is_counted_in_the_earlier_unit():
    earlier = report(2024, stated("target", "跨境电商交易额", "1.2亿元", 2024))
    later = report(2025, stated("target", "跨境电商交易额", "15000万元", 2025))
    (link,) = links_between(earlier, later, (), DEFAULT)
    assert (link.kind, link.change) == ("revision", Decimal("0.3"))


def test_range_is_comparable_and_has_no_single_change():
    earlier = report(2024, stated("target", "地区生产总值", "增长5.5%左右", 2024))
    later = report(2025, stated("target", "地区生产总值", "增长5-5.5%", 2025))
    (link,) = links_between(earlier, later, (), DEFAULT)
    assert (link.comparable, link.change) == (True, None)


def test_ranks_and_runs_change_by_their_number():
    earlier = report(2024, stated("actual", "营商环境评价", "第8", 2023))
    later = report(2025, stated("actual", "营商环境评价", "第5", 2024))
    (link,) = links_between(earlier, later, (), DEFAULT)
    assert (link.kind, link.change) == ("series", Decimal(-3))


def placed(role: str, text: str, indicator: str, figure: str, year: int) -> tuple[str, Observation]:
    """Give a sentence and the figure that stands in it."""
    return text, stated(role, indicator, figure, year, start=text.index(figure))


@pytest.mark.parametrize(
    ("plan", "review", "linked"),
    [
        ("力争园区工业增加值增长20%。", "全市工业增加值增长9%。", False),
        ("力争园区工业增加值增长20%。", "园区支撑有力，工业增加值增长22%。", True),
        ("推进园区建设，工业增加值增长20%。", "全市工业增加值增长9%。", True),
        ("新建园区3个、工业增加值增长20%。", "全市工业增加值增长9%。", True),
    ],
)
def test_number_of_an_area_is_not_that_of_the_territory(plan: str, review: str, linked: bool):
    text, target = placed("target", plan, "工业增加值", "增长20%", 2024)
    later, result = placed("actual", review, "工业增加值", "增长9%" if "9%" in review else "增长22%", 2024)
    links = links_between(report(2024, target, text=text), report(2025, result, text=later), (), DEFAULT)
    assert bool(links) is linked


def test_project_that_says_no_kind_has_that_of_its_sentence():
    text, target = placed("target", "铁路方面，加快东线等6个在建项目建设。", "在建项目建设", "6个", 2024)
    for review, linked in (
        ("公路方面，8个在建项目建设有序推进。", False),
        ("铁路方面，8个在建项目建设有序推进。", True),
    ):
        later, result = placed("actual", review, "在建项目建设", "8个", 2024)
        links = links_between(report(2024, target, text=text), report(2025, result, text=later), (), DEFAULT)
        assert bool(links) is linked


def test_part_that_the_other_sentence_names_is_no_other_thing():
    text, target = placed("target", "做优普通电车服务，新增电车120辆。", "新增电车", "120辆", 2024)
    later, result = placed("actual", "新增普通电车130辆。", "新增普通电车", "130辆", 2024)
    plain = stated("target", "新增电车", "120辆", 2024)
    said, unsaid = (
        links_between(earlier, report(2025, result, text=later), (), DEFAULT)
        for earlier in (report(2024, target, text=text), report(2024, plain))
    )
    assert said
    assert not unsaid


def test_number_that_another_rises_from_is_no_target():
    text = "全年低保标准由500元提高到560元。"
    base, target = (stated("target", "低保标准", figure, 2025, text.index(figure)) for figure in ("500元", "560元"))
    earlier = report(2024, stated("target", "低保标准", "500元", 2024))
    links = links_between(earlier, report(2025, base, target, text=text), (), DEFAULT)
    assert [link.later for link in links] == [target.id]


def test_share_or_multiple_of_an_amount_is_no_result_of_it():
    earlier = report(2024, stated("target", "社会消费品零售总额", "增长8%", 2024))
    amount = stated("actual", "社会消费品零售总额", "90亿元", 2024, 20)
    for figure in ("1.6倍", "60%"):
        ratio = stated("actual", "社会消费品零售总额", figure, 2024, measure="ratio")
        links = links_between(earlier, report(2025, ratio, amount), (), DEFAULT)
        assert [link.later for link in links] == [amount.id]


def test_promise_with_floor_and_stretch_is_judged_by_its_floor():
    floor = stated("target", "制造业投资", "100亿元", 2024, 0)
    stretch = stated("target", "制造业投资", "115亿元", 2024, 20, group=floor.id, modality="力争")
    later = report(2025, stated("actual", "制造业投资", "108亿元", 2024, 10))
    links = links_between(report(2024, floor, stretch), later, (), DEFAULT)
    assert [(link.earlier, link.verdict, link.note, link.change) for link in links] == [
        (floor.id, "met", "", Decimal(8)),
        (stretch.id, "", "stretch", Decimal(-7)),
    ]


def test_stretch_that_is_reached_is_told_so_without_a_verdict():
    floor = stated("target", "制造业投资", "100亿元", 2024, 0)
    stretch = stated("target", "制造业投资", "115亿元", 2024, 20, group=floor.id, modality="力争")
    later = report(2025, stated("actual", "制造业投资", "115亿元", 2024, 10))
    _, link = links_between(report(2024, floor, stretch), later, (), DEFAULT)
    assert (link.verdict, link.note) == ("", "stretch,stretch_reached")


def test_quarter_is_not_the_year():
    earlier = report(2024, stated("target", "地区生产总值", "增长6%", 2024))
    quarter = stated("actual", "地区生产总值", "增长6.4%", period="2024Q1", horizon="part_year")
    links = links_between(earlier, report(2025, quarter), (), DEFAULT)
    assert links == ()
    assert [state.state for state in target_states(earlier, report(2025, quarter), links)] == ["not_found"]


def test_target_of_several_years_is_revised_by_one_for_the_same_year_only():
    def by(year: int, figure: str, of: int) -> Report:
        return report(of, stated("target", "森林覆盖率", figure, period=str(year), horizon="multi_year"))

    (link,) = links_between(by(2030, "42%", 2024), by(2030, "43%", 2025), (), DEFAULT)
    assert (link.kind, link.change) == ("revision", Decimal(1))
    assert links_between(by(2030, "42%", 2024), by(2035, "45%", 2025), (), DEFAULT) == ()


def test_no_outcome_across_a_gap_of_years():
    earlier = report(2023, stated("target", "新增绿地", "40亩", 2023))
    later = report(2025, stated("actual", "新增绿地", "40亩", 2024))
    assert links_between(earlier, later, (), DEFAULT) == ()
    assert [state.state for state in target_states(earlier, later, ())] == ["no_report"]


@pytest.mark.parametrize(
    ("period", "horizon", "later", "state", "reason"),
    [
        ("2030", "multi_year", report(2025), "not_due", "2030"),
        ("2021-2025", "multi_year", report(2025), "not_due", "2025"),
        ("2030", "multi_year", None, "not_due", "2030"),
        ("2024", "annual", None, "no_report", "2025"),
        ("2024", "annual", report(2026), "no_report", "2025"),
        ("2024", "annual", report(2025, abridged=True), "abridged", "2025"),
        ("2024", "annual", report(2025), "not_found", "2025"),
        ("", "annual", report(2025), "not_found", "2025"),
    ],
)
def test_state_of_a_target_without_outcome(period, horizon, later, state, reason):
    earlier = report(2024, stated("target", "森林覆盖率", "42%", period=period, horizon=horizon))
    (found,) = target_states(earlier, later, ())
    assert (found.state, found.reason) == (state, reason)


def test_alignment_of_the_sentences_is_evidence():
    earlier = report(2024, stated("target", "文旅融合示范项目", "2个", 2024), text="创建文旅融合示范项目2个。")
    later = report(2025, stated("target", "文旅融合特色品牌", "3个", 2025), text="打响三个品牌。")
    match = Match(Span(0, len(earlier.text)), Span(0, len(later.text)), "reworded", False, 1.0, "")
    assert links_between(earlier, later, (), DEFAULT) == ()
    assert [link.kind for link in links_between(earlier, later, (match,), DEFAULT)] == ["revision"]


NAMES = [
    "新增停车位",
    "新建停车泊位",
    "地区生产总值",
    "生产总值",
    "改造老旧小区",
    "老旧小区改造",
    "城镇新增就业",
    "扩绿",
    "新增绿地",
    "公厕",
]
FIGURES = ["增长5%", "增长6%左右", "12个", "30个以上", "4亿元", "1.2万人", "第3", "5-6%", "稳中有进", "下降2%以上"]
observed = some.builds(
    stated,
    some.sampled_from(["actual", "target"]),
    some.sampled_from(NAMES),
    some.sampled_from(FIGURES),
    year=some.sampled_from([2023, 2024, 2025]),
    start=some.integers(0, 9999),
    horizon=some.sampled_from(["annual", "annual", "multi_year"]),
)
sides = some.lists(observed, max_size=14, unique_by=lambda one: one.id).map(
    lambda found: sorted(found, key=lambda one: (one.start, one.id))
)


@settings(max_examples=60, deadline=None)
@given(sides, sides)
def test_links_name_their_ends_and_states_answer_for_the_other_targets(
    ones: list[Observation], others: list[Observation]
):
    earlier, later = report(2024, *ones), report(2025, *others)
    links = links_between(earlier, later, (), DEFAULT)
    assert links == links_between(earlier, later, (), DEFAULT)
    assert len({(link.kind, link.earlier, link.later) for link in links}) == len(links)
    for link in links:
        assert link.earlier in {one.id for one in ones}
        assert link.later in {one.id for one in others}
        assert bool(link.verdict) == (link.kind == "outcome")
        assert link.change is None or link.comparable
    states = [state.observation for state in target_states(earlier, later, links)]
    answered = {link.earlier for link in links if link.kind == "outcome"}
    assert sorted([*states, *answered]) == sorted(one.id for one in ones if one.role == "target")


@settings(max_examples=40, deadline=None)
@given(sides)
def test_baseline_links_each_target_at_most_once(ones: list[Observation]):
    links = baseline_links(report(2025, *ones), DEFAULT)
    assert len({link.later for link in links}) == len(links)
    assert {link.verdict for link in links} <= {""}


# --- the annotated reports, from their annotated observations: what links alone can do ---


def annotated(shared: Path, stem: str) -> Report:
    """Read an annotated report with the observations of its annotation."""
    year = int(stem.rpartition("-")[2])
    text = (shared / f"gold/{stem}.txt").read_text(encoding="utf-8")
    frame = outline(text, stem, year)
    found = []
    for line in (shared / f"gold/{stem}.observations.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line, parse_float=Decimal, parse_int=int)
        value = row.pop("value")
        numbers = [Decimal(number) for number in (value if isinstance(value, list) else [value]) if number is not None]
        row.pop("optional")
        period = row["period"]
        horizon = "annual" if len(period) <= 4 else "multi_year" if period[4] == "-" else "part_year"
        if horizon == "annual" and period > str(year):
            horizon = "multi_year"
        known = stated(row["role"], row["indicator"], "")
        found.append(
            replace(
                known,
                **row,
                value=None if not numbers else numbers[0] if len(numbers) == 1 else tuple(numbers),
                horizon=horizon,
            )
        )
    return replace(report(year, *found), text=text, sentences=frame.sentences, parts=frame.parts)


def ends(report_: Report, observation_id: str) -> dict[str, int]:
    return next({"start": one.start, "end": one.end} for one in report_.observations if one.id == observation_id)


def scored(
    gold: Path, links: list[Link], earlier: Report, later: Report, stems: list[str], pair: str, folder: Path
) -> str:
    """Give what score_links.py prints of the links."""
    predicted = folder / "links.jsonl"
    rows = [
        {"kind": link.kind, "from": ends(earlier, link.earlier), "to": ends(later, link.later), "verdict": link.verdict}
        for link in links
    ]
    predicted.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    files = [predicted, gold / f"{pair}.links.jsonl", *(gold / f"{stem}.observations.jsonl" for stem in stems)]
    command = [sys.executable, str(gold / "score_links.py"), *map(str, files), "--errors", "20"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


PAIRS = [
    ("hailaer", 2018, 0.97),
    ("guowuyuan", 2024, 0.97),
    ("hangzhou", 2025, 0.94),
    ("gaotang", 2022, 0.94),
    ("rongcheng", 2019, 0.97),
]


@pytest.mark.parametrize(("region", "year", "floor"), PAIRS)
def test_links_from_annotated_observations(shared: Path, tmp_path: Path, region: str, year: int, floor: float):
    stems = [f"{region}-{year}", f"{region}-{year + 1}"]
    earlier, later = (annotated(shared, stem) for stem in stems)
    links = [link for link in links_between(earlier, later, (), DEFAULT) if link.kind != "series"]
    printed = scored(shared / "gold", links, earlier, later, stems, f"{region}-{year}-{year + 1}", tmp_path)
    assert float(printed.split()[-1]) >= floor, printed
    agree, _, verdicts = printed.split("verdicts that agree ")[1].split()[:3]
    assert int(agree) >= 0.97 * int(verdicts), printed


def test_baseline_from_annotated_observations(shared: Path, tmp_path: Path):
    stem = "shangcheng-2025"
    year = annotated(shared, stem)
    printed = scored(shared / "gold", list(baseline_links(year, DEFAULT)), year, year, [stem], stem, tmp_path)
    assert float(printed.split()[-1]) >= 0.95, printed


@pytest.mark.timing
def test_linking_two_long_reports_costs_less_than_cutting_them_into_words(shared: Path):
    earlier, later = annotated(shared, "hangzhou-2025"), annotated(shared, "hangzhou-2026")

    def took(work: Callable[[], object]) -> float:
        started = time.process_time()
        work()
        return time.process_time() - started

    def link() -> object:
        return links_between(earlier, later, (), DEFAULT)

    def cut() -> object:
        return [jieba.lcut(report.text) for report in (earlier, later)]

    link(), cut()
    # The two side by side and the best of three, so that a busy machine slows both.
    linking, cutting = (min(times) for times in zip(*((took(link), took(cut)) for _ in range(3)), strict=True))
    assert linking < cutting
