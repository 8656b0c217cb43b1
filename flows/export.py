"""A view of the published warehouse as a file for other programs."""

import io
from typing import TYPE_CHECKING

from flows.settings import Settings
from tongbi.errors import TongbiError
from warehouse.store import open_published
from warehouse.tables import csv

if TYPE_CHECKING:
    import pyarrow as pa

ENDINGS = (".csv", ".xlsx", ".parquet")
EXCEL_ROWS = 1_048_576 - 1
"""What a sheet holds below its head."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Text that starts so would be run as a formula by a spreadsheet."""


def _xlsx(table: "pa.Table", name: str) -> bytes:
    """One sheet, its head frozen. Text is written as text, never as a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if table.num_rows > EXCEL_ROWS:
        raise TongbiError("excel_rows", name)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name[:31])
    sheet.freeze_panes = "A2"
    sheet.append(table.column_names)
    for batch in table.to_batches():
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value)
                if isinstance(value, str) and value.startswith(FORMULA):
                    cell.data_type = "s"
                cells.append(cell)
            sheet.append(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _parquet(table: "pa.Table") -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def exported(here: Settings, name: str, ending: str = ".csv") -> bytes:
    """A view in the format of a file's ending.

    Raises `TongbiError`: `bad_export`, `no_such_view` (the views there are in `detail`), `no_warehouse`, `excel_rows`.
    """
    if ending.lower() not in ENDINGS:
        raise TongbiError("bad_export", ending)
    with open_published(here.warehouse) as questions:
        table = questions.table(name)
    if ending.lower() == ".xlsx":
        return _xlsx(table, name)
    return _parquet(table) if ending.lower() == ".parquet" else csv(table)
