"""How far two passes over one annotation task agree.

A pass is a key (`coursekit.annotation.keys`) that somebody made without knowing the other one. Two things are
measured, and both before anything is mended:

*Marks.* The unit is a mark. A mark of one pass meets a mark of the other when both stand in the same paragraph and
share at least half of the shorter, as `coursekit.questions.pointing` has it for learners. Each mark meets at most
one; where there is a choice, one with the same tag. Of a mark's tags only the first counts, which is its maker's own.

*Alpha.* The unit is a paragraph and a tag: does the pass give this tag anywhere in this paragraph? All paragraphs
of the task and all tags it offers are taken, so that leaving a thing unmarked counts as a decision too. The
coefficient is that of `coursekit.agreement.alpha`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.agreement.alpha import binary_alpha
from coursekit.annotation.keys import load_key
from coursekit.authoring.problems import Problem
from coursekit.errors import CourseError
from coursekit.questions.pointing import touches
from coursekit.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from coursekit.annotation.keys import Key, KeySpan
    from coursekit.course import Course
    from coursekit.questions.shelf import Texts

PASSES = ("first", "second")  # folders in lessons/keys: each pass as it was before the two were compared


@dataclass(frozen=True)
class Passes:
    """Two passes side by side.

    ``pairs`` are the marks that met; ``first`` and ``second`` those of one pass that met none; ``alpha`` is None
    where no tag was given at all, or all everywhere.
    """

    pairs: tuple[tuple[KeySpan, KeySpan], ...]
    first: tuple[KeySpan, ...]
    second: tuple[KeySpan, ...]
    units: int
    differ: int
    alpha: float | None

    @property
    def same(self) -> int:
        """Pairs with the same tag."""
        return sum(one.tags[0] == other.tags[0] for one, other in self.pairs)

    def figures(self) -> str:
        """Return the figures in a sentence, as the teaching notes print it."""
        met, marks = len(self.pairs), (len(self.pairs) + len(self.first), len(self.pairs) + len(self.second))
        alpha = "not defined" if self.alpha is None else f"{self.alpha:.2f}"
        return (
            f"{marks[0]} and {marks[1]} marks; {met} met ({_share(2 * met, sum(marks))} of all marks), "
            f"{self.same} of them with the same tag ({_share(self.same, met)}); "
            f"alpha {alpha} over {self.units} units, {self.differ} of which differ"
        )

    def lines(self) -> list[str]:
        """Return the figures, and then every difference in the order of the paragraphs' names."""
        other = [(one, two) for one, two in self.pairs if one.tags[0] != two.tags[0]]
        told = [f"other tag: {_said(one)} | {_said(two)}" for one, two in other]
        told += [f"only in the first: {_said(mark)}" for mark in self.first]
        told += [f"only in the second: {_said(mark)}" for mark in self.second]
        return [self.figures(), *told]

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "figures": self.figures(),
            "pairs": [
                {"first": one.id, "second": two.id, "tags": [one.tags[0], two.tags[0]]} for one, two in self.pairs
            ],
            "first": [mark.id for mark in self.first],
            "second": [mark.id for mark in self.second],
            "units": self.units,
            "differ": self.differ,
            "alpha": self.alpha,
        }


def compare_files(first: Path, second: Path, course: Course) -> Passes:
    """Read two passes over a task of a course and compare them.

    Raises
    ------
    CourseError
        When one cannot be read, or they are not about the same task.
    """
    keys = load_key(first), load_key(second)
    tags, library = course.tag_sets, course.library
    for name in keys[0].sets:
        if name not in tags:
            raise CourseError(f"{first}: sets: {name} is not in sources/tags.toml")
    offered = keys[0].tags or tuple(tag.id for name in keys[0].sets for tag in tags[name].tags)
    source = library.source(keys[0].source)
    edition = source.guide if keys[0].edition == "guide" else source.text
    if edition is None:
        raise CourseError(f"{first}: edition: the full text of {keys[0].source} is not at hand")
    paragraphs = [paragraph.id for paragraph in edition.select(keys[0].paragraphs)]
    return compare_passes(*keys, paragraphs, offered, course.texts)


