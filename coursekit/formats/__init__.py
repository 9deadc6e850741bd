"""The course in other programs' terms."""
