"""Alignment of two reports of one government: which sentence of the later one continues which of the earlier."""

from tongbi.align.sections import SectionMatch, match_sections
from tongbi.align.sentences import align

__all__ = ["SectionMatch", "align", "match_sections"]
