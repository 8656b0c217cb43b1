"""What surrounds every page: the bar, the choice of government and years, and the script that steers."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import streamlit as st

from tongbi.errors import TongbiError
from viewer import choice, data
from viewer.address import Address, PageName
from viewer.choice import Choice, Years
from viewer.render import frame
from viewer.render.markup import Html
from viewer.wording import Words, words
from warehouse.answers import Government, Pair

HERE = Path(__file__).parent


def _steering() -> Callable[..., object]:
    script = (HERE / "steering.js").read_text(encoding="utf-8")
    return st.components.v2.component("tongbi_steering", js=script, isolate_styles=False)


def run(page: PageName, body: Callable[[data.Published, Choice, Words], Html]) -> None:
    """Show one page: what `body` makes of the published warehouse, for what the address asks."""
    asked = Address.of(page, st.query_params)
    said = words(asked.lang)
    st.html(HERE / "style.css")
    shown = asked
    try:
        published = data.current()
        chosen = _chosen(published, asked, said) if published else None
        if published is None or chosen is None:
            st.html(frame.page(asked, frame.notice(said("empty.nothing"), said("empty.what_to_do"))))
        else:
            shown = chosen.address
            st.html(body(published, chosen, said))
    except TongbiError as error:
        st.html(frame.page(asked, _failure(error, asked, said)))
    with st.container(key="steering"):
        _steering()(key="steer", data={"address": shown.href})


def _failure(error: TongbiError, asked: Address, said: Words) -> Html:
    if error.code == "not_held":
        return frame.notice(said("empty.no_report", region=asked.region, session=asked.session or asked.earlier))
    return frame.notice(said("empty.failed", why=str(error)), said("empty.failed_do"))


def _chosen(published: data.Published, asked: Address, said: Words) -> Choice | None:
    """The bar with its two choices; None where no report is held."""
    governments = published.governments()
    if not governments:
        return None
    held = {one.region: one for one in governments}
    government = held.get(asked.region) or governments[0]
    pairs = choice.pairs_of(government, published.pairs(government.region))
    asked_pair = Pair(asked.earlier, asked.later)
    pair = asked_pair if asked_pair in pairs else choice.default_pair(pairs)
    address = replace(asked, region=government.region, earlier=pair.earlier, later=pair.later)
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        st.html(frame.bar(address, said))
        _pick_region(address, governments, said)
        _pick_years(address, pairs, said)
    region = government.region
    later = published.report_head(region, pair.later).year if pair.later else None
    years = Years(published.report_head(region, pair.earlier).year, later)
    return Choice(tuple(governments), government, pairs, years, address)


def _go(address: Address) -> None:
    st.query_params.from_dict(address.parameters)


def _pick_region(address: Address, governments: list[Government], said: Words) -> None:
    invented = {one.region for one in governments if one.fictional}

    def picked() -> None:
        _go(Address(address.page, region=st.session_state["region"], lang=address.lang))

    def label(region: str) -> str:
        return f"{region}（{said('site.invented')}）" if region in invented else region

    st.session_state["region"] = address.region
    regions = [one.region for one in governments]
    st.selectbox(
        said("site.region"),
        regions,
        format_func=label,
        key="region",
        on_change=picked,
        label_visibility="collapsed",
        width=200,
    )


def _pick_years(address: Address, pairs: tuple[Pair, ...], said: Words) -> None:
    def picked() -> None:
        _go(choice.with_years(address, st.session_state["years"]))

    def label(pair: Pair) -> str:
        return said("site.years_pair" if pair.later else "site.years_open", earlier=pair.earlier, later=pair.later)

    st.session_state["years"] = Pair(address.earlier, address.later)
    st.selectbox(
        said("site.years"),
        list(pairs),
        format_func=label,
        key="years",
        on_change=picked,
        label_visibility="collapsed",
        width=170,
    )
