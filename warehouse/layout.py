"""Tables and views of a warehouse file: made new, recognised, and carried over when the project has changed them."""

import hashlib
import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from shutil import copyfile

import duckdb
import pyarrow as pa

from warehouse.sql import statements

# A view is created after those it reads; every view that is not named here reads none but these.
_FIRST_VIEWS = (
    "current_report",
    "report_territory",
    "report_pair",
    "current_observation",
    "keyed_observation",
    "current_link",
    "section_path",
    "citation",
    "cited_observation",
    "headline_figure",
    "target_ledger",
    "every_change",
    "ranked_change",
)

_WORD = re.compile(r"\w+")

_CARRIED = ("report", "build", "skipped")
"""Tables whose rows cannot be derived again; the others are filled by the next build."""

_OF_ALL = ("correction", "territory")
"""Tables with a region that are asked whole, also about a few governments: they hold what people wrote down of all."""

_FILLING = {pa.string(): "", pa.int32(): 0, pa.bool_(): False}
"""What a column that a former layout did not have is filled with, by its type."""


@cache
def digest() -> str:
    """Twelve hexadecimal digits that change whenever a table or a view does."""
    summary = hashlib.sha256()
    for folder in ("schema", "macros", "views"):
        for name, text in statements(folder).items():
            summary.update(f"{name}\0{text}\0".encode())
    return summary.hexdigest()[:12]


def digest_of(connection: duckdb.DuckDBPyConnection) -> str:
    """Read the digest of the layout that a file was made with, "" where it is not ours to tell."""
    try:
        row = connection.cursor().execute("SELECT digest FROM layout").fetchone()
    except duckdb.CatalogException:
        return ""
    return str(row[0]) if row else ""


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make every table, macro and view in an empty database.

    Each comes after what it reads, as a file that was not closed is made anew in the order in which it was made.
    """
    macros = statements("macros").values()
    over_views = [macro for macro in macros if _read_by([macro])]
    before_views = [macro for macro in macros if macro not in over_views]
    for statement in (*statements("schema").values(), *before_views, *_views().values(), *over_views):
        connection.execute(statement)
    connection.execute("INSERT INTO layout VALUES (?)", [digest()])


def narrowed(
    connection: duckdb.DuckDBPyConnection, regions: Collection[str], asked: Iterable[str], *, copied: bool = False
) -> duckdb.DuckDBPyConnection:
    """Give a cursor that sees the rows of some governments only, under the names of the tables and of the views.

    Of the views it has those that the queries `asked` read: to make one more takes as long as to plan all of it.

    What a query costs there grows with these governments and not with all that is held. Tables whose rows are no
    government's own (`_OF_ALL`) are seen whole. The cursor is to be closed. With `copied` the rows are picked out once,
    which pays where they are few and many queries read them.
    """
    cursor = connection.cursor()
    of_a_region = {
        table
        for (table,) in cursor.execute(
            "SELECT table_name FROM duckdb_columns() WHERE NOT internal AND column_name = 'region'"
        ).fetchall()
    }
    cursor.execute("CREATE TEMP TABLE touched (region VARCHAR)")
    cursor.execute("INSERT INTO touched SELECT unnest(?::VARCHAR[])", [sorted(regions)])
    file = cursor.execute("SELECT current_database()").fetchall()[0][0]
    queries = list(asked)
    views = _read_by(queries)
    kind = "TABLE" if copied else "VIEW"
    for name in statements("schema").keys() & _words([*queries, *views.values()]):
        if name in of_a_region and name not in _OF_ALL:
            # what is temporary comes before the table or view of the file that has its name
            cursor.execute(f'CREATE TEMP {kind} {name} AS FROM "{file}".main.{name} WHERE region IN (FROM touched)')
    for name, statement in views.items():
        cursor.execute(statement.replace(f"CREATE VIEW {name} ", f"CREATE TEMP VIEW {name} "))
    return cursor


def _views() -> dict[str, str]:
    """The statements of the views, each after those that it reads."""
    views = statements("views")
    return {name: views[name] for name in (*_FIRST_VIEWS, *(name for name in views if name not in _FIRST_VIEWS))}


def _words(queries: Iterable[str]) -> set[str]:
    return {word for text in queries for word in _WORD.findall(text)}


def _read_by(queries: Iterable[str]) -> dict[str, str]:
    """The views that queries name, and those that these name, in the order of `_views`."""
    views, wanted = _views(), set[str]()
    todo = list(queries)
    while todo:
        named = (views.keys() & set(_WORD.findall(todo.pop()))) - wanted
        wanted |= named
        todo += (views[name] for name in named)
    return {name: statement for name, statement in views.items() if name in wanted}


def copy(path: Path | None, target: Path) -> duckdb.DuckDBPyConnection:
    """Open `target` as a copy of a warehouse file, in today's layout; empty where there is no file to copy.

    A file of another layout keeps the report revisions, builds and skipped files that it holds. What was derived has to
    be derived again: its reports are known without rules.
    """
    if path is None:
        connection = duckdb.connect(target)
        create(connection)
        return connection
    copyfile(path, target)
    connection = duckdb.connect(target)
    if digest_of(connection) == digest():
        return connection
    connection.close()
    former = target.replace(target.with_suffix(".former"))
    connection = duckdb.connect(target)
    create(connection)
    with duckdb.connect(former, read_only=True) as reader:
        for name in _CARRIED:
            _carry(reader, connection, name)
    former.unlink()
    return connection


def _carry(former: duckdb.DuckDBPyConnection, connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Take the rows of a table over; columns are joined by name."""
    rows = former.table(name).to_arrow_table()
    schema = connection.table(name).limit(0).to_arrow_table().schema
    columns = [
        rows[field.name].cast(field.type)
        if field.name in rows.column_names
        else pa.repeat(pa.scalar(_FILLING.get(field.type), field.type), rows.num_rows)
        for field in schema
    ]
    connection.from_arrow(pa.Table.from_arrays(columns, schema=schema)).insert_into(name)
