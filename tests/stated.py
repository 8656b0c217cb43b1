"""Observations and reports made of a few words: `stated("target", "扩绿", "60万平方米以上")`."""

import re
from decimal import Decimal
from typing import Any

from tongbi.model import Measure, Observation, Report, Sentence, Span, Value
from tongbi.register import DEFAULT

_FIGURE = re.compile(
    r"(?P<way>增长|下降|提高|降低)?(?P<place>第)?(?P<low>\d+(?:\.\d+)?)(?:-(?P<high>\d+(?:\.\d+)?))?"
    r"(?P<unit>[^以左超近\d]*?)(?P<bound>以上|以内|左右)?"
)
_BOUNDS = {"以上": "ge", "以内": "le", "左右": "approx", None: "eq"}


def _measure(way: str | None, place: str | None, unit: str) -> Measure:
    if place:
        return "rank"
    if way:
        return "change_pct" if unit == "%" else "change_abs"
    return "ratio" if unit == "%" else "level"


def stated(role: Any, indicator: str, figure: str, year: int = 2025, start: int = 0, **fields: Any) -> Observation:
    """Make an observation; figures: `增长5.5%左右`, `5-5.5%`, `第3`, `900亿元以上`, or words."""
    read = _FIGURE.fullmatch(figure)
    value: Value = None
    measure: Measure = "qualitative"
    unit = bound = ""
    if read:
        sign = -1 if read["way"] in ("下降", "降低") else 1
        value = sign * Decimal(read["low"])
        unit, bound = read["place"] or read["unit"], _BOUNDS[read["bound"]]
        measure = _measure(read["way"], read["place"], unit)
        if read["high"]:
            value, bound = (value, sign * Decimal(read["high"])), "range"
    known = {
        "id": f"{role}:{indicator}:{figure}:{start}",
        "start": start,
        "end": start + len(figure),
        "quote": figure,
        "indicator": indicator,
        "value": value,
        "unit": unit,
        "measure": measure,
        "bound": bound,
        "role": role,
        "period": str(year),
        "modality": "",
        "section": -1,
        "indicator_id": DEFAULT.identify(indicator),
        "tier": "task",
        "horizon": "annual",
        "certainty": "final",
        "basis": "",
        "group": "",
    }
    return Observation(**(known | fields))


def report(year: int, *observations: Observation, text: str = "", abridged: bool = False) -> Report:
    """Make a report that states the observations; its text, if given, is one sentence."""
    sentences = (Sentence(Span(0, len(text)), "plan", -1, 0, False),) if text else ()
    return Report(
        region="云川区",
        session=str(year),
        year=year,
        title="政府工作报告",
        delivered=None,
        speaker="",
        meeting="",
        text=text,
        sha256="0" * 64,
        fictional=True,
        abridged=abridged,
        parts=(),
        sections=(),
        sentences=sentences,
        terms=(),
        observations=observations,
    )
