"""What a reader should be told of two consecutive reports, the weightiest first; docs/decisions/0008 has the rules.

A change's `reason` holds keys, each with its parameters after colons, joined by semicolons; wording them is the
affair of whoever shows them. The first is the band it was ranked in (headline, task, text), the last its place within
the kind (nth:N). Between them stand:

    at_least:T:O ...   what judged an outcome, as in `tongbi.verdict`; within_tolerance, estimated
    value:A:B          the number, as quoted; tighter or looser, where one way is better; stretch: the floor stayed
    bound:A:B          the bound; modal:A:B the modal word (plain: none)
    threshold:A:B          what counts: how grave an accident, which level of honour; vow:A:B the word that rules it out
    set_in_words       the new target has no number; answered_in_words, told_in_words: the result has none
    set_again          a target without a result is in the later plan; named: the review names it, without a number;
                       silent: neither
    result:V           how the dropped target ended (met, missed, not_comparable, none); first_set: a new one
    implied:P          the growth in % that two amounts imply; amounts_differ: one is a range
    of_year:Y          the year that both figures are of; often_redefined: most such disagreements come of a definition
    years:A:B          how many years on end were told, and are told
    peers:A:B          among whom a place was, and is
    revision, series   the lane that links the old name with the new one
    stage:A:B          the step that was promised and the one that is wanted now; ongoing: it is only pushed on
    stance             the plan says another word of a policy most
    honour:A:B             the words for a title that was to be won and is to be won now
    admitted_first, admitted_no_more   the other report admits no problem of the kind
    renumbered             another year, congress, ordinal or plan period in the same words; formula: one in other words
    named_nowhere, named_first, heading, place, unmatched, definition, times:N
"""

from tongbi.change.ranking import changes

__all__ = ["changes"]
