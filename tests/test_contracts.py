"""Each import contract catches the violation that it is there for, planted in a copy of the sources."""

import pkgutil
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

import tongbi

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {contract["id"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}
PLANTED = {
    "layers": ("tongbi/model/__init__.py", "import warehouse"),
    "pure": ("tongbi/series.py", "import subprocess"),
    "duckdb": ("viewer/data.py", "import duckdb"),
    "segmenters": ("tongbi/change/__init__.py", "import rjieba"),
    "diff": ("tongbi/link/lanes.py", "import diff_match_patch"),
    "warehouse": ("warehouse/rows.py", "import tongbi.link"),
    "readers": ("tongbi/text.py", "import tongbi.readers"),
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in ("tongbi", "warehouse", "flows", "viewer"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", program, "--no-cache", "--contract", contract]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("contract", PLANTED)
def test_contract_catches_a_planted_violation(sources: Path, contract: str) -> None:
    file, statement = PLANTED[contract]
    module = sources / file
    before = module.read_text(encoding="utf-8")
    try:
        assert lint(sources, contract).returncode == 0, "the contract is broken before anything is planted"
        module.write_text(f"{before}\n{statement}\n", encoding="utf-8")
        planted = lint(sources, contract)
    finally:
        module.write_text(before, encoding="utf-8")
    assert planted.returncode == 1
    assert "BROKEN" in planted.stdout


def test_every_contract_is_planted() -> None:
    assert set(CONTRACTS) == set(PLANTED)


def test_contracts_that_list_the_domain_list_all_of_it() -> None:
    modules = {f"tongbi.{module.name}" for module in pkgutil.iter_modules(tongbi.__path__)}
    assert set(CONTRACTS["warehouse"]["forbidden_modules"]) == modules - {"tongbi.model", "tongbi.errors"}
    assert set(CONTRACTS["readers"]["source_modules"]) == modules - {"tongbi.readers"}
