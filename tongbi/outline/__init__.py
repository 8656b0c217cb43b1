"""What stands where in a report: title block, parts, sections, sentences, glossary terms."""

from tongbi.outline.reading import Outline, outline

__all__ = ["Outline", "outline"]
