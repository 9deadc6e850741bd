"""Marks and places pointed at go out as JSON-LD and as a table, and come back as they were."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.errors import CourseError
from coursekit.formats.annotations import jsonld, table
from coursekit.formats.annotations.noted import Noted, of_hand_in, of_journal
from coursekit.journal import Journal
from coursekit.marking.hand_in import HandIn
from coursekit.spans import Span
from tests.formats.annotations.model import collection_faults, strange_keys

if TYPE_CHECKING:
    from pathlib import Path

MADE = "2026-01-31T12:00:00Z"
HOSTILE = '=HYPERLINK("x")\r\n<script>alert(1)</script>\u202e;-2\x00\U0001f56f'


def span(quote: str, start: int = 3, paragraph: str = "p1", **more: str) -> Span:
    return Span("BOX", "guide", paragraph, start, start + len(quote), quote, **more)


def mark(number: int, *spans: Span, tag: str = "SAID", comment: str = "") -> dict[str, Any]:
    own = {"id": f"{number:032x}", "source": "BOX", "task": "00-marks", "tag": tag, "comment": comment}
    return own | {"spans": [each.to_json() for each in spans]}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Two marks, one of them changed and over two paragraphs; one taken away; an answer and a ground."""
    kept = Journal(tmp_path / "journal.jsonl")
    kept.append("named", learner="Zoë O’Neill")
    kept.append("annotate", annotation=mark(1, span("the lamp")))
    kept.append("annotate", annotation=mark(2, span("went out"), span("and in", 0, "p2"), comment=HOSTILE))
    kept.append("annotate", annotation=mark(3, span("gone")))
    kept.append("annotation-changed", annotation=f"{2:032x}", changes={"tag": "SEEN"})
    kept.append("annotation-removed", annotation=f"{3:032x}")
    pointed = {"spans": [span("a lamp").to_json()], "nowhere": False}
    kept.append("answer", question="00-where", version=1, answer=pointed, checked=True)
    grounded = {"choice": "a", "ground": {"spans": [span("1951", paragraph="m1").to_json()]}}
    kept.append("answer", question="00-place", version=1, answer=grounded, checked=False)
    return kept


def test_a_journal_gives_the_marks_that_stand_and_the_places_pointed_at(journal: Journal) -> None:
    found = of_journal(journal.read().events)
    assert found.unread == 0
    one, two, pointed, ground = found.noted
    assert (one.tag, two.tag, two.comment, two.task) == ("SAID", "SEEN", HOSTILE, "00-marks")
    assert [each.quote for each in two.spans] == ["went out", "and in"]
    times = [each.at for each in journal.read().events]
    assert (one.created, one.modified) == (times[1], "")
    assert (two.created, two.modified) == (times[2], times[4])
    assert (pointed.question, pointed.tag, pointed.spans[0].quote) == ("00-where", "", "a lamp")
    assert (ground.question, ground.spans[0].paragraph) == ("00-place", "m1")
    assert {each.learner for each in found.noted} == {"Zoë O’Neill"}
    assert of_journal(journal.read().events) == found


@pytest.mark.parametrize("form", [jsonld, table])
def test_what_went_out_comes_back(journal: Journal, form: Any) -> None:
    noted = list(of_journal(journal.read().events).noted)
    assert form.read(form.write(noted)) == noted
    assert form.write(noted) == form.write(form.read(form.write(noted)))
    assert form.read(form.write([])) == []


def test_the_json_ld_is_a_collection_as_the_standard_has_it(journal: Journal) -> None:
    made = json.loads(jsonld.write(of_journal(journal.read().events).noted))
    assert collection_faults(made) == []
    assert strange_keys(made) == set()
    items = made["first"]["items"]
    assert [each["motivation"] for each in items] == ["tagging", "tagging", "highlighting", "highlighting"]
    assert items[0]["target"][0]["source"] == "urn:coursekit:source:BOX/guide#p1"
    assert items[2]["target"][0]["scope"] == "urn:coursekit:question:00-where"
    assert "http" not in json.dumps(items)
    empty = json.loads(jsonld.write([]))
    assert collection_faults(empty) == []
    assert empty["total"] == 0


