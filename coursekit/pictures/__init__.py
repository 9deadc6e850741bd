"""Pictures made of a course's own data, each with the same in words."""

from coursekit.pictures.chain import chain
from coursekit.pictures.kinds import KINDS, check_picture, draw
from coursekit.pictures.points import Point, Timeline, check_timeline, load_timeline
from coursekit.pictures.timeline import timeline

__all__ = [
    "KINDS",
    "Point",
    "Timeline",
    "chain",
    "check_picture",
    "check_timeline",
    "draw",
    "load_timeline",
    "timeline",
]
