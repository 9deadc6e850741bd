"""What of a mark is kept from somebody who may try again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursekit.questions.base import Mark


def without_key(mark: Mark) -> Mark:
    """Return a mark without the notes that give the key away; each kind says of its notes which do."""
    return replace(mark, feedback=tuple(note for note in mark.feedback if not note.reveals))
