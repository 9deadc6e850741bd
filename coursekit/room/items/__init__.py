"""What can be asked in a room: choices, words to point at, numbers, and closed questions of the course."""

from coursekit.room.items.base import Item, Reason
from coursekit.room.items.load import load_item
from coursekit.room.items.remembering import remembering

__all__ = ["Item", "Reason", "load_item", "remembering"]
