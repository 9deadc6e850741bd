"""What ``course.py`` does: see that ``.venv`` is as it should be, then hand over to it."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from coursekit.cli.setup import install, state
from coursekit.cli.setup.home import Home
from coursekit.cli.setup.say import say
from coursekit.cli.setup.trouble import NEED_MB
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.places import CLASS_COPY

INTERRUPTED = 130  # what shells report for Ctrl+C


def main(arguments: list[str] | None = None, root: Path | None = None) -> int:
    """Set up where need be, then run the verb in ``.venv``.

    Returns
    -------
    int
        The verb's exit code; 1 when set-up failed, 130 when it was interrupted.
    """
    given = sys.argv[1:] if arguments is None else arguments
    home = Home(root or Path(__file__).resolve().parents[3])
    verb = given[0] if given else ""
    if verb == "doctor" and "--dry-run" in given and not install.works(home):
        say(f"{home.venv}: does not work; without --dry-run it would be made anew")
        return 1
    if verb == "test" and (home.root / CLASS_COPY).exists():
        say("test: this is a class copy, which has no tests; run them in the instructor's course")
        return 1
    try:
        ensure(home, tests=verb == "test", doubt=verb == "doctor")
    except CourseError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("\nStopped before set-up was done. Start again with the same command: it mends what is half done.")
        return INTERRUPTED
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        say(
            f"setting up: the disk is full; free about {NEED_MB} MB and start again"
            if full
            else f"setting up: {error.filename or home.venv}: not done {told(error)}"
        )
        return 1
    return hand_over(home, given)


def ensure(home: Home, *, tests: bool = False, doubt: bool = False) -> None:
    """Make ``.venv`` what it should be; do nothing when it is.

    Parameters
    ----------
    tests
        Whether what the tests need belongs to it.
    doubt
        Whether to try it rather than to believe ``setup.json``.

    Raises
    ------
    CourseError
        When that is not possible, with the cause.
    """
    if state.is_ready(home, tests=tests) and not (doubt and not install.works(home)):
        return
    with state.alone(home):
        if state.is_ready(home, tests=tests) and not doubt:
            return  # whoever held the lock has done it
        _mend(home, tests=tests)


def _mend(home: Home, *, tests: bool) -> None:
    want, said = state.wanted(home, tests=tests), state.recall(home)
    # No setup.json: a .venv that somebody made by hand, to be filled rather than thrown away.
    usable = said != state.INSTALLING and (install.runs(home) if not said else install.works(home))
    if usable and said.get("state") == "ready" and _covers(said, want):
        state.remember(home, {**said, "python": state.interpreter(home)})
        return  # only the system's Python changed, and ours still works with it
    tests = tests or (usable and "tests/requirements.txt" in said.get("lists", {}))
    _room(home)
    if usable:
        say("Bringing the course's packages up to date.")
    else:
        say("Setting up the course in .venv" + (" again, the last time was interrupted." if said else "."))
        install.clear(home)
    state.remember(home, state.INSTALLING)
    if not usable:
        install.make_venv(home)
    install.install(home, home.requirements(tests=tests))
    state.remember(home, state.wanted(home, tests=tests))
    say("Set up.")


def _covers(said: dict[str, object], want: dict[str, object]) -> bool:
    have, need = said.get("lists"), want.get("lists")
    return isinstance(have, dict) and isinstance(need, dict) and need.items() <= have.items()


def _room(home: Home) -> None:
    free = shutil.disk_usage(home.root).free // 1_000_000
    if free < NEED_MB:
        raise CourseError(f"the disk has {free} MB left and set-up needs about {NEED_MB}; free some and start again")


def hand_over(home: Home, arguments: list[str]) -> int:
    """Run ``python -m coursekit`` in ``.venv``; on POSIX it takes this process's place."""
    named = os.environ.get("COURSEKIT_COURSE")
    if named and Path(named).resolve() != home.root.resolve():
        say(f"COURSEKIT_COURSE names {named}; this course.py goes on with the course it lies in, {home.root}")
    environment = install.environment() | {"COURSEKIT_COURSE": str(home.root)}
    # -P: a coursekit in the folder we were started from is not ours.
    command = [str(home.python), "-P", "-m", "coursekit", *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(command[0], command, environment)  # noqa: S606 - no shell is wanted
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one that runs
    return subprocess.call(command, env=environment)  # noqa: S603 - our own interpreter
