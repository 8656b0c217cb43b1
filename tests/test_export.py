"""`tongbi export`: views as files that others open."""

import csv
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT
from openpyxl import load_workbook

from flows import export
from flows.export import exported
from flows.settings import Settings
from tongbi import TongbiError


@pytest.fixture(scope="module")
def published_sample(sample_warehouse: Path) -> Settings:
    return Settings(ROOT / "corpus", ROOT, sample_warehouse)


def test_a_view_is_exported_in_three_formats_with_the_same_rows(published_sample: Settings) -> None:
    name = "target_ledger"
    parquet = pq.read_table(pa.BufferReader(exported(published_sample, name, ".parquet")))
    plain = exported(published_sample, name)
    assert plain.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(plain.decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(exported(published_sample, name, ".XLSX"))).active
    assert sheet is not None
    assert rows[0] == parquet.column_names == [cell.value for cell in next(sheet.iter_rows())]
    assert len(rows) - 1 == parquet.num_rows == sheet.max_row - 1 > 50
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize(
    ("name", "ending", "code"), [("target_ledger", ".ods", "bad_export"), ("passwords", ".csv", "no_such_view")]
)
def test_what_cannot_be_exported_is_said(published_sample: Settings, name: str, ending: str, code: str) -> None:
    with pytest.raises(TongbiError) as caught:
        exported(published_sample, name, ending)
    assert caught.value.code == code


def test_without_a_build_there_is_nothing_to_export(here: Settings) -> None:
    with pytest.raises(TongbiError) as caught:
        exported(here, "target_ledger")
    assert caught.value.code == "no_warehouse"


def test_text_is_never_run_as_a_formula() -> None:
    table = pa.table({"quote": ["=1+1", "-3%", "增长\x015%"], "value": [1.5, None, 2.0]})
    sheet = load_workbook(io.BytesIO(export._xlsx(table, "view"))).active
    assert sheet is not None
    assert [(row[0].data_type, row[0].value) for row in sheet.iter_rows(min_row=2)] == [
        ("s", "=1+1"),
        ("s", "-3%"),
        ("s", "增长5%"),
    ]


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "EXCEL_ROWS", 1)
    with pytest.raises(TongbiError) as caught:
        export._xlsx(pa.table({"value": [1, 2]}), "view")
    assert caught.value.code == "excel_rows"
