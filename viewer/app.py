"""The viewer's entry: `streamlit run viewer/app.py`. Each page is a file in app_pages/."""

import streamlit as st

from viewer.address import PAGES, Address
from viewer.wording import words

said = words(Address.of("", st.query_params).lang)
st.set_page_config(page_title=said("site.name"), page_icon="📄", layout="wide", initial_sidebar_state="collapsed")
pages = [
    st.Page(
        f"app_pages/{name or 'overview'}.py",
        title=f"{said(f'page.{name}')}{said('site.joiner')}{said('site.name')}",
        url_path=name or None,
        default=not name,
    )
    for name in PAGES
]
st.navigation(pages, position="hidden").run()
