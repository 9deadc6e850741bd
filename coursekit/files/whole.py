"""Files written whole or not at all: whoever reads one sees the old or the new, never half of it.

The standard library only: setting the course up needs it, before anything is installed.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from coursekit.files.disks import sync

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all. Raises OSError when it cannot be written; the old one is then as it was."""
    with replaced(path) as file:
        file.write(content)


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """Give a new file to write to, which takes the place of ``path`` when the block ends well.

    It lies beside ``path`` meanwhile, hidden and under a name of its own, so that several may write at once; the
    last one stays. An error in the block leaves ``path`` as it was.
    """
    part = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
            settle(file)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def settle(file: IO[bytes]) -> None:
    """Have what was written to a file on the disk before going on."""
    file.flush()
    sync(file.fileno())
