"""Two passes over one task: what is counted, and what is told."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursekit.annotation.keys import Key, KeySpan
from coursekit.check.course import check_course
from coursekit.check.passes import compare_passes
from coursekit.cli.check import run
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.check.passes import Passes

TEXTS = {
    "p1": "The keeper trimmed the lamp at ten and went below.",
    "p2": "It burned true till four; the oil was bad, the clerk says.",
    "p3": "Nobody signed the page.",
}
KEY = "lessons/keys/00-marks.toml"


class Words:
    def text(self, _siglum: str, _edition: str, paragraph: str) -> str | None:
        return TEXTS.get(paragraph)


def one_pass(*marks: tuple[str, str, str]) -> Key:
    spans = tuple(KeySpan(f"k{n}", where, quote, (tag,), "So.") for n, (where, quote, tag) in enumerate(marks))
    return Key("00-marks", 1, "LOG", "guide", ("TS-X",), (), "", "Mark.", 3, spans)


def compared(first: Key, second: Key, tags: tuple[str, ...] = ("SEEN", "TOLD")) -> Passes:
    return compare_passes(first, second, tuple(TEXTS), tags, Words())


LAMP, BURNED, OIL = ("p1", "trimmed the lamp", "SEEN"), ("p2", "burned true", "SEEN"), ("p2", "the oil was bad", "TOLD")


def test_a_pass_agrees_wholly_with_itself() -> None:
    passes = compared(one_pass(LAMP, OIL), one_pass(LAMP, OIL))
    assert (len(passes.pairs), passes.same, passes.first, passes.second) == (2, 2, (), ())
    assert passes.alpha == 1
    assert passes.lines() == [passes.figures()]


def test_half_of_the_shorter_is_enough_and_less_is_not() -> None:
    assert len(compared(one_pass(LAMP), one_pass(("p1", "lamp at ten and went", "SEEN"))).pairs) == 0
    assert len(compared(one_pass(LAMP), one_pass(("p1", "the lamp at ten", "SEEN"))).pairs) == 1
    assert len(compared(one_pass(LAMP), one_pass(("p1", TEXTS["p1"], "SEEN"))).pairs) == 1


def test_a_mark_meets_only_one_and_rather_one_with_its_tag() -> None:
    whole = ("p2", "burned true till four; the oil was bad", "TOLD")
    passes = compared(one_pass(whole), one_pass(BURNED, OIL))
    assert [(one.quote, two.quote) for one, two in passes.pairs] == [(whole[1], OIL[1])]
    assert [mark.quote for mark in passes.second] == [BURNED[1]]


def test_a_mark_with_one_choice_goes_before_one_with_two() -> None:
    whole = ("p2", "burned true till four; the oil was bad", "SEEN")
    passes = compared(one_pass(whole, BURNED), one_pass(BURNED, ("p2", "the oil was bad", "SEEN")))
    assert len(passes.pairs) == 2


def test_alpha_is_that_of_the_worked_example() -> None:
    """Krippendorff 2011, part A: ten units, 0100000000 beside 1110010100, give 0.095."""
    tags = tuple(f"T{n}" for n in range(5))
    meg = one_pass(("p1", "lamp", "T1"))
    owen = one_pass(*(("p1", "lamp", f"T{n}") for n in (0, 1, 2)), ("p2", "It", "T0"), ("p2", "It", "T2"))
    passes = compare_passes(meg, owen, ("p1", "p2"), tags, Words())
    assert (passes.units, passes.differ) == (10, 4)
    assert passes.alpha == pytest.approx(0.095, abs=0.0005)
    assert compared(one_pass(LAMP), one_pass(OIL)).alpha == pytest.approx(1 - 11 * 2 / (10 * 2))


def test_alpha_is_not_defined_where_every_unit_is_a_yes() -> None:
    every = one_pass(*((paragraph, "the", "SEEN") for paragraph in TEXTS))
    assert compared(every, every, ("SEEN",)).alpha is None
    assert "alpha not defined" in compared(every, every, ("SEEN",)).figures()


def test_only_the_makers_own_tag_counts() -> None:
    first = one_pass(LAMP)
    second = replace(first, spans=(replace(first.spans[0], tags=("TOLD", "SEEN")),))
    passes = compared(first, second)
    assert passes.same == 0
    assert passes.lines()[1] == "other tag: p1 “trimmed the lamp” SEEN (k0) | p1 “trimmed the lamp” TOLD (k0)"


MARKS = "2 and 2 marks; 1 met (50 % of all marks), 1 of them with the same tag (100 %)"


def test_figures_and_differences_are_told() -> None:
    assert compared(one_pass(LAMP, BURNED), one_pass(LAMP, OIL)).lines() == [
        f"{MARKS}; alpha 0.31 over 6 units, 2 of which differ",
        "only in the first: p2 “burned true” SEEN (k1)",
        "only in the second: p2 “the oil was bad” TOLD (k1)",
    ]


def test_passes_over_different_tasks_are_refused() -> None:
    with pytest.raises(CourseError, match="same task"):
        compared(one_pass(LAMP), replace(one_pass(LAMP), source="BOX"))
    with pytest.raises(CourseError, match="p1 HEARD: no such paragraph or tag"):
        compared(one_pass(LAMP), one_pass(("p1", "lamp", "HEARD")))


def both_passes(course: Path) -> tuple[Path, Path]:
    paths = tuple(course / "lessons" / "keys" / each / "00-marks.toml" for each in ("first", "second"))
    for path in paths:
        path.parent.mkdir()
        shutil.copyfile(course / KEY, path)
    return paths[0], paths[1]


def wrong(course: Path) -> list[str]:
    return [
        f"{each.file}: {each.message}" for each in check_course(course).errors if "questions; at" not in each.message
    ]


def test_the_verb_compares_two_files(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = both_passes(course)
    assert run(["--agreement", str(first), str(second)]) == 0
    assert capsys.readouterr().out.startswith("2 and 2 marks; 2 met (100 % of all marks)")
    assert run(["--agreement", str(first), str(second), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["alpha"] == 1
    assert run(["--agreement", str(first), str(course / "none.toml")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_passes_are_no_tasks_but_are_checked_and_their_figures_published(course: Path) -> None:
    before, tasks = wrong(course), check_course(course).counts["keys"]
    _, second = both_passes(course)
    assert check_course(course).counts["keys"] == tasks
    told = [each for each in wrong(course) if each not in before]
    assert len(told) == 1
    said, figures = told[0].split("teaching notes: ")
    assert said == "lessons/keys/second/00-marks.toml: expected these figures in the lesson's "
    notes = course / "lessons" / "teaching" / "00-lamp.md"
    notes.write_text(
        notes.read_text(encoding="utf-8") + f"\n{figures.replace('; ', ';' + chr(10))}.\n", encoding="utf-8"
    )
    assert wrong(course) == before

    second.write_text(second.read_text(encoding="utf-8").replace("box 12", "box 13"), encoding="utf-8")
    assert any("k1: quote: expected words that stand once in BOX m1" in each for each in wrong(course))
    second.unlink()
    assert any("lessons/keys/second/00-marks.toml is missing" in each for each in wrong(course))
