"""What every lesson's page needs of the kit, by import: Python as it is then is kept for the next visit."""

from coursekit.lesson import asking, beginning, comparing, pausing, reading, showing
from coursekit.sessions import open_question, open_reader, open_text
from coursekit.site.worker import Worker

__all__ = [
    "Worker",
    "asking",
    "beginning",
    "comparing",
    "open_question",
    "open_reader",
    "open_text",
    "pausing",
    "reading",
    "showing",
]
