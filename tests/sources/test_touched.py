"""Whoever touches one paragraph of a document is told of that one, in whatever form the copy comes."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from coursekit.sources.normal import letters
from coursekit.sources.reading.decode import read_bytes, tidy
from coursekit.sources.recognise import recognise
from tests.sources.conftest import FILES
from tests.sources.edits import Edit, edits, words_of
from tests.sources.forms import ENCODINGS, FORMS

if TYPE_CHECKING:
    from coursekit.sources.recognise import Match
    from coursekit.sources.record import Record

EACH = 3  # touched copies of each document in each form; with other seeds, others
SHAPES = {**{form: (form, "utf-8") for form in FORMS}, **{name: ("as it is", name) for name in ENCODINGS}}


def touched(text: str, record: Record, seed: str) -> list[Edit]:
    """Return a sample of the document touched in one paragraph, over all paragraphs and ways."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    places = words_of(text, record)
    assert set(places) == set(record.ids)
    pids = random.sample(list(places), EACH)
    return [random.choice(list(edits(text, pid, places[pid], random))) for pid in pids]


def read(text: str, shape: str, record: Record) -> Match | None:
    form, encoding = SHAPES[shape]
    made = FORMS[form](text)
    data = ENCODINGS[encoding](made) if encoding in ENCODINGS else made.encode(encoding)
    return next(iter(recognise(read_bytes(data, "x")[1], [record]).matches), None)


@pytest.mark.parametrize("siglum", FILES)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_touched_paragraph_is_told_and_at_most_its_neighbours_are_doubted(
    siglum: str, shape: str, records: list[Record], texts: dict[str, str]
) -> None:
    record = next(each for each in records if each.siglum == siglum)
    intact = read(tidy(texts[siglum]), "as it is", record)
    assert intact is not None
    for edit in touched(tidy(texts[siglum]), record, f"{siglum} {shape}"):
        match = read(edit.text, shape, record)
        assert match is not None
        said = (siglum, edit.pid, edit.what)
        states = {status: match.ids(status) for status in ("changed", "missing")}
        assert edit.pid in states["missing" if edit.gone else "changed"] + states["missing"], said
        at = record.ids.index(edit.pid)
        beside = record.ids[max(0, at - 1) : at + 2]
        assert {pid for pids in states.values() for pid in pids} <= set(beside), said
        for pid in match.ids("exact") + match.ids("close"):
            assert letters(match.taken[pid].text) == letters(intact.taken[pid].text), said
