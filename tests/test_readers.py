"""Documents of every kind to text: round trips of documents made here, refusals with their reason, and every sample."""

import io
import time
import zlib
from pathlib import Path

import pytest

from tongbi.errors import NotAReport, UnreadableDocument
from tongbi.outline import outline
from tongbi.readers import read_document

PARAGRAPHS = [
    "政府工作报告",
    "各位代表：",
    "一、2031年工作回顾",
    "全年实现地区生产总值312.6亿元、增长5.8%，城镇新增就业1.1万人，居民收入与经济增长基本同步，各项事业全面进步。" * 2,
    "二、2032年工作安排",
    "地区生产总值增长6%左右，规上工业增加值增长7%以上，一般公共预算收入增长4%，粮食产量稳定在38万吨以上。" * 2,
]


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def refusal(name: str, data: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as refused:
        read_document(name, data)
    assert refused.value.source == name
    assert refused.value.detail
    return refused.value


def test_plain_text_is_kept_to_the_letter() -> None:
    text = "\n".join(PARAGRAPHS) + " \r\n\t\u3000"
    document = read_document("2032.txt", text.encode())
    assert document.text == text
    assert document.warnings == ()


def test_a_byte_order_mark_is_no_text() -> None:
    assert read_document("2032.txt", "各位代表".encode("utf-8-sig")).text == "各位代表"


def test_gb18030_is_read_and_said_so() -> None:
    document = read_document("2032.txt", "各位代表，我代表𠮷县人民政府报告工作。".encode("gb18030"))
    assert document.text == "各位代表，我代表𠮷县人民政府报告工作。"
    assert document.warnings == ("read_as_gb18030",)


def test_letters_that_a_scrape_left_for_line_ends_become_line_ends() -> None:
    document = read_document("2032.txt", r"各位代表：\r\n一、回顾&nbsp;\r\n二、安排\r\n完".encode())
    assert lines(document.text) == ["各位代表：", "一、回顾", "二、安排", "完"]
    assert document.warnings == ("literal_escapes",)


def test_text_that_was_read_in_a_wrong_encoding_is_refused() -> None:
    garbled = "\n".join(PARAGRAPHS).encode().decode("gb18030", errors="replace")
    assert refusal("2032.txt", garbled.encode()).code == "mojibake"


def test_text_garbled_in_its_second_half_is_refused_with_its_place() -> None:
    text = "\n".join(PARAGRAPHS * 8)
    garbled = text + text.encode().decode("gb18030", errors="replace")
    assert refusal("2032.txt", garbled.encode()).place != "第 1 字起"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("2032.txt", b"", "empty"),
        ("2032.txt", b" \n\t", "empty"),
        ("2032.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff\xfe\x80" * 9, "not_text"),
        ("2032.txt", bytes(range(32)) * 40, "not_text"),
        ("2032.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "legacy_doc"),
        ("2032.docx", b"PK\x03\x04not an archive", "damaged"),
        ("2032.pdf", b"%PDF-1.7 cut short", "damaged"),
        ("2032.html", b"<html><body></body></html>", "no_text"),
        ("2032.md", b"---\ntitle: x\n---\n", "no_text"),
    ],
)
def test_what_holds_no_text_is_refused_with_its_reason(name: str, data: bytes, code: str) -> None:
    assert refusal(name, data).code == code


def test_markdown_is_read_without_its_marks() -> None:
    source = """---
source: https://example.org/a_b
title: 题目
---

# **政府工作报告**

**一、2031年工作回顾**

> 新增就业*1.1万人*，见[统计公报](https://example.org/(a))[^1]。

---

| 项目 | 数量 |
| --- | ---: |
| 新建学校 | 3所 |

[^1]: 统计公报：指《2031年公报》。
"""
    assert lines(read_document("2032.md", source.encode()).text) == [
        "政府工作报告",
        "一、2031年工作回顾",
        "新增就业1.1万人，见统计公报。",
        "项目 数量",
        "新建学校 3所",
        "[1]统计公报：指《2031年公报》。",
    ]


@pytest.mark.parametrize("name", ["2032.html", "page"])
def test_a_web_page_is_read_without_its_menus(name: str) -> None:
    body = "".join(f"<p>\u3000\u3000{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = (
        "<!DOCTYPE html><html><head><title>政府工作报告</title></head>"
        "<body><nav><a href='/'>首页</a><a href='/b'>政务公开</a></nav>"
        f"<div class='article'>{body}</div><footer>版权所有 网站地图</footer></body></html>"
    )
    found = lines(read_document(name, page.encode()).text)
    assert [paragraph for paragraph in PARAGRAPHS[2:] if paragraph not in found] == []
    assert not any("版权" in line or "首页" in line for line in found)


