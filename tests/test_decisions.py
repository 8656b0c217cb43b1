"""Corrections: what a file of them must be, and where their quotes are found."""

import re
from pathlib import Path
from typing import get_args

import pytest
from conftest import ROOT
from decided import L2025, PARKS, PLACES, SCHOOLS, entry
from hypothesis import given, settings
from hypothesis import strategies as st

from tongbi.anchors import Place, locate, observation_at, sentence_at
from tongbi.decisions import NONE, Correction, load
from tongbi.errors import BadVocabulary, Unanchored

# The file


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(BadVocabulary) as fault:
        load(text)
    return fault.value.code, fault.value.place


def test_a_file_without_corrections_decides_nothing() -> None:
    assert load("# 尚无更正\n") == NONE
    assert NONE.digest() == ""


@pytest.mark.parametrize(
    ("fields", "code", "place"),
    [
        (f'decision = "dropp"\nat = {PARKS}', "wrong_type", "corrections[1].decision"),
        (f'decision = "drop"\nat = {PARKS}\nwhere = ""', "unknown_field", "corrections[1].where"),
        ('decision = "drop"', "missing_field", "corrections[1].at"),
        (
            'decision = "drop"\nat = { session = "2024", quote = "新建口袋公园" }',
            "bad_correction",
            "corrections[1].at.number",
        ),
        (
            'decision = "drop"\nat = { session = "2024", quote = "完成12个、在建12个", number = "12个" }',
            "bad_correction",
            "corrections[1].at.number",
        ),
        (
            'decision = "drop"\nat = { session = "2024", quote = "增长15%", number = "5%" }',
            "bad_correction",
            "corrections[1].at.number",
        ),
        (f'decision = "set"\nat = {PARKS}', "bad_correction", "corrections[1].set"),
        (f'decision = "add"\nat = {PARKS}\nset = {{ indicator = "公园" }}', "bad_correction", "corrections[1].set"),
        (f'decision = "drop"\nat = {PARKS}\nset = {{ unit = "个" }}', "bad_correction", "corrections[1].set"),
        (f'decision = "set"\nat = {PARKS}\nset = {{ role = "goal" }}', "wrong_type", "corrections[1].set.role"),
        ('at = { session = "2024", quote = "" }\ndecision = "drop"', "wrong_type", "corrections[1].at.quote"),
    ],
)
def test_what_cannot_be_carried_out_is_refused_with_its_place(fields: str, code: str, place: str) -> None:
    assert refused(entry("observation", fields)) == (code, place)


def test_who_when_and_why_must_be_told() -> None:
    text = entry("observation", f'decision = "drop"\nat = {PARKS}')
    for field in ("id", "by", "on", "why", "region"):
        without = "\n".join(line for line in text.splitlines() if not line.startswith(f"{field} ="))
        assert refused(without) == ("missing_field", f"corrections[1].{field}")


def test_two_decisions_on_one_thing_are_refused() -> None:
    drop = entry("observation", f'decision = "drop"\nat = {PARKS}')
    told_otherwise = PARKS.replace("新建口袋公园12个", "新建口袋公园　12个")
    twice = entry("observation", f'decision = "set"\nset = {{ unit = "座" }}\nat = {told_otherwise}', 2)
    assert refused(drop + twice) == ("contradiction", "corrections[2]")
    assert refused(drop + drop) == ("correction_twice", "corrections[2].id")
    ends = f'earlier = {SCHOOLS}\nlater = {PLACES}\nlane = "outcome"\n'
    join, part = entry("link", ends + 'decision = "join"'), entry("link", ends + 'decision = "part"', 2)
    assert refused(join + part) == ("contradiction", "corrections[2]")
    other_lane = part.replace('"outcome"', '"revision"')
    assert len(load(join + other_lane).corrections) == 2
    met, missed = (entry("verdict", f'at = {PARKS}\nverdict = "{v}"', n) for n, v in enumerate(("met", "missed"), 1))
    assert refused(met + missed) == ("contradiction", "corrections[2]")


def test_names_cannot_be_one_over_steps_and_two() -> None:
    at = f"at = {PARKS}\n"
    one = entry("identity", at + 'names = ["植绿", "添绿"]\ndecision = "same"')
    other = entry("identity", at + 'names = ["添绿", "绿地增量"]\ndecision = "same"\neverywhere = true', 2, "云上区")
    apart = entry("identity", at + 'names = ["植绿", "绿地增量"]\ndecision = "apart"', 3)
    assert refused(one + other + apart) == ("contradiction", "corrections[3]")
    assert len(load(one + other.replace("everywhere = true", "") + apart).corrections) == 3
    assert refused(one.replace("添绿", "植绿"))[0] == "word_twice"


def test_ends_lie_in_the_reports_of_their_lane() -> None:
    baseline_across = f'earlier = {PARKS}\nlater = {PLACES}\nlane = "baseline"\ndecision = "join"'
    assert refused(entry("link", baseline_across)) == ("bad_correction", "corrections[1].later.session")
    backwards = f'earlier = {PLACES}\nlater = {PARKS}\nlane = "outcome"\ndecision = "join"'
    assert refused(entry("link", backwards)) == ("bad_correction", "corrections[1].later.session")


