"""The modules of a course's own kinds of question: ``kinds/NAME.py`` in its folder."""

from __future__ import annotations

import re
import sys
import traceback
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from threading import RLock
from typing import TYPE_CHECKING

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_IMPORTING = RLock()  # a build reads questions in threads, and one of them must not find a module half run


def names_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the kinds in a folder, in order; none where it is not there."""
    return tuple(sorted(path.stem for path in folder.glob("*.py") if _NAME.fullmatch(path.stem)))


def module_of(folder: Path, name: str) -> ModuleType:
    """Import a kind's module. It is run once for each course, and two courses' kinds of one name are two.

    Raises
    ------
    CourseError
        When it cannot be imported: file, line where it is known, and why.
    """
    with _IMPORTING:
        return _module_of(folder, name)


def failed(path: Path, error: BaseException) -> str:
    """Return where in a kind's module something was raised, and what."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    line = f":{lines[-1]}" if lines else ""
    return f"{path.parent.name}/{path.name}{line}: {type(error).__name__}: {error}"


def _module_of(folder: Path, name: str) -> ModuleType:
    path = folder / f"{name}.py"
    called = f"coursekit_course_{sha256(str(path).encode()).hexdigest()[:12]}_{name}"
    if called in sys.modules:
        return sys.modules[called]
    spec = spec_from_file_location(called, path)
    if spec is None or spec.loader is None:
        raise CourseError(f"{folder.name}/{name}.py: cannot be read as Python")
    module = module_from_spec(spec)
    sys.modules[called] = module  # dataclasses look their module up while they are made
    try:
        spec.loader.exec_module(module)
    except BaseException as error:
        del sys.modules[called]
        if not isinstance(error, (Exception, SystemExit)):
            raise
        line = f":{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        why = error.msg if isinstance(error, SyntaxError) else f"{type(error).__name__}: {error}"
        raise CourseError(f"{folder.name}/{name}.py{line}: cannot be imported ({why})") from error
    return module
