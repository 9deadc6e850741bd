"""Annotation tasks: an expert's key, and a reader's marks laid beside it."""
