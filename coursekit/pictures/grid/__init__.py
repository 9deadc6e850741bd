"""A corroboration grid: its file read, its picture drawn."""
