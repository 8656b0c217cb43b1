"""Bytes to characters: encodings, and text that was damaged by a wrong one before."""

import html
import re

from tongbi.errors import UnreadableDocument

# What the commonest characters of a report (的了和是在…) turn into when their UTF-8 is read as GBK, and what no
# Chinese sentence holds otherwise; U+FFFD and private use stand where bytes had no character.
_GARBLED = re.compile("[鐨勫湪鏄鍜锛銆鈥浗浜涓鍙戝彂浣犳垜浠缁忔祹绀]|\ufffd|[\ue000-\uf8ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ESCAPED_LINE = re.compile(r"\\r\\n|\\n")

_MOST_GARBLED = 0.12
_MOST_CONTROL = 0.002
_FEWEST_ESCAPES = 3


def decoded(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode strictly as UTF-8 (with or without a byte-order mark), then as GB18030; give the text and warnings.

    Raises `UnreadableDocument` with `not_text` where neither fits or the bytes are no text, `mojibake` where they are
    text that was read in a wrong encoding before.
    """
    encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding = "gb18030"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as fault:
            raise UnreadableDocument(
                "not_text", name, f"第 {fault.start} 字节", "既不是 UTF-8 也不是 GB18030 文本"
            ) from fault
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise UnreadableDocument("not_text", name, detail="是二进制文件（图片、压缩包等），不是文本")
    if place := _mojibake(text):
        raise UnreadableDocument("mojibake", name, f"第 {place} 字起", "文字是乱码：UTF-8 曾被当作 GBK 读取后保存")
    return text, ("read_as_gb18030",) if encoding == "gb18030" else ()


def _mojibake(text: str) -> int:
    """Give the offset from which a stretch of the text is garbled (counted from 1), 0 where none is."""
    step = 400
    for start in range(0, len(text), step):
        piece = text[start : start + step]
        words = len(_HAN.findall(piece))
        garbled = len(_GARBLED.findall(piece))
        if words + garbled > step // 8 and garbled > _MOST_GARBLED * (words + garbled):
            return start + 1
    return 0


def without_literal_escapes(text: str) -> str:
    r"""Undo what a scrape left unread: the letters `\r\n` for line ends and `&nbsp;` for blanks."""
    if len(_ESCAPED_LINE.findall(text)) < _FEWEST_ESCAPES:
        return text
    return html.unescape(_ESCAPED_LINE.sub("\n", text))