def check_passes(course: Course) -> list[Problem]:
    """Return what is wrong with a course's pairs of passes: each is to be whole, and its figures are to be published.

    The passes over ``lessons/keys/NN-task.toml`` are ``lessons/keys/first/NN-task.toml`` and
    ``lessons/keys/second/NN-task.toml``; the figures stand, word for word, in the teaching notes of lesson NN.
    """
    problems = []
    keys = course.folders.keys
    for name in sorted({path.name for folder in PASSES for path in (keys / folder).glob("*.toml")}):
        shown = course.folders.name(keys / PASSES[1] / name)
        missing = [path for path in (keys / name, *(keys / each / name for each in PASSES)) if not path.exists()]
        if missing:
            there = ", ".join(course.folders.name(path) for path in missing)
            problems.append(Problem(shown, 1, f"expected the task, a first and a second pass; {there} is missing"))
            continue
        try:
            figures = compare_files(keys / PASSES[0] / name, keys / PASSES[1] / name, course).figures()
        except CourseError as error:
            problems.append(Problem(shown, 1, str(error)))
            continue
        notes = [path.read_text(encoding="utf-8") for path in course.folders.teaching.glob(f"{name[:2]}-*.md")]
        if not any(figures in " ".join(text.split()) for text in notes):
            problems.append(Problem(shown, 1, f"expected these figures in the lesson's teaching notes: {figures}"))
    return problems


def compare_passes(first: Key, second: Key, paragraphs: Collection[str], tags: Collection[str], texts: Texts) -> Passes:
    """Compare two passes.

    Parameters
    ----------
    first, second
        The passes.
    paragraphs, tags
        What the task lets one choose from.
    texts
        The words of the paragraphs, in which quotations are found.
    """
    if (first.id, first.source, first.edition) != (second.id, second.source, second.edition):
        raise CourseError(f"{first.id} and {second.id}: expected two passes over the same task of the same edition")
    pairs = _pairs(first, second, texts)
    met = {mark.id for mark, _ in pairs}, {mark.id for _, mark in pairs}
    cells = tuple({(mark.paragraph, mark.tags[0]) for mark in key.spans} for key in (first, second))
    every = {(paragraph, tag) for paragraph in paragraphs for tag in tags}
    outside = (cells[0] | cells[1]) - every
    if outside:
        raise CourseError(f"{first.id}: {' '.join(min(outside))}: no such paragraph or tag in this task")
    units, differ, yes = len(every), len(cells[0] ^ cells[1]), len(cells[0]) + len(cells[1])
    return Passes(
        pairs=pairs,
        first=tuple(mark for mark in first.spans if mark.id not in met[0]),
        second=tuple(mark for mark in second.spans if mark.id not in met[1]),
        units=units,
        differ=differ,
        alpha=binary_alpha(units, yes, differ),
    )


def _pairs(first: Key, second: Key, texts: Texts) -> tuple[tuple[KeySpan, KeySpan], ...]:
    meet = [(one, two) for one in first.spans for two in second.spans if _meet(first, one, two, texts)]
    # Same tag before other tag, and the marks with the fewest choices first; otherwise as they stand.
    choices = Counter(id(mark) for pair in meet for mark in pair)
    meet.sort(key=lambda pair: (pair[0].tags[0] != pair[1].tags[0], choices[id(pair[0])] + choices[id(pair[1])]))
    taken: set[int] = set()
    pairs = []
    for pair in meet:
        if taken.isdisjoint(map(id, pair)):
            taken |= set(map(id, pair))
            pairs.append(pair)
    return tuple(sorted(pairs, key=lambda pair: first.spans.index(pair[0])))


def _meet(key: Key, one: KeySpan, two: KeySpan, texts: Texts) -> bool:
    span = Span(key.source, key.edition, one.paragraph, 0, len(one.quote), one.quote)
    return touches(span, two.paragraph, two.quote, texts)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"


def _said(mark: KeySpan) -> str:
    return f"{mark.paragraph} “{mark.quote}” {mark.tags[0]} ({mark.id})"
