"""The frame of a self-contained web page: no script, nothing fetched."""

from html import escape
from importlib.metadata import version
from importlib.resources import files

from flows.messages import language, say


def sheet(title: str, inner: str, *, fictional: bool, abridged: bool) -> str:
    """Give a whole page under `title`, with what must be said of its reports; `inner` is markup, escaped already."""
    told = escape(title)
    notices = [say("show.fictional")] * fictional + [say("show.abridged")] * abridged
    notice = "".join(f"<p class=notice>{escape(one)}</p>" for one in notices)
    style = files("flows").joinpath("page.css").read_text(encoding="utf-8")
    made = escape(say("diff.made", version=version("tongbi")))
    return (
        f'<!doctype html><html lang="{"en" if language() == "en" else "zh-CN"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{told}</title>'
        f"<style>{style}</style></head><body><header><b>同比</b><span>{told}</span></header><main><h1>{told}</h1>"
        f"{notice}{inner}<footer>{made}</footer></main></body></html>\n"
    )
