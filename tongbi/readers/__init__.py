"""Bytes of a document to its text. Nothing else in tongbi imports this."""

from dataclasses import dataclass

from tongbi.errors import UnreadableDocument


@dataclass(frozen=True, slots=True)
class Document:
    """A document as text. `warnings` name what a reader should know of how it was read."""

    text: str
    warnings: tuple[str, ...]


def read_document(name: str, data: bytes) -> Document:
    """Read a document's text, by the ending of its `name` and by what its bytes are.

    Raises `UnreadableDocument` where the bytes hold no text, saying what they are and what to do.
    """
    if not data.strip():
        raise UnreadableDocument("empty", name)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return Document(data.decode(encoding), () if encoding == "utf-8-sig" else ("read_as_gb18030",))
        except UnicodeDecodeError:
            continue
    raise UnreadableDocument("not_text", name)
