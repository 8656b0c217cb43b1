"""Building HTML in which nothing can be forgotten to be escaped: plain strings are text, only `Html` is markup."""

from html import escape
from typing import TypeAlias


class Html(str):
    """Markup that is already escaped where it must be."""

    __slots__ = ()


Content: TypeAlias = "str | Html | None"
VOID = {"br", "hr", "img", "wbr"}


def text(content: Content) -> Html:
    """The content as markup: escaped unless it is markup already."""
    if isinstance(content, Html):
        return content
    return Html(escape(content or "", quote=False))


def join(*contents: Content) -> Html:
    """Contents one after the other."""
    return Html("".join(text(content) for content in contents))


def tag(name: str, *contents: Content, cls: str = "", **attributes: str | bool | None) -> Html:
    """An element. `data_label` becomes `data-label`; what is None, False or empty is left out, True is bare."""
    written = [name]
    if cls.strip():
        written.append(f'class="{escape(" ".join(cls.split()))}"')
    for key, value in attributes.items():
        spelled = key.rstrip("_").replace("_", "-")
        if value is True:
            written.append(spelled)
        elif value:
            written.append(f'{spelled}="{escape(str(value))}"')
    opened = f"<{' '.join(written)}>"
    return Html(opened if name in VOID else f"{opened}{join(*contents)}</{name}>")
