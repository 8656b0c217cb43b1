"""Set phrases (提法) over all reports of one government: when each appears, spreads, fades, goes and returns.

`said` lays the reports out for searching, `quoted` and `unquoted` propose phrases, `keyness` weighs them, `states`
tells what became of each, `finding` chooses.
"""

from tongbi.phrases.finding import set_phrases
from tongbi.phrases.keyness import log_likelihood

__all__ = ["log_likelihood", "set_phrases"]
