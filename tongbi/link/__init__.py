"""Links: which numbers of two reports, or of one report's review and plan, speak of one indicator.

The four lanes are told in docs/architecture.md. A link joins equal horizons only: a target for 2030 is not next year's,
and the first quarter is not the year. Why a target has no outcome is said by its state, which is never a verdict.
"""

from tongbi.link.joining import joined
from tongbi.link.lanes import baseline_links, by_reference, links_between
from tongbi.link.long import outcomes_of
from tongbi.link.periods import due_year
from tongbi.link.states import target_states

__all__ = [
    "baseline_links",
    "by_reference",
    "due_year",
    "joined",
    "links_between",
    "outcomes_of",
    "target_states",
]
