"""What a count or measure is of that says nothing of it: the programme, meeting, body or trade that was told of before.

`实施城市更新行动，开工项目14个` are projects of 城市更新行动. The clauses before the figure are read from the nearest
back, in its sentence and in the one before where that is a heading without numbers; the first that has a possible topic
decides: where that is not its subject or object, the name stays as it is. So it does where a clause between counts
something else.
"""

import re

from tongbi import vocabulary
from tongbi.observe.nouns import strip_front
from tongbi.observe.phrases import beginning
from tongbi.vocabulary.schema import Expressions

_CLAUSE = re.compile("[，：（）——]")
_SENTENCE = re.compile("[。；！？\\n]")
_DIGIT = re.compile(r"\d")
_FARTHEST = 4
_LONGEST, _LONGEST_OF_TWO, _SHORTEST = 16, 24, 3
_MORE_ADVERBS = frozenset({"顶格", "落细", "落地", "提速"})
_CARRIED_OUT = frozenset({"实施", "推进", "开展", "落实"})
_MORE_VERBS = frozenset(
    {
        "普及",
        "提高",
        "巩固提高",
        "健全",
        "完善",
        "优化",
        "壮大",
        "做强",
        "做大",
        "启动",
        "加大",
        "建好",
        "用好",
        "赋予",
        "扩大",
    }
)
_LONGEST_HEADING = 30
_FURTHERED = re.compile(
    r"的?(?:发展|改革|建设|提质|转型|升级|壮大|做大|倍增|集聚|振兴|培育|扩|开发|力度|工作|作用|质量|水平|[基本全面]*(?:完成|实施))"
)
# `甲坝、乙渠等民生水利工程`: what the examples are of.
_AND_OTHERS = re.compile(r"等(?:一大?批)?(?=[一-鿿]{4})")
_JOINS = frozenset("、和与及")
_NO_TOPIC = re.compile(
    r"[全首][国省市批个]|(?<![省市国家级])[、和与及]|的$|^[的了是在由]|\d|各|等|我[们市县区省]|其他|一批|每|至少|获|评为|予以|给予|属"
)
_SAYS_HOW = re.compile(
    r"加快|全面|持续|不断|稳步|深入|扎实|有序|有效|成效|成功|进展|推进|提速|提质|优化|完善|健康|蓬勃|活力|日益|逐步|更加|再"
)


def topic_for(name: str, sentence: str, paragraph: str) -> str:
    """Give what `name` is of by `sentence`, which ends before its clause, or the heading before; "" where none says."""
    topics = vocabulary.topics().of(name)
    if topics is None:
        return ""
    statement = _SENTENCE.split(sentence)[-1]
    clauses = _CLAUSE.split(statement)[-_FARTHEST:]
    if not any(clauses) or len(statement) < _LONGEST:
        heading = [said for said in _SENTENCE.split(paragraph + sentence.removesuffix(statement)) if said][-1:]
        if heading and len(heading[0]) <= _LONGEST_HEADING and not _DIGIT.search(heading[0]):
            clauses = _CLAUSE.split(heading[0]) + clauses
    for clause in reversed(clauses):
        if (topic := _topic_of(clause, topics)) is not None:
            return topic
        if (counted := _DIGIT.search(clause)) and len(_without_verb(clause[: counted.start()])) >= _SHORTEST:
            return ""
    return ""


def of_topic(topic: str, name: str) -> str:
    """Write a name with its topic in front, what both share (`综合利用`, `综合利用率`) once."""
    shared = next((size for size in range(min(len(topic), len(name)), 1, -1) if topic.endswith(name[:size])), 0)
    return topic + name[shared:]


def _topic_of(clause: str, topics: Expressions) -> str | None:
    """Give the topic of a clause, "" where it has none that is told clearly, None where it tells of other things."""
    counted = _DIGIT.search(clause)
    phrase = _without_verb(clause[: counted.start()] if counted else clause)
    if _AND_OTHERS.search(phrase):
        phrase = _AND_OTHERS.split(phrase)[-1]
    found = [*topics.pattern.finditer(phrase)]
    for one in reversed(found):
        topic, rest = phrase[: one.end()], phrase[one.end() :]
        if topic.startswith("“") and rest.startswith("”"):
            topic, rest = topic + "”", rest[1:]
        first, joint, _ = topic.partition("和")
        two = bool(joint) and any(first.endswith(other[0]) and other.end() == len(first) for other in found)
        said = first if two else topic
        if len(said) < _SHORTEST or len(topic) > (_LONGEST_OF_TWO if two else _LONGEST):
            continue
        if _NO_TOPIC.search(said) or topic.count("“") != topic.count("”"):
            continue
        if not rest or (rest[0] not in _JOINS and _goes_on(rest)):
            return topic
    return "" if found else None


def _without_verb(clause: str) -> str:
    """Cut the adverbs in front of a clause, and its verb."""
    names, phrase = vocabulary.names(), strip_front(clause)
    word = ""
    while not beginning(phrase, names.no_verbs) and (not word or word in names.adverbs or word in _MORE_ADVERBS):
        word = beginning(phrase, names.predicates) or beginning(phrase, _MORE_VERBS) or beginning(phrase, _MORE_ADVERBS)
        if not word:
            break
        phrase = phrase[len(word) :]
    second = beginning(phrase, _CARRIED_OUT) if word else ""
    return phrase[len(second) :]


def _goes_on(rest: str) -> bool:
    """Whether what follows a topic says what it does or how it went."""
    names = vocabulary.names()
    return bool(
        _FURTHERED.match(rest)
        or _SAYS_HOW.match(rest)
        or beginning(rest, names.predicates)
        or names.progress.match(rest)
    )
