"""Where set-up puts things."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The folder of ``course.py`` and what set-up makes in it."""

    root: Path

    @property
    def venv(self) -> Path:
        """Our own Python with the packages the course needs."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter in there."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def lock(self) -> Path:
        """Held by whoever is setting up; stays where it is when the rest of ``.venv`` is thrown away."""
        return self.venv / "setup.lock"

    @property
    def state(self) -> Path:
        """How far set-up got."""
        return self.venv / "setup.json"

    @property
    def log(self) -> Path:
        """All that the installer said."""
        return self.venv / "setup.log"

    def requirements(self, *, tests: bool) -> tuple[Path, ...]:
        """Return the lists to install: the learner's and, for the tests, theirs."""
        learner = self.root / "requirements.txt"
        return (learner, self.root / "tests" / "requirements.txt") if tests else (learner,)

    def runs_this(self) -> bool:
        """Tell whether the Python running now is the one in ``.venv``."""
        return Path(sys.prefix).resolve() == self.venv.resolve()
