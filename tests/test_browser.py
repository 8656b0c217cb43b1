"""The viewer in a real browser: what a reader sees, clicks and sends on."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from viewer.address import PAGES

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[1]
SAMPLE = {"region": "云川区", "earlier": "2023", "later": "2024"}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000  # milliseconds; a shared machine may be slow


@pytest.fixture(scope="module")
def viewer(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running viewer; started from another folder, as an installed command does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    log = elsewhere / "viewer.log"
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "viewer" / "app.py"), f"--server.port={port}"]
    with log.open("w") as written:
        environment = {**os.environ, "TONGBI_WAREHOUSE": str(sample_warehouse), "HOME": str(elsewhere)}
        process = subprocess.Popen(command, cwd=elsewhere, env=environment, stdout=written, stderr=written)
    try:
        _wait_until_up(f"http://127.0.0.1:{port}/_stcore/health", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_up(address: str, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=2) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the viewer did not start: {log.read_text()[-2000:]}")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test where the console tells an error."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    errors: list[str] = []

    def note(kind: str, told: str, where: str) -> None:
        # Streamlit itself asks for its own files below a page's path first when that page is opened cold.
        if kind == "error" and "/_stcore/" not in where:
            errors.append(f"{told} {where}")

    opened.on("console", lambda message: note(message.type, message.text, message.location.get("url", "")))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


def open_cold(page: Page, viewer: str, path: str = "", **parameters: str) -> None:
    page.goto(f"{viewer}/{path}?{urlencode({**SAMPLE, **parameters})}")
    expect(page.locator("[data-steered] .tb h1")).to_be_visible(timeout=PATIENCE)


def in_view(page: Page, what: str) -> bool:
    return bool(
        page.evaluate(
            "what => { const r = document.querySelector(what).getBoundingClientRect();"
            " return r.top >= 0 && r.top < innerHeight }",
            what,
        )
    )


def test_a_change_is_followed_from_the_overview_to_its_sentence(page: Page, viewer: str):
    open_cold(page, viewer)
    change = page.locator(".tb-changes > li").first
    quote = change.locator(".tb-quote").first
    sentence = "".join(quote.inner_text().split("\n")[1:]).strip("…")
    assert len(sentence) > 5
    quote.get_by_text("看原文").click()

    marked = page.locator("mark#at")
    expect(marked).to_be_visible()
    page.wait_for_function("document.querySelector('mark#at').getBoundingClientRect().top < innerHeight")
    assert in_view(page, "mark#at")
    # What a reader sees: the cards that open over a figure do not count.
    assert sentence[:12] in marked.locator("xpath=ancestor::p").inner_text()
    assert "/text?" in page.url and "at=" in page.url

    sent = page.url
    page.go_back()
    expect(page.locator(".tb-changes")).to_be_visible()
    page.goto("about:blank")
    page.goto(sent)
    expect(page.locator("mark#at")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("document.querySelector('mark#at').getBoundingClientRect().top < innerHeight")


def test_every_page_opens_cold_in_chinese(page: Page, viewer: str):
    for path, told in {
        "": "项",
        "ledger": "项目标",
        "silences": "2024 年报告",
        "series": "年有目标",
        "compare": "工作安排",
        "text": "云川区 2024 年",
        "corrections": "待定的名称",
    }.items():
        open_cold(page, viewer, path)
        assert told in page.locator("h1").inner_text()
        assert "虚构样例" in page.locator("h1").inner_text()
        assert page.locator("[data-testid=stException]").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_rows_are_stepped_through_by_key_and_the_evidence_follows(page: Page, viewer: str):
    open_cold(page, viewer, "ledger")
    names = page.locator("tr[data-step] td.name a").all_inner_texts()
    panel = page.locator(".tb-aside h2")
    page.keyboard.press("j")
    expect(panel).to_have_text(names[0])
    page.keyboard.press("j")
    expect(panel).to_have_text(names[1])
    page.keyboard.press("k")
    expect(panel).to_have_text(names[0])
    assert "row=" in page.url
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_a_mark_of_the_picture_opens_its_year_and_its_sentence(page: Page, viewer: str):
    open_cold(page, viewer, "series", key="gdp", kind="change_pct.%")
    marks = page.locator(".tb-chart .columns a:has(.dot):has(.aim)")
    marks.first.click()
    expect(page.locator(".tb-aside h2")).to_contain_text("地区生产总值")
    assert "row=" in page.url and "key=gdp" in page.url
    page.locator(".tb-aside").get_by_text("看原文").first.click()
    expect(page.locator("mark#at")).to_be_visible()


def test_a_citation_is_copied(page: Page, viewer: str):
    open_cold(page, viewer, "ledger")
    page.locator("tr[data-step]").first.click()
    page.get_by_role("button", name="复制引用").first.click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "政府工作报告[R/OL]" in copied and "虚构样例" in copied


def test_what_was_searched_is_read_and_the_command_that_overrules_it_copied(page: Page, viewer: str):
    open_cold(page, viewer, "ledger", show="not_found")
    page.locator("tr[data-step]").first.click()
    expect(page.locator(".tb-searched")).to_contain_text("2024 年报告")
    page.locator(".tb-fix summary").click()
    page.get_by_role("button", name="复制命令").first.click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("tongbi correct ") and "corpus/sample/云川区/2023.txt" in copied


def test_the_rows_of_a_page_are_taken_along_as_a_table(page: Page, viewer: str):
    open_cold(page, viewer, "silences")
    with page.expect_download() as begun:
        page.get_by_role("button", name="披露 CSV").click()
    assert begun.value.suggested_filename == "云川区-2023-2024-披露.csv"
    written = begun.value.path().read_text(encoding="utf-8-sig")
    assert "citation" in written.splitlines()[0] and "政府工作报告[R/OL]" in written


def test_choosing_a_government_writes_the_whole_address(page: Page, viewer: str):
    open_cold(page, viewer)
    page.locator(".stSelectbox").first.click()
    page.get_by_role("option", name="杭州市上城区").click()
    expect(page.locator("h1")).to_contain_text("结果待下一年报告")
    page.wait_for_function("decodeURIComponent(location.search).includes('region=杭州市上城区&earlier=2025')")


@pytest.mark.parametrize("path", list(PAGES))
def test_on_a_phone_nothing_sticks_out_and_in_the_dark_all_is_light_on_dark(browser: Browser, viewer: str, path: str):
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    open_cold(page, viewer, path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    brightness = "e => getComputedStyle(e).color.match(/[\\d.]+/g).slice(0, 3).reduce((a, b) => a + +b, 0) / 3"
    assert page.locator(".tb h1").evaluate(brightness) > 150
    context.close()
