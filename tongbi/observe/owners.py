"""Whose a measure is where its clause does not say: the trade, port, park or insurance told of before.

A paragraph names its subject once and then gives its figures alone (`新材料产业聚焦树脂纤维。产值突破130亿元`). The
clauses before a figure are read from the nearest back to the first of the paragraph; the first that holds a possible
owner decides: where that is not its subject or object, the measure stays as it is.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tongbi import vocabulary
from tongbi.observe.nouns import strip_front
from tongbi.observe.phrases import beginning
from tongbi.vocabulary.schema import Expressions

_CLAUSE = re.compile("[，。；：！？（）——\\n]")
_STATEMENT = re.compile("[。；！？\\n]")
_FARTHEST = 12
"""Clauses looked at."""
_LONGEST = 18
_SHORTEST = 2
_SHORTEST_END = 3
# What is aimed at is no subject: 打造全国重要的产业集群, 延伸产业.
_AIM = re.compile(r"(?:着力|加快|奋力|全力|努力)*(?:打造|建设|建成|形成|成为|延伸|延长|拓展|构建|创建)")
# Verbs that are part of a name elsewhere (`增强…机场能力`).
_RAISED = frozenset({"增强", "提高", "发挥", "巩固", "突出", "提速", "做优"})
# What may follow an object: 发展, 建设, 提质. Behind a subject stands what it does.
_FURTHERED = re.compile(r"的?(?:发展|改革|建设|提质|转型|升级|壮大|做大|倍增|集聚|振兴|培育|扩)")
_GOES_ON = re.compile(r"(?:在|连|要|经|向|以|有|获|喜|首位度|主攻|瞄准|致力|成为)")
_NO_NAME = re.compile(r"全国|首批|[、和与及等]$|^[、和与及的了是]|\d|各|等|延伸")


def owner_of(measure: str, told: str) -> str:
    """Give the owner of `measure` that the clauses of `told`, which end before its figure, name; "" where none does.

    `told` begins with the paragraph. Never raises.
    """
    owners = vocabulary.owners()
    ends = owners.of.get(measure)
    if ends is None:
        return ""
    if ends is owners.actor.owners:
        told = _STATEMENT.split(told)[-1]
    for clause in reversed(_CLAUSE.split(told)[-_FARTHEST:]):
        if not ends.search(clause) or _AIM.match(clause):
            continue
        if ends in (owners.trade.owners, owners.actor.owners):
            return _of_trade(clause, ends)
        if port := _of_port(clause, ends):
            return port
    return ""


def _acted_on(clause: str) -> tuple[str, bool]:
    """Cut the verbs in front of a clause; give what is left, and whether there were any."""
    names = vocabulary.names()
    phrase = strip_front(clause)
    whole = len(phrase)
    while not beginning(phrase, names.no_verbs) and (
        word := beginning(phrase, names.predicates) or beginning(phrase, _RAISED)
    ):
        phrase = phrase[len(word) :]
    return phrase, len(phrase) < whole


def _of_trade(clause: str, ends: Expressions) -> str:
    """Give the trade that a clause has for its subject or furthers, or ""."""
    phrase, furthered = _acted_on(clause)
    for found in reversed(list(ends.pattern.finditer(phrase))):
        owner, rest = phrase[: found.end()], phrase[found.end() :]
        if not _SHORTEST < len(owner) <= _LONGEST or _NO_NAME.search(owner):
            continue
        if (furthered and (not rest or _FURTHERED.match(rest))) or (rest and _does(rest)):
            return owner.removesuffix("生产")
    return ""


def _of_port(clause: str, ends: Expressions) -> str:
    """Give the port that a clause begins with, its own measures and parts behind it, or ""."""
    phrase, _ = _acted_on(clause)
    insured = vocabulary.owners().insurance.owners
    # Of insurances all that are listed pay in: 养老保险和医疗保险参保人数.
    found = [*ends.pattern.finditer(phrase)][-1] if ends is insured and ends.search(phrase) else ends.search(phrase)
    # `国家级开发区2个` is counted, and no owner.
    owner = phrase[: found.end()] if found and not phrase[found.end() : found.end() + 1].isdigit() else ""
    return owner if _SHORTEST < len(owner) <= _LONGEST and not _NO_NAME.search(owner) else ""


def _does(rest: str) -> bool:
    names = vocabulary.names()
    return bool(
        beginning(rest, names.predicates)
        or names.progress.match(rest)
        or _GOES_ON.match(rest)
        or beginning(rest, vocabulary.owners().trade.measures)
    )


@cache
def _owned() -> Mapping[str, Sequence[str]]:
    """Give the full names by each of their ends that is shorter."""
    found: dict[str, list[str]] = {}
    for full in vocabulary.names().owned:
        for place in range(1, len(full) - _SHORTEST_END + 1):
            found.setdefault(full[place:], []).append(full)
    return found


def owned_in(name: str, before: str) -> str:
    """Give the full name of a noun told without its owner, which stands before it, or ""."""
    for full in _owned().get(name, ()):
        if full[: -len(name)] in before:
            return full
    return ""
