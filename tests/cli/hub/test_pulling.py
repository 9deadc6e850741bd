"""The real nbgitpuller between a teacher who changes a lesson and a learner who has done something with it.

Whatever meets: it fetches without a conflict, what the teacher gave out last is there to be opened, and nothing that
the learner answered or wrote is lost.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from coursekit.build.class_copy import class_copy
from coursekit.cli.hub import clone
from coursekit.cli.open import renew
from coursekit.journal import Journal
from coursekit.places import CLASS_COPY
from tests.cli.hub.teacher import LESSON, ROOT, Teacher, configuration, git, teacher
from tests.conftest import not_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from traitlets.config import Config

# nbgitpuller leaves the pipe of each git that it ran to the garbage collector.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")]
OTHER = "lessons/01-lantern"
MINE = "A remark of my own."


@dataclass
class LearnerOnHub:
    """What one learner has: the fetched course, and the work folder beside it."""

    repository: str
    course: Path
    work: Path

    def fetch(self) -> None:
        """Fetch what the teacher gave out last, as a link does, and bring the copies up to date."""
        from nbgitpuller.pull import GitPuller

        list(GitPuller(self.repository, str(self.course)).pull())
        renew(self.course, self.work)

    def answer(self, words: str) -> None:
        Journal(self.work / "journal.jsonl").append(
            "answer", question="00-first", version=1, answer={"text": words}, checked=False
        )

    def written(self) -> str:
        """Return every word that is in any notebook of theirs."""
        return "".join(path.read_text("utf-8") for place in (self.course, self.work) for path in place.rglob("*.ipynb"))


@pytest.fixture(scope="module")
def hub_says() -> Config:
    return configuration()


@pytest.fixture
def upstream(tmp_path: Path) -> Teacher:
    if not shutil.which("git"):
        not_run("git not installed")
    return teacher(tmp_path)


@pytest.fixture
def learner(upstream: Teacher, hub_says: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LearnerOnHub:
    """A learner who has fetched the course and given one answer."""
    if not _nbgitpuller():
        not_run("nbgitpuller not installed (python3 course.py test fetches it)")
    for name, value in hub_says.Spawner.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = LearnerOnHub(upstream.address, clone(upstream.address), tmp_path / "home" / "the-missing-note")
    found.work.mkdir(parents=True)
    found.fetch()
    found.answer("because it was dark")
    return found


def _nbgitpuller() -> bool:
    try:
        import nbgitpuller  # noqa: F401
    except ImportError:
        return False
    return True


def edited(notebook: Path) -> None:
    content = json.loads(notebook.read_bytes())
    content["cells"][1]["source"] = [MINE]
    notebook.write_text(json.dumps(content, indent=1), encoding="utf-8")


def run(notebook: Path) -> None:
    content = json.loads(notebook.read_bytes())
    output = {"output_type": "stream", "name": "stdout", "text": ["It ran.\n"]}
    content["cells"].append(
        {"cell_type": "code", "id": "ran", "metadata": {}, "source": "1", "execution_count": 1, "outputs": [output]}
    )
    notebook.write_text(json.dumps(content, indent=1), encoding="utf-8")


def deleted(notebook: Path) -> None:
    notebook.unlink()
    notebook.with_suffix(".md").unlink(missing_ok=True)


def renamed(notebook: Path) -> None:
    notebook.rename(notebook.with_name("01-lantern.ipynb"))


def namesake(notebook: Path) -> None:
    """Has a file of their own under a name that the teacher will use."""
    shutil.copy(notebook, notebook.with_name("01-lantern.ipynb"))
    edited(notebook.with_name("01-lantern.ipynb"))


def untouched(_notebook: Path) -> None:
    pass


# What is done with the lesson by the teacher, in one release or two, and under which name it is there at the end.
TEACHERS: dict[str, tuple[tuple[Callable[[Teacher], None], ...], str]] = {
    "unchanged": ((lambda _: None,), LESSON),
    "edited": ((lambda it: it.write("As it is told now."),), LESSON),
    "renamed": ((lambda it: it.rename(LESSON, OTHER),), OTHER),
    "renamed and edited": (
        (lambda it: (it.rename(LESSON, OTHER), it.write("As it is told now.", OTHER)),),  # type: ignore[func-returns-value]
        OTHER,
    ),
    "deleted": ((lambda it: it.delete(),), ""),
    "added beside": ((lambda it: it.write("Another lesson.", OTHER),), OTHER),
    "added again": ((lambda it: it.delete(), lambda it: it.write("As it is told again.")), LESSON),
}
LEARNERS = (untouched, edited, run, deleted, renamed, namesake)


@pytest.mark.parametrize("does", LEARNERS, ids=lambda does: does.__name__)
@pytest.mark.parametrize("change", TEACHERS)
def test_whatever_meets_it_fetches_and_nothing_of_the_learner_is_lost(
    upstream: Teacher, learner: LearnerOnHub, change: str, does: Callable[[Path], None]
) -> None:
    # To both: the copy that the course opens, and the fetched file itself, which only a determined hand reaches.
    for place in (learner.work, learner.course):
        does(place / f"{LESSON}.ipynb")
    name = goes_on(upstream, learner, change)
    assert git(learner.course, "ls-files", "--unmerged") == ""
    assert not [path for path in learner.course.rglob("*.*") if path.is_file() and b"<<<<<<<" in path.read_bytes()]
    if name and does not in (edited, run):  # there the fetched file itself is still as the learner made it
        assert newest(upstream, name) in (learner.work / f"{name}.ipynb").read_text("utf-8")


@pytest.mark.parametrize("change", TEACHERS)
def test_a_copy_that_was_written_in_is_kept_beside_the_new_one(
    upstream: Teacher, learner: LearnerOnHub, change: str
) -> None:
    edited(learner.work / f"{LESSON}.ipynb")
    name = goes_on(upstream, learner, change)
    assert change == "unchanged" or not name or newest(upstream, name) in (learner.work / f"{name}.ipynb").read_text()


def goes_on(upstream: Teacher, learner: LearnerOnHub, change: str) -> str:
    """Release what changes and fetch it, and return under which name the lesson is there; what is theirs stays."""
    releases, name = TEACHERS[change]
    wrote = MINE in learner.written()
    answers = (learner.work / "journal.jsonl").read_bytes()
    for release in releases:
        release(upstream)
        upstream.release()
        learner.fetch()
        learner.fetch()  # whoever presses twice
    assert (learner.work / "journal.jsonl").read_bytes() == answers
    assert (MINE in learner.written()) == wrote
    return name


def newest(upstream: Teacher, name: str) -> str:
    """Return what the teacher says last in a lesson."""
    return (upstream.folder / f"{name}.md").read_text("utf-8").split("\n\n")[2]


def test_a_history_that_was_rewritten_is_refused_and_a_fresh_fetch_keeps_the_work(
    upstream: Teacher, learner: LearnerOnHub
) -> None:
    answers = (learner.work / "journal.jsonl").read_bytes()
    edited(learner.work / f"{LESSON}.ipynb")
    shutil.rmtree(upstream.folder / ".git")
    git(upstream.folder, "init", "--quiet", "--initial-branch=main")
    upstream.write("Told anew, as if it had never been told.")
    upstream.release()
    with pytest.raises(Exception, match=r"merge|fetch"):
        learner.fetch()
    assert (learner.work / "journal.jsonl").read_bytes() == answers
    shutil.rmtree(learner.course)  # what the page of the recipe says
    learner.fetch()
    assert (learner.work / "journal.jsonl").read_bytes() == answers
    assert MINE in learner.written()
    assert "as if it had never" in (learner.work / f"{LESSON}.ipynb").read_text("utf-8")


def test_a_class_copy_goes_through_git_whole(tmp_path: Path) -> None:
    class_copy(ROOT, tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    named = json.loads((tmp_path / CLASS_COPY).read_bytes())["files"]
    assert set(git(tmp_path, "ls-files", "-z").split("\0")) - {""} == {CLASS_COPY, *named}
