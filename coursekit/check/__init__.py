"""Checks of what authors write: everything `course.py check` looks at."""
