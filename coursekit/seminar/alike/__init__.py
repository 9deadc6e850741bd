"""Hand-ins that are alike far beyond chance: a reason to talk, never a verdict."""

from coursekit.seminar.alike.finding import alike
from coursekit.seminar.alike.pairs import CAUTION, Alike, Beside, Pair, Sign

__all__ = ["CAUTION", "Alike", "Beside", "Pair", "Sign", "alike"]
