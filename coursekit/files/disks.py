"""What a disk answers: read for what it is, and told with what to do about it.

Standard library only: set-up comes before everything else.
"""

from __future__ import annotations

import errno
import os

_NO_ROOM = "make room on the disk"
_NOT_YOURS = "close what else has it open, or move the course to a folder of your own"
_READ_ONLY = "this disk can only be read, so move the course to another"
_AWAY = "the disk or network drive does not answer, so connect it again"
_TOO_LONG = "its path is too long, so move the course nearer to the top of the disk"
_ADVICE = {
    "ENOSPC": _NO_ROOM,
    "EDQUOT": _NO_ROOM,
    "EFBIG": "the disk takes no file of this size, so move the course to another",
    "EACCES": _NOT_YOURS,
    "EPERM": _NOT_YOURS,
    "EBUSY": _NOT_YOURS,
    "ETXTBSY": _NOT_YOURS,
    "EROFS": _READ_ONLY,
    "EIO": _AWAY,
    "ESTALE": _AWAY,
    "ENXIO": _AWAY,
    "ENODEV": _AWAY,
    "ENOTCONN": _AWAY,
    "ETIMEDOUT": _AWAY,
    "EHOSTDOWN": _AWAY,
    "EREMOTEIO": _AWAY,
    "ENAMETOOLONG": _TOO_LONG,
    "ENOENT": "it is not there, so see where it has gone",
    "EISDIR": "a folder is where a file should be, so rename that folder",
    "ENOTDIR": "a file is where a folder should be, so rename that file",
    "EEXIST": "a file is where a folder should be, so rename that file",
    "EMFILE": "too many files are open, so close other lessons",
    "ENFILE": "too many files are open, so close other lessons",
}
_BY_NUMBER = {getattr(errno, name): words for name, words in _ADVICE.items() if hasattr(errno, name)}
# A disk that knows no `fsync` (some network and phone drives) has written what it was given all the same.
_NO_SYNC = {getattr(errno, name) for name in ("EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "ENOTTY")}


def told(error: OSError) -> str:
    """Return why a disk refused and what to do, for the end of a line: "(reason); what to do, then try again".

    A cause is named only where the system named it.
    """
    reason = error.strerror or "the system gave no reason"
    advice = _BY_NUMBER.get(error.errno or 0)
    return f"({reason}); {advice}, then try again" if advice else f"({reason}); try again"


def sync(handle: int) -> None:
    """Have what was written on the disk before returning, as far as the disk knows how.

    Raises
    ------
    OSError
        When it failed, which is something else than not being known.
    """
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
