"""Origins of papers: their file read, their picture drawn."""
