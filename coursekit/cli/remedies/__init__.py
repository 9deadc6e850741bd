"""What breaks, and how it is mended: one module a kind of damage.

Each has ``mend(course, work, *, dry_run) -> list[Damage]``: what it found, and what it did or would do.
Nothing is deleted that a learner made; it is moved aside, and the line says where to.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Damage:
    """One thing that was out of order; ``mended`` is False where a person must do something."""

    what: str
    remedy: str
    mended: bool = True
