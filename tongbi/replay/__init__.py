"""What people decided, laid over what the rules found: observation, identity, match, link, verdict, in this order.

Each step gives what it corrected and the orphans: corrections that have no effect on it, and why. The codes are those
of `tongbi.anchors.locate` and its like, and

    contradicts          another correction, which is named, decided on the same thing in other words
    already_read         there is an observation already that says just this
    overlaps             the number to be added holds a part of one that is read
    two_indicators       two names are to be one that the register knows as two
    other_part           two sentences are to be joined that stand in different parts
    wrong_role           a lane joins results with targets, and an end is the other of the two
    nothing_to_part      what is to be parted is not joined
    no_outcome           a verdict on a target that has none; or on a stretch, which is judged with its floor
    other_year           a target of several years is to be joined in a report that does not review the last of them
"""

from tongbi.replay.links import of_baselines, of_links
from tongbi.replay.names import known_as
from tongbi.replay.observations import of_report
from tongbi.replay.sentences import Given, marked, of_sentences
from tongbi.replay.years import of_years

__all__ = [
    "Given",
    "known_as",
    "marked",
    "of_baselines",
    "of_links",
    "of_report",
    "of_sentences",
    "of_years",
]
