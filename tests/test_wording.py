"""What the command line says: in both languages the same, every error, message, change and reason of it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from string import Formatter
from typing import get_args

import pytest
from conftest import ROOT

from flows.messages import explain, language
from flows.reasons import because
from tongbi import TongbiError, change, verdict
from tongbi.model import ChangeKind

ERRORS = {"TongbiError", "NotAReport", "UnreadableDocument", "BadVocabulary", "AuditFailed", "Unanchored"}

BARE_KEYS = [
    "within_tolerance",
    "estimated",
    "tighter",
    "looser",
    "stretch",
    "set_in_words",
    "answered_in_words",
    "told_in_words",
    "set_again",
    "named",
    "silent",
    "first_set",
    "amounts_differ",
    "revision",
    "series",
    "ongoing",
    "admitted_first",
    "admitted_no_more",
    "named_nowhere",
    "named_first",
    "heading",
    "place",
    "unmatched",
    "definition",
    "qualitative",
    "stance",
    "often_redefined",
    "renumbered",
    "formula",
]


def wording(spoken: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((ROOT / f"flows/wording/{spoken}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "zh"),
        ({}, "zh"),
    ],
)
def test_language_is_that_of_the_locale_and_chinese_by_default(environment: dict[str, str], spoken: str) -> None:
    assert language(environment) == spoken


def test_both_languages_word_the_same_with_the_same_blanks() -> None:
    def blanks(spoken: str) -> dict[tuple[str, str], set[str | None]]:
        return {
            (table, key): {field for _, field, _, _ in Formatter().parse(text)} - {None}
            for table, entries in wording(spoken).items()
            for key, text in entries.items()
        }

    assert blanks("zh") == blanks("en")


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_the_viewer_words_every_reason_that_the_terminal_words(spoken: str) -> None:
    viewer = tomllib.loads((ROOT / f"viewer/wording/{spoken}.toml").read_text(encoding="utf-8"))
    # From what to what stands in a change's headline there.
    assert set(viewer["reason"]) == set(wording(spoken)["reason"]) - {"value"}
    for table in ("bound", "modal", "result", "stage"):
        assert viewer[table] == wording(spoken)[table]


def raised_codes() -> Iterator[tuple[str, str]]:
    """The code of every error that the sources make, with the line that makes it."""
    for folder in ("tongbi", "warehouse", "flows"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in ERRORS:
                    continue
                code = node.args[0] if node.args else next(one.value for one in node.keywords if one.arg == "code")
                if isinstance(code, ast.Constant):
                    yield str(code.value), f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_error_that_is_raised_is_worded_in_both_languages() -> None:
    codes = list(raised_codes())
    assert len(codes) > 50
    for spoken in ("zh", "en"):
        worded = wording(spoken)["error"]
        assert [(code, where) for code, where in codes if code not in worded] == []


def test_an_error_without_a_wording_still_says_what_was_found() -> None:
    assert explain(TongbiError("unheard_of", "a.txt", "line 3", "two\nlines")) == "a.txt: line 3: unheard_of two lines"


def test_every_message_that_the_sources_say_is_worded() -> None:
    said = {
        str(node.args[0].value)
        for path in (ROOT / "flows").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "say"
        and isinstance(node.args[0], ast.Constant)
    }
    tables = wording("zh")
    assert len(said) > 60
    assert [key for key in said if key.split(".")[1] not in tables[key.split(".")[0]]] == []


def test_every_kind_of_change_is_worded() -> None:
    assert set(wording("zh")["change"]) == set(get_args(ChangeKind))


def test_every_documented_key_is_worded_in_both_languages() -> None:
    documented = f"{change.__doc__}\n{verdict.__doc__}"
    with_parameters = set(re.findall(r"\b([a-z_]+):[A-Z]\b", documented)) - {"nth"}
    assert {"at_least", "near", "range", "straddles", "peers", "implied", "modal", "times"} <= with_parameters
    assert [key for key in BARE_KEYS if not re.search(rf"\b{key}\b", documented)] == []
    for spoken in ("zh", "en"):
        assert {*with_parameters, *BARE_KEYS} - set(wording(spoken)["reason"]) == set()


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("headline;approx:5.5:5.1;within_tolerance;nth:1", "“左右”容差一成，目标 5.5，报告的结果是 5.1；在容差之内"),
        ("task;place:10:7;nth:3", "名次应不低于第 10，报告的名次是第 7"),
        ("text;place;nth:2", "内容相接，位置不同"),
        ("task;measure:change_pct:level;nth:1", "一方说的是增减%，另一方说的是总量"),
        ("task;modal:确保:plain;nth:1", "语气由“确保”变为“未加修饰”"),
        ("task;bound:eq:ge;nth:1", "由“未加限定”变为“以上”"),
        ("task;result:none;nth:1", "原目标的结果：未检出"),
        ("task;stage:9:6;ongoing;nth:1", "上年定的是投用，今年说的是在建；今年只说推进"),
        ("task;not_yet_known:1;nth:1", ""),
        ("", ""),
    ],
)
def test_a_reason_is_worded(monkeypatch: pytest.MonkeyPatch, reason: str, told: str) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert because(reason) == told
