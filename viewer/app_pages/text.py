"""原文: a report with its outline, every figure marked, the place that the address names in view."""

from dataclasses import replace

from viewer import shell
from viewer.address import Address
from viewer.choice import Choice
from viewer.data import Published
from viewer.evidence import figure_commands
from viewer.render import document, frame
from viewer.render.markup import Html, join, tag
from viewer.wording import Words
from warehouse.answers import DocumentView, ReportHead


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the report that was chosen: the later of the two years, unless another is asked for."""
    session = chosen.address.session or chosen.address.later or chosen.address.earlier
    view = published.document(chosen.government.region, session)
    address = replace(chosen.address, session=session)
    panel = _panel(published, chosen, view, address, said)
    sessions: dict[str, tuple[str, int | None]] = {one: (one, None) for one in chosen.government.sessions}
    return join(
        frame.heading(_sentence(view.head, said), said, fictional=view.head.fictional),
        _about(view.head, said),
        frame.chips(address, "session", sessions, frame.keys(said)) if len(sessions) > 1 else None,
        tag(
            "div",
            document.outline(view, address, said),
            document.body(view, address, said),
            panel,
            cls="tb-read open" if panel else "tb-read",
        ),
    )


def _sentence(head: ReportHead, said: Words) -> str:
    title = head.title if 0 < len(head.title) <= len("国民经济和社会发展计划") else said("text.plain_title")
    return said(
        "text.heading",
        region=head.region,
        session=head.session,
        title=title,
        observations=head.observations,
        actuals=head.actuals,
        targets=head.targets,
    )


def _about(head: ReportHead, said: Words) -> Html:
    told = [
        said("text.delivered", date=head.delivered.isoformat()) if head.delivered else "",
        head.speaker,
        head.meeting,
        said("text.characters", count=head.characters),
        "" if head.source_url else head.source,
    ]
    line = said("site.joiner").join(piece for piece in told if piece)
    link = tag("a", head.source or said("text.source"), cls="link", href=head.source_url) if head.source_url else None
    warning = frame.notice(said("text.abridged")) if head.abridged else Html()
    roles = [tag("span", said(f"text.legend_{role}"), cls=f"key {role}") for role in ("actual", "target")]
    return join(tag("p", line, " ", link, *roles, cls="lead about"), warning)


def _panel(published: Published, chosen: Choice, view: DocumentView, address: Address, said: Words) -> Html:
    one = next((row for row in view.observations if row.figure.id == address.row), None)
    if one is None:
        return Html()
    pair = next((pair for pair in chosen.pairs if pair.earlier == address.session), None)
    ledger = (
        replace(address, page="ledger", earlier=pair.earlier, later=pair.later, session="", at="") if pair else None
    )
    commands = figure_commands(published, one.figure)
    return document.fields(one, published.evidence(one.figure.id), commands, address, said, ledger=ledger)


if __name__ == "__main__":
    shell.run("text", body)
