"""One fault is told once: in its own file, and first where nothing of that file can be read."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course
from coursekit.check.item_course import Finding
from coursekit.cli import check as verb
from coursekit.sources import Library
from coursekit.sources.add import add

if TYPE_CHECKING:
    from pathlib import Path

LESSON, QUIZ, KEY = "lessons/00-lamp.md", "lessons/quizzes/00-lamp.toml", "lessons/keys/00-marks.toml"
RECORD, GUIDE, TAGS = "sources/BOX/record.toml", "sources/BOX/guide.md", "sources/tags.toml"
LONG = f"“{'no keeper was found ' * 6}”"
UNQUOTED = [(QUIZ, "prompt"), (KEY, "prompt"), (RECORD, "title"), (TAGS, "name"), ("sources/glossary.toml", "name")]


def spoil(course: Path, file: str, old: str, new: str) -> None:
    path = course / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def errors(course: Path) -> list[str]:
    return [str(each) for each in check_course(course).errors]


@pytest.mark.parametrize(("file", "key"), UNQUOTED)
def test_a_quotation_mark_too_many_is_one_message(course: Path, file: str, key: str) -> None:
    spoil(course, file, f'{key} = "', f'{key} = ""')
    (line,) = errors(course)
    assert line.startswith(f"{file}:")
    assert "not TOML" in line


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            GUIDE,
            "“no keeper was found”",
            LONG,
            "p1: “no keeper was found no keeper was found …”",
        ),
        (GUIDE, "“no keeper", "“no “keeper", "opened and not closed"),
        (GUIDE, "## p1 · the harbour master", "## p1 the harbour master", "heading: expected “## "),
        (KEY, "quote = ", "quot = ", "quote: expected a text, found nothing; is it “quot” in line"),
        (QUIZ, "prompt = ", "promt = ", "prompt: expected a text, found nothing; is it “promt” in line"),
    ],
)
def test_what_rests_on_a_faulty_file_is_not_blamed(course: Path, file: str, old: str, new: str, line: str) -> None:
    spoil(course, file, old, new)
    found = errors(course)
    assert {each.split(":")[0] for each in found} == {file}
    assert line in found[0]


def test_files_that_cannot_be_read_come_first(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(course, LESSON, "(BOX p1)", "(BOX p9)")
    spoil(course, TAGS, 'name = "', 'name = ""')
    assert verb.run([]) == 1
    said = capsys.readouterr().out
    assert said.splitlines()[0].startswith(f"{TAGS}:3: not TOML")
    assert f"{LESSON}:15: BOX p9: no such paragraph" in said
    assert "Not readable: 1 (told first)" in said


def test_messages_of_one_line_come_in_one_order() -> None:
    ordered = [
        Finding("error", "z.toml", 9, "not TOML", unreadable=True),
        Finding("error", "a.md", 3, "one"),
        Finding("error", "a.md", 3, "two"),
        Finding("warning", "a.md", 1, "one"),
    ]
    assert all(sorted(each, key=Finding.order) == ordered for each in permutations(ordered))


def test_a_lesson_without_a_number_is_told(course: Path) -> None:
    (course / LESSON).rename(course / "lessons" / "few-words.md")
    assert (
        "lessons/few-words.md:1: error: no lesson is made of this; call it by its number, as 00-few-words.md"
        in errors(course)
    )
    assert f"{QUIZ}:1: error: there is no lesson 00 to ask it; see its name" in errors(course)


def test_home_review_and_about_are_no_lessons(course: Path) -> None:
    before = errors(course)
    for name in ("index.md", "review.md", "practice.md", "about.md"):
        (course / "lessons" / name).write_text("# A page\n", encoding="utf-8")
    assert errors(course) == before == []


def test_an_id_under_another_number_is_told_and_not_counted_as_a_lesson(course: Path) -> None:
    spoil(course, QUIZ, 'id = "00-place"', 'id = "07-place"')
    assert any("07-place: expected an id that begins with 00-, as this file does" in line for line in errors(course))


def test_a_quotation_in_other_capitals_is_told_as_it_stands(course: Path) -> None:
    list(add(Library(course), [course / "as-it-was.txt"]))
    spoil(course, GUIDE, "“no keeper was found”", "“No keeper was found”")
    (line,) = errors(course)
    assert line.endswith(
        "“No keeper was found” does not stand in it word for word; it stands there as “no keeper was found”"
    )


def test_the_check_says_with_which_texts_it_compared(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verb.run([])
    assert "quotations compared with calendars; no text at hand of BOX" in capsys.readouterr().out
    list(add(Library(course), [course / "as-it-was.txt"]))
    verb.run([])
    assert "quotations compared with the text of BOX\n" in capsys.readouterr().out


def test_words_of_a_shared_rubric_are_told_in_its_own_file(course: Path) -> None:
    row = '[[row]]\nid = "r{}"\nname = "Words"\nlevels = ["a", "b", "c", "as “a gull cried”"]\n'
    rows = "".join(map(row.format, (1, 2)))
    (course / "lessons" / "rubric.toml").write_text(rows, encoding="utf-8")
    quiz = course / QUIZ
    asked = (
        '\n[[question]]\nid = "00-why"\nversion = 1\nkind = "text"\nprompt = "Why?"\nrests_on = ["BOX p1"]\n'
        'skill = "layers"\npoints = 4\nrubric = "five-rows"\n'
        + "".join(
            f'[[question.sample]]\nlevel = "{level}"\ntext = "So it was."\ncomment = "It says why."\n'
            for level in ("high", "middle", "low")
        )
    )
    quiz.write_text(quiz.read_text(encoding="utf-8") + asked, encoding="utf-8")
    list(add(Library(course), [course / "as-it-was.txt"]))
    told = [line for line in errors(course) if "a gull cried" in line]
    assert told == [f"lessons/rubric.toml:{n}: error: r{k}: “a gull cried” stands nowhere" for n, k in ((1, 1), (5, 2))]


def test_a_page_that_lists_other_sources_than_there_are_is_told(course: Path) -> None:
    page = course / "sources" / "README.md"
    page.write_text("# The sources\n\n| Siglum | What |\n|---|---|\n| BOX | a letter |\n", encoding="utf-8")
    assert errors(course) == []
    page.write_text("# The sources\n\n| Siglum | What |\n|---|---|\n| ELK | a log |\n", encoding="utf-8")
    told = [line for line in errors(course) if line.startswith("sources/README.md:5:")]
    assert ["ELK: no such source; students get this page" in line for line in told] == [False, True]
    assert "BOX: has no row here" in told[0]


def test_a_lesson_without_a_number_gets_the_next_one(course: Path) -> None:
    (course / LESSON).rename(course / "lessons" / "04-lamp.md")
    for name in ("notes.md", "README.md"):
        (course / "lessons" / name).write_text("# Notes\n", encoding="utf-8")
    told = [line for line in errors(course) if "no lesson is made of this" in line]
    assert told == ["lessons/notes.md:1: error: no lesson is made of this; call it by its number, as 05-notes.md"]


def test_only_the_table_of_sigla_lists_sources(course: Path) -> None:
    rows = (
        "| Siglum | What |\n|---|---|\n| BOX | a letter |\n\n| Short | Archive |\n|---|---|\n| TNA | The Archives |\n"
    )
    (course / "sources" / "README.md").write_text(rows, encoding="utf-8")
    assert errors(course) == []


def test_files_beside_the_sources_that_nothing_reads_are_told(course: Path) -> None:
    (course / "sources" / "BOX" / "drafts").mkdir()
    (course / "sources" / "BOX" / "drafts" / "whole.md").write_text("Words.", encoding="utf-8")
    found = {each.file: each for each in check_course(course).findings if "goes to no class" in each.message}
    assert found["sources/BOX/drafts/whole.md"].level == "warning"
    assert not {RECORD, GUIDE, TAGS, "sources/README.md"} & set(found)
