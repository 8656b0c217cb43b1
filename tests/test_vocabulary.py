"""Vocabularies: each file is what the schema says, and each kind of mistake in one is told in a line of its own."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from flows import ingest
from flows.intake import collect
from flows.messages import explain
from flows.settings import Settings
from tongbi import vocabulary
from tongbi.errors import BadVocabulary
from tongbi.vocabulary import checks, schema

FILES = sorted((ROOT / "tongbi/vocabulary").glob("*.toml"))
KINDS = {path.stem: type(getattr(vocabulary, path.stem)()) for path in FILES}


def test_every_file_has_a_kind_of_its_own() -> None:
    assert len(FILES) >= 20
    assert len(set(KINDS.values())) == len(FILES)
    assert all(issubclass(kind, schema.Vocabulary) for kind in KINDS.values())


def expressions(kind: type[schema.Vocabulary], tables: dict[str, Any]) -> Iterator[str]:
    for name, hint in kind.__annotations__.items():
        if isinstance(hint, type) and issubclass(hint, schema.Expressions):
            yield from tables[name]
        elif isinstance(hint, type) and issubclass(hint, schema.Vocabulary):
            yield from expressions(hint, tables[name])


def test_names_without_a_topic_begin_with_what_is_told() -> None:
    topics = vocabulary.topics()
    kinds = (topics.reached, topics.works, topics.paid, topics.place, topics.body, topics.rate)
    golden = (ROOT / "tests/golden/observations.txt").read_text("utf-8").splitlines()
    told = {line.split(" | ")[1] for line in golden if line.startswith("    ") and line.count(" | ") > 1}
    names = {name[place:] for name in told for place in range(len(name))}
    found = {name for name in names if any(kind.names.pattern.fullmatch(name) for kind in kinds)}
    assert len(found) > 50
    assert not {name for name in found if name[0] not in topics.begins}


def test_every_expression_of_a_list_stands_alone() -> None:
    found = [one for path in FILES for one in expressions(KINDS[path.stem], tomllib.loads(path.read_text("utf-8")))]
    assert len(found) > 250
    for one in found:
        re.compile(one)


# Where a mistake is put: what holds whatever words are added later.
UNITS = "\npoints = ["
PROGRESS = "\nprogress = ["
ANNEX = '\nannex = "'


@pytest.mark.parametrize(
    ("name", "old", "new", "zh", "en"),
    [
        (
            "units",
            UNITS,
            UNITS + '"点 ", ',
            'points[1]: "点 " 的首尾有空格；删去空格',
            'points[1]: "点 " begins or ends with a blank; remove the blank',
        ),
        (
            "stages",
            "[steps]\n",
            '[steps]\n" 立项" = 2\n',
            'steps. 立项: " 立项" 的首尾有空格；删去空格',
            'steps. 立项: " 立项" begins or ends with a blank; remove the blank',
        ),
        (
            "units",
            UNITS,
            UNITS + '"小点", "小点", ',
            'points[2]: "小点" 在这张词表里已有；两处删去一处',
            'points[2]: "小点" stands in this list already; remove one of the two',
        ),
        (
            "spellings",
            "groups = [",
            'groups = [["存", "贷", "存"], ',
            'scope.groups[1][3]: "存" 在这张词表里已有；两处删去一处',
            'scope.groups[1][3]: "存" stands in this list already; remove one of the two',
        ),
        (
            "units",
            UNITS,
            UNITS + '"", ',
            "points[1]: 这里是一个空词；删去它",
            "points[1]: an empty word; remove it",
        ),
        (
            "change",
            "\nsibling = ",
            "\n# sibling = ",
            "reach.sibling: 缺少 sibling 这一项；补上它",
            "reach.sibling: the entry sibling is missing; put it back",
        ),
        (
            "bounds",
            "[after]\n",
            "[after]\naprox = []\n",
            "after.aprox: 不认识这一项：aprox",
            "after.aprox: unknown entry: aprox",
        ),
        (
            "units",
            UNITS,
            "\ntonnes = []" + UNITS,
            "tonnes: 不认识这一项：tonnes",
            "tonnes: unknown entry: tonnes",
        ),
        (
            "change",
            "[task]",
            "[task]\nslogan_lost = 0.3",
            "task: 这一项的类型不对（Invalid enum value 'slogan_lost'）；照同一文件里别的条目来写",
            "task: this is of the wrong kind (Invalid enum value 'slogan_lost'); "
            "write it like the other entries of the file",
        ),
        (
            "units",
            UNITS,
            UNITS + "10, ",
            "points[1]: 这一项的类型不对（Expected `str`, got `int`）；照同一文件里别的条目来写",
            "points[1]: this is of the wrong kind (Expected `str`, got `int`); "
            "write it like the other entries of the file",
        ),
        (
            "names",
            PROGRESS,
            PROGRESS + '"(完全", ',
            'progress[1]: 不是合格的正则表达式，"(完全": missing ), unterminated subpattern at position 0；'
            "改正它，或在按原样解释的符号前加反斜杠",
            'progress[1]: not a valid regular expression, "(完全": missing ), unterminated subpattern at position 0; '
            "correct it, or put a backslash before a sign that is meant as it stands",
        ),
        (
            "names",
            PROGRESS,
            PROGRESS + "7, ",
            "progress[1]: 这一项的类型不对（Expected `str`, got `int`）；照同一文件里别的条目来写",
            "progress[1]: this is of the wrong kind (Expected `str`, got `int`); "
            "write it like the other entries of the file",
        ),
        (
            "outline",
            ANNEX,
            ANNEX + "[",
            None,
            "glossary.annex: not a valid regular expression",
        ),
        (
            "units",
            UNITS,
            "\npoints = ",
            None,
            "tongbi/vocabulary/units.toml: not valid TOML: ",
        ),
    ],
)
def test_a_mistake_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str, zh: str | None, en: str
) -> None:
    copy = tmp_path / f"{name}.toml"
    text = (ROOT / f"tongbi/vocabulary/{name}.toml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    copy.write_text(text.replace(old, new), encoding="utf-8")
    source = f"tongbi/vocabulary/{name}.toml"
    with pytest.raises(BadVocabulary) as refused:
        checks.vocabulary(copy.read_text(encoding="utf-8"), KINDS[name], source)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    said = explain(refused.value)
    assert "\n" not in said
    if zh is None:
        assert en in said
        return
    assert said == f"{source}: {en}"
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert explain(refused.value) == f"{source}: {zh}"


def test_expressions_that_are_wrong_only_together_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pair(schema.Vocabulary, frozen=True):
        told: schema.Expressions

    with pytest.raises(BadVocabulary) as refused:
        checks.vocabulary("told = ['(?P<a>x)', '(?P<a>y)']", Pair, "pair.toml")
    assert (refused.value.code, refused.value.place) == ("bad_expression", "told")


def test_a_list_at_the_end_of_a_phrase_matches_nowhere_else() -> None:
    assert schema.AtEnd(["力争", "确保"]).search("全力确保")
    assert not schema.AtEnd(["力争", "确保"]).search("确保完成")
    assert schema.Expressions(["力争", "确保"]).search("确保完成")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> str:
    """A vocabulary that is read for the first time while a document is, and is wrong; the line that tells of it."""

    def read(*_: object, **__: object) -> None:
        raise BadVocabulary("empty_word", "tongbi/vocabulary/units.toml", "points[2]")

    monkeypatch.setattr(ingest, "read", read)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    return "tongbi/vocabulary/units.toml: points[2]: an empty word; remove it"


def test_a_document_is_not_blamed_for_a_vocabulary(broken: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("政府工作报告", encoding="utf-8")
    with pytest.raises(BadVocabulary) as refused:
        ingest.read_file(report)
    assert explain(refused.value) == broken


def test_nothing_is_set_aside_in_the_inbox_for_a_vocabulary(broken: str, tmp_path: Path) -> None:
    here = Settings(tmp_path / "corpus", tmp_path / "home", tmp_path / "warehouse")
    report = here.inbox / "report.txt"
    report.parent.mkdir(parents=True)
    report.write_text("政府工作报告", encoding="utf-8")
    os.utime(report, (0, 0))
    with pytest.raises(BadVocabulary):
        collect(here)
    assert report.is_file()
    assert not (here.inbox / "rejected").exists()