def test_the_table_has_a_row_a_passage_and_no_formula(journal: Journal) -> None:
    raw = table.write(of_journal(journal.read().events).noted)
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert tuple(rows[0]) == table.COLUMNS
    assert [row[1] for row in rows[1:]] == ["1", "1", "2", "1", "1"]
    assert not [each for row in rows for each in row if each.startswith(("=", "+", "-", "@"))]


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@given(TEXTS.filter(bool), TEXTS, TEXTS, st.sampled_from(["", "'=1", "=1", "''-2", " ;=x", "\r", "\n"]))
def test_whatever_the_words_are(quote: str, comment: str, learner: str, begins: str) -> None:
    place = span(begins + quote, prefix=comment[:20], suffix=quote[:20])
    noted = [
        Noted("1" * 32, (place,), "SAID", begins + comment, "00-marks", "", begins + learner, MADE, MADE),
        Noted("2" * 32, (place, place), question="00-where", learner=learner),
    ]
    for form in (jsonld, table):
        assert form.read(form.write(noted)) == noted  # type: ignore[attr-defined]


def test_a_hand_in_gives_its_places_whatever_else_is_in_it() -> None:
    good = span("a lamp").to_json()
    answers: dict[str, Any] = {
        "x00-where": {"spans": [good, {"source": "BOX"}, 7, {**good, "end": 2}]},
        "x00-ground": {"choice": "a", "ground": {"spans": [good]}},
        "x00-text": {"text": "words"},
        "x00-odd": [good],
        "x00-flat": {"spans": "none", "ground": [good]},
        "x00 <b> :#\ud800": {"spans": [good]},
        "x00-many": {"spans": [good] * 1000},
    }
    given_in = HandIn("00-log", 1, "Ada", MADE, answers)
    found = of_hand_in(given_in, "c0ffee")
    assert found.unread == 3
    assert [each.question for each in found.noted] == ["x00-where", "x00-ground", *["x00-many"] * 40]
    assert len({each.id for each in found.noted}) == len(found.noted)
    assert {each.learner for each in found.noted} == {"Ada"}
    hidden = of_hand_in(given_in, "c0ffee", "Reader 1").noted
    assert [each.id for each in hidden] == [each.id for each in found.noted]
    assert collection_faults(json.loads(jsonld.write(hidden))) == []
    assert b"Ada" not in jsonld.write(hidden) + table.write(hidden)


def test_a_lessons_hand_in_gives_its_marks_and_two_copies_of_a_folder_are_two() -> None:
    given_in = HandIn("L00", 1, "Ada", MADE, {}, marks={"00-marks": [mark(1, span("the lamp"), comment="who?")]})
    one, other = (of_hand_in(given_in, content).noted[0] for content in ("c0ffee", "decaf"))
    assert (one.tag, one.comment, one.task, one.learner, one.created) == ("SAID", "who?", "00-marks", "Ada", "")
    assert one.id != other.id
    for form in (jsonld, table):
        assert form.read(form.write([one, other])) == [one, other]  # type: ignore[attr-defined]


def test_a_mark_that_cannot_be_read_is_counted(tmp_path: Path) -> None:
    kept = Journal(tmp_path / "journal.jsonl")
    kept.append("annotate", annotation={"id": "short", "spans": []})
    found = of_journal(kept.read().events)
    assert (found.noted, found.unread) == ((), 1)


SOUND = jsonld.write([Noted("1" * 32, (span("a lamp"),), "SAID")])


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"[" * 100_000,
        b'{"first": 3}',
        b'{"first": {"items": {}}}',
        b'{"first": {"items": [7]}}',
        b'{"first": {"items": [{"motivation": "highlighting"}]}}',
        SOUND.replace(b"TextQuoteSelector", b"SvgSelector"),
        SOUND.replace(b"urn:uuid", b"urn:isbn"),
        SOUND.replace(b'"TextQuoteSelector"', b'["TextQuoteSelector"]'),
    ],
)
def test_another_file_is_no_collection_of_marks(raw: bytes) -> None:
    with pytest.raises(CourseError):
        jsonld.read(raw)


ROW = table.write([Noted("1" * 32, (span("a lamp"),), "SAID")])


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"name,points\n",
        ROW.replace(b",3,9,", b",3,x,"),
        ROW.replace(b",3,9,", b",3," + b"9" * 5000 + b","),
        ROW.replace(b",3,9,", b",3,8,"),
        ROW.replace(b",3,9,", b",3,"),
        ROW[:-2] + b',"one too many\r\n',
    ],
)
def test_another_table_is_none_of_marks(raw: bytes) -> None:
    with pytest.raises(CourseError):
        table.read(raw)
