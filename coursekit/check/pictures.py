"""The data of pictures: their form, and the paragraphs they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.check.prose import reference_faults
from coursekit.pictures import check_picture
from coursekit.places import Folders

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def check_pictures(root: Path, sigla: Collection[str], known: Collection[str]) -> list[Problem]:
    """Return what is wrong with the files of ``lessons/pictures``.

    Parameters
    ----------
    root
        The course's folder.
    sigla, known
        The course's sources, and all their paragraphs, as ``LOG p7``.
    """
    found = []
    for path in sorted(Folders(root).pictures.glob("*.toml")):
        name = path.relative_to(root).as_posix()
        faults = check_picture(path, name)
        found += faults
        if not faults:  # so it can be read
            lines = enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1)
            found += [Problem(name, line, words) for line, words in reference_faults(lines, sigla, known)]
    return found
