"""Widgets: thin bridges between a lesson's kernel and the front end in ``coursekit/frontend``."""
