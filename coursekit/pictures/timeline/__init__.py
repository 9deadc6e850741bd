"""A timeline: its file read, its picture drawn."""
