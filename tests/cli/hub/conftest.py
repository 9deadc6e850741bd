"""One hub for all tests of a file: two learners who have fetched the course."""

from __future__ import annotations

import os
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.hub import server
from tests.cli.hub.teacher import Teacher, teacher
from tests.conftest import ROOT, not_run

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that every user of this system may look into, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="coursekit-hub-")).resolve()
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def published(place: Path) -> Teacher:
    """A teacher's repository: the small course and the kit, as a class copy has them."""
    if not shutil.which("git"):
        not_run("git not installed")
    found = teacher(place)
    out = shutil.ignore_patterns("node_modules", "__pycache__", "src")
    shutil.copytree(ROOT / "coursekit", found.folder / "coursekit", ignore=out)
    found.release()
    return found


@pytest.fixture(scope="module")
def hub(place: Path, published: Teacher, node: str) -> Iterator[server.RunningHub]:
    """A hub on which both learners have a server and have fetched the course."""
    if os.name == "nt":
        pytest.skip("not run: JupyterHub does not run on Windows")
    if not find_spec("jupyterhub") or not find_spec("nbgitpuller"):
        not_run("jupyterhub and nbgitpuller not installed (python3 course.py test fetches them)")
    if not server.PROXY.exists():
        not_run("configurable-http-proxy not installed (npm ci in coursekit/frontend)")
    with server.running(place, published) as found:
        found.begin()
        for learner in found.learners.values():
            learner.fetch()
        yield found


@pytest.fixture
def pair(hub: server.RunningHub) -> tuple[server.LearnerServer, server.LearnerServer]:
    """The two of them."""
    one, other = hub.learners.values()
    return one, other
