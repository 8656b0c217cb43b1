"""What each vocabulary holds: one frozen value per TOML file, one field per key.

`Words` and `InOrder` are plain words; `Expressions` and `AtEnd` are lists of regular expressions of which any one may
match, `Expression` is a single one. What a list is for, and examples of it, stand beside the words in the file itself.
"""

from tongbi.vocabulary.schema.changing import Admissions, Change, Commitment, Stages
from tongbi.vocabulary.schema.kinds import AtEnd, Expression, Expressions, InOrder, Vocabulary, Words, Written
from tongbi.vocabulary.schema.linking import Bases, Indicators, NameWeights, Reference, Rule, Spellings, Verdicts
from tongbi.vocabulary.schema.observing import (
    Bounds,
    Measures,
    Modality,
    Names,
    OfTopics,
    Owners,
    Periods,
    Qualitative,
    Ranks,
    Standing,
    Traps,
    Units,
)
from tongbi.vocabulary.schema.outlining import Outline
from tongbi.vocabulary.schema.wording import Numbers, SetPhrases

__all__ = [
    "Admissions",
    "AtEnd",
    "Bases",
    "Bounds",
    "Change",
    "Commitment",
    "Expression",
    "Expressions",
    "InOrder",
    "Indicators",
    "Measures",
    "Modality",
    "NameWeights",
    "Names",
    "Numbers",
    "OfTopics",
    "Outline",
    "Owners",
    "Periods",
    "Qualitative",
    "Ranks",
    "Reference",
    "Rule",
    "SetPhrases",
    "Spellings",
    "Stages",
    "Standing",
    "Traps",
    "Units",
    "Verdicts",
    "Vocabulary",
    "Words",
    "Written",
]
