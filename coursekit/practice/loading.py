"""Forms of the practice test as authors write them: ``lessons/practice/a.toml`` and ``b.toml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from coursekit.authoring import sealed
from coursekit.authoring.problems import Problem, problem_of, refuse
from coursekit.authoring.reading import inspect_table, read_table
from coursekit.errors import CourseError
from coursekit.practice.forms import (
    HEAD,
    KINDS,
    LEVELS,
    WEIGHTS,
    Form,
    Item,
    Kind,
    Option,
    Paper,
    Passage,
    Sample,
    Spot,
)

if TYPE_CHECKING:
    from coursekit.authoring.table import Table
    from coursekit.places import Folders

TWO = 2  # forms
FEWEST_OPTIONS, SAMPLES, LONGEST = 3, 3, 240  # LONGEST: minutes
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LEVEL = re.compile(r"^[0-3]:\s*")


def forms(folders: Folders) -> dict[str, Form]:
    """Return the two forms of a course by their ids; none where it has no practice test.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault; and where two forms are not parallel.
    """
    files = sealed.files(folders.practice)
    found = {path.stem: load_form(path, folders.name(path)) for path in files}
    if files:
        refuse(_apart(list(found.values()), folders.name(files[0])))
    return found


def check_forms(folders: Folders) -> list[Problem]:
    """Return all that is wrong with the forms of a course; of one without a practice test nothing."""
    files = sealed.files(folders.practice)
    problems: list[Problem] = []
    for path in files:
        table = inspect_table(path, folders.name(path))
        if table.data:
            _form(table, path.stem)
        problems += table.problems
    if problems or not files:
        return problems
    try:
        forms(folders)
    except CourseError as error:
        problems.append(problem_of(error))
    return problems


def load_form(path: Path, name: str = "") -> Form:
    """Read a form; ``name`` is what messages call its file. Raises CourseError for the first fault, as `forms`."""
    return _form(read_table(path, name), path.stem)


def _form(table: Table, name: str) -> Form:
    form = Form(
        id=name,
        version=table.whole("version", 1, least=1),
        title=table.phrase("title"),
        event=table.text("event"),
        minutes=table.whole("minutes", least=1, most=LONGEST),
        papers=tuple(_paper(entry) for entry in table.tables("papers", least=1)),
        items=(),
    )
    entries = table.tables("items", least=1)
    items = tuple(_item(entry, form) for entry in entries)
    _once(table.tables("papers"), "papers")
    _once(entries, "items")
    table.done()
    return Form(form.id, form.version, form.title, form.event, form.minutes, form.papers, items)


def _paper(entry: Table) -> Paper:
    head, body = (tuple(" ".join(each.split()) for each in entry.listed(key)) for key in ("head", "body"))
    for key, lines in (("head", head), ("body", body)):
        if not lines:
            entry.fault(key, "expected at least one line")
    paper = Paper(_name(entry), entry.phrase("title"), head, body)
    entry.done()
    return paper


def _item(entry: Table, form: Form) -> Item:
    kind = cast("Kind", entry.one_of("kind", KINDS))
    name, move, prompt = _name(entry), entry.phrase("move"), entry.text("prompt")
    where = entry.where
    if kind == "weighted":
        item = Item(name, move, kind, prompt, options=_options(entry), where=where)
    elif kind == "written":
        rubric = tuple(_LEVEL.sub("", line) for line in entry.listed("rubric"))
        if len(rubric) != LEVELS:
            entry.fault("rubric", f"expected {LEVELS} lines, one for each level from 0 to 3, found {len(rubric)}")
        item = Item(
            name, move, kind, prompt, rubric=rubric, samples=_samples(entry), say=entry.text("say"), where=where
        )
    else:
        accepted, near = _passages(entry, "accepted", form, least=1), _passages(entry, "near", form)
        shared = {each.spot for each in accepted} & {each.spot for each in near}
        if shared:
            entry.fault("near", "expected other sentences than those that are accepted")
        item = Item(
            name, move, kind, prompt, accepted=accepted, near=near, feedback=entry.text("feedback"), where=where
        )
    entry.done()
    return item


def _options(entry: Table) -> tuple[Option, ...]:
    found = []
    for each in entry.tables("options", least=FEWEST_OPTIONS):
        weight = each.whole("weight", least=0, most=max(WEIGHTS))
        if weight not in WEIGHTS:
            each.fault("weight", f"expected one of {', '.join(map(str, WEIGHTS))}, found {weight}")
        found.append(Option(each.text("text"), weight, each.text("feedback")))
        each.done()
    weights = [each.weight for each in found]
    if found and (weights.count(max(WEIGHTS)) != 1 or 0 not in weights):
        entry.fault("options", "expected one option of weight 4, and at least one of weight 0")
    return tuple(found)


def _samples(entry: Table) -> tuple[Sample, ...]:
    found = []
    for each in entry.tables("samples", least=SAMPLES):
        found.append(Sample(each.whole("level", least=0, most=LEVELS - 1), each.text("text"), each.text("comment", "")))
        each.done()
    if found and len({each.level for each in found}) < SAMPLES:
        entry.fault("samples", f"expected samples of {SAMPLES} levels")
    return tuple(sorted(found, key=lambda each: each.level))


def _passages(entry: Table, key: str, form: Form, least: int = 0) -> tuple[Passage, ...]:
    found = []
    for each in entry.tables(key, least=least):
        name, quote = each.phrase("paper"), each.phrase("quote")
        paragraph = each.whole("paragraph", least=HEAD)
        feedback = each.text("feedback", "" if key == "accepted" else None)
        paper = form.paper(name)
        if paper is None:
            each.fault("paper", f"expected the id of a paper of this form, found “{name}”")
        else:
            held = paper.holding(paragraph, quote)
            if len(held) == 1:
                found.append(Passage(Spot(name, paragraph, held[0]), quote, feedback))
            else:
                where = f"paragraph {paragraph}" if paragraph else "the head"
                each.fault("quote", f"expected words that stand once in one sentence of {where}, found {len(held)}")
        each.done()
    return tuple(found)


def _name(entry: Table) -> str:
    name = entry.phrase("id")
    if not _ID.fullmatch(name):
        entry.fault("id", f"expected small letters, digits and hyphens, as letter or a-1, found “{name}”")
    return name


def _once(entries: list[Table], what: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = str(entry.raw("id"))
        if name in seen:
            entry.fault("id", f"expected an id used once among the {what}, found “{name}” twice")
        seen.add(name)


def _apart(found: list[Form], file: str) -> list[Problem]:
    """Return why forms are not two parallel ones: item by item of one kind and one move."""
    if len(found) != TWO:
        return [Problem(file, 1, f"expected two forms in {Path(file).parent.as_posix()}, found {len(found)}")]
    first, second = found
    if len(first.items) != len(second.items):
        line = second.items[-1].where
        return [line.problem(f"items: expected {len(first.items)}, as form {first.id} has, found {len(second.items)}")]
    pairs = zip(first.items, second.items, strict=True)
    apart = [
        two.where.problem(
            f"{two.id}: expected kind {one.kind} and move {one.move}, as {one.id} has, found {two.kind} and {two.move}"
        )
        for one, two in pairs
        if (one.kind, one.move) != (two.kind, two.move)
    ]
    both = {each.id for each in first.items} & {each.id for each in second.items}
    return apart + [
        Problem(file, 1, f"{name}: expected an id that only one of the forms uses") for name in sorted(both)
    ]
