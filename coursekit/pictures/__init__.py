"""Pictures made of a course's own data, each with the same in words."""

from coursekit.pictures.chain import chain
from coursekit.pictures.points import KINDS, Point, Timeline, check_timeline, load_timeline
from coursekit.pictures.timeline import timeline

__all__ = ["KINDS", "Point", "Timeline", "chain", "check_timeline", "load_timeline", "timeline"]
