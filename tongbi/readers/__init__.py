"""Bytes of a document to its text. Nothing else in tongbi imports this."""

from tongbi.readers.document import Document, read_document

__all__ = ["Document", "read_document"]
