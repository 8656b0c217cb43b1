"""A table of the warehouse as a file for other programs."""

import csv as rows
import io

import pyarrow as pa


def csv(table: pa.Table) -> bytes:
    """Write CSV with a byte-order mark, without which Excel takes Chinese for another encoding."""
    text = io.StringIO()
    writer = rows.writer(text, lineterminator="\n")
    writer.writerow(table.column_names)
    for batch in table.to_batches():
        writer.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))
    return text.getvalue().encode("utf-8-sig", "replace")
