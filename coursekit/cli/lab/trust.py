"""Sign the copies we made, so that JupyterLab shows them whole and their button acts without a question.

Only what has just been copied from the course is signed. A notebook that somebody else put into the folder
is not ours to vouch for: JupyterLab treats it with its usual care.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from nbformat.sign import NotebookNotary


@contextlib.contextmanager
def _notary(work: Path) -> Iterator[NotebookNotary]:
    from nbformat.sign import NotebookNotary

    data = work / "jupyter" / "data"
    data.mkdir(parents=True, exist_ok=True)
    notary = NotebookNotary(data_dir=str(data))
    try:
        yield notary
    finally:
        notary.store.close()


def sign(copies: Iterable[Path], work: Path) -> None:
    """Sign notebooks with the key that JupyterLab will look for.

    Parameters
    ----------
    copies
        Notebooks just written.
    work
        The learner's folder; the key and the signatures are in ``jupyter/data``.
    """
    import nbformat

    with _notary(work) as notary:
        for copy in copies:
            notary.sign(nbformat.read(copy, as_version=4))


def is_signed(copy: Path, work: Path) -> bool:
    """Tell whether JupyterLab will trust a notebook; False for one that can't be read."""
    import nbformat

    try:
        notebook = nbformat.read(copy, as_version=4)
    except Exception:  # noqa: BLE001 - its reader raises whatever it meets
        return False
    with _notary(work) as notary:
        return bool(notary.check_signature(notebook))
