"""Work that two people handed in is told in both rows; what two people can come to by themselves is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.marking.batch import mark_all
from coursekit.marking.found import Candidate
from coursekit.marking.hand_in import read_hand_in
from coursekit.marking.ledger import opened
from coursekit.marking.row import EARLIER, MARKED
from coursekit.marking.same_work import moments, work_of
from tests.marking.handing import RIGHT, made, raw

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.marking.keys import Keys

CHECKED = [{"at": "2026-01-31T11:58:03.417Z", "what": "checked", "question": "x00-when", "state": "right"}]
SAID = "handed in by somebody else: talk to both"


def moodle(name: str, number: int, file: str = "00-lamp.json") -> str:
    return f"{name}_{number}_assignsubmission_file_/{file}"


def notes(keys: Keys, place: Path, *files: tuple[str, dict[str, Any]]) -> dict[str, str]:
    with opened(place / "ledger") as ledger:
        mark_all([Candidate(name, raw(data)) for name, data in files], keys, ledger)
        assert {row.status for row, _ in ledger.rows()} <= {MARKED, EARLIER}
        return {row.file: row.note for row, _ in ledger.rows()}


def test_one_file_that_two_people_handed_in_is_told_in_both_rows(keys: Keys, tmp_path: Path) -> None:
    one, other = moodle("Ada Lane", 11), moodle("Bo Li", 12)
    found = notes(keys, tmp_path, (one, made("Ada", history=CHECKED)), (other, made("Ada", history=CHECKED)))
    assert f"the same file as {other}, {SAID}" in found[one]
    assert f"the same file as {one}, {SAID}" in found[other]


def test_a_file_with_another_name_in_it_is_told(keys: Keys, tmp_path: Path) -> None:
    renamed = made("Bo", made="2026-02-01T12:00:00Z", history=CHECKED)
    found = notes(keys, tmp_path, ("a.json", made("Ada", history=CHECKED)), ("b.json", renamed))
    assert found == {
        "a.json": f"the same work as b.json, {SAID}",
        "b.json": f"the same work as a.json, {SAID}",
    }


def test_of_many_the_number_is_told(keys: Keys, tmp_path: Path) -> None:
    found = notes(keys, tmp_path, *((f"{who}.json", made(who, history=CHECKED)) for who in ("Ada", "Bo", "Cy", "Di")))
    assert found["Ada.json"] == f"the same work as Di.json and 2 more, {SAID}"
    assert found["Cy.json"] == f"the same work as Ada.json and 2 more, {SAID}"


def test_right_answers_alone_are_no_sign(keys: Keys, tmp_path: Path) -> None:
    assert set(notes(keys, tmp_path, ("a.json", made("Ada")), ("b.json", made("Bo"))).values()) == {""}


def test_one_s_own_file_again_is_no_sign(keys: Keys, tmp_path: Path) -> None:
    mine = made("Ada", history=CHECKED)
    found = notes(keys, tmp_path, ("a.json", mine), ("b.json", mine), (moodle("Ada Lane", 11), mine))
    assert not any(SAID in note for note in found.values())


def test_one_person_under_two_names_is_no_sign(keys: Keys, tmp_path: Path) -> None:
    files = [(moodle("Ada Lane", 11, f"{who}.json"), made(who, history=CHECKED)) for who in ("Ada", "Owl")]
    assert not any(SAID in note for note in notes(keys, tmp_path, *files).values())


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ({}, False),
        ({"history": [{"at": "2026-01-31T11:58:03Z", "what": "checked"}]}, False),  # whole seconds: nobody's journal
        ({"history": [{"at": "1970-01-01T00:00:03.417Z", "what": "checked"}]}, False),
        ({"history": [{"at": 7, "what": "checked"}, {"at": "then", "what": "hint"}, {}]}, False),
        ({"history": CHECKED}, True),
        ({"answers": {**RIGHT, "x00-say": {"text": "word " * 19}}}, False),
        ({"answers": {**RIGHT, "x00-say": {"text": "word " * 20}}}, True),
        ({"answers": {"x00-say": {"a": [[["word " * 20]]]}}}, True),
    ],
)
def test_work_is_known_by_what_nobody_shares_by_chance(fields: dict[str, Any], known: bool) -> None:  # noqa: FBT001
    given = read_hand_in(raw(made(**fields)))
    assert bool(work_of(given)) is known
    assert bool(work_of(read_hand_in(raw(made("Bo", **fields))))) is known


def test_what_is_nested_without_end_is_no_work() -> None:
    deep: Any = "word " * 20
    for _ in range(5_000):
        deep = [deep]
    given = read_hand_in(raw(made()))
    given.answers["x00-say"] = deep
    assert work_of(given) == ""


def test_moments_name_what_was_done() -> None:
    assert moments(read_hand_in(raw(made(history=CHECKED)))) == {("2026-01-31T11:58:03.417Z", "checked", "x00-when")}
