"""What a course of one's own is made of, what words are put in, and what is never overwritten."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from coursekit.authoring.settings import load_settings
from coursekit.build.lessons import make
from coursekit.build.student_readme import course_title
from coursekit.check.course import check_course
from coursekit.cli.own.courses import EXAMPLE, contents, make_course
from coursekit.cli.own.said import Said
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY, Folders
from coursekit.questions.kinds import KINDS
from coursekit.sources import Library
from tests.conftest import ROOT

TITLES = [
    'Letters & "memos", <b>bold</b> of *A_B* [x](javascript:1)',
    "\\ } ''' \"\"\" # = --- +++",
    "Über Quellen · 史料 · \u05d0\u05d1",
]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_it_is_whole_and_there_is_nothing_to_mend_or_to_look_at(made: Path, tmp_path: Path) -> None:
    checked = check_course(made, tmp_path)
    assert [str(finding) for finding in checked.findings] == []
    assert checked.counts["lessons"] == checked.counts["exercises"] == checked.counts["keys"] == 1


def test_it_shows_a_question_of_each_kind(made: Path) -> None:
    course = Course(made)
    exercises = [each for exercise in course.exercises.by_id.values() for each in exercise.questions]
    assert {each.kind for each in [*course.questions.by_id.values(), *exercises]} == set(KINDS)


def test_it_has_every_file_that_a_course_is_made_of(made: Path) -> None:
    folders = Folders(made)
    files = [folders.home, folders.review, folders.about, folders.tags, folders.glossary, folders.misconceptions]
    files += [made / name for name in ("course.py", "requirements.txt", "course.toml", "README.md", ".gitignore")]
    files += [folders.solutions / "desk.md", folders.solutions / "marking.md", made / "tests" / "requirements.txt"]
    assert [path for path in files if not path.is_file()] == []
    assert list(folders.teaching.glob("*.md"))
    assert list(folders.pictures.glob("*.toml"))


def test_its_kit_is_this_one_to_the_byte(made: Path) -> None:
    kit = [path for path in made.rglob("*.py") if path.is_relative_to(made / "coursekit")]
    assert len(kit) > 100
    assert [path for path in kit if path.read_bytes() != (ROOT / path.relative_to(made)).read_bytes()] == []
    assert not [path for path in made.rglob("*") if path.name in ("__pycache__", "node_modules")]


@pytest.mark.usefixtures("this_course")
def test_nothing_of_this_course_is_in_it(made: Path) -> None:
    own = [*Library(ROOT).sigla, *(path.stem for path in Folders(ROOT).lesson_texts)]
    own += [re.escape(course_title(ROOT).partition(":")[0]), "x09-defend", "1960"]
    found = re.compile(rf"\b(?:{'|'.join(own)})\b")
    told = [
        f"{path.relative_to(made)}: {match[0]}"
        for path in made.rglob("*")
        if path.is_file() and path.relative_to(made).parts[0] not in ("coursekit", "requirements.txt")
        for match in [found.search(read(path))]
        if match
    ]
    assert told == []
    assert found.search(read(ROOT / "solutions" / "marking.md")), "else this finds nothing anywhere"


def test_its_tests_need_little_and_at_the_kits_versions(made: Path) -> None:
    lines = read(made / "tests" / "requirements.txt").splitlines()
    assert [line.partition("==")[0] for line in lines[1:]] == ["-r ../requirements.txt", "execnet", "pytest-xdist"]
    assert set(lines[2:]) <= set(read(ROOT / "tests" / "requirements.txt").splitlines())


@pytest.mark.parametrize("title", TITLES)
def test_a_title_stays_a_title_whatever_stands_in_it(tmp_path: Path, title: str) -> None:
    files = contents(Said(title, "pt-BR", title), ROOT)
    (tmp_path / "course.toml").write_bytes(files["course.toml"])
    settings = load_settings(tmp_path)
    assert (settings.title, settings.language) == (title, "pt-BR")
    from markdown_it import MarkdownIt

    for name in ("README.md", "lessons/index.md"):
        tokens = MarkdownIt("commonmark").parse(files[name].decode().partition("---\n\n")[2] or files[name].decode())
        heading = next(token for token in tokens if token.type == "inline")
        assert "".join(part.content for part in heading.children or ()) == title
        assert {part.type for part in heading.children or ()} <= {"text", "text_special"}


def test_the_home_page_of_a_hostile_title_can_be_read(made: Path, tmp_path: Path, work: Path) -> None:
    files = contents(Said(TITLES[1]), ROOT)
    home = tmp_path / "lessons" / "index.md"
    home.parent.mkdir()
    home.write_bytes(files["lessons/index.md"])
    from coursekit.build.notebook import from_lesson

    assert len(from_lesson(home).cells) == len(from_lesson(made / "lessons" / "index.md").cells)


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match="is there already and is not empty"):
        make_course(tmp_path, Said(), ROOT)
    with pytest.raises(CourseError, match="is no folder"):
        make_course(tmp_path / "mine.txt", Said(), ROOT)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_symlink", forbidden)
    with pytest.raises(CourseError, match=r"mine: cannot be read \(Permission denied\)"):
        make_course(tmp_path / "mine", Said(), ROOT)


def test_no_course_is_made_within_the_course(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="lies in this course"):
        make_course(ROOT / "docs" / "mine", Said(), ROOT)
    assert not (ROOT / "docs" / "mine").exists()


def test_a_run_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CourseError, match="make room"):
        make_course(tmp_path / "mine", Said(), ROOT)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert make_course(folder, Said(), ROOT) == sum(path.is_file() for path in folder.rglob("*"))
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_a_class_copy_makes_none(made: Path, tmp_path: Path) -> None:
    (tmp_path / CLASS_COPY).touch()
    with pytest.raises(CourseError, match="copy for a class"):
        contents(Said(), tmp_path)


def test_a_course_of_one_s_own_makes_the_next(made: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    make_course(again, Said(), made)
    names = [{path.relative_to(folder) for path in folder.rglob("*")} for folder in (made, again)]
    assert names[0] == names[1]


@pytest.mark.slow
def test_its_lesson_runs(made: Path) -> None:
    made_of = make(made / "lessons" / "01-the-stopped-clock.md")
    assert "The rope of the heavy weight was torn" in made_of, "the text itself stands in the lesson"
    assert "your own copy" not in made_of


@pytest.mark.slow
def test_its_own_tests_pass(tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The verb, as one types it; then the new course's own `test`: check, build --check, nbval and its tests."""
    for name in ("COURSEKIT_COURSE", "COURSEKIT_WORK", "CI"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "own"
    said = run(ROOT, "new", str(folder), "--source", "DIARY", "--rights", "own", "--title", TITLES[0])
    assert "check: 0 to mend, 0 to look at" in said
    assert "cd " in said
    said = run(folder, "test")
    assert re.search(r"^\d+ passed, 0 failed$", said.splitlines()[-1]), said
    assert "not run" not in said


def run(course: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "coursekit", *arguments],
        cwd=course,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_example_has_no_file_that_is_made() -> None:
    assert not list(EXAMPLE.rglob("*.ipynb"))
