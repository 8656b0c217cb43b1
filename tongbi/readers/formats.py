"""Markdown, HTML, CSV, Word and PDF to plain text: one paragraph a line, an empty line between paragraphs.

The libraries are imported where they are used, so that a plain text costs nothing of them.
"""

import csv
import html
import io
import re

from tongbi.errors import UnreadableDocument

_FRONT_MATTER = re.compile(r"\A\ufeff?---\n.*?\n---\n", re.DOTALL)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,20}\](?!:)")
_FOOTNOTE = re.compile(r"^\[\^([^\]\s]{1,20})\]:[ \t]*", re.MULTILINE)
_MARKUP = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)|\*\*|__|!\[[^\[\]\n]*\]\([^()\n]*\)", re.MULTILINE)
_EMPHASIS = re.compile(r"\*(\S(?:[^*\n]*\S)?)\*")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$|^(?=[^\n]*---)[ \t:|-]+$", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")
_BLANK_LINES = re.compile(r"\n{3,}")


def from_markdown(text: str) -> str:
    """Take Markdown's marks off: front matter, headings, emphasis, links, rules; table rows and footnotes become lines.

    The mark of a footnote is dropped where it stands, and the note kept as `[n]……` where it is written.
    """
    plain = _FRONT_MATTER.sub("", text.replace("\r\n", "\n"))
    plain = _RULE.sub("", plain)
    plain = _ROW.sub(lambda row: " ".join(cell.strip() for cell in row[1].split("|")).strip(), plain)
    plain = _FOOTNOTE.sub(r"[\1]", _FOOTNOTE_MARK.sub("", plain))
    plain = _EMPHASIS.sub(r"\1", _MARKUP.sub("", _LINK.sub(r"\1", plain)))
    plain = _ESCAPE.sub(r"\1", plain)
    return _BLANK_LINES.sub("\n\n", html.unescape(plain)).strip() + "\n"


def from_html(text: str) -> str:
    """Extract the main text of a web page, without menus and footers."""
    import trafilatura

    found = trafilatura.extract(text, favor_precision=True, include_comments=False, include_tables=True)
    return "" if not found else "\n\n".join(line.strip() for line in found.split("\n") if line.strip()) + "\n"


def from_csv(text: str) -> str:
    """Take the longest cell of a table with a row for each report: its text."""
    csv.field_size_limit(10_000_000)
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    return max(cells, key=len, default="")


def from_docx(name: str, data: bytes) -> str:
    """Read paragraphs and table rows of a Word document, in order."""
    from docx import Document as WordDocument
    from docx.table import Table

    try:
        document = WordDocument(io.BytesIO(data))
    except Exception as fault:  # python-docx raises KeyError, BadZipFile, ValueError and its own, for damaged files
        raise UnreadableDocument("damaged", name, detail="不是完整的 .docx 文件") from fault
    lines: list[str] = []
    for piece in document.iter_inner_content():
        if isinstance(piece, Table):
            lines += [" ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in piece.rows]
        else:
            lines.append(piece.text)
    return "\n\n".join(line.strip() for line in lines if line.strip()) + "\n"


def from_pdf(name: str, data: bytes) -> str:
    """Read a PDF page by page; broken lines are joined into paragraphs by where they stand (`tongbi.readers.pdf`)."""
    from tongbi.readers.pdf import paragraphs_of

    return "\n\n".join(paragraphs_of(name, data)) + "\n"
