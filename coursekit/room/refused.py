"""What somebody in a room asked for and does not get."""

from __future__ import annotations

from coursekit.errors import CourseError


class RefusedError(CourseError):
    """A vote or a press that does not count; the message says why and what to do, in one line."""
