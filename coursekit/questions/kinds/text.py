"""A short text, read by people: by the learner with a rubric, by a teacher.

Marking: none by machine. A text that has anything in it is “human”, a blank one unanswered; too few or
too many words are told, never punished. The learner sets a level for each row of the rubric; once all
are set (or there is no rubric) the sample answers come with their comments. A prediction has no rubric:
its points to compare come at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.html import prose, tag
from coursekit.questions.answers import text_of, text_problem
from coursekit.questions.base import Answer, Mark, Note, State, note, unanswered
from coursekit.questions.kind import Kind, Reader
from coursekit.questions.page import hint
from coursekit.questions.pointing import count_words
from coursekit.questions.rubric import LEVELS, Rubric, RubricRow, load_bounds, load_rubric, load_samples

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts

LONGEST = 20_000


@dataclass(frozen=True, kw_only=True)
class Text(Rubric):
    """Asks for some sentences."""

    compare: tuple[str, ...]


class _Text(Kind[Text]):
    open_ended = typed = True
    plain_key = "text"

    def load(self, table: Table, common: Mapping[str, Any]) -> Text:
        question = Text(
            **common,
            words=load_bounds(table),
            rows=load_rubric(table),
            samples=load_samples(table),
            compare=table.texts("compare"),
        )
        if question.purpose == "prediction" and question.rows:
            raise table.error("row", "expected no rubric for a prediction: it cannot be wrong")
        return question

    def problem(self, question: Text, answer: Answer) -> str | None:
        levels = answer.get("levels")
        if levels is not None and not isinstance(levels, dict):
            return "The answer's levels should say for each row a number."
        known = {row.id for row in question.rows}
        for row, level in (levels or {}).items():
            if row not in known:
                return "The answer sets a level for a row that this question does not have."
            if level is not None and (not isinstance(level, int) or isinstance(level, bool) or not 0 <= level < LEVELS):
                return f"A level goes from 0 to {LEVELS - 1}."
        return text_problem(answer, "text", most=LONGEST)

    def mark(self, question: Text, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        text = text_of(answer, "text")
        if not text:
            return unanswered(question)
        levels = _levels(answer)
        notes = [*_length(question, text), *(_own(row, levels) for row in question.rows)]
        notes += [note(f"compare:{n}", "note", words) for n, words in enumerate(question.compare, start=1)]
        if all(row.id in levels for row in question.rows):
            for sample in question.samples:
                notes += [Note(f"sample:{sample.level}", "note", sample.text)]
                notes += [note(f"comment:{sample.level}", "note", sample.comment)]
        return Mark("human", 0.0, question.points, tuple(notes))

    def view(self, question: Text, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        return {
            "words": list(question.words) if question.words else None,
            "rows": [row.view() for row in question.rows],
        }

    def body(self, question: Text, answer: Answer) -> Iterable[Safe]:
        body = [hint(f"{question.words[0]} to {question.words[1]} words.")] if question.words else []
        rows = [tag("li", tag("strong", row.name), ": ", prose("; ".join(row.levels))) for row in question.rows]
        body += [hint("It will be read for:"), tag("ul", *rows, class_="ck-rows")] if rows else []
        if text := text_of(answer, "text"):
            written = [tag("p", part) for part in text.splitlines() if part.strip()]
            body += [hint("Your answer:"), tag("blockquote", *written, class_="ck-said")]
        return body

    def labels(self, question: Text, answer: Answer) -> Mapping[str, str]:  # noqa: ARG002
        rows = {row.id: row.name for row in question.rows}
        return rows | {f"sample:{level}": f"A {level} sample" for level in ("high", "middle", "low")}

    def read_by(self, question: Text) -> Reader:  # noqa: ARG002
        return "teacher"

    def worked(self, question: Text, tries: Sequence[tuple[Answer, State]]) -> Answer:  # noqa: ARG002
        """Return no text of its own: with all levels set, the samples are shown."""
        return tries[-1][0] | {"text": "…"}

    def typical(self, question: Text) -> list[tuple[Answer, State]]:
        levels = {row.id: 2 for row in question.rows}
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"text": " \n "}, "unanswered")]
        tries += [({"text": "", "levels": levels}, "unanswered"), ({"text": "Too short."}, "human")]
        tries += [({"text": sample.text, "levels": levels}, "human") for sample in question.samples]
        return [*tries, ({"text": "word " * 400, "levels": levels}, "human")]

    def feedback(self, question: Text) -> Iterable[tuple[str, str]]:
        said = [(f"comment:{sample.level}", sample.comment) for sample in question.samples]
        return [*said, *((f"compare:{n}", words) for n, words in enumerate(question.compare, start=1))]


def _levels(answer: Answer) -> dict[str, int]:
    return {row: level for row, level in (answer.get("levels") or {}).items() if level is not None}


def _length(question: Text, text: str) -> list[Note]:
    if question.words is None:
        return []
    count, (least, most) = count_words(text), question.words
    words = f"{count} word{'' if count == 1 else 's'}"
    within = "" if least <= count <= most else f"; {least} to {most} were asked for"
    return [Note("answer", "note", f"{words}{within}.")]


def _own(row: RubricRow, levels: Mapping[str, int]) -> Note:
    level = levels.get(row.id)
    if level is None:
        return Note(row.id, "note", "Read it again and set a level for this.")
    return Note(row.id, "note", f"You set level {level}: {row.levels[level]}")


KIND: Kind[Text] = _Text()