# Anchors


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("修路3公里，修桥2座。", Place(session="2024", quote="修路3公里"), "修路3公里"),
        ("修路３公里\n，修桥2座。", Place(session="2024", quote="修路3公里，修桥", number="3公里"), "３公里"),
        ("修路1\n3公里。", Place(session="2024", quote="修路13公里", number="13公里"), "1\n3公里"),
        ("修路3公里。明年修路3公里。", Place(session="2024", quote="修路3公里", nth=2), "修路3公里"),
    ],
)
def test_a_quote_is_found_to_the_letter_but_for_blanks(text: str, place: Place, found: str) -> None:
    span = locate(text, place)
    assert span.of(text) == found
    if place.nth:
        assert span.start == text.rindex(found)


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("修路3公里。", Place(session="2024", quote="修路4公里"), "quote_not_found"),
        ("修路3公里，", Place(session="2024", quote="修路3公里。"), "quote_not_found"),
        ("修路3公里。再修路3公里。", Place(session="2024", quote="修路3公里"), "quote_ambiguous"),
        ("好好好", Place(session="2024", quote="好好"), "quote_ambiguous"),
        ("修路3公里。", Place(session="2024", quote="修路3公里", nth=2), "quote_not_found"),
        ("修路13公里。", Place(session="2024", quote="修路13公里", number="3公里"), "number_not_found"),
        ("修路3公里、桥3公里。", Place(session="2024", quote="修路3公里、桥3公里", number="3公里"), "number_ambiguous"),
        ("增长1.5%。", Place(session="2024", quote="增长1.5%", number="5%"), "number_not_found"),
    ],
)
def test_what_is_not_there_or_twice_is_no_anchor(text: str, place: Place, code: str) -> None:
    with pytest.raises(Unanchored) as fault:
        locate(text, place)
    assert fault.value.code == code


@settings(max_examples=300, deadline=None)
@given(st.text("修路桥3。\n　 ", max_size=30), st.text("修路桥3。　", min_size=1, max_size=4))
def test_an_anchor_is_the_quote_and_the_only_one(text: str, quote: str) -> None:
    def bare(words: str) -> str:
        return "".join(words.split())

    wanted, squeezed = bare(quote), bare(text)
    many = sum(squeezed.startswith(wanted, at) for at in range(len(squeezed))) if wanted else 0
    try:
        span = locate(text, Place(session="2024", quote=quote))
    except Unanchored as fault:
        assert many != 1
        assert fault.code == ("quote_ambiguous" if many else "quote_not_found")
    else:
        assert many == 1
        assert bare(span.of(text)) == wanted


def test_one_number_of_two_indicators_needs_its_name() -> None:
    both = Place(session="2025", quote="办结率均为100%", number="100%")
    with pytest.raises(Unanchored) as fault:
        observation_at(L2025, both)
    assert (fault.value.code, fault.value.detail) == ("several_observations", "人大代表建议办结率, 政协提案办结率")
    one = Place(session="2025", quote="办结率均为100%", number="100%", indicator="政协提案办结率")
    assert observation_at(L2025, one).indicator == "政协提案办结率"
    with pytest.raises(Unanchored) as fault:
        observation_at(L2025, Place(session="2025", quote="打造“15分钟品质生活圈”", number="15分钟"))
    assert fault.value.code == "no_observation"


def test_a_sentence_is_known_by_a_piece_of_it() -> None:
    found = sentence_at(L2025, Place(session="2025", quote="扩绿40万平方米"))
    assert found.span.of(L2025.text) == "开展全民义务植树，扩绿40万平方米。"
    with pytest.raises(Unanchored) as fault:
        sentence_at(L2025, Place(session="2025", quote="扩绿40万平方米。到2030年"))
    assert fault.value.code == "no_sentence"


def test_the_corpus_of_this_project_has_a_sound_file() -> None:
    load((Path(ROOT) / "corpus" / "corrections.toml").read_text(encoding="utf-8"))


def test_the_examples_of_the_manual_are_sound_and_show_every_kind() -> None:
    manual = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)
    kinds = {type(one) for text in examples for one in load(text).corrections}
    assert kinds == set(get_args(Correction))


def test_the_manual_tells_every_reason_why_a_correction_has_no_effect() -> None:
    manual = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    modules = [ROOT / "tongbi/anchors.py", *(ROOT / "tongbi/replay").glob("*.py")]
    sources = "".join(module.read_text(encoding="utf-8") for module in modules)
    codes = set(
        re.findall(r'(?:Unanchored\(|Orphan\(one\.id, |code = |else )"([a-z]+_[a-z_]+|contradicts|overlaps)"', sources)
    )
    assert len(codes) > 10
    assert [code for code in codes if f"`{code}`" not in manual] == []
