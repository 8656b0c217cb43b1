"""What a reader should be told of two consecutive reports, the weightiest first."""

from tongbi.change.ranking import changes

__all__ = ["changes"]
