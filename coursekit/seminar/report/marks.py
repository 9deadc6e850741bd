"""The report's section on marks: where readers disagree, as figures and as heat over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, prose, tag
from coursekit.pictures.heat.figure import Heat, Hot, HotPassage, Layer, heat
from coursekit.seminar.report.few import FEWEST, enough, told
from coursekit.seminar.report.looks import figure, quiet, section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursekit.agreement.nominal_alpha import Alpha
    from coursekit.seminar.report.disagreement import Disagreement, Passage, Word
    from coursekit.seminar.report.marked import TaskMarked

MOST_PASSAGES = 8
_LEAST = 2  # readers who can disagree
_HINT = (
    "Alpha is Krippendorff's, for names, word by word; 1 is full agreement, 0 what chance gives. Where to mark: over "
    "every word of the paragraphs that anybody marked, marked or not. What to call it: over the words that two readers "
    "at least have marked, by the tag. The passages on which most pairs of readers differ come first."
)


def marks(every: Sequence[Disagreement], tasks: Sequence[TaskMarked], *, projected: bool) -> Safe:
    """Return where marks disagree, text by text, and what is missing because nobody handed it in."""
    shown = [each for each in every if each.passages and (not projected or enough(each.n))]
    hint = [quiet(_HINT)] if shown else []
    texts = [_text(each, projected=projected) for each in shown]
    return section("Where marks disagree", *hint, *texts, *_missing(tasks, projected=projected))


def _missing(tasks: Sequence[TaskMarked], *, projected: bool) -> Iterator[Safe]:
    """Say of which tasks there is no heat, and why."""
    absent = dict.fromkeys(each.lesson for each in tasks if not each.handed)
    if absent:
        some = any(each.handed for each in tasks)
        which = "these lessons in" if some else "in a lesson in which one marks"
        yield tag(
            "p",
            f"No marks of {', '.join(absent)}: nobody handed {which}. ",
            "Marks come with a lesson, not with its exercise: learners hand one in with ",
            tag("code", f"python3 course.py hand-in {next(iter(absent))}"),
            ".",
        )
    least = FEWEST if projected else _LEAST
    few = [tag("code", each.task) for each in tasks if each.handed and each.readers < least]
    if few:
        need = f"fewer than {least} readers marked it"
        yield tag("p", "Handed in, and without a picture because ", need, ": ", *_listed(few), ".")


def _listed(parts: Sequence[Safe]) -> Iterator[str | Safe]:
    for at, part in enumerate(parts):
        yield from (", ", part) if at else (part,)


def _text(of: Disagreement, *, projected: bool) -> Safe:
    asides = [f"{of.n} readers."]
    if of.marked.lost and not projected:
        asides.append(f"{of.marked.lost} marks stand where the calendar has no such words.")
    if of.marked.after and not projected:
        asides.append(f"{of.marked.after} were made when the expert's could be seen, and are left out.")
    figures = [f"Where to mark: alpha {_said(of.where)}."]
    if of.marked.tags:
        figures.append(f"What to call it: alpha {_said(of.what)}.")
    passages = tuple(_passage(of, each, projected=projected) for each in of.passages[:MOST_PASSAGES])
    left = len(of.passages) - len(passages)
    more = f" {left} more passages were marked." if left > 0 else ""
    picture = heat(Heat(of.marked.id, f"The {len(passages)} most disputed passages.{more}", passages))
    head = tag("p", tag("code", of.marked.id), " ", prose(of.marked.prompt))
    return tag("div", head, tag("p", " ".join((*asides, *figures))), picture)


def _said(alpha: Alpha) -> str:
    if alpha.value is None:
        why = "no word was marked by two" if not alpha.units else "all gave it one name"
        return f"not defined ({why})"
    return f"{figure(alpha.value)} (n = {alpha.units} words)"


def _passage(of: Disagreement, passage: Passage, *, projected: bool) -> HotPassage:
    names = of.marked.tags
    tags = sorted({tag for word in passage.words for tags in word.given for tag in tags}) if names else []
    whole = [(word, word.by) for word in passage.words]
    by_tag = [(names.get(each, each), [(word, word.tagged(each)) for word in passage.words]) for each in tags]
    layers = [("any tag" if names else "marked", whole), *by_tag]
    drawn = tuple(Layer(name, tuple(_hot(words, of.n, projected=projected))) for name, words in layers)
    by = told(passage.by, whole=not projected)
    return HotPassage(passage.at, passage.text, f"marked by {by} of {of.n}; {_differ(passage)}", drawn)


def _differ(passage: Passage) -> str:
    return f"on its words {100 * passage.dispute:.0f} % of the pairs of readers differ"


def _hot(words: Iterable[tuple[Word, int]], n: int, *, projected: bool) -> Iterator[Hot]:
    for word, by in words:
        if by:
            # Where it is projected, how strong a word is does not tell how many under five marked it.
            share = 0.0 if projected and not enough(by) else by / n
            yield Hot(word.start, word.end, share, f"{told(by, whole=not projected)} of {n}")
