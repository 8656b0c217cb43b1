# Each target sets up what it needs: .venv with the python3 found (uv, where present, does it faster).
PYTHON ?= python3
BIN := .venv/bin
SHELL := bash
UV := $(shell command -v uv 2>/dev/null)
TESTS := $(BIN)/pytest -n auto --dist worksteal -m 'not timing'
TIMED := $(BIN)/pytest -m timing
INSTALL := $(if $(UV),$(UV) pip install --quiet --python $(BIN)/python,$(BIN)/python -m pip install --quiet --disable-pip-version-check)

.PHONY: up test check lint types contracts accuracy bench clean

up: .venv/.runtime ## read the corpus, build the warehouse, open the viewer
	$(BIN)/tongbi up

test: .venv/.dev ## every test that can run here
	$(TESTS) $(COVERED)
	$(TIMED)

check: COVERED := --cov=tongbi --cov-report=term --cov-fail-under=95
check: lint types contracts test ## the same, traced, and what else must hold; the accuracy floors are among the tests

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.dev
	$(BIN)/mypy

contracts: .venv/.dev
	$(BIN)/lint-imports

accuracy: .venv/.dev ## the scores of every annotated report, with what was gained and lost
	$(BIN)/pytest tests/test_accuracy.py

bench: .venv/.dev ## against peers, growth with length, one more report; writes benchmarks/*.md
	$(BIN)/python -m benchmarks.peers
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.incremental

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "同比需要 Python 3.11 或更新版本 / Tongbi needs Python 3.11 or newer (make PYTHON=python3.12 ...)")'
	@echo "建立 .venv 并安装依赖（约一两分钟）…… / setting up .venv (a minute or two) ..."
	@$(if $(UV),$(UV) venv --quiet --python $(PYTHON) .venv,$(PYTHON) -m venv .venv)

.venv/.runtime: pyproject.toml constraints.txt | .venv/bin/python
	@$(INSTALL) -c constraints.txt -e .
	@touch $@

.venv/.dev: pyproject.toml constraints.txt | .venv/bin/python
	@$(INSTALL) -c constraints.txt -e '.[dev]'
	@touch $@ .venv/.runtime

clean: ## what was built here, the environment included
	rm -rf .venv .tongbi
