"""A course put together from its rooms: what lessons, marking, checks and the command line all work with."""

from __future__ import annotations

from coursekit.course.assembly import Course, course

__all__ = ["Course", "course"]
