"""`tongbi serve`: a report in the inbox is taken in by a scheduled run; ending it ends all that it started."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from conftest import ROOT

from warehouse.store import open_published, published

SAMPLE = ROOT / "corpus" / "sample" / "云川区"
PATIENCE = 200.0
"""Seconds: the servers start in 30, a schedule of one minute comes round in 60, and the machine may be busy."""


def regions(warehouse: Path) -> set[str]:
    if published(warehouse) is None:
        return set()
    with open_published(warehouse) as questions:
        return {place.region for place in questions.governments()}


def wait_until(what: str, log: Path, holds: object) -> None:
    assert callable(holds)
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"{what} did not happen:\n{log.read_text(encoding='utf-8')}"
        time.sleep(0.5)


@pytest.mark.flow
@pytest.mark.skipif(sys.platform == "win32", reason="ends its children by POSIX signals")
def test_a_dropped_report_is_taken_in_by_a_scheduled_run(tmp_path: Path) -> None:
    corpus, warehouse, log = tmp_path / "corpus", tmp_path / "warehouse", tmp_path / "serve.log"
    (corpus / "inbox").mkdir(parents=True)
    (corpus / "云川区").mkdir()
    for suffix in ("txt", "toml"):
        shutil.copy(SAMPLE / f"2023.{suffix}", corpus / "云川区")
    folders = {"CORPUS": corpus, "HOME": tmp_path / "home", "WAREHOUSE": warehouse}
    environment = {**os.environ, **{f"TONGBI_{name}": str(folder) for name, folder in folders.items()}}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "serve", "--every", "1"], env=environment, stdout=output, stderr=output
        )
    try:
        wait_until("the schedule", log, lambda: str(corpus / "inbox") in log.read_text(encoding="utf-8"))
        said = log.read_text(encoding="utf-8")
        server, viewer = sorted(set(re.findall(r"http://127\.0\.0\.1:\d+", said)))
        report = (SAMPLE / "2024.txt").read_text(encoding="utf-8").replace("云川区", "云水区")
        (corpus / "inbox" / "新到.txt").write_text(report, encoding="utf-8")
        (corpus / "inbox" / "便条.txt").write_text("今天下午三点开会，请准时到场。", encoding="utf-8")
        wait_until("the new report", log, lambda: any(name.endswith("云水区") for name in regions(warehouse)))
        assert (corpus / "inbox" / "rejected" / "便条.txt").is_file()
        assert (corpus / "inbox" / "rejected" / "便条.txt.reason.txt").read_text(encoding="utf-8").strip()
        assert not list((corpus / "inbox").glob("*.txt"))
        runs = httpx.post(f"{server}/api/flow_runs/filter", json={}, timeout=30).json()
        assert any(run["auto_scheduled"] and run["state_type"] in ("RUNNING", "COMPLETED") for run in runs)
        assert httpx.get(f"{viewer}/_stcore/health", timeout=30).status_code == 200
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(60)
    assert code == 0
    assert "Traceback" not in log.read_text(encoding="utf-8")
    for address in (server, viewer):
        with pytest.raises(httpx.ConnectError):
            httpx.get(address, timeout=5)
