"""What came of a vote: counts, shift, confidence, reasons, heat on a text. Pure, as data, each with words for it."""

from coursekit.room.results.all import results

__all__ = ["results"]
