"""Which name on one side means the same indicator as which name on the other.

Observations of one name on one side are a group. Each pair of groups that shares a piece of its names is scored, and
those are paired which are each other's best and pass a threshold; below it nothing is said. The score is the likeness
of the names (the better of whole and verb-stripped) and what speaks for or against the pair beside its name: the
sentences around the numbers, the unit, the magnitude, the place in the report, another scope, another number in the
name. The method was found by experiment on annotated reports (docs/decisions/0007).
"""

from tongbi.pairing.groups import Group, group
from tongbi.pairing.scoring import THRESHOLD, pair, paired, scores
from tongbi.pairing.sentences import Context

__all__ = ["THRESHOLD", "Context", "Group", "group", "pair", "paired", "scores"]
