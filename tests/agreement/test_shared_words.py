"""Runs of words that two texts share, and nobody else."""

from __future__ import annotations

from random import Random

import pytest

from coursekit.agreement.shared_words import parts, runs_of, shared_words

VOCABULARY = "lamp keeper oil log night storm gallery copy entry hand witness boat harbour clerk letter seal ink wick"
WORDS = VOCABULARY.split()


def text(seed: object, number: int = 60) -> str:
    rng = Random(str(seed))  # noqa: S311 - no secret is made of it
    return " ".join(rng.choice(WORDS) for _ in range(number)).capitalize() + "."


def edited(words: str, every: int) -> str:
    return " ".join("otherwise" if n % every == every - 1 else word for n, word in enumerate(words.split()))


def test_people_who_write_by_themselves_share_nothing() -> None:
    for seed in range(20):
        assert shared_words({str(n): text((seed, n)) for n in range(30)}, (), 6) == []


@pytest.mark.parametrize("every", [7, 10, 1_000])
def test_a_copy_is_found_though_words_were_changed(every: int) -> None:
    texts = {str(n): text(n) for n in range(30)} | {"copier": edited(text(3), every).upper()}
    (found,) = shared_words(texts, (), 6)
    assert {found.one, found.other} == {"3", "copier"}
    assert found.share > 0.4


def test_words_of_the_course_and_of_many_do_not_count() -> None:
    quoted, formula = text("quoted", 30), text("formula", 30)
    texts = {str(n): f"{quoted} {formula} {text(n)}" for n in range(10)}
    assert shared_words(texts, runs_of(quoted), 6) == []
    assert shared_words(texts, (), 10)


def test_neither_signs_nor_capitals_hide_a_run() -> None:
    assert runs_of("The LAMP, the oil!") == runs_of("the lamp — “the” oil")
    assert runs_of("too short a") == set()
    assert len(runs_of("灯台守の日誌")) == 3  # each sign is a word


def test_a_text_is_cut_where_its_runs_begin_and_end() -> None:
    words = "So: the lamp, it burned on. Or not?"
    runs = runs_of("the lamp it burned on")
    assert parts(words, runs) == [("So: ", False), ("the lamp, it burned on", True), (". Or not?", False)]
    assert parts(words, ()) == [(words, False)]
    assert parts("", ()) == []
    assert "".join(piece for piece, _ in parts(words * 3, runs)) == words * 3
