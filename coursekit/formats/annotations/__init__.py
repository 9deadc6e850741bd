"""Marks and places pointed at, for other programs: W3C Web Annotations, and a table."""
