"""Bars: their file read, their picture drawn."""