def test_a_table_of_reports_gives_its_text() -> None:
    text = "\n".join(PARAGRAPHS)
    table = f'region,year,text\n南浦区,2032,"{text}"\n'.encode("utf-8-sig")
    assert read_document("2032.csv", table).text == text


def test_a_word_document_gives_its_paragraphs_and_tables() -> None:
    from docx import Document

    document = Document()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "新建学校", "3所"
    stream = io.BytesIO()
    document.save(stream)
    assert lines(read_document("2032.docx", stream.getvalue()).text) == [*PARAGRAPHS, "新建学校 3所"]


def pdf(pages: list[list[tuple[int, int, str]]]) -> bytes:
    """A PDF with pages of lines (left, bottom, text), 12 points high, in a font that needs no embedding."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    for number, page in enumerate(pages):
        content = "".join(
            f"BT /F 12 Tf {left} {bottom} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"
            for left, bottom, words in page
        ).encode()
        packed = zlib.compress(content)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
            f" /Contents {7 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Filter /FlateDecode /Length %d >> stream\n%s\nendstream" % (len(packed), packed))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def typeset(paragraphs: list[str], indent: bool) -> list[list[tuple[int, int, str]]]:
    """Set paragraphs 30 characters a line, ten lines a page, with a running head and a page number."""
    set_lines: list[tuple[int, int, str]] = []
    height = 0
    for paragraph in paragraphs:
        rest, first = paragraph, True
        while rest:
            room = 28 if first and indent else 30
            set_lines.append((100 + (24 if first and indent else 0), height, rest[:room]))
            height += 20
            rest, first = rest[room:], False
        height += 0 if indent else 16
    pages: list[list[tuple[int, int, str]]] = []
    for left, down, words in set_lines:
        while down // 220 >= len(pages):
            pages.append([(200, 800, "南浦区公报第7期"), (290, 60, str(len(pages) + 1))])
        pages[down // 220].insert(-1, (left, 740 - down % 220, words))
    return pages


@pytest.mark.parametrize("indent", [True, False], ids=["indented", "apart"])
def test_lines_of_a_pdf_become_its_paragraphs(indent: bool) -> None:
    written = PARAGRAPHS * 4
    found = [line.replace(" ", "") for line in lines(read_document("2032.pdf", pdf(typeset(written, indent))).text)]
    assert found == written


def test_a_scanned_pdf_is_refused() -> None:
    assert refusal("2032.pdf", pdf([[], []])).code == "no_text"


SAMPLES = {
    "2026_浙江省_政府工作报告.csv": ("浙江省", 2026),
    "佛山市_2009_含脚注.md": ("佛山市", 2009),
    "广州市_2018_含表格.md": ("广州市", 2018),
    "徐水区_2019_网页抓取原样.txt": ("保定市徐水区", 2019),
    "杭州市_2024.md": ("杭州市", 2024),
    "海拉尔区_2012_gb18030.txt": ("海拉尔区", 2012),
    "海拉尔区_2014_gb18030.txt": ("海拉尔区", 2014),
    "海拉尔区_2017_gb18030.txt": ("海拉尔区", 2017),
}
REFUSED = {
    "国务院_1964_summary.txt": "summary",
    "国务院_1999_mojibake.txt": "mojibake",
    "高唐县_2024.txt": "no_plan",
}
CUT_SHORT = {"西藏自治区_2006_excerpt.txt": 2006, "铜陵市_2025.txt": 2025}


def test_every_sample_is_read(shared: Path) -> None:
    found = {}
    for path in sorted((shared / "samples").glob("*.*")):
        frame = outline(read_document(path.name, path.read_bytes()).text)
        assert not frame.abridged
        assert {"review", "plan", "closing"} <= {part.kind for part in frame.parts}
        found[path.name] = (frame.region, frame.year)
    assert found == SAMPLES


def test_every_broken_sample_is_refused_or_said_to_be_cut_short(shared: Path) -> None:
    for path in sorted((shared / "samples" / "broken").iterdir()):
        if path.name in CUT_SHORT:
            frame = outline(read_document(path.name, path.read_bytes()).text)
            assert (frame.abridged, frame.year) == (True, CUT_SHORT[path.name])
        else:
            with pytest.raises((UnreadableDocument, NotAReport)) as refused:
                outline(read_document(path.name, path.read_bytes()).text)
            assert refused.value.code == REFUSED[path.name]


@pytest.mark.parametrize("run", ["[", "[a](", "[^", "|", "- ", "*", "_ ", "(", "\n"])
def test_long_runs_of_marks_cost_no_more_than_their_length(run: str) -> None:
    begun = time.perf_counter()
    assert "各位代表" in read_document("2032.md", ("各位代表\n\n" + run * 50_000).encode()).text
    assert time.perf_counter() - begun < 2
