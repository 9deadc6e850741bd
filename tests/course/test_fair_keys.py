"""Every place that brings points can be pointed at: in the calendar, and in the full text where that is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.annotation.keys import load_key
from coursekit.questions import LibraryShelf, Questions
from coursekit.questions.exercises import Exercises
from coursekit.questions.pointing import anchored
from coursekit.questions.target import Target, judge
from coursekit.sources import Library
from coursekit.sources.add import add_bytes
from coursekit.spans import Span, sentences
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coursekit.questions.places import Place


pytestmark = pytest.mark.usefixtures("this_course")


@pytest.fixture(scope="module")
def shelf() -> LibraryShelf:
    return LibraryShelf(Library(ROOT))


@pytest.fixture(scope="module")
def full(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> LibraryShelf:
    library = Library(ROOT, tmp_path_factory.mktemp("texts"))
    for path in sorted(documents.iterdir()):
        for each in add_bytes(library, path.name, path.read_bytes()):
            assert each.match
            assert not each.error
    return LibraryShelf(Library(ROOT, library.texts))


def targets() -> Iterator[tuple[str, Target]]:
    lessons = Questions(ROOT).by_id.values()
    exercises = [question for each in Exercises(ROOT).by_id.values() for question in each.questions]
    for question in (*lessons, *exercises):
        for target in (question, question.ground):
            if isinstance(target, Target):
                yield question.id, target


def at(target: Target, edition: str, paragraph: str, text: str, place: tuple[int, int]) -> dict[str, Any]:
    start, end = place
    return Span(target.source, edition, paragraph, start, end, text[start:end]).to_json()


def credit(target: Target, span: dict[str, Any], shelf: LibraryShelf) -> float:
    judged = judge(target, {"spans": [span]}, (), shelf)
    return judged[0] if judged else 0.0


def trials(target: Target, place: Place, edition: str, shelf: LibraryShelf) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the places a careful reader might mark for one accepted place, each with its name."""
    text = shelf.text(target.source, edition, place.paragraph)
    assert text is not None
    if not place.quote:
        yield "the paragraph", at(target, edition, place.paragraph, text, (0, len(text)))
        return
    found = anchored(text, edition, place.quote, place.in_text)
    assert found, f"{target.source} {place.paragraph}: “{place.quote}” cannot be pointed at in the {edition}"
    yield "the words", at(target, edition, place.paragraph, text, found[0])
    yield "the sentence", at(target, edition, place.paragraph, text, sentences.around(text, found[0]))


def failures(shelf: LibraryShelf, edition: str) -> list[str]:
    failed = []
    for name, target in targets():
        for place in target.accept:
            try:
                tried = list(trials(target, place, edition, shelf))
            except AssertionError as error:
                failed.append(f"{name}: {place.part}: {error}")
                continue
            failed += [
                f"{name}: {place.part}: {words} in the {edition} of {target.source} {place.paragraph} has no credit"
                for words, span in tried
                if credit(target, span, shelf) < place.credit
            ]
    return failed


def test_every_accepted_place_counts_in_the_calendar_alone(shelf: LibraryShelf) -> None:
    assert not (failed := failures(shelf, "guide")), "\n" + "\n".join(failed)


def test_every_accepted_place_counts_in_the_full_text(full: LibraryShelf) -> None:
    assert not (failed := failures(full, "text")), "\n" + "\n".join(failed)


def test_every_passage_of_an_experts_key_stands_in_the_full_text(full: LibraryShelf) -> None:
    missing = []
    for path in sorted((ROOT / "lessons" / "keys").glob("*.toml")):
        key = load_key(path, path.name)
        for span in key.spans:
            text = full.text(key.source, "text", span.paragraph)
            if text is None or not anchored(text, "text", span.quote, span.in_text):
                missing.append(f"{key.id}: {span.id}: {key.source} {span.paragraph}: “{span.quote}”: add in_text")
    assert not missing, "\n" + "\n".join(missing)
