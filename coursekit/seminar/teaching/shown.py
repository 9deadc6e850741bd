"""What a teaching note names, shown: a question with its key, a task, a picture in words, a card, a misconception."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.authoring.reading import read_text
from coursekit.dates.days import words
from coursekit.html import Safe, join, prose, tag
from coursekit.outline import outline, take_apart
from coursekit.questions import feedback, kind_named, twin
from coursekit.questions.misconceptions import codes
from coursekit.questions.rubric import Rubric
from coursekit.seminar.right_answer import right_answer, samples
from coursekit.seminar.teaching.named import anchor

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.questions import Question
    from coursekit.questions.misconceptions import Misconception
    from coursekit.sources import Fact


def card(course: Course, name: str) -> Safe:
    """Return a question, task or picture under its id."""
    exercise = course.exercises.of_question(name)
    question = exercise.question(name) if exercise else course.questions.find(name)
    if question:
        where = f"Exercise {exercise.id[:2]}" if exercise else where_asked(course, name)
        return join(_heading(name, where), question_card(course, question))
    if name in {path.stem for path in sealed.files(course.folders.keys)}:
        key = course.key(name)
        told = [tag("p", prose(part)) for part in key.prompt.split("\n\n")]
        what = tag(
            "p", f"An annotation task on {key.source} {key.paragraphs}, about {key.about} marks.", class_="quiet"
        )
        return join(_heading(name, where_asked(course, name)), tag("div", what, *told, class_="ck-twin"))
    path = course.picture(name)
    data = tomllib.loads(read_text(path, path.name)[0])
    told = [tag("p", str(data.get(part, ""))) for part in ("title", "summary") if data.get(part)]
    return join(_heading(name, f"A picture in lesson {int(name[:2])}"), tag("div", *told, class_="ck-twin"))


def question_card(course: Course, question: Question) -> Safe:
    """Return a question as it is asked, and folded below it what is right, why, and what is told of wrong answers."""
    labels = kind_named(question.kind).labels(question, {})
    reasons = [
        tag("li", tag("em", prose(labels.get(part, part))), ": ", prose(said))
        for part, said in feedback(question)
        if said and not part.startswith("comment:")
    ]
    told = samples(question) if isinstance(question, Rubric) else right_answer(question)
    caught = ", ".join(dict.fromkeys(codes(question)))
    told += [tag("p", f"Catches {caught}.", class_="quiet")] * bool(caught)
    key = [*told, tag("ul", *reasons)] if reasons else told
    shown = tag("details", tag("summary", "The key, and what is told"), *key) if key else Safe("")
    return tag("div", Safe(twin(question, shelf=course.shelf)), shown, class_="ck-twin")


def where_asked(course: Course, name: str) -> str:
    """Return lesson and sitting in which a question or task is asked, by its id."""
    said = f"Lesson {int(name[:2])}"
    text = next((path for path in course.folders.lesson_texts if path.name.startswith(f"{name[:2]}-")), None)
    cut = outline(take_apart(text)) if text else None
    if cut is None or not cut.marked:
        return said
    found = next((each for each in cut.sittings if name in (*each.questions, *each.tasks)), None)
    return f"{said}, sitting {found.number}: {found.title}" if found else said


def fact_card(fact: Fact) -> Safe:
    """Return a fact as a card to be handed out."""
    head = tag("h3", tag("code", fact.id), f" {fact.title}" if fact.title else "")
    when = [tag("p", tag("strong", words(fact.date)))] if fact.date else []
    rests = f" Bears on {', '.join(fact.rests)}." if fact.rests else ""
    checked = tag("p", f"{fact.certainty}: {fact.checked}{rests}", class_="quiet")
    return tag("section", head, *when, tag("p", prose(fact.statement)), checked, class_="card", id=anchor(fact.id))


def misconception_card(each: Misconception, asked: list[str]) -> Safe:
    """Return a misconception with what to ask instead, and the questions that catch it."""
    caught = [tag("p", f"Caught in {', '.join(asked)}.", class_="quiet")] if asked else []
    head = tag("h3", tag("code", each.id), f" {each.name}")
    return tag("section", head, tag("p", each.instead), *caught, class_="card", id=anchor(each.id))


def _heading(name: str, where: str) -> Safe:
    return tag("h3", tag("code", name), f" · {where}", id=anchor(name))
