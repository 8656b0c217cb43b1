"""Whose number it is: the noun phrase that names what is measured."""

import re

from tongbi.observe.phrases import beginning, ending, word_set
from tongbi.observe.predicates import cut_predicate

_TIME = re.compile(
    r"(?:(?:到|至|截至|截止|在|从|自)?(?:(?:19|20)\d\d|[二一][〇零九○][〇零一二三四五六七八九○]{2})年(?:底|末|初|以来|全年|来|年底|\d{1,2}月(?:底|末|份)?)?(?:止|时)?，?|“[十一二三四五六七八九]+五”(?:期间|时期|末|以来)?，?|[五三四两一]年(?:来|间|累计)，?|[上下]半年|第?[一二三四]季度|1[—-至到]\d+月份?)"
)


def strip_front(phrase: str) -> str:
    rest = phrase
    while True:
        before = rest
        rest = rest.lstrip("，、：")
        if found := _TIME.match(rest):
            rest = rest[found.end() :]
            continue
        word = beginning(rest, word_set("names", "openers"))
        if word and len(rest) - len(word) >= 2 or word == rest:
            rest = rest[len(word) :]
        if rest == before:
            return rest


def strip_light(phrase: str) -> str:
    while True:
        word = beginning(phrase, word_set("names", "light"))
        if not word or len(phrase) - len(word) < 2:
            return phrase
        phrase = strip_front(phrase[len(word) :])


class Naming:
    def __init__(self):
        self.last: list[str] = []
        self.verb = ""

    def names(self, group, clause, before):
        continued = bool(re.match(r"[、和及与]|以及", clause)) and not before
        subject = group.predicate.subject
        if continued:
            subject = re.sub(r"^(?:[、和及与]|以及)", "", subject)
        subject = strip_front(subject)
        tail = re.split(r"[，。；：、！？）]", group.tail)[0]
        tail = tail.removeprefix("的")
        doing = word_set("names", "doing")
        verb = ending(subject, doing)
        if tail and (not subject or verb):
            noun = tail
            if not subject and continued:
                subject = verb = self.verb
            name = noun if verb in word_set("names", "dropped_before_noun") or not verb else strip_front(subject) + noun
            self.verb = verb
            self.last = [name]
            return self.last
        if not subject:
            return self.last
        subject = strip_light(subject)
        bare = word_set("names", "bare")
        if subject in bare and self.last:
            stem = self.last[-1]
            lead = beginning(stem, doing)
            return [stem[len(lead) :] + subject]
        if subject.startswith("占") and self.last:
            return [self.last[-1] + subject]
        lead = beginning(subject, doing)
        if continued and not lead and self.verb:
            subject = self.verb + subject
        else:
            self.verb = lead
        if len(group.figures) > 1 or group.predicate.shared:
            parts = self.split(subject, len(group.figures), group.predicate.shared)
        else:
            parts = [subject]
        self.last = parts
        return parts

    def split(self, subject, count, shared):
        parts = [p for p in re.split(r"[、和及与]", subject) if p]
        if count > 1 and len(parts) == count or count == 1 and shared and len(parts) > 1:
            return self.expand(parts)
        if "城乡" in subject and (count == 2 or shared):
            return [subject.replace("城乡", "城镇"), subject.replace("城乡", "农村")]
        return [subject]

    def expand(self, parts):
        heads = word_set("names", "heads")
        head = ending(parts[-1], heads, 20)
        if head:
            parts = [
                p if ending(p, heads, 20) or p.endswith(("值", "额", "量", "率")) else p + head for p in parts[:-1]
            ] + parts[-1:]
        bare = word_set("names", "bare")
        stem = parts[0]
        metric = ending(stem, bare)
        base = stem[: -len(metric)] if metric else stem
        return [parts[0]] + [base + p if p in bare else p for p in parts[1:]]
