"""The set phrases of one government: proposed, counted, weighed, and what is none left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tongbi import vocabulary
from tongbi.identity import normal_name
from tongbi.model import Phrase, PhraseUse, Report
from tongbi.phrases.keyness import Stretches, by_report, stretches
from tongbi.phrases.quoted import quoted
from tongbi.phrases.said import Said, said
from tongbi.phrases.states import states
from tongbi.phrases.unquoted import cores, unquoted
from tongbi.register import DEFAULT, Register

LEAST_REPORTS = 3
"""With fewer there is no other year to differ from and none to return in."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """p phrases and how often each of k reports says them: counts (p, k)."""

    phrases: list[str]
    counts: NDArray[np.intp]

    def only(self, kept: NDArray[np.bool_]) -> "_Counted":
        return _Counted([one for one, keep in zip(self.phrases, kept, strict=True) if keep], self.counts[kept])


def set_phrases(reports: Iterable[Report], *, register: Register = DEFAULT) -> tuple[Phrase, ...]:
    """Find the set phrases of one government, the most telling first (by keyness of their stretch, then by words).

    `reports` are its reports, in any order; of fewer than three nothing is told. Linear in the length of the texts.
    Raises `ValueError` where they are of more than one region.
    """
    series = sorted(reports, key=lambda report: (report.year, report.session))
    if len({report.region for report in series}) > 1:
        raise ValueError(f"reports of more than one region: {', '.join(sorted({one.region for one in series}))}")
    if len(series) < LEAST_REPORTS:
        return ()
    texts = [said(report) for report in series]
    sizes = np.array([max(text.size, 1) for text in texts], np.intp)
    marked, runs = quoted(texts), unquoted(texts)
    by_words = _Counted(["".join(run) for run in runs], _matrix(runs.values(), texts))
    candidates = {*marked, *by_words.only(_is_key(by_words.counts, sizes)).phrases}
    found = _counted(sorted(candidates), texts)
    found = found.only(_is_key(found.counts, sizes))
    # an indicator first takes its fragments with it
    found = _longest(found, {phrase: core for phrase, core in cores(runs) if phrase not in marked})
    found = _most_telling(_no_indicators(found, texts, register), sizes, marked)
    return _told(found, stretches(found.counts, sizes), by_report(found.counts, sizes), texts, marked)


def _counted(phrases: list[str], texts: Sequence[Said]) -> _Counted:
    return _Counted(phrases, _matrix(([text.count(phrase) for text in texts] for phrase in phrases), texts))


def _matrix(rows: Iterable[list[int]], texts: Sequence[Said]) -> NDArray[np.intp]:
    return np.array(list(rows), np.intp).reshape(-1, len(texts))


def _is_key(counts: NDArray[np.intp], sizes: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Tell which phrases mark some reports: what nearly every report says is the language of all."""
    own = vocabulary.set_phrases()
    key: NDArray[np.bool_] = (counts > 0).mean(axis=1) <= own.most_reports
    key[key] = stretches(counts[key], sizes).keyness >= own.keyness
    return key


def _no_indicators(found: _Counted, texts: Sequence[Said], register: Register) -> _Counted:
    """Leave out what is registered as an indicator, and what is mostly said as the name of a number."""
    names = "\n".join(name for text in texts for name in _measured(text))
    share = vocabulary.set_phrases().measured_share
    kept = [
        not register.identify(phrase) and names.count(normal_name(phrase)) < share * total
        for phrase, total in zip(found.phrases, found.counts.sum(axis=1).tolist(), strict=True)
    ]
    return found.only(np.array(kept, bool))


def _measured(text: Said) -> list[str]:
    """Give the names of a report's numbers, one as often as there are sentences that measure it."""
    told = {
        (one.indicator, text.sentence_at(one.start)) for one in text.report.observations if one.measure != "qualitative"
    }
    return sorted(normal_name(name) for name, _ in told)


def _longest(found: _Counted, verb_phrases: dict[str, str]) -> _Counted:
    """Leave out a phrase whose counts a longer one explains, and a verb with a phrase that stands without it too.

    A longer one explains them that is said nearly as often: `结构性改革` beside `供给侧结构性改革`.
    """
    totals = dict(zip(found.phrases, found.counts.sum(axis=1).tolist(), strict=True))
    share = vocabulary.set_phrases().explained
    explained = {
        part
        for longer, total in totals.items()
        for part in _parts(longer)
        if part in totals and total >= share * totals[part]
    }
    kept = [phrase for phrase in found.phrases if phrase not in explained]
    doing = {phrase for phrase in kept if verb_phrases.get(phrase) in set(kept)}
    return found.only(np.array([phrase not in explained | doing for phrase in found.phrases], bool))


def _most_telling(found: _Counted, sizes: NDArray[np.intp], marked: set[str]) -> _Counted:
    """Leave it at the unquoted phrases of highest keyness; the longer a series, the more of them have some."""
    keyness = stretches(found.counts, sizes).keyness.tolist()
    ranked = sorted(zip(keyness, found.phrases, strict=True), key=lambda one: (-one[0], one[1]))
    told = [phrase for _, phrase in ranked if phrase not in marked][: vocabulary.set_phrases().unquoted.most]
    kept = marked.union(told)
    return found.only(np.array([phrase in kept for phrase in found.phrases], bool))


def _parts(phrase: str) -> Iterable[str]:
    """Give every shorter run of characters of a phrase."""
    shortest = vocabulary.set_phrases().quoted.shortest
    for start in range(len(phrase)):
        for end in range(start + shortest, len(phrase) + 1):
            if end - start < len(phrase):
                yield phrase[start:end]


def _told(
    found: _Counted, best: Stretches, keyness: NDArray[np.float64], texts: Sequence[Said], marked: set[str]
) -> tuple[Phrase, ...]:
    told = [
        Phrase(
            words=phrase,
            quoted=phrase in marked,
            keyness=float(best.keyness[row]),
            since=texts[best.first[row]].report.session,
            until=texts[best.last[row]].report.session,
            uses=_uses(phrase, found.counts[row].tolist(), keyness[row].tolist(), texts),
        )
        for row, phrase in enumerate(found.phrases)
    ]
    return tuple(sorted(told, key=lambda phrase: (-phrase.keyness, phrase.words)))


def _uses(phrase: str, counts: list[int], keyness: list[float], texts: Sequence[Said]) -> tuple[PhraseUse, ...]:
    first = next(place for place, count in enumerate(counts) if count)
    return tuple(
        PhraseUse(
            session=text.report.session,
            sha256=text.report.sha256,
            count=count,
            keyness=key,
            state=state,
            first=text.first(phrase) if count else None,
            last=text.last(phrase) if count else None,
        )
        for text, count, key, state in zip(
            texts[first:], counts[first:], keyness[first:], states(counts, texts), strict=True
        )
    )
