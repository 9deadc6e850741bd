"""Names for the projector: the same every time, whoever else comes, and telling nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.seminar.pseudonyms import file_of, numbered, pseudonyms
from coursekit.seminar.roster import Learner, roster_of

if TYPE_CHECKING:
    from pathlib import Path

LIST = b"First name,Surname,Email\nAda,Lantern,a@x.org\nBo,Li,b@x.org\nTom,Smith,t1@x.org\nTom,Smith,t2@x.org\n"
KEY = b"k" * 32


def people(raw: bytes = LIST) -> tuple[Learner, ...]:
    return roster_of(raw, "list.csv").learners


def test_everybody_has_one_and_keeps_it(work: Path) -> None:
    first = pseudonyms(people(), file_of(work))
    assert sorted(first.values()) == ["Reader 01", "Reader 02", "Reader 03", "Reader 04"]
    more = people(LIST + b"Aaron,Aal,z@x.org\n")
    again = pseudonyms(more, file_of(work))
    assert again[more[-1]] == "Reader 05"
    assert {learner: again[learner] for learner in people()} == first


def test_the_same_person_on_another_platform_s_list_has_the_same(work: Path) -> None:
    first = pseudonyms(people(), file_of(work))
    of_canvas = people(b'Student,ID,Section\n"Li, Bo",7,1\n')
    assert pseudonyms(of_canvas, file_of(work))[of_canvas[0]] == first[people()[1]]


def test_numbers_tell_nothing_of_the_list(work: Path) -> None:
    file = file_of(work)
    pseudonyms(people(), file)
    kept = file.read_text(encoding="utf-8").casefold()
    assert not any(word in kept for word in ("ada lantern", "lantern", "x.org"))  # "ada" alone may stand in a hash
    orders = {tuple(numbered(people(), bytes([key]) * 32, {}).values()) for key in range(20)}
    assert all(sorted(order) == [1, 2, 3, 4] for order in orders)
    firsts = {
        min(numbers := numbered(people()[:2], bytes([key]) * 32, {}), key=numbers.__getitem__) for key in range(9)
    }
    assert len(firsts) == 9  # under another key everybody is somebody else


def test_numbers_that_were_given_stay_whatever_the_key_says() -> None:
    before = numbered(people(), KEY, {})
    assert numbered(people()[:1], KEY, before) == before


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": "x", "key": "00", "numbers": {}}', b"\xff"])
def test_a_damaged_file_is_told_and_left(work: Path, content: bytes) -> None:
    file = file_of(work)
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    with pytest.raises(CourseError, match="damaged; put it back"):
        pseudonyms(people(), file)
    assert file.read_bytes() == content


def test_where_nothing_can_be_kept_that_is_told(work: Path) -> None:
    (work / "marking").write_bytes(b"")
    with pytest.raises(CourseError, match="not written"):
        pseudonyms(people(), file_of(work))
