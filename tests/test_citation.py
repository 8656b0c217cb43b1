"""A figure is cited as a journal wants it, from one place, in the viewer and in every export."""

import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

from warehouse.sql import statements
from warehouse.store import open_published, published

WHOLE = re.compile(
    r"[^.]+\. [^\[\]]+\[R/OL\]\. [^.]+, \d{4}(-\d\d-\d\d)?\."
    r"( ([一二三四五六七八九十（）\d·]|“[^”]+”)*(全文)?(第\d+段)?\.)?( https?://\S+\.)?(（虚构样例，不可引用）)?"
)
"""Author. Title[R/OL]. Congress and session, date. Section and paragraph. Address."""


def cited(**known: object) -> str:
    """What `cite` gives for a report of which this is known."""
    given = {
        "region": "安桥县", "year": 2025, "speaker": "", "title": "", "meeting": "", "delivered": None,
        "source_url": "", "fictional": False, "place": "",
    } | known  # fmt: skip
    with duckdb.connect() as connection:
        connection.execute(statements("macros")["cite"])
        asked = f"SELECT cite({', '.join(f'${name}' for name in given)})"
        return str(connection.execute(asked, given).fetchall()[0][0])


@pytest.mark.parametrize(
    ("known", "citation"),
    [
        ({}, "安桥县. 政府工作报告[R/OL]. 安桥县, 2025."),
        ({"fictional": True}, "安桥县. 政府工作报告[R/OL]. 安桥县, 2025.（虚构样例，不可引用）"),
        (
            {
                "speaker": "沈青禾",
                "title": "2025年政府工作报告",
                "meeting": "安桥县第九届人民代表大会第三次会议",
                "delivered": date(2025, 1, 21),
                "source_url": "https://example.org/report.html",
                "place": "二（一）第3段",
            },
            "沈青禾. 2025年政府工作报告[R/OL]. 安桥县第九届人民代表大会第三次会议, 2025-01-21. 二（一）第3段. "
            "https://example.org/report.html.",
        ),
    ],
)
def test_what_is_not_known_is_left_out(known: dict[str, object], citation: str) -> None:
    assert cited(**known) == citation
    assert WHOLE.fullmatch(citation)


EXPORTS = {
    "across_governments": ("citation", "other_citation"),
    "target_ledger": ("citation", "outcome_citation", "next_citation"),
    "cited_observation": ("citation",),
    "current_report": ("citation",),
    "indicator_figure": ("citation",),
    "indicator_series": ("target_citation", "outcome_citation"),
    "silences": ("citation",),
    "disagreements": ("earlier_citation", "later_citation"),
    "identity_queue": ("one_citation", "other_citation"),
    "every_change": ("earlier_citation", "later_citation"),
    "ranked_change": ("earlier_citation", "later_citation"),
    "phrases": ("first_citation", "last_citation"),
    "extraction_changes": ("citation",),
}


@pytest.mark.parametrize("view", EXPORTS)
def test_every_export_can_be_cited(sample_warehouse: Path, view: str) -> None:
    with open_published(sample_warehouse) as questions:
        table = questions.table(view)
    named = set(table.column_names)
    assert {name.replace("citation", "sha256") for name in EXPORTS[view]} <= named | {"first_sha256", "last_sha256"}
    assert "rules" in named or {name.replace("citation", "rules") for name in EXPORTS[view]} <= named
    for name in EXPORTS[view]:
        found = {citation for citation in table[name].to_pylist() if citation is not None}
        assert found or not table.num_rows
        assert {citation for citation in found if not WHOLE.fullmatch(citation)} == set()


def test_a_paragraph_is_counted_inside_its_section(sample_warehouse: Path) -> None:
    path = published(sample_warehouse)
    assert path is not None
    with duckdb.connect(path, read_only=True) as connection:
        rows = connection.execute(
            "SELECT place, sentence.section, sentence.paragraph FROM citation "
            "JOIN sentence USING (region, session, sha256, ordinal) "
            "WHERE session = '2024' AND NOT heading ORDER BY ordinal"
        ).fetchall()
    numbers: dict[int, dict[int, int]] = {}
    for place, section, paragraph in rows:
        of_section = numbers.setdefault(section if section >= 0 else -1, {})
        number = of_section.setdefault(paragraph, len(of_section) + 1)
        assert place.endswith(f"第{number}段") or place.startswith("全文")
    assert max(max(one.values()) for one in numbers.values()) > 1
