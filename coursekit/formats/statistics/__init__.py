"""Item statistics of a class, with nothing of anybody's, in a form that adds up over classes (docs/statistics.md)."""
