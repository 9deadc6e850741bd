"""Ids for the paragraphs of a text: proposed once, and kept whatever is changed later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.cli import sources as verb
from coursekit.errors import CourseError
from coursekit.sources.check import check_sources
from coursekit.sources.library import Library
from coursekit.sources.numbering import number_text
from tests.whole import make_whole

if TYPE_CHECKING:
    from pathlib import Path

BOAT = ["The boat left at noon.", "Nobody waved.", "It was cold on the pier, and colder on the water.", "The end."]


def write(course: Path, paragraphs: list[str]) -> None:
    (course / "sources" / "BOX" / "text.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")


@pytest.fixture
def bare(course: Path) -> Path:
    """A course whose one source has a text, and a record without paragraphs."""
    make_whole(course)
    record = course / "sources" / "BOX" / "record.toml"
    record.write_text(record.read_text(encoding="utf-8").partition("[paragraphs]")[0], encoding="utf-8")
    write(course, BOAT)
    return course


def faults(course: Path) -> list[str]:
    """What is wrong with text and paragraphs; the rest of the record names paragraphs that the text here has not."""
    return [
        str(each)
        for each in check_sources(course)
        if "evidence" not in each.message and each.file.startswith("sources/BOX")
    ]


def ids(course: Path) -> dict[str, str]:
    return {each.text: each.id for each in Library(course).source("BOX").guide.paragraphs}


def test_a_record_without_paragraphs_says_what_writes_them(bare: Path) -> None:
    told = [str(problem) for problem in check_sources(bare)]
    assert any("paragraphs: expected" in line and "`python3 course.py sources number BOX`" in line for line in told)


def test_paragraphs_are_numbered_from_one_and_the_rest_of_the_record_stays(bare: Path) -> None:
    record = bare / "sources" / "BOX" / "record.toml"
    before = record.read_text(encoding="utf-8")
    made = number_text(bare, "BOX")
    assert made.new == ["p1", "p2", "p3", "p4"]
    assert made.gone == []
    assert ids(bare) == dict(zip(BOAT, made.new, strict=True))
    assert record.read_text(encoding="utf-8").startswith(before.rstrip())
    assert faults(bare) == []


def test_to_number_again_changes_nothing(bare: Path) -> None:
    number_text(bare, "BOX")
    before = (bare / "sources" / "BOX" / "record.toml").read_bytes()
    assert number_text(bare, "BOX")[1:] == ([], [])
    assert (bare / "sources" / "BOX" / "record.toml").read_bytes() == before


def test_a_new_paragraph_takes_the_next_number_and_moves_none(bare: Path) -> None:
    number_text(bare, "BOX")
    write(bare, [BOAT[0], "A gull cried.", *BOAT[1:]])
    assert number_text(bare, "BOX").new == ["p5"]
    assert ids(bare) == {BOAT[0]: "p1", "A gull cried.": "p5", BOAT[1]: "p2", BOAT[2]: "p3", BOAT[3]: "p4"}


def test_a_paragraph_that_is_moved_or_changed_keeps_its_id(bare: Path) -> None:
    number_text(bare, "BOX")
    write(bare, [BOAT[0], "Nobody waved, or nobody saw it.", "Cold it was.", BOAT[3]])
    assert number_text(bare, "BOX")[1:] == ([], [])
    write(bare, [BOAT[3], BOAT[0], "Nobody waved, or nobody saw it.", "Cold it was."])
    made = number_text(bare, "BOX")
    assert made[1:] == ([], [])
    assert ids(bare) == {
        BOAT[3]: "p4",
        BOAT[0]: "p1",
        "Nobody waved, or nobody saw it.": "p2",
        "Cold it was.": "p3",
    }
    assert faults(bare) == []


def test_an_id_whose_paragraph_is_gone_is_told(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number_text(bare, "BOX")
    write(bare, [*BOAT[:3]])
    assert verb.run(["number", "BOX"]) == 0
    assert "gone  p4; mend what rests on them" in capsys.readouterr().out


def test_writing_without_spaces_is_known_by_its_first_signs(bare: Path) -> None:
    write(bare, ["船在中午离开了码头没有人挥手" * 20, "…… —— the end"])
    made = number_text(bare, "BOX")
    assert [len(each.begins) <= 60 for each in made.prints] == [True, True]
    assert faults(bare) == []


def test_other_letters_than_p_are_kept(course: Path) -> None:
    text = make_whole(course)
    text.write_text(text.read_text(encoding="utf-8") + "\n\nA foot.", encoding="utf-8")
    made = number_text(course, "BOX")
    assert [each.id for each in made.prints] == ["m1", "p1", "p2", "p3", "p4"]


def test_what_cannot_be_numbered_is_one_line(course: Path) -> None:
    with pytest.raises(CourseError, match=r"sources/BOX/text\.txt: no such file"):
        number_text(course, "BOX")
    (course / "sources" / "BOX" / "text.txt").write_text("A boat.", encoding="utf-8")
    with pytest.raises(CourseError, match="does not say that this text may be given away"):
        number_text(course, "BOX")
    with pytest.raises(CourseError, match="ELK: no such source"):
        verb.run(["number", "ELK"])


def test_one_that_goes_and_one_that_comes_elsewhere_are_two(bare: Path) -> None:
    number_text(bare, "BOX")
    write(bare, [BOAT[0], BOAT[2], BOAT[3], "A gull cried."])
    assert number_text(bare, "BOX")[1:] == (["p5"], ["p2"])
    assert ids(bare)["A gull cried."] == "p5"


def test_first_words_that_several_share_tell_none_from_another(bare: Path) -> None:
    days = [f"On the third day {what}." for what in ("it rained", "we slept")]
    write(bare, [*days, BOAT[3]])
    number_text(bare, "BOX")
    changed = "On the third day it rained again."
    write(bare, ["On the third day a gull cried.", changed, days[1], BOAT[3]])
    assert number_text(bare, "BOX")[1:] == (["p4", "p5"], ["p1"])
    assert ids(bare)[days[1]] == "p2"


def test_a_number_that_was_given_is_not_given_again(bare: Path) -> None:
    number_text(bare, "BOX")
    write(bare, BOAT[:3])
    assert number_text(bare, "BOX").gone == ["p4"]
    record = bare / "sources" / "BOX" / "record.toml"
    assert "[paragraphs]\nhighest = 4\n" in record.read_text(encoding="utf-8")
    assert faults(bare) == []
    write(bare, [*BOAT[:3], "A gull cried."])
    assert number_text(bare, "BOX").new == ["p5"]
    assert "highest" not in record.read_text(encoding="utf-8")


def test_what_an_author_wrote_between_the_entries_stays(bare: Path) -> None:
    number_text(bare, "BOX")
    record = bare / "sources" / "BOX" / "record.toml"
    head, _, rows = record.read_text(encoding="utf-8").partition("[paragraphs]\n")
    one, two, three, four = rows.splitlines()
    said = f"{head}[paragraphs]  # as printed\n# torn {{\n{one} # sure }}\n\n# of the gull\n{two}\n{three}\n{four}\n\n"
    said += '# open\n[[unsure]]\ntext = "By whom."\n'
    record.write_text(said, encoding="utf-8")
    write(bare, [BOAT[0], BOAT[2], BOAT[3], "A gull cried."])
    number_text(bare, "BOX")
    after = record.read_text(encoding="utf-8")
    new = next(line for line in after.splitlines() if line.startswith("p5 = "))
    assert after == said.replace(f"{two}\n{three}\n{four}\n", f"{three}\n{four}\n{new}\n")
