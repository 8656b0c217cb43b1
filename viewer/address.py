"""The address of a view: everything that a page shows is in it, so that it can be cited, sent and opened cold."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args
from urllib.parse import urlencode

PageName = Literal["", "ledger", "silences", "series", "compare", "text", "corrections"]
PAGES: tuple[PageName, ...] = get_args(PageName)
"""The last part of each page's path; the overview is the page at `/`."""


@dataclass(frozen=True, slots=True)
class Address:
    """One view. Every field but `page` is a query parameter, left out where empty.

    `region` is a government's name. `earlier` and `later` are the sessions laid against each other; `later` is empty
    where the earlier report has no next one yet. `session` is the report that 原文 shows, `part` the part of the
    reports that is laid side by side, `show` the filter, `row` what is open (an observation's id, a change's rank, the
    place of a row of sentences, a year), `at` a place in the text as `start-end`, in code points. `key` is the
    indicator that 指标 shows, `kind` its measure and base unit.
    """

    page: PageName = ""
    region: str = ""
    earlier: str = ""
    later: str = ""
    session: str = ""
    part: str = ""
    show: str = ""
    key: str = ""
    kind: str = ""
    row: str = ""
    at: str = ""
    lang: str = ""

    @classmethod
    def of(cls, page: PageName, parameters: Mapping[str, str]) -> "Address":
        """Read the query parameters; those that are unknown are passed over."""
        return cls(page, **{name: str(parameters[name]) for name in PARAMETERS if name in parameters})

    @property
    def parameters(self) -> dict[str, str]:
        """The query parameters that are not empty."""
        return {name: value for name in PARAMETERS if (value := str(getattr(self, name)))}

    def with_parameter(self, name: str, value: str) -> "Address":
        """The address with another filter, part or report; what was open under the old one is closed."""
        return Address.of(self.page, {**self.parameters, "row": "", "at": "", name: value})

    @property
    def href(self) -> str:
        """Relative to any page, so that it holds below a base path too."""
        return f"./{self.page}?{urlencode(self.parameters)}"

    @property
    def place(self) -> tuple[int, int] | None:
        """The range of code points that `at` names; None where it names none."""
        start, dash, end = self.at.partition("-")
        if not (dash and start.isdecimal() and end.isdecimal() and int(start) < int(end)):
            return None
        return int(start), int(end)


PARAMETERS = tuple(field.name for field in fields(Address) if field.name != "page")
