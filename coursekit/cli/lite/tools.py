"""JupyterLite's builder, in an environment of its own: in the course's it would add its kernel to every JupyterLab."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from coursekit.cli.setup import install
from coursekit.cli.setup.home import Home
from coursekit.errors import CourseError
from coursekit.files.locks import held

LOCK = Path(__file__).with_name("requirements.txt")
_BUILDER = ("jupyterlite-core", "jupyterlite-pyodide-kernel")


@dataclass(frozen=True)
class Tools(Home):
    """The folder in which the builder is installed."""

    @property
    def venv(self) -> Path:
        """An environment beside the course's own."""
        return self.root / ".venv-lab"

    @property
    def extensions(self) -> Path:
        """Where packages put their parts of JupyterLab's front end."""
        return self.venv / "share" / "jupyter" / "labextensions"


def ready() -> Tools:
    """Return the builder, installed first where it is not here yet or is another version.

    Raises
    ------
    CourseError
        When it cannot be installed.
    """
    tools = Tools(Path(__file__).resolve().parents[3])
    lists = (*tools.requirements(tests=False), LOCK)
    try:
        with held(tools.root / ".venv-lab.lock"):
            if not is_there(tools):
                print("The notebooks are made by JupyterLite, which is fetched first.", file=sys.stderr, flush=True)
                tools.venv.mkdir(exist_ok=True)
                install.make_venv(tools)
                install.install(tools, lists)
    except OSError as error:
        raise CourseError(f"{tools.venv}: cannot be made ({error.strerror}); free or move it, and try again") from error
    return tools


def is_there(tools: Tools) -> bool:
    """Tell whether the builder is installed as the lock names it."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    packages = list(tools.venv.glob("[Ll]ib/python*/site-packages")) or [tools.venv / "Lib" / "site-packages"]
    wanted = [line.replace("-", "_").replace("==", "-") for line in lines if line.partition("==")[0] in _BUILDER]
    return all((packages[0] / f"{name}.dist-info" / "RECORD").is_file() for name in wanted)
