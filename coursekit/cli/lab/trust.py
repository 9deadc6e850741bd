"""Sign the copies we made, so that JupyterLab shows them whole and their button acts without a question.

Only what has just been copied from the course is signed. A notebook that somebody else put into the folder
is not ours to vouch for: JupyterLab treats it with its usual care.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


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
    from nbformat.sign import NotebookNotary

    data = work / "jupyter" / "data"
    data.mkdir(parents=True, exist_ok=True)
    notary = NotebookNotary(data_dir=str(data))
    try:
        for copy in copies:
            notary.sign(nbformat.read(copy, as_version=4))
    finally:
        notary.store.close()
