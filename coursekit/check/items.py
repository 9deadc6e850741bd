"""Mechanical faults of questions: what gives a key away, what is missing, what rests on nothing.

The rest, whether a key holds and a distractor tempts, only readers can tell.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from coursekit import questions as room
from coursekit.authoring.settings import Wanted
from coursekit.check.bare import bare_in_question
from coursekit.check.in_step import in_step
from coursekit.check.item_course import Finding, Tally, course_findings, is_bare, lesson_findings
from coursekit.check.lengths import too_long
from coursekit.check.measures import Measures
from coursekit.questions import cues
from coursekit.questions.kinds import kind_named
from coursekit.questions.pointing import places
from coursekit.questions.references import named
from coursekit.questions.rubric import Rubric
from coursekit.sources.quoted import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from coursekit.questions import Question, Texts
    from coursekit.questions.rubric import RubricRow
    from coursekit.questions.target import Target

_SHORT = 3  # words; feedback of fewer gives no reason


@dataclass(frozen=True)
class Known:
    """What questions may refer to; what is None is not checked.

    Parameters
    ----------
    passages
        All paragraph references, as ``LOG p7``.
    facts
        Ids of outside facts.
    verbatim
        ``(quotation, passages named beside it) -> whether it stands somewhere word for word``.
    shown
        ``quotation -> whether a calendar or a card has it``.
    texts
        The words of the guides, in which places of evidence questions must stand.
    """

    passages: Collection[str] | None = None
    facts: Collection[str] | None = None
    verbatim: Callable[[str, tuple[str, ...]], bool] | None = None
    shown: Callable[[str], bool] | None = None
    texts: Texts | None = None


@dataclass(frozen=True)
class Report:
    """What was found, and the counts behind it."""

    findings: tuple[Finding, ...]
    lessons: dict[str, Tally]
    course: Tally
    measures: Measures
    skills: Counter[str] = field(default_factory=Counter)

    @property
    def errors(self) -> list[Finding]:
        """The findings that must be mended."""
        return [finding for finding in self.findings if finding.level == "error"]

    def table(self) -> str:
        """Return the counts as a table in plain text, one line a lesson, the course last."""
        rows = [Tally.HEAD, *(tally.row(name) for name, tally in self.lessons.items()), self.course.row("all")]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
        )

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "findings": [finding.to_json() for finding in self.findings],
            "lessons": {name: tally.to_json() for name, tally in self.lessons.items()},
            "course": self.course.to_json(),
            "measures": self.measures.to_json(),
            "skills": dict(sorted(self.skills.items())),
        }


def item_report(questions: Iterable[Question], known: Known | None = None, wanted: Wanted | None = None) -> Report:
    """Return the report on some questions, in the order learners meet them.

    Parameters
    ----------
    questions
        Of one lesson or of all; the two digits that open an id name the lesson.
    known
        What they may refer to.
    wanted
        What their course wants of them.
    """
    wanted = wanted or Wanted()
    everything = list(questions)
    findings: list[Finding] = []
    for question in everything:
        findings += question_findings(question, known or Known())
    lessons: dict[str, Tally] = {}
    for lesson, group in groupby(sorted(everything, key=lambda question: question.id[:2]), lambda q: q.id[:2]):
        members = list(group)
        lessons[lesson] = Tally.of(members)
        findings += [*lesson_findings(lesson, lessons[lesson], members[0].where, wanted), *_given_away(members)]
    course = Tally.of(everything)
    findings += course_findings(course)
    measures = Measures.of(everything, wanted)
    findings += [Finding(wanted.level, "", 0, f"over all questions: {words}") for words in measures.faults()]
    order = {"error": 0, "warning": 1}
    findings.sort(key=lambda finding: (order[finding.level], finding.file, finding.line))
    return Report(tuple(findings), lessons, course, measures, Counter(q.skill or "none named" for q in everything))


def question_findings(question: Question, known: Known) -> list[Finding]:
    """Return the faults of one question by itself."""
    options = getattr(question, "options", ())
    errors = [*cues.contained(options), *_references(question, known), *_quotations(question, known)]
    for opening, target in room.anchors(question):
        errors += _anchors(target, opening, known)
    warnings = [*(cues.option_cues(options) if options else ()), *_not_shown(question, known), *too_long(question)]
    warnings += in_step(question)
    if options and not any(option.misconception for option in options if not option.right):
        warnings.append("no wrong option carries the code of a misconception")
    if is_bare(question):
        warnings.append("a bare choice: give it a [question.ground], or say method = true where it needs no text")
    for part, words in room.feedback(question):
        if len(cues.words(words)) < kind_named(question.kind).least_words:
            errors.append(f"feedback for {part} gives no reason")
    findings = [Finding.at(question.where, "error", f"{question.id}: {words}") for words in errors]
    findings += [Finding.at(question.where, "warning", f"{question.id}: {words}") for words in warnings]
    return [*findings, *_rubric(question, known)]


def _references(question: Question, known: Known) -> list[str]:
    found = []
    if known.passages is not None:
        for reference in sorted(
            {*question.rests_on, *(p for part, words in _all_words(question) for p in named(words, question, part))}
        ):
            siglum, _, paragraphs = reference.partition(" ")
            missing = [end for end in paragraphs.split("-") if not _there(f"{siglum} {end}", known.passages)]
            found += [f"{siglum} {end}: no such paragraph" for end in missing]
        found += bare_in_question(strings(room.view(question)), room.feedback(question), question, known.passages)
    if known.facts is not None:
        found += [f"{fact}: no such outside fact" for fact in question.card if fact not in known.facts]
    return found


def _there(reference: str, passages: Collection[str]) -> bool:
    """Tell whether there is a paragraph, or an entry of a list with its parts (LIST e3 has e3.d, e3.t)."""
    return reference in passages or any(each.startswith(f"{reference}.") for each in passages)


def _quotations(question: Question, known: Known) -> list[str]:
    if known.verbatim is None:
        return []
    found = []
    for part, words in _own_words(question):
        beside = tuple(dict.fromkeys((*named(words, question, part), *question.rests_on)))
        found += [f"“{quote}” stands nowhere" for quote in quoted(words) if not known.verbatim(quote, beside)]
    return found


def _not_shown(question: Question, known: Known) -> list[str]:
    if known.shown is None:
        return []
    quotes = dict.fromkeys(quote for _, words in _own_words(question) for quote in quoted(words))
    return [f"“{quote}” is in no calendar or text; quote what is" for quote in quotes if not known.shown(quote)]


def _anchors(target: Target, opening: str, known: Known) -> list[str]:
    found = []
    for place in (*target.accept, *target.near):
        part, where = f"{opening}{place.part}", f"{target.source} {place.paragraph}"
        if known.passages is not None and where not in known.passages:
            found.append(f"{part}: {where}: no such paragraph")
        text = known.texts.text(target.source, target.edition, place.paragraph) if known.texts else None
        if text is not None and place.quote and not places(text, place.quote):
            found.append(f"{part}: “{place.quote}” does not stand in {where}")
    return found


def _all_words(question: Question) -> list[tuple[str, str]]:
    """Return all that a learner reads of a question, with its part, without what paragraphs say; ids are not read."""
    return [*(("", words) for words in strings(room.view(question))), *room.feedback(question)]


def _own_words(question: Question) -> list[tuple[str, str]]:
    """Return them without those of a rubric that several questions share: it stands in another file."""
    shared = {words for row in _shared_rows(question) for words in strings(row.view())}
    return [(part, words) for part, words in _all_words(question) if words not in shared]


def _shared_rows(question: Question) -> list[RubricRow]:
    rows = question.rows if isinstance(question, Rubric) else ()
    return [row for row in rows if row.where.file != question.where.file]


def _rubric(question: Question, known: Known) -> Iterator[Finding]:
    """Yield what a shared rubric quotes and no source has, where it stands."""
    for row in _shared_rows(question):
        for quote in (each for words in strings(row.view()) for each in quoted(words)):
            if known.verbatim and not known.verbatim(quote, ()):
                yield Finding.at(row.where, "error", f"{row.id}: “{quote}” stands nowhere")


def strings(value: object) -> list[str]:
    """Return all words in plain data, ids left out."""
    if isinstance(value, str):
        return [value]
    parts = (
        [part for key, part in value.items() if key != "id"]
        if isinstance(value, dict)
        else value
        if isinstance(value, list)
        else ()
    )
    return [words for part in parts for words in strings(part)]


def _given_away(lesson: list[Question]) -> list[Finding]:
    """Warn where the words of a key stand in an earlier item of the lesson, or in its own prompt."""
    findings = []
    for at, question in enumerate(lesson):
        keys = [option.text for option in kind_named(question.kind).offered(question) if option.right]
        keys += [place.quote for _, target in room.anchors(question) for place in target.accept]
        before = [(earlier.id, words) for earlier in lesson[:at] for _, words in _all_words(earlier)]
        for key in (key for key in keys if len(cues.words(key)) >= _SHORT):
            told = next(
                (name for name, words in [*before, (question.id, question.prompt)] if cues.contains(words, key)), ""
            )
            if told:
                findings.append(Finding.at(question.where, "warning", f"{question.id}: its key is told by {told}"))
    return findings
