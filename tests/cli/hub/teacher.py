"""A teacher's repository of the small course, and what a JupyterHub's configuration says of fetching from it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.build.notebook import from_lesson, written
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from traitlets.config import Config

CONFIG = ROOT / "coursekit" / "cli" / "lab" / "jupyterhub_config.py"
LESSON = "lessons/00-lamp"
HEAD = "---\nkernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n---\n"
# Long enough that git knows a renamed lesson again, as it does with real ones.
BODY = "\n\n+++\n\n".join(f"Paragraph {number} of what was said of the lamp." for number in range(9))
CELL = "```{{code-cell}} ipython3\nfrom coursekit.lesson import {verb}\n{verb}({what!r})\n```"
CELLS = f"{CELL.format(verb='begin', what='00')}\n\n{CELL.format(verb='ask', what='00-place')}"


@dataclass(frozen=True)
class Teacher:
    """Where a teacher writes, and what their learners fetch."""

    folder: Path
    published: Path

    @property
    def address(self) -> str:
        """What a link names."""
        return self.published.as_uri()

    def write(self, words: str, lesson: str = LESSON) -> None:
        """Write a lesson and its notebook."""
        text = self.folder / f"{lesson}.md"
        text.parent.mkdir(parents=True, exist_ok=True)
        text.write_text(f"{HEAD}\n# The lamp\n\n{words}\n\n+++\n\n{BODY}\n\n{CELLS}\n", encoding="utf-8")
        text.with_suffix(".ipynb").write_text(written(from_lesson(text)), encoding="utf-8")

    def rename(self, old: str, new: str) -> None:
        """Rename a lesson and its notebook."""
        for suffix in (".md", ".ipynb"):
            (self.folder / f"{old}{suffix}").rename(self.folder / f"{new}{suffix}")

    def delete(self, lesson: str = LESSON) -> None:
        """Delete a lesson and its notebook."""
        for suffix in (".md", ".ipynb"):
            (self.folder / f"{lesson}{suffix}").unlink()

    def release(self) -> None:
        """Give out what there is now."""
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", "A release")
        git(self.folder, "push", "--quiet", "--force", str(self.published), "main")


def teacher(folder: Path) -> Teacher:
    """Make a repository with the small course in it, and give it out."""
    found = Teacher(folder / "writing", folder / "published.git")
    shutil.copytree(ROOT / "tests" / "tiny", found.folder)
    shutil.copy(ROOT / ".gitignore", found.folder)
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(found.published))
    git(found.folder, "init", "--quiet", "--initial-branch=main")
    found.write("As it was first told.")
    found.release()
    return found


def git(folder: Path, *words: str) -> str:
    """Run git as the teacher, whatever this machine's own settings are."""
    who = ("-c", "user.name=A teacher", "-c", "user.email=teacher@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *who, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def configuration() -> Config:
    """Return what the course's own configuration of a hub says."""
    from traitlets.config.loader import PyFileConfigLoader

    return PyFileConfigLoader(CONFIG.name, path=str(CONFIG.parent)).load_config()
