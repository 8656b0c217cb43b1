"""Names completed by those before them: `占比`, `其中城区`, `增速` and a number alone are of what was told last.

`told` remembers what a statement has named; each other module completes by it in one way (`antecedents` where nothing
was named yet), and `completing` tells which of them comes first.
"""

from tongbi.observe.anaphora.antecedents import LAST_CLAUSE
from tongbi.observe.anaphora.completing import completed
from tongbi.observe.anaphora.ellipsis import carried, insured
from tongbi.observe.anaphora.partitives import PART_OF_PLACE
from tongbi.observe.anaphora.told import CONTINUES, LONGEST_BARE, SHORTEST, Told

__all__ = [
    "CONTINUES",
    "LAST_CLAUSE",
    "LONGEST_BARE",
    "PART_OF_PLACE",
    "SHORTEST",
    "Told",
    "carried",
    "completed",
    "insured",
]
