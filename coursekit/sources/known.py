"""Which files under ``sources/`` are of use to the course: these go out with it, and no other.

A text that may not be given away could lie there under any name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.places import Folders
from coursekit.sources.citing import NAME as CITATION
from coursekit.sources.library import Library

if TYPE_CHECKING:
    from pathlib import Path

README = "README.md"


def known_files(root: Path) -> list[Path]:
    """Return the files that something reads, as far as they are there: of a source its text, or else its calendar."""
    folders, library = Folders(root), Library(root)
    every = [folders.sources / README, folders.tags, folders.glossary, folders.context]
    for siglum in library.sigla:
        edition = folders.text(siglum) if library.is_whole(siglum) else folders.guide(siglum)
        every += [folders.record(siglum), edition, folders.record(siglum).with_name(CITATION)]
    links = {path for path in every if path.is_symlink() or path.parent.is_symlink()}
    return sorted(path for path in every if path.is_file() and path not in links)


def other_files(root: Path) -> list[Path]:
    """Return all other files; none that is hidden."""
    folder, known = Folders(root).sources, set(known_files(root))
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path not in known
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
