"""Every verb of ``course.py``."""
