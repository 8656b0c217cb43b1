"""What stays running: schedules, ports, children that end, and `tongbi up` from build to viewer."""

import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from flows import engine, running, serving
from flows.serving import Child
from flows.settings import Settings
from tongbi import TongbiError


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(tmp_path / "corpus", tmp_path / "home", tmp_path / "warehouse")


@pytest.mark.parametrize(
    ("every", "cron", "when"),
    [
        (None, None, {"cron": "*/10 * * * *"}),
        (1, None, {"cron": "*/1 * * * *"}),
        (30, None, {"cron": "*/30 * * * *"}),
        (7, None, {"interval": 420}),
        (60, None, {"interval": 3600}),
        (None, "0 6 * * *", {"cron": "0 6 * * *"}),
    ],
)
def test_schedule_is_by_the_clock_where_it_can_be(every: int | None, cron: str | None, when: dict[str, object]) -> None:
    assert running.schedule(every, cron) == when


@pytest.mark.parametrize(
    ("every", "cron", "code"),
    [(5, "0 6 * * *", "every_or_cron"), (None, "every day", "bad_cron"), (None, "61 * * * *", "bad_cron")],
)
def test_what_is_no_schedule_is_refused(every: int | None, cron: str | None, code: str) -> None:
    with pytest.raises(TongbiError) as caught:
        running.schedule(every, cron)
    assert caught.value.code == code


def test_a_port_in_use_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind((serving.HERE, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serving.free_port(port) > port


def child(program: str, url: str = "http://127.0.0.1:9", log: Path | None = None) -> Child:
    return Child("a child", serving.start([sys.executable, "-c", program], {}, log), url, log)


def test_a_child_ends_with_all_that_it_started(tmp_path: Path) -> None:
    grandchild = "import subprocess, sys; print(subprocess.Popen(['sleep', '60']).pid, flush=True); sys.stdin.read(); "
    one = child(grandchild + "import time; time.sleep(60)", log=tmp_path / "log")
    while not (said := (tmp_path / "log").read_text()):
        time.sleep(0.05)
    one.end()
    assert one.ended
    state = subprocess.run(["ps", "-o", "stat=", "-p", said.strip()], capture_output=True, text=True, check=False)
    # A zombie, whatever else `ps` says of it (niced, a session leader), is one that has ended.
    assert state.stdout.strip()[:1] in ("", "Z")
    one.end()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_child_that_does_not_hear_is_ended_by_force(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(serving, "GRACE", 0.2)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    one = child(deaf, log=tmp_path / "log")
    while not (tmp_path / "log").read_text():
        time.sleep(0.05)
    one.end()
    assert one.process.returncode == -signal.SIGKILL


def test_a_child_that_ends_at_once_did_not_start(tmp_path: Path) -> None:
    one = child("raise SystemExit(3)", log=tmp_path / "log")
    with pytest.raises(TongbiError) as caught:
        serving.wait_until_up(one, "/health")
    assert (caught.value.code, caught.value.detail, caught.value.place) == (
        "no_start",
        "a child",
        f"{tmp_path / 'log'}",
    )


def test_a_child_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.3)
    one = child("import time; time.sleep(60)")
    with pytest.raises(TongbiError):
        serving.wait_until_up(one, "/health")
    assert one.ended


def test_a_child_that_answers_is_up() -> None:
    class Healthy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_given: object) -> None:
            pass

    with HTTPServer((serving.HERE, 0), Healthy) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        one = child("import time; time.sleep(60)", f"http://{serving.HERE}:{server.server_port}")
        serving.wait_until_up(one, "/health")
    assert not one.ended
    one.end()


def test_a_child_that_ends_by_itself_ends_the_watch() -> None:
    with pytest.raises(TongbiError) as caught:
        serving.watch(child("pass"))
    assert caught.value.code == "ended"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_sigterm_ends_the_children_as_ctrl_c_does() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), serving.children() as stack:
        one = child("import time; time.sleep(60)")
        stack.callback(one.end)
        signal.raise_signal(signal.SIGTERM)
    assert one.ended
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_leaves_no_child_running(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(serving, "GRACE", 1)
    hears = f"import os, signal, time; signal.signal(signal.SIGTERM, lambda *_: os.kill(os.getppid(), {number:d})); "
    one = child(hears + "print('up', flush=True)\nwhile True: time.sleep(1)", log=tmp_path / "log")
    while not (tmp_path / "log").read_text():
        time.sleep(0.05)
    with serving.children() as stack:
        stack.callback(one.end)
    assert one.ended


def test_without_a_build_there_is_no_viewer(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def viewer(*_given: object) -> Child:
        raise AssertionError("started")

    monkeypatch.setattr(serving, "viewer", viewer)
    (here.corpus / "regions.toml").write_text("no = [toml", encoding="utf-8")
    assert not running.up(here, None)


def test_up_builds_and_serves_until_it_is_ended(
    here: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    started = []

    def viewer(_here: Settings, port: int | None) -> Child:
        started.append(child("import time; time.sleep(60)", f"http://127.0.0.1:{port}"))
        return started[0]

    def watch(*_given: Child) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setattr(serving, "viewer", viewer)
    monkeypatch.setattr(serving, "watch", watch)
    assert running.up(here, 8777)
    told = capfd.readouterr().err
    assert "还没有可读的报告" in told
    assert "http://127.0.0.1:8777" in told
    assert started[0].ended


def test_viewer_is_started_by_its_path_and_answers(here: Settings) -> None:
    one = serving.viewer(here, None)
    try:
        assert (here.home / "logs" / "viewer.log").is_file()
        assert not one.ended
    finally:
        one.end()


def test_prefect_has_a_home_of_its_own_and_keeps_off_the_screen(
    here: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.environ", dict(engine.os.environ))
    here.logs.mkdir(parents=True)
    (here.logs / "prefect.log").write_bytes(b"x" * (engine.LARGEST_LOG + 1))
    engine.prepare(here)
    surroundings = engine.os.environ
    assert surroundings["PREFECT_HOME"] == str(here.home / "prefect")
    assert surroundings["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert surroundings["TONGBI_CORPUS"] == str(here.corpus)
    assert str(here.logs / "prefect.log") in Path(surroundings["PREFECT_LOGGING_SETTINGS_PATH"]).read_text("utf-8")
    assert not (here.logs / "prefect.log").exists()
