"""Text made to be slow: a report is read in time that grows with its length, whatever is written into it."""

import time
from collections.abc import Callable

import pytest

from tongbi import Report, read

pytestmark = pytest.mark.timing

_OPENING = "2031年云溪县政府工作报告\n——2031年1月8日在云溪县第九届人民代表大会第五次会议上\n县长 方远山\n各位代表：\n"
_FORMULA = "现在，我代表县人民政府，向大会报告工作，请予审议。\n"
_REVIEW = "一、2030年工作回顾\n过去一年，全县上下迎难而上，经济社会发展取得明显成效{}。\n"
_RESULTS = "全年地区生产总值完成320.5亿元，比上年增长5.1%；新增规上工业企业20家，改造老旧小区14个。\n"
_PLAN = "二、2031年工作安排\n今年的主要预期目标是：地区生产总值增长5.5%以上{}。\n（一）着力做强产业\n"
_TASKS = "新增省级平台7家、市级平台23家，建成绿道14公里，城乡居民收入与经济增长同步。\n"
_CLOSING = "各位代表，让我们同心同德，为建设美好云溪而努力奋斗！\n"
_GLOSSARY = "附件：名词解释\n1.一港两园：指云溪港、东园和西园{}。\n2.四清单：指年内办结的四张清单。\n"


def report(noise: str = "", *, copies: int = 20) -> str:
    """Write an invented report with a noise in its review, in its plan and in its glossary, and as a paragraph."""
    review = _REVIEW.format(noise) + _RESULTS * copies
    plan = _PLAN.format(noise) + noise + "\n" + _TASKS * copies
    return _OPENING + _FORMULA + review + plan + _CLOSING + _GLOSSARY.format(noise)


def timed(text: str) -> tuple[float, Report]:
    """Read a report; give the seconds of this process that it took."""
    began = time.process_time()
    found = read(text)
    return time.process_time() - began, found


def run(piece: str) -> Callable[[int], str]:
    """A noise that says one thing again and again, to about so many characters."""
    return lambda length: piece * (length // len(piece))


def nested(opening: str, closing: str) -> Callable[[int], str]:
    """A noise of marks inside marks."""
    return lambda length: opening * (length // 2) + closing * (length // 2)


NOISES = {
    "digits": run("7"),
    "digits with separators": run("1,234,"),
    "ideographic commas": run("、"),
    "commas": run("，"),
    "semicolons": run("；"),
    "full stops": run("。"),
    "nested quotes": nested("“", "”"),
    "open quotes": run("“《"),
    "nested brackets": nested("（", "）"),
    "numbering": run("1、"),
    "Chinese numbering": run("（一）"),
    "Chinese commas": run("一、"),
    "dashes": run("—"),
    "streaks": run("连续"),
    "tens": run("十"),
    "thousands": run("千"),
    "hundredths": run("百分之"),
    "guesses": run("一多"),
    "fractions": run("三分之一"),
    "proportions": run("产业8：1："),
    "schooling": run("年限9年"),
    "blanks": run(" "),
    "ideographic blanks": run("\u3000"),
    "percents": run("%"),
    "letters": run("a"),
    "one word": run("的"),
    "from and to": run("由甲增至"),
    "from and to in numbers": run("由3家增至5家、"),
    "years": run("2030年"),
    "months": run("1-5月"),
    "ranges": run("1-"),
    "sums": run("1+"),
    "notes": run("［1］"),
    "figures": run("增长5%、"),
    "a list of figures": run("新增企业12家、"),
    "a list of names": run("甲和乙、"),
    "comparisons": run("比上年"),
    "conditions": run("在情况下"),
    "ranks": run("居全国第"),
    "modal words": run("力争"),
    "same pace": run("与经济增长同步"),
    "addresses": run("各位代表，"),
    "appeals": run("让我们"),
    "lines": run("抓改革\n"),
    "numbered lines": run("1.抓改革\n"),
    "spending": run("投资3亿元，"),
    "a short noun": run("项目3个，"),
}
DENSE = {
    "a list of figures",
    "from and to in numbers",
    "figures",
    "numbered lines",
    "spending",
    "a short noun",
    "lines",
    "months",
    "hundredths",
    "fractions",
    "schooling",
}
"""Noises of real observations or lines, which cost what these cost: theirs is the growth only."""


@pytest.mark.parametrize("name", NOISES)
def test_cost_grows_with_the_length_of_a_noise(name: str) -> None:
    noise = NOISES[name]
    length = 4_000 if name in DENSE else 25_000
    small = min(timed(report(noise(length // 4)))[0] for _ in range(2))
    large, found = timed(report(noise(length)))
    assert large < 8 * small + 0.1
    assert large < 3
    assert {part.kind for part in found.parts} >= {"review", "plan"}


def test_a_report_of_a_megabyte_costs_no_more_a_character_than_a_short_one() -> None:
    prose = "抓好产业、交通和民生各项工作，推动经济社会发展再上新台阶。" * 20
    short, long = report(prose, copies=20), report(prose * 390, copies=1_500)
    assert len(long) > 1_000_000
    first = min(timed(short)[0] for _ in range(3))
    last, found = timed(long)
    assert last < 3 * first * len(long) / len(short)
    assert len(found.observations) > 1_500 * 6
    assert all(one.quote == long[one.start : one.end] for one in found.observations)


def test_a_sentence_of_a_megabyte_is_read_in_proportion() -> None:
    def sentence(length: int) -> str:
        return report("，" + "继续抓好老旧小区和农村公路改造，" * (length // 16) + "新增停车位300个", copies=1)

    first = min(timed(sentence(20_000))[0] for _ in range(3))
    last, found = timed(sentence(250_000))
    assert last < 30 * first
    assert any(one.quote == "300个" for one in found.observations)
