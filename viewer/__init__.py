"""Streamlit pages over the published warehouse."""
