"""What a report states in numbers: sentences in, observations out."""

from tongbi.observe.observing import observe

__all__ = ["observe"]
