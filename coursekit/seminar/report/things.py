"""What could be worth the next hour: each decision, misconception and disputed passage, with its weight.

The weight is a figure from 0 to 1: of a decision, how far it divides the class (`readings`); of a misconception, the
share of those whose answers could show it that do; of a passage, how far its readers are apart on it (twice
`disagreement`'s figure, which is 1/2 where half mark and half do not). What is under a third is not worth the hour,
nor is what rests on fewer than five.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.questions import feedback
from coursekit.questions.references import named
from coursekit.seminar.report.few import enough

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursekit.questions import Question
    from coursekit.seminar.report.disagreement import Disagreement, Passage, Word
    from coursekit.seminar.report.misconceptions import Held
    from coursekit.seminar.report.readings import Decided
    from coursekit.seminar.report.teaching import Vote

MOST_PASSAGES = 3
LEAST_WEIGHT = 1 / 3
NOT_MARKED = "not marked"
Pair = tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class Thing:
    """One thing worth the time.

    Parameters
    ----------
    subject
        The question or task it is about: an hour has one thing of each.
    lesson, about
        The lesson it belongs to, and what it is about, in words.
    passages
        Where to look, as ``LOG p5``.
    vote
        What to ask the class.
    pair
        The two readings that divide it, with how many took each; empty where no two do.
    weight, rests_on
        The figure by which it was chosen, and where that comes from, in a sentence.
    code
        The misconception it is about, else "".
    lesson_vote, turn
        From the lesson's notes: its own vote, and what they say on the misconception.
    """

    subject: str
    lesson: str
    about: str
    passages: tuple[str, ...]
    vote: str
    pair: Pair
    weight: float
    rests_on: str
    code: str = ""
    lesson_vote: Vote | None = None
    turn: str = ""


def of_decisions(every: Iterable[Decided]) -> Iterator[Thing]:
    """Yield the decisions that divide the class."""
    for each in every:
        if each.divides >= LEAST_WEIGHT and each.question.scores:  # a warm-up is over
            rests_on = f"{each.n} decided this in {each.exercise} ({each.question.id})."
            yield _decision(each, each.about or each.question.prompt, each.divides, rests_on)


def of_misconceptions(held: Iterable[Held], every: Sequence[Decided]) -> Iterator[Thing]:
    """Yield the misconceptions that many hold, each with the decision it shows in that divides the class most."""
    for each in held:
        weight = len(each.holders) / each.asked
        name, often = each.questions[0]
        own = [decided for decided in every if decided.question.id == name]
        if own and weight >= LEAST_WEIGHT and enough(len(each.holders)):
            most = max(own, key=lambda decided: decided.divides)
            rests_on = f"{len(each.holders)} of {each.asked} people show it, {often} of them in {name}."
            about = f"{each.code}: {each.name}" if each.name != each.code else each.code
            yield _decision(most, about, weight, rests_on, each.code)


def of_disputes(disputes: Iterable[Disagreement]) -> Iterator[Thing]:
    """Yield the most disputed passage of each text."""
    for each in (dispute for dispute in disputes if dispute.passages):
        passage = each.passages[0]
        weight = min(1.0, 2 * passage.dispute)
        if enough(each.n) and weight >= LEAST_WEIGHT:
            words, pair = _most_divided(each, passage)
            yield Thing(
                subject=each.marked.id,
                lesson=lesson_of(each.marked.exercise),
                about=passage.text,
                passages=(passage.at,),
                vote=f"{each.marked.prompt} What would you do with ‘{words}’?",
                pair=pair,
                weight=weight,
                rests_on=f"{passage.by} of {each.n} readers marked words of it ({each.marked.id}).",
            )


def lesson_of(exercise: str) -> str:
    """Return the number of the lesson that an exercise belongs to, or that was handed in itself."""
    return exercise.removeprefix("L")[:2]


def passages_of(question: Question, part: str, about: str) -> tuple[str, ...]:
    """Return where a part of a question is decided.

    That is what its own words name, and its feedback; else what the feedback on the rest of its row names; else what
    the question rests on.
    """
    row, _, column = part.partition(":")
    said = feedback(question)
    own = [words for name, words in said if name == part]
    beside = [words for name, words in said if column and name.startswith(f"{row}:")]
    for every in ([about, *own], beside):
        found = dict.fromkeys(place for words in every for place in named(words, question, part))
        if found:
            return tuple(found)[:MOST_PASSAGES]
    return question.rests_on[:MOST_PASSAGES]


def _decision(decided: Decided, about: str, weight: float, rests_on: str, code: str = "") -> Thing:
    two = decided.readings[:2] if len(decided.readings) > 1 else ()
    return Thing(
        subject=decided.question.id,
        lesson=lesson_of(decided.exercise),
        about=about,
        passages=passages_of(decided.question, decided.part, decided.about),
        vote=f"{decided.question.prompt} {decided.about}".strip(),
        pair=tuple((each.words, each.number) for each in two),
        weight=weight,
        rests_on=rests_on,
        code=code,
    )


def _most_divided(of: Disagreement, passage: Passage) -> tuple[str, Pair]:
    """Return the words of a passage that divide its readers most, as far as they run on alike, and into what."""
    told = [(word, _two(of, word)) for word in passage.words]
    at = max(range(len(told)), key=lambda each: told[each][1][-1][1] if len(told[each][1]) > 1 else 0)
    last = at
    while (
        last + 1 < len(told) and told[last + 1][1] == told[at][1] and _next(passage, told[last][0], told[last + 1][0])
    ):
        last += 1
    return passage.text[told[at][0].start : told[last][0].end], told[at][1]


def _next(passage: Passage, one: Word, other: Word) -> bool:
    return not any(map(str.isalnum, passage.text[one.end : other.start]))


def _two(of: Disagreement, word: Word) -> Pair:
    """Return the two commonest things that readers did with a word."""
    names = of.marked.tags
    given = [(" + ".join(sorted(names.get(tag, tag) or "marked" for tag in tags)), n) for tags, n in word.given.items()]
    given += [(NOT_MARKED, of.n - word.by)] if of.n > word.by else []
    return tuple(sorted(given, key=lambda each: (-each[1], each[0]))[:2])
