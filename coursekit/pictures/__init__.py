"""Pictures made of a course's own data, each with the same in words."""

from coursekit.pictures.chain.figure import chain
from coursekit.pictures.kinds import KINDS, check_picture, draw
from coursekit.pictures.timeline.figure import timeline
from coursekit.pictures.timeline.points import Point, Timeline, check_timeline, load_timeline

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
