"""What surrounds every page: the bar, the choice of government and years, and the script that steers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

import streamlit as st

from tongbi.errors import TongbiError
from viewer import choice, data
from viewer.address import Address, PageName
from viewer.choice import Choice, Years
from viewer.render import frame
from viewer.render.markup import Html
from viewer.wording import Words, words
from warehouse.answers import Government, Pair
from warehouse.questions import Taken

HERE = Path(__file__).parent
WITHOUT_YEARS: tuple[PageName, ...] = ("series", "corrections")
"""The pages that show a government over all years."""

Option = TypeVar("Option")
Body: TypeAlias = Callable[[data.Published, Choice, Words], Html]


@dataclass(frozen=True, slots=True)
class Take:
    """A table that a page lets its reader take along: how it is called in `take`, which it is, for what it is asked."""

    name: str
    table: Taken
    values: Mapping[str, str] = field(default_factory=dict)


Takes: TypeAlias = Callable[[Address], list[Take]]


def _steering() -> Callable[..., object]:
    script = (HERE / "steering.js").read_text(encoding="utf-8")
    return st.components.v2.component("tongbi_steering", js=script, isolate_styles=False)


def run(page: PageName, body: Body, takes: Takes | None = None) -> None:
    """Show one page: what `body` makes of the published warehouse, for what the address asks, and what it `takes`."""
    asked = Address.of(page, st.query_params)
    said = words(asked.lang)
    st.html(HERE / "style.css")
    try:
        address, shown = _shown(asked, body, takes, said)
    except TongbiError as error:
        address, shown = asked, _failure(error, said)
    st.html(frame.page(address, shown))
    with st.container(key="steering"):
        _steering()(key="steer", data={"address": address.href})


def _shown(asked: Address, body: Body, takes: Takes | None, said: Words) -> tuple[Address, Html]:
    """The address with what was chosen filled in, and the page's content; bar and tables are shown on the way."""
    published = data.current()
    governments = published.governments() if published else []
    if published is None or not governments:
        return asked, frame.notice(said("empty.nothing"), said("empty.what_to_do"))
    chosen = _chosen(published, governments, asked)
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        st.html(frame.bar(chosen.address, said))
        _pick_region(chosen.address, governments, said)
        if page_of_years(asked.page):
            _pick_years(chosen.address, chosen.pairs, said)
        elif asked.page == "series":
            _pick_indicator(chosen.address, choice.indicators(published.series(chosen.address.region)), said)
    if missing := _not_held(asked, chosen, said):
        return chosen.address, missing
    _offer(published, chosen.address, takes(chosen.address) if takes else [], said)
    return chosen.address, body(published, chosen, said)


def _offer(published: data.Published, address: Address, takes: list[Take], said: Words) -> None:
    """A button for each table; the table is made when it is asked for."""
    if not takes:
        return
    years = "-".join(filter(None, (address.earlier, address.later))) if page_of_years(address.page) else ""
    with st.container(key="takes", horizontal=True, horizontal_alignment="right"):
        for one in takes:
            name = said(f"take.{one.name}")
            st.download_button(
                said("take.button", table=name),
                data=partial(published.csv, one.table, address.region, **one.values),
                file_name="-".join(filter(None, (address.region, years, name))) + ".csv",
                mime="text/csv",
                key=f"take_{one.name}",
                on_click="ignore",
                type="tertiary",
                help=said("take.help"),
            )


def _not_held(asked: Address, chosen: Choice, said: Words) -> Html:
    """What an address asks for in vain is said, never silently replaced by something else."""
    if asked.region not in ("", chosen.government.region):
        return frame.notice(said("empty.no_region", region=asked.region))
    if asked.earlier and Pair(asked.earlier, asked.later) not in chosen.pairs:
        years = f"{asked.earlier} → {asked.later}".removesuffix(" → ")
        return frame.notice(said("empty.no_years", region=asked.region, years=years))
    if asked.session and asked.session not in chosen.government.sessions:
        return frame.notice(said("empty.no_years", region=asked.region, years=asked.session))
    return Html()


def _failure(error: TongbiError, said: Words) -> Html:
    name = f"empty.{error.code}"
    return frame.notice(said(name if said.has(name) else "empty.failed"), said("empty.failed_do"))


def _chosen(published: data.Published, governments: list[Government], asked: Address) -> Choice:
    """What the address asks for, as far as it is held; else the first government and its newest years."""
    held = {one.region: one for one in governments}
    government = held.get(asked.region) or governments[0]
    region = government.region
    pairs = choice.pairs_of(government, published.pairs(region))
    asked_pair = Pair(asked.earlier, asked.later)
    pair = asked_pair if asked_pair in pairs else choice.default_pair(pairs)
    later = published.report_head(region, pair.later).year if pair.later else None
    years = Years(published.report_head(region, pair.earlier).year, later)
    address = replace(asked, region=region, earlier=pair.earlier, later=pair.later)
    if asked.page == "series":
        address = choice.with_series(address, choice.indicators(published.series(region)))
    return Choice(government, pairs, years, address)


def page_of_years(page: PageName) -> bool:
    """Whether a page shows two years; the others show a government over all of them."""
    return page not in WITHOUT_YEARS


def _go(address: Address) -> None:
    st.query_params.from_dict(address.parameters)


def _choose(
    key: str,
    label: str,
    options: Sequence[Option],
    written: Callable[[Option], str],
    chosen: Option | None,
    leads_to: Callable[[Option], Address],
    width: int,
) -> None:
    """A list in the bar: what can be chosen and how it is written, what is chosen, and where a choice leads."""
    st.session_state[key] = chosen
    st.selectbox(
        label,
        list(options),
        format_func=written,
        key=key,
        on_change=lambda: _go(leads_to(st.session_state[key])),
        label_visibility="collapsed",
        width=width,
    )


def _pick_region(address: Address, governments: list[Government], said: Words) -> None:
    invented = {one.region for one in governments if one.fictional}

    def written(region: str) -> str:
        return f"{region}（{said('site.invented_choice')}）" if region in invented else region

    def leads_to(region: str) -> Address:
        return Address(address.page, region=region, lang=address.lang)

    regions = [one.region for one in governments]
    _choose("region", said("site.region"), regions, written, address.region, leads_to, 200)


def _pick_years(address: Address, pairs: tuple[Pair, ...], said: Words) -> None:
    def written(pair: Pair) -> str:
        return said("site.years_pair" if pair.later else "site.years_open", earlier=pair.earlier, later=pair.later)

    shown = Pair(address.earlier, address.later)
    _choose("years", said("site.years"), pairs, written, shown, partial(choice.with_years, address), 170)


def _pick_indicator(address: Address, known: dict[str, choice.Indicator], said: Words) -> None:
    if not known:
        return

    def written(key: str) -> str:
        return said("series.choice", indicator=known[key].name, years=known[key].years)

    def leads_to(key: str) -> Address:
        return replace(address, key=key, kind="", row="")

    shown = address.key if address.key in known else None
    _choose("indicator", said("series.indicator"), list(known), written, shown, leads_to, 260)
