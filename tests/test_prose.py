"""Chinese prose in a terminal: no line too wide, no mark where none may stand, nothing lost."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from flows.prose import NOT_FIRST, Prose, breaks


def folded(text: str, width: int) -> list[str]:
    starts = [0, *breaks(text, width), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("新建绿道十公里。", 8, ["新建绿道", "十公里。"]),
        ("新建绿道，改造河道。", 8, ["新建绿", "道，改造", "河道。"]),
        ("抓好“茶博会”筹办", 8, ["抓好“茶", "博会”筹", "办"]),
        ("推进“三改”", 5, ["推进", "“三", "改”"]),
        ("投入1251.8亿元整", 10, ["投入", "1251.8亿元", "整"]),
        ("增长[-5%左右-]{+6%以上+}。", 14, ["增长[-5%左右-]", "{+6%以上+}。"]),
        ("改造 河道", 20, ["改造 河道"]),
        (" 5。", 2, [" ", "5", "。"]),
        ("", 4, [""]),
    ],
)
def test_lines_end_where_a_typesetter_would_end_them(text: str, width: int, lines: list[str]) -> None:
    assert folded(text, width) == lines


@given(st.text(alphabet="改造河道，。“”（）5.%亿元ab -+[]{}", max_size=60), st.integers(min_value=2, max_value=24))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = folded(text, width)
    assert "".join(lines) == text
    assert all(cell_len(line) <= width for line in lines)


def test_a_comma_begins_no_line_of_a_long_sentence() -> None:
    text = "坚持稳中求进，推动高质量发展，改善民生，守住底线。" * 9
    for width in range(12, 60):
        assert not [line for line in folded(text, width) if line[0] in NOT_FIRST]


def test_text_keeps_its_styles_and_its_own_line_ends() -> None:
    out = io.StringIO()
    console = Console(file=out, width=8, force_terminal=True, color_system="standard", legacy_windows=False)
    console.print(Prose(Text.assemble(("新建绿道十公里", "red"), "\n改造河道")))
    assert out.getvalue() == "\x1b[31m新建绿道\x1b[0m\n\x1b[31m十公里\x1b[0m\n改造河道\n"
