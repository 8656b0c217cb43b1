"""Phrases that a report itself marks as set: what stands between quotation marks."""

import re
from collections.abc import Iterable

from tongbi import vocabulary
from tongbi.change.sections import without_routine
from tongbi.phrases.said import Said

_HAN = re.compile(r"[一-鿿]")
_QUOTED = re.compile(r"“([^“”《》\n]+)”")


def quoted(reports: Iterable[Said]) -> set[str]:
    """Give what is quoted in “”, but for titles (《》), numbers, plan periods (“十四五”) and names of what is built."""
    own = vocabulary.set_phrases()
    found = {phrase[1] for report in reports for phrase in _QUOTED.finditer(report.text)}
    return {
        phrase
        for phrase in found
        if len(phrase) <= own.quoted.longest
        and len(_HAN.findall(without_routine(phrase))) >= own.quoted.shortest
        and not phrase.endswith(own.endings)
    }
