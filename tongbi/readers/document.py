"""One way in for every kind of document: by what its bytes are, then by the ending of its name."""

from collections.abc import Callable
from dataclasses import dataclass

from tongbi.errors import UnreadableDocument
from tongbi.readers.formats import from_csv, from_docx, from_html, from_markdown, from_pdf
from tongbi.readers.plain import decoded, without_literal_escapes


@dataclass(frozen=True, slots=True)
class Document:
    """A document as text. `warnings` are codes of how it had to be read: `read_as_gb18030`, `literal_escapes`."""

    text: str
    warnings: tuple[str, ...]


_ZIP, _PDF, _OLE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FROM_TEXT: dict[str, Callable[[str], str]] = {
    "md": from_markdown,
    "markdown": from_markdown,
    "html": from_html,
    "htm": from_html,
    "csv": from_csv,
}


def read_document(name: str, data: bytes) -> Document:
    """Read a document's text. `name` is its file name or address; its ending tells Markdown, HTML and CSV from text.

    Raises `UnreadableDocument` where no text can be had: `empty`, `not_text` (a picture, an archive), `mojibake` (read
    in a wrong encoding before it was saved), `legacy_doc` (convert it to docx), `no_text` (a scan), `damaged`.
    """
    if not data.strip():
        raise UnreadableDocument("empty", name, detail="文件是空的")
    ending = name.lower().rpartition(".")[2]
    if data.startswith(_OLE) or ending == "doc":
        raise UnreadableDocument("legacy_doc", name, detail="旧版 .doc 文件：请先用 Word 或 LibreOffice 另存为 .docx")
    if data.startswith(_PDF):
        return _filled(name, from_pdf(name, data), ())
    if data.startswith(_ZIP):
        return _filled(name, from_docx(name, data), ())
    text, warnings = decoded(name, data)
    reader = _FROM_TEXT.get(ending)
    if reader is None and text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        reader = from_html
    if reader:
        return _filled(name, reader(text), warnings)
    plain = without_literal_escapes(text)
    return _filled(name, plain, warnings if plain == text else (*warnings, "literal_escapes"))


def _filled(name: str, text: str, warnings: tuple[str, ...]) -> Document:
    """Refuse a document that holds no words."""
    if not text.strip():
        raise UnreadableDocument("no_text", name, detail="没有可提取的文字；若是扫描件，请先做文字识别（OCR）")
    return Document(text, warnings)
