"""A lesson's annotation task on the page that goes back: the learner's marks, and the expert's beside them.

The expert's stand there only where right answers are shown. The verdicts are worded as in the reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.annotation.beside import compare
from coursekit.html import Safe, join, prose, tag
from coursekit.marking.handed_marks import AFTER
from coursekit.marking.visible import visible
from coursekit.spans import Annotation, Placed, anchor
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coursekit.annotation.beside import Passage
    from coursekit.annotation.keys import Key, KeySpan
    from coursekit.course import Course
    from coursekit.sources import Source
    from coursekit.spans import Span

    Marks = Sequence[Mapping[str, Any]]

MOST_QUOTE = 400


def task_section(task: str, marks: Marks, course: Course, *, keys: bool) -> Safe:
    """Return a task with what was marked for it.

    Parameters
    ----------
    task
        The annotation task's id.
    marks
        The learner's marks, as a hand-in has them.
    course
        Where key, tags and text are.
    keys
        Whether the expert's marks are shown.

    Raises
    ------
    CourseError
        When the task's key or its source is faulty.
    """
    key = course.key(task)
    own = _Own(key, marks, course)
    head = [tag("h2", "Marks · ", tag("code", task)), tag("p", prose(key.prompt), class_="ck-prompt")]
    if not marks:
        head.append(tag("p", "You marked nothing here, or handed in without it."))
    body = _beside(key, own, marks) if keys else _alone(own, marks)
    return tag("section", *head, *body, id=task)


class _Own:
    """The learner's marks of a task, ready to be shown."""

    def __init__(self, key: Key, marks: Marks, course: Course) -> None:
        self._names = {each.id: each.name for name in key.sets for each in course.tag_sets[name].tags}
        self.source = course.library.source(key.source)
        self.by_id = {str(each["id"]): Annotation.from_json(each) for each in marks}
        self._late = {str(each["id"]) for each in marks if each.get(AFTER)}

    def named(self, tag_id: str) -> str:
        """Return a tag's name; one that the course does not have is called by its id."""
        return self._names.get(tag_id) or visible(tag_id)

    def shown(self, mark: str) -> Safe:
        """Return a mark: where, the words, the tag, and what the learner wrote beside it."""
        found = self.by_id[mark]
        said = [" · made once the expert’s marks could be seen"] if mark in self._late else []
        lost = [" · without a place in the text as it is here"] if _lost(found.spans, self.source) else []
        lines = [each for each in found.comment.splitlines() if each.strip()]
        comment = [tag("blockquote", *(tag("p", each) for each in lines))] if lines else []
        name = tag("strong", self.named(found.tag))
        return join(*_where(found.spans), ": ", name, tag("span", *said, *lost, class_="quiet"), *comment)


def _alone(own: _Own, marks: Marks) -> Iterable[Safe]:
    if marks:
        yield tag("ul", *(tag("li", own.shown(each)) for each in _in_order(own, own.by_id)), class_="marks")
    yield tag("p", "In the lesson, the expert’s marks can be laid over yours once you have finished.", class_="quiet")


def _beside(key: Key, own: _Own, marks: Marks) -> Iterable[Safe]:
    source = own.source
    found = compare(key, marks, *(each for each in (source.guide, source.text) if each))
    yield tag(
        "p",
        f"Where you and the expert meet: {found.found} of {count(found.of, 'passage')}. Where you do not, who has the "
        "better reason?",
    )
    spans = {each.id: each for each in key.spans}
    rows = [_passage(spans[each.key], each, key, own) for each in found.passages]
    yield tag("ul", *(tag("li", row, class_="beside") for row in rows), class_="marks")
    on_some = {mark for each in found.passages for mark in each.yours}
    if alone := [each for each in own.by_id if each not in on_some]:
        yield tag("h3", "What you alone marked")
        yield tag("p", "It need not be an error: the expert left it unmarked.", class_="quiet")
        yield tag("ul", *(tag("li", own.shown(each)) for each in _in_order(own, alone)), class_="marks")


def _passage(span: KeySpan, passage: Passage, key: Key, own: _Own) -> Safe:
    expert = " or ".join(own.named(each) for each in span.tags)
    states = {"agreed": "You both", "other-tag": "You, otherwise", "not-marked": "You left it unmarked"}
    left = ", which is defensible too" if span.optional and passage.state == "not-marked" else ""
    yours = [tag("ul", *(tag("li", own.shown(each)) for each in passage.yours))] if passage.yours else []
    why = [tag("p", prose(words), class_="ck-hint") for words in (span.reason, span.also) if words]
    place = tag("code", f"{key.source} {span.paragraph}")
    return join(
        tag("div", tag("p", place, " ", tag("q", span.quote), ": the expert: ", tag("strong", expert)), *why),
        tag("div", tag("p", tag("b", f"{states[passage.state]}{left}{':' if yours else '.'}")), *yours),
    )


def _where(spans: tuple[Span, ...]) -> list[str | Safe]:
    found: list[str | Safe] = []
    for each in spans:
        found += [", "] * bool(found)
        found += [tag("code", f"{each.source} {each.paragraph}"), " ", tag("q", visible(each.quote, MOST_QUOTE))]
    return found


def _in_order(own: _Own, marks: Iterable[str]) -> list[str]:
    """Return marks as they follow in the text."""
    places = {each.id: number for number, each in enumerate(own.source.guide.paragraphs)}

    def place(mark: str) -> tuple[int, int]:
        first = own.by_id[mark].spans[0]
        return places.get(first.paragraph, len(places)), first.start

    return sorted(marks, key=place)


def _lost(spans: tuple[Span, ...], source: Source) -> bool:
    """Tell whether a mark has lost its place; of an edition that is not here nobody can tell."""
    editions = {each.name: each for each in (source.guide, source.text) if each}
    known = [(each, editions[each.edition]) for each in spans if each.edition in editions]
    return any(not isinstance(anchor(each, edition), Placed) for each, edition in known)
