"""One lesson: its frame, its cells, its prose, its teaching notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.check import prose, verbs
from coursekit.check.bare import bare_faults
from coursekit.check.sittings import sitting_faults
from coursekit.outline import after_head, outline, parse, take_apart
from coursekit.outline.marks import MARKS
from coursekit.places import CLASS_COPY, Folders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from coursekit.check.verbs import Named
    from coursekit.outline import LessonText

_BUTTON = '<button type="button" data-commandlinker-command="notebook:run-all-cells">{}</button>'
# What every lesson says, in its own words between; each may be in any of the languages that have marks.
FRAME = tuple(zip(*((each.questions, each.aim, each.remember) for each in MARKS.values()), strict=True))
CELL_SETTINGS = ("source_hidden: true", "hide-input")
_NAME = re.compile(r"\d\d-[a-z0-9-]+")
_IN_NOTES = re.compile(r"`(\d\d-[a-z0-9-]+)`")


def check_lesson(path: Path, root: Path, known: Named, passages: Collection[str]) -> list[Problem]:
    """Return what is wrong with a lesson.

    Parameters
    ----------
    path
        Its ``.md``.
    root
        The course's folder.
    known
        What its cells may name.
    passages
        All paragraph references, as ``LOG p7``.
    """
    name = path.relative_to(root).as_posix()
    try:
        text = take_apart(path)
    except (OSError, UnicodeDecodeError) as error:
        return [Problem(name, 1, f"cannot be read as UTF-8 ({error})")]
    found = [
        *_frame(path, text),
        *_cells(path.stem, text, known),
        *sitting_faults(outline(text), path.stem[:2]),
        *prose.heading_faults(text.prose),
        *prose.link_faults(text.prose, path.parent, copied=True),
        *prose.reference_faults(text.prose, known.library.sigla, passages),
        *bare_faults(text.prose, passages),
    ]
    return sorted(Problem(name, line, message) for line, message in found) + _notes(path, root, known, passages)


def _frame(path: Path, text: LessonText) -> Iterator[tuple[int, str]]:
    if not _NAME.fullmatch(path.stem):
        yield 1, "expected a file name such as 01-the-first-page.md"
    whole = "\n".join(line for _, line in text.prose)
    for each in FRAME:
        if not any(words in whole for words in each):
            yield 1, f"expected {' or '.join(each)}, as in every lesson"
    yield from frame_faults(text, buttons(each.run_lesson for each in MARKS.values()))


def buttons(words: Iterable[str]) -> tuple[str, ...]:
    """Return the button that runs a page, for each wording of it."""
    return tuple(_BUTTON.format(each) for each in words)


def frame_faults(text: LessonText, known: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with the frame that lessons and exercises share: head, button, fences."""
    if not any("kernelspec" in line for line in text.head):
        yield 1, "expected a head with kernelspec python3 between two lines ---"
    found = [line for line, words in text.prose if any(button in words for button in known)]
    if len(found) != 1:
        yield (found or [1])[-1], f"expected once, before the first code cell: {' or '.join(known)}"
    elif text.cells and found[0] > text.cells[0].line:
        yield found[0], "expected the button before the first code cell"
    for line in text.breaks_in_fences:
        yield line, "+++ would split the cell here; indent it, or leave it out"
    if text.unclosed:
        yield text.unclosed, "expected a line ``` that closes this block"


def _cells(lesson: str, text: LessonText, known: Named) -> Iterator[tuple[int, str]]:
    for number, cell in enumerate(text.cells):
        missing = [setting for setting in CELL_SETTINGS if setting not in cell.head]
        if missing:
            yield cell.line, f"expected {' and '.join(missing)} in the cell's head, between two lines ---"
        call = parse(cell, verbs.VERBS)
        if isinstance(call, str):
            yield cell.line, call
            continue
        if (call.verb == "begin") != (number == 0):
            yield call.line, "expected begin in the first cell, and there only"
        for fault in verbs.faults(call, lesson, known):
            yield call.line, fault


def asked(path: Path) -> set[str]:
    """Return the ids a lesson's cells name, of questions and tasks."""
    try:
        calls = [parse(cell, verbs.VERBS) for cell in take_apart(path).cells]
    except (OSError, UnicodeDecodeError):
        return set()
    return {str(call.arguments[0]) for call in calls if not isinstance(call, str) and call.arguments}


def _notes(path: Path, root: Path, known: Named, passages: Collection[str]) -> list[Problem]:
    notes = Folders(root).teaching / path.name
    name = notes.relative_to(root).as_posix()
    try:
        lines = after_head(notes.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        if (root / CLASS_COPY).exists():
            return []  # they are the instructor's
        return [Problem(name, 1, f"expected teaching notes for {path.name} here")]
    found = [
        *prose.heading_faults(lines),
        *prose.link_faults(lines, notes.parent),
        *prose.reference_faults(lines, known.library.sigla, passages),
        *bare_faults(lines, passages),
    ]
    ids = {*known.questions, *known.keys, *known.pictures}
    found += [
        (number, f"{named}: no such question, task or picture")
        for number, line in lines
        for named in _IN_NOTES.findall(line)
        if named not in ids and not (path.parent / f"{named}.md").exists()
    ]
    return sorted(Problem(name, line, message) for line, message in found)
