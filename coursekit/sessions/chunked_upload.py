"""A file that comes from the browser in pieces: servers refuse messages as large as a file may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.sources.reading.found import MOST_BYTES, megabytes

if TYPE_CHECKING:
    from collections.abc import Sequence

_TORN = "it did not arrive whole; add it once more"


class ChunkedUpload:
    """The file that is on its way. A second one that begins meanwhile takes the place of the first.

    Parameters
    ----------
    most
        How large a file may be, in bytes.
    instead
        What to do with a larger one.
    """

    def __init__(self, most: int = MOST_BYTES, instead: str = "cut out what you need") -> None:
        self._most, self._instead = most, instead
        self._number = 0
        self._data = bytearray()

    def take(self, number: int, content: dict[str, Any], buffers: Sequence[memoryview | bytes]) -> bytes | None:
        """Take a piece; return the whole file with its last one, else None.

        Parameters
        ----------
        number
            The same for all pieces of one file.
        content
            ``size`` of the whole, and ``at``: where the piece begins, in bytes.
        buffers
            The piece.

        Raises
        ------
        CourseError
            When the file is too large, or a piece is not the one that is due.
        """
        size, at = content.get("size"), content.get("at")
        if type(size) is not int or type(at) is not int or len(buffers) != 1:
            raise CourseError(_TORN)
        if size > self._most:
            raise CourseError(f"{megabytes(size)}, at most {megabytes(self._most)} are read; {self._instead}")
        if at == 0:
            self._number, self._data = number, bytearray()
        if (number, at) != (self._number, len(self._data)) or at + len(buffers[0]) > size:
            self._number, self._data = 0, bytearray()
            raise CourseError(_TORN)
        self._data += buffers[0]
        if len(self._data) < size:
            return None
        whole = bytes(self._data)
        self._number, self._data = 0, bytearray()
        return whole
