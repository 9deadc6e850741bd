"""Item statistics of a class, without anything of anybody's, in a form that adds up over classes: docs/statistics.md."""
