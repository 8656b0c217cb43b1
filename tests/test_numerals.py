"""Numerals: the forms that reports use, and properties."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongbi.errors import TongbiError
from tongbi.numerals import chinese, number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("47", "47"),
        ("1,284.6", "1284.6"),
        ("１２．５", "12.5"),
        ("3 500", "3500"),
        ("1.8万亿", "1800000000000"),
        ("6千万", "60000000"),
        ("十", "10"),
        ("十七", "17"),
        ("两百零六", "206"),
        ("一千零五十", "1050"),
        ("三万二千", "32000"),
        ("二〇三一", "2031"),
        ("一九九六", "1996"),
        ("五点二五", "5.25"),
        ("四分之三", "0.75"),
        ("1/8", "0.125"),
        ("一亿零三万", "100030000"),
    ],
)
def test_reads_what_reports_write(written: str, value: str) -> None:
    assert number(written) == Decimal(value)


@pytest.mark.parametrize(
    "written", ["", "万", "十百", "二十三十", "1.2.3", "1,23", "余", "1/0", "点五五点", "亿亿亿", "9" * 41]
)
def test_refuses_what_is_no_numeral(written: str) -> None:
    with pytest.raises(TongbiError) as caught:
        number(written)
    assert caught.value.code == "not_a_number"


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_chinese_numerals_print_and_read_back(value: int) -> None:
    assert number(chinese(value)) == value


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False))
def test_arabic_numerals_read_back_exactly(value: Decimal) -> None:
    assert number(f"{value:,}") == value
    assert number(f"{value}") == value


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert isinstance(number(text), Decimal)
    except TongbiError as error:
        assert error.code == "not_a_number"


@pytest.mark.parametrize("value", [-1, 10**16])
def test_refuses_to_write_what_it_cannot(value: int) -> None:
    with pytest.raises(TongbiError):
        chinese(value)
