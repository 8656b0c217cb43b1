"""What can be wrong with what we are given. The command line words these; the domain raises them."""

from dataclasses import dataclass, field


@dataclass
class TongbiError(Exception):
    """Root of every error that Tongbi raises on purpose.

    `code` names the fault (a key of the wordings in `flows/wording`), `source` the document, `place`
    where in it (may be empty), `detail` what was found there.
    """

    code: str
    source: str = ""
    place: str = ""
    detail: str = ""

    def __str__(self) -> str:
        """Source, place, code and detail, as far as they are known."""
        return ": ".join(piece for piece in (self.source, self.place, self.code, self.detail) if piece)


@dataclass
class NotAReport(TongbiError):
    """The text was read, and it is not a whole work report of a government."""


@dataclass
class UnreadableDocument(TongbiError):
    """The bytes could not be turned into text: wrong format, damaged, mis-decoded or empty."""


@dataclass
class BadVocabulary(TongbiError):
    """A vocabulary, register or corrections file breaks its schema."""


@dataclass
class Unanchored(TongbiError):
    """What a correction quotes does not stand where it says, or stands there more than once."""


@dataclass
class AuditFailed(TongbiError):
    """A built warehouse did not pass its audits and was not published."""

    rows: tuple[str, ...] = field(default=())
