"""What naming gives back."""

from typing import NamedTuple


class Named(NamedTuple):
    """Names for a group of figures. `consumed` is how much of the text behind the group belongs to them.

    `level`: a count whose verb of doing only looks like growth (`规范提升3家机构`). `verb` is the verb that a list goes
    on with, None where the naming leaves it as it is; `topic` what the clause before told of.
    """

    names: tuple[str, ...]
    consumed: int = 0
    level: bool = False
    verb: str | None = None
    topic: str = ""
