"""`tongbi check`: the audits, on the published warehouse."""

from collections import Counter

from flows.account import tell_orphans
from flows.messages import say, tell
from flows.settings import Settings
from warehouse.store import open_published

SHOWN = 5
"""Bad rows named of each audit."""


def check(here: Settings) -> bool:
    """Run the audits and say what they found; gives whether all is well. Raises `TongbiError` (`no_warehouse`)."""
    with open_published(here.warehouse) as questions:
        findings = questions.audit()
        tell_orphans(questions.orphans())
    if not findings:
        tell(say("tell.all_pass"))
        return True
    for name, count in sorted(Counter(finding.audit for finding in findings).items()):
        tell(say("tell.audit_bad", name=name, count=count))
        for finding in [one for one in findings if one.audit == name][:SHOWN]:
            tell(f"  {finding.row}")
    return False
