"""A stemma: its file read, its picture drawn."""
