"""`tongbi add`: documents from files, folders and addresses."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from corpora import NAMELESS, OTHER, POEM, REGION, TEXT, inside, put

from flows import adding
from flows.adding import add, download
from flows.ingest import beside
from flows.settings import Settings
from tongbi import TongbiError

pytestmark = pytest.mark.usefixtures("chinese")


def test_a_folder_is_added_by_its_places(here: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path / "来 源/青禾县/2025.txt", NAMELESS)
    put(tmp_path / "来 源/青禾县/诗.txt", POEM)
    put(tmp_path / "来 源/青禾县/.2024.txt", POEM)
    assert not add(here, [str(tmp_path / "来 源")])
    assert inside(here) == ["青禾县/2025.toml", "青禾县/2025.txt"]
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "收入 青禾县/2025.txt"
    assert "诗.txt" in said[1]
    assert len(said) == 2


def test_what_was_added_is_told_a_line_each(here: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new, same, other = (put(tmp_path / name, text) for name, text in (("a", TEXT), ("b", TEXT), ("c", OTHER)))
    files = [one.rename(one.with_suffix(".txt")) for one in (new, same, other)]
    assert add(here, map(str, files))
    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"收入 {REGION}/2025.txt"
    assert said[1].startswith("已经有了")
    assert f"{REGION}/revisions/2025." in said[2]


def test_what_cannot_be_added_is_told_and_the_rest_goes_on(
    here: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "空").mkdir()
    assert not add(here, [str(tmp_path / "没有.txt"), str(tmp_path / "空"), str(put(tmp_path / "a.txt"))])
    said = capsys.readouterr().err.splitlines()
    assert "没有.txt" in said[0]
    assert "文件夹里没有可以收入的文档" in said[1]
    assert inside(here) == [f"{REGION}/2025.txt"]


class _Site(BaseHTTPRequestHandler):
    """A government's site: a report, a redirect to it, and pages that fail."""

    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(self.path)
        failing = {"/gone": 404, "/broken": 500, "/once": 500 if self.asked.count("/once") < 2 else 200}
        status = 302 if self.path == "/moved" else failing.get(self.path, 200)
        body = POEM.encode() if self.path.startswith("/poem") else TEXT.encode()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/art/%E6%8A%A5%E5%91%8A")
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    _Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_is_added_and_remembered(here: Settings, site: str) -> None:
    assert add(here, [f"{site}/moved"])
    path = here.corpus / REGION / "2025.txt"
    assert path.read_text(encoding="utf-8") == TEXT
    assert beside(path).source_url == f"{site}/moved"


def test_a_name_from_an_address_ends_in_what_it_is(site: str) -> None:
    assert download(f"{site}/moved")[0] == "报告.txt"
    assert download(f"{site}/")[0] == "report.txt"
    assert download(f"{site}/2025.html")[0] == "2025.html"


def test_a_server_that_fails_once_is_asked_again(site: str) -> None:
    assert download(f"{site}/once")[1] == TEXT.encode()


@pytest.mark.parametrize(("path", "detail", "times"), [("/gone", "HTTP 404", 1), ("/broken", "HTTP 500", 3)])
def test_a_download_that_fails_is_told(site: str, path: str, detail: str, times: int) -> None:
    with pytest.raises(TongbiError) as caught:
        download(site + path)
    assert (caught.value.code, caught.value.source, caught.value.detail) == ("fetch_failed", site + path, detail)
    assert _Site.asked.count(path) == times


def test_a_server_that_is_not_there_is_told(site: str, capsys: pytest.CaptureFixture[str], here: Settings) -> None:
    dead = "http://127.0.0.1:9/2025.txt"
    assert not add(here, [dead, f"{site}/poem.txt"])
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"{dead}: 下载失败")
    assert said[1].startswith(f"{site}/poem.txt: ")
    assert inside(here) == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/2025.txt",
        "http://",
        "http://example.org:port/",
        "http://[::1/x",
    ],
)
def test_what_is_no_address_is_told(here: Settings, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not add(here, [url])
    assert "不是可以下载的地址" in capsys.readouterr().err


def test_a_download_without_end_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "LARGEST", 1000)
    with pytest.raises(TongbiError) as caught:
        download(f"{site}/2025.txt")
    assert caught.value.code == "too_large"
