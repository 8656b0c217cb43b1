"""Which sentences set the main targets of a year, open its review with the main results, or tell of 民生实事."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tongbi import vocabulary
from tongbi.model import Role, Section, Sentence, Tier
from tongbi.text import any_of

_FIGURES_OF_A_HEADLINE = 3
_TARGETS_OF_A_HEADLINE = 4
_LISTS = ("：", "；")
_RISES = r"[^，。；]{0,12}(?:增长|增速|达到|突破)"


@cache
def _sets_headline() -> re.Pattern[str]:
    words = any_of(vocabulary.standing().headline_plan)
    return re.compile(rf"(?:{words})(?:[^，。；：]{{0,12}}(?:是|为|：|如下)|，{_RISES})")


@cache
def _output() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.standing().headline_review))


@cache
def _by_output() -> re.Pattern[str]:
    """Match what is only reckoned by output: 占全市地区生产总值比重, 单位生产总值能耗, 人均生产总值."""
    return re.compile(
        rf"(?:占(?:[全我本][市省区县国州旗])?|[万亿]元|单位|人均)(?:{any_of(vocabulary.standing().headline_review)})"
    )


def _tells_output(text: str) -> bool:
    return bool(_output().search(_by_output().sub("", text)))


class Tiers:
    """The tiers of the numbers in the sentences of a report, heard from the first to the last.

    The main targets stand in the sentence that says so, in what follows it in its paragraph, and in the list of
    paragraphs that it opens with a colon; or, where no sentence says so, in one that sets output and three more.
    民生实事 are told under a heading that names them, in a sentence that does, and in the list that it opens.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        told = [one.span for one in sections if vocabulary.standing().livelihood.search(one.heading)]
        self._under = [any(span.covers(one.span) for span in told) for one in sections]
        self._paragraph = -1
        """The paragraph that sets the main targets."""
        self._listing = False
        self._section = -2
        """The section in which a list of 民生实事 was opened."""

    def hear(self, sentence: Sentence, text: str, roles: Sequence[Role]) -> Mapping[Role, Tier]:
        """Take in the next sentence and the roles of its numbers; give the tier of these by their role."""
        opens = text.endswith(_LISTS)
        # A sentence without numbers counts only for the list that it opens.
        other: Tier = "livelihood" if (roles or opens) and self._tells_livelihood(sentence, text) else "task"
        target = self._sets_headline(sentence, text, roles.count("target"))
        actual = roles.count("actual") >= _FIGURES_OF_A_HEADLINE and _tells_output(text)
        return {"target": "headline" if target else other, "actual": "headline" if actual else other}

    def _tells_livelihood(self, sentence: Sentence, text: str) -> bool:
        if sentence.section >= 0 and self._under[sentence.section]:
            return True
        if vocabulary.standing().livelihood.search(text):
            if text.endswith(_LISTS):
                self._section = sentence.section
            return True
        return sentence.section == self._section

    def _sets_headline(self, sentence: Sentence, text: str, targets: int) -> bool:
        if sentence.heading or sentence.part != "plan":
            self._listing = False
            return False
        if _sets_headline().search(text):
            self._paragraph = sentence.paragraph
            self._listing = text.endswith(_LISTS)
            return True
        if targets >= _TARGETS_OF_A_HEADLINE and _tells_output(text):
            return True
        self._listing = self._listing and (targets > 0 or text.endswith(_LISTS))
        return self._listing or sentence.paragraph == self._paragraph
