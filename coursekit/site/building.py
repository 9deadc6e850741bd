"""A course as a folder of static files, which any plain file server can give out."""

from __future__ import annotations

import io
import json
import os
import zipfile
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from coursekit.authoring.settings import load_settings
from coursekit.build.student_readme import course_title
from coursekit.errors import CourseError
from coursekit.places import Folders
from coursekit.site import packing
from coursekit.site.compiling import compiled
from coursekit.site.drawing import Names, draw, missing
from coursekit.site.listing import NAMED, earlier, version_of, write_site
from coursekit.site.places import places
from coursekit.site.reading import pages, review_page
from coursekit.site.runtime import PYODIDE, runtime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
NO_JEKYLL = ".nojekyll"  # or GitHub's pages leave out folders whose names begin with "_"
BUNDLES = ("site.js", "site.css", "worker.js")
KEEPER = "offline.js"  # the service worker; it stands at the root, because it serves what is below it
_VERSION = "the-version-of-this-site"  # stands in the pages until all is made that the version is of


def build_site(
    root: Path, out: Path, base_path: str = "", notebooks: Callable[[str, str], dict[str, bytes]] | None = None
) -> int:
    """Write the pages edition. It works at any address of any file server.

    Parameters
    ----------
    root
        The instructor's course.
    out
        The folder; new, empty, or an earlier site.
    base_path
        Where it will stand: a path (``/history/``) or a whole address (``https://example.org/history/``). With one, a
        page for addresses that lead nowhere is made; with a whole one, each page names its own address to search
        engines. Nothing else depends on it.
    notebooks
        Makes the files of the course as notebooks, from its title and the folder of Pyodide; each page then links to
        the same as a notebook. Browsers do not keep these files for use without a network.

    Returns
    -------
    int
        How many pages it has.

    Raises
    ------
    CourseError
        When ``out`` holds something else, or something that is needed is missing.
    """
    earlier(out)
    found = pages(root)
    engine = runtime()
    folder = next(iter(engine)).rpartition("/")[0]
    beside = notebooks(course_title(root), folder) if notebooks else {}
    here, language = f"{NAMED}/{_VERSION}", load_settings(root).language
    names = Names(course_title(root), here, folder, _VERSION, _about(root), base_path, bool(notebooks), language)
    files, keeper = _archives(root) | _bundle(*BUNDLES), _bundle(KEEPER)
    with _as_new_learner(files["course.zip"]):
        drawn = list(draw(found, names, review_page(root)))
    files["places.json"] = json.dumps(places(drawn)).encode()
    version = version_of(files | keeper | {page.path: page.html.encode() for page in drawn})
    made = {page.path: page.html.replace(_VERSION, version).encode() for page in drawn}
    made |= {f"{NAMED}/{version}/{name}": content for name, content in files.items()}
    others = keeper | ({"404.html": missing(names).replace(_VERSION, version).encode()} if base_path else {})
    others[NO_JEKYLL] = b""
    write_site(out, names.course, version, made | engine, others | beside)
    return len(found)


@contextmanager
def _as_new_learner(archive: bytes) -> Iterator[None]:
    """Have the course be what a page's worker unpacks, and the learner somebody who has done nothing yet."""
    with TemporaryDirectory(prefix="coursekit-site-") as folder:
        here, work = Path(folder, "course"), Path(folder, "work")
        zipfile.ZipFile(io.BytesIO(archive)).extractall(here)
        before = {name: os.environ.get(name) for name in ("COURSEKIT_COURSE", "COURSEKIT_WORK")}
        os.environ.update(COURSEKIT_COURSE=str(here), COURSEKIT_WORK=str(work))
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value


def _archives(root: Path) -> dict[str, bytes]:
    python = {"kit.zip": packing.packed(packing.kit(root) | packing.packages(packing.AT_ONCE))}
    python |= {f"{name}.zip": packing.packed(files) for name, files in packing.late().items()}
    return compiled(python, PYODIDE) | {"course.zip": packing.packed(packing.course(root))}


def _bundle(*names: str) -> dict[str, bytes]:
    found = {}
    for name in names:
        path = FRONTEND / "dist" / name
        if not path.is_file():
            raise CourseError(f"site: {name} is not built; run “npm ci && npm run build” in coursekit/frontend")
        found[name] = path.read_bytes()
    return found


def _about(root: Path) -> str:
    path = Folders(root).about
    return path.read_text(encoding="utf-8-sig") if path.is_file() else ""
