"""``course.py hub``: what a JupyterHub starts for each learner. How a hub is set up is told in docs/hub.md."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

from coursekit.cli.arguments import Arguments
from coursekit.cli.lab import dead_views, server, settings
from coursekit.cli.open import choose, renew
from coursekit.errors import CourseError
from coursekit.places import course_root, work_dir

REPOSITORY = "COURSEKIT_REPOSITORY"  # where nbgitpuller fetches the course from
CLONES = "~/.coursekit"  # nothing in it is the learner's: it can be deleted, and is fetched again
PRIVATE = 0o700
WORK = "~/course"  # where no COURSEKIT_WORK is named


def run(arguments: list[str]) -> int:
    """Become the learner's server; or bring their copies up to date, and say on stdout which one to open."""
    ask = Arguments(prog="course.py hub", description=__doc__)
    what = "only bring the copies up to date, and say as JSON which one to open: this lesson, or where they left off"
    ask.add_argument("--copies", nargs="?", const="", metavar="LESSON", help=what)
    given, more = ask.parse_known_args(arguments)  # what the hub's configuration adds is for JupyterLab
    wanted: str | None = given.copies
    if wanted is not None:
        work = work_dir()
        said = renew(course_root(), work)
        print(json.dumps({"open": choose(work, wanted or None).relative_to(work).as_posix(), "said": said}))
        return 0
    return _serve(more)


def clone(repository: str) -> Path:
    """Return where the course from a repository lies for this learner; another repository has another place."""
    return Path(CLONES).expanduser() / f"course-{hashlib.sha256(repository.encode()).hexdigest()[:8]}"


def _serve(more: list[str]) -> int:
    if not os.environ.get("JUPYTERHUB_SERVICE_URL"):
        raise CourseError("hub: this is for a JupyterHub to start (docs/hub.md); for yourself: python3 course.py")
    if not os.environ.get(REPOSITORY):
        raise CourseError(f"hub: {REPOSITORY} is not set; name the course's repository in the hub's configuration")
    os.umask(0o077)  # what a learner writes on a machine of many is for nobody else to read
    os.environ.setdefault("COURSEKIT_WORK", WORK)
    work, course = work_dir(), clone(os.environ[REPOSITORY])
    for folder in (work, course.parent):
        folder.mkdir(exist_ok=True)
        folder.chmod(PRIVATE)
    settings.write(work)
    dead_views.drop(work)
    command = [sys.executable, "-P", "-m", "jupyterhub.singleuser", *_options(course, work), *more]
    os.chdir(work)
    os.execve(command[0], command, environment(course, work))  # noqa: S606 - no shell is wanted


def _options(course: Path, work: Path) -> list[str]:
    """Return the command line; the front end is the clone's own, as soon as there is one."""
    front_end = course / server.EXTENSION.relative_to(Path(__file__).parents[2])
    return [
        *server.options(work, (front_end,)),
        "--ServerApp.jpserver_extensions=coursekit.cli.lab.arriving=True",
        # A kernel's ports are open to everybody on the machine: without this they could read along.
        "--KernelManager.transport_encryption=required",
    ]


def environment(course: Path, work: Path) -> dict[str, str]:
    """Return the environment of the learner's server and their kernels.

    Lessons and the Python behind them come from one place, the learner's clone of the course, so that they always fit
    each other. Until it is there, the hub's own copy of the kit is used.
    """
    hub = {key: value for key, value in os.environ.items() if key.startswith("JUPYTERHUB_")}
    fetching = {"NBGITPULLER_PARENTPATH": str(course.parent), "GIT_TERMINAL_PROMPT": "0"}
    return settings.environment(course, work) | hub | fetching | {"PYTHONPATH": str(course)}
