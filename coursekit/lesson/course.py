"""The course that a cell belongs to."""

from __future__ import annotations

from coursekit.course.course import _READ, Course, course

__all__ = ["_READ", "Course", "course"]
