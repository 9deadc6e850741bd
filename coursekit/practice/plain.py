"""A form as plain text, without its keys, and answers to it as plain text: for paper, and for trying a form out.

An answer file has a line for each question: ``a-1: B``, ``a-2: letter 2.1`` (paper, paragraph, sentence; paragraph 0 is
the head), and after the id of a written one whatever is written, over as many lines as it takes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.practice.forms import LEVELS, MOST
from coursekit.practice.judging import checked, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.practice.forms import Form, Item, Paper

_SPOT = re.compile(r"(?P<paper>[a-z0-9-]+)\s+(?P<paragraph>\d{1,3})\.(?P<sentence>\d{1,3})")
_A = ord("A")
_HOW = {
    "weighted": "Choose one letter.",
    "point": "Name one place, as: {} 1.1",
    "written": "Write a few sentences.",
}


def printed(form: Form) -> str:
    """Return a form to be read and answered without a computer."""
    lines = [f"{form.title} (form {form.id})", "", form.event, f"About {form.minutes} minutes."]
    for paper in form.papers:
        lines += ["", *_paper(paper)]
    lines += ["", "QUESTIONS"]
    for item in form.items:
        lines += ["", f"{item.id}: {item.prompt}", f"({_HOW[item.kind].format(form.papers[0].id)})"]
        lines += [f"  {chr(_A + number)}  {option.text}" for number, option in enumerate(item.options)]
    return "\n".join([*lines, ""])


def read(form: Form, text: str) -> dict[str, dict[str, Any]]:
    """Return the answers in an answer file, by item.

    Raises
    ------
    CourseError
        When an answer is none to its question: which, and what was expected.
    """
    found: dict[str, list[str]] = {}
    here: list[str] = []  # what stands before the first question's id is nobody's answer
    begins = re.compile(rf"({'|'.join(re.escape(item.id) for item in form.items)})\s*[:.)]\s*(.*)")
    for line in text.splitlines():
        if match := begins.fullmatch(line.strip()):
            here = found[match[1]] = [match[2]]
        else:
            here.append(line)
    given = {item.id: "\n".join(found.get(item.id, [])).strip() for item in form.items}
    return {item.id: checked(form, item.id, _answer(item, given[item.id])) for item in form.items}


def scored(form: Form, answers: dict[str, dict[str, Any]]) -> Iterator[tuple[Item, int | None]]:
    """Yield each item with the points of its answer; None where it is blank, and where a person reads it."""
    for item in form.items:
        yield item, judge(item, answers.get(item.id, {})).points


def score_lines(form: Form, answers: dict[str, dict[str, Any]]) -> list[str]:
    """Return the points of answers, line by line, and what is still to be read."""
    lines, has, of = [], 0, 0
    for item, points in scored(form, answers):
        if item.kind == "written":
            text = answers.get(item.id, {}).get("text", "")
            lines.append(f"{item.id}  {item.move}: to be read, 0 to {LEVELS - 1}" if text else f"{item.id}  blank")
            continue
        lines.append(f"{item.id}  {item.move}: {'blank' if points is None else f'{points} of {MOST}'}")
        has, of = has + (points or 0), of + MOST * (points is not None)
    return [*lines, f"{has} of {of} points"]


def _paper(paper: Paper) -> Iterator[str]:
    yield f"PAPER {paper.id}: {paper.title}"
    for number, sentences in enumerate(paper.parts):
        for at, words in enumerate(sentences, 1):
            yield f"  [{paper.id} {number}.{at}] {words}"


def _answer(item: Item, text: str) -> dict[str, Any]:
    """Return an answer as the page would send it; what it says may still be out of bounds."""
    if not text:
        return {}
    if item.kind == "written":
        return {"text": text}
    if item.kind == "weighted":
        letter = text.strip(" .()").upper()
        if len(letter) != 1 or not 0 <= ord(letter) - _A < len(item.options):
            raise CourseError(
                f"{item.id}: expected a letter from A to {chr(_A + len(item.options) - 1)}: {text[:40]!r}"
            )
        return {"option": ord(letter) - _A}
    spot = _SPOT.fullmatch(text.strip("[] ").lower())
    if spot is None:
        raise CourseError(f"{item.id}: expected paper, paragraph and sentence, as “letter 2.1”: {text[:40]!r}")
    return {"paper": spot["paper"], "paragraph": int(spot["paragraph"]), "sentence": int(spot["sentence"]) - 1}
