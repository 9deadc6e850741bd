"""What the calls in a lesson's code cells may name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.outline import CARDS, HAND_IN, PAUSE, TASK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coursekit.outline import Call
    from coursekit.sources import Library

QUESTION_VERBS = (*CARDS, "compare")
OF_THE_LESSON = ("begin", PAUSE, "warm_up")
WITHOUT = ("glossary", "end")  # nothing stands between their parentheses
VERBS = (
    *OF_THE_LESSON,
    HAND_IN,
    "record",
    *QUESTION_VERBS,
    "read",
    TASK,
    "picture",
    "passage",
    "explain",
    "facts",
    *WITHOUT,
)


@dataclass(frozen=True)
class Named:
    """What the arguments of verbs may name."""

    library: Library
    questions: dict[str, str]  # id -> purpose
    keys: Collection[str]
    pictures: Collection[str]
    tag_sets: Collection[str]
    entries: Collection[str] = ()  # of the glossary
    facts: Collection[str] = ()


def faults(call: Call, lesson: str, known: Named) -> Iterator[str]:
    """Yield what a call names that is not there."""
    first = call.first
    if call.verb in WITHOUT:
        yield from [f"{call.verb}: expected nothing between the parentheses"] * bool(call.arguments or call.options)
    elif not first:
        yield f"{call.verb}: expected what to show between the parentheses"
    elif call.verb in OF_THE_LESSON:
        if first != lesson[:2]:
            yield f"{call.verb}: expected “{lesson[:2]}”, the number of this lesson, found “{first}”"
    elif call.verb == HAND_IN:
        if first != f"L{lesson[:2]}":
            yield f"{call.verb}: expected “L{lesson[:2]}”, by which this lesson is handed in, found “{first}”"
    elif call.verb in QUESTION_VERBS:
        yield from _question(call.verb, first, known)
    else:
        yield from _shown(call, first, known)
    yield from _options(call, known)


def _shown(call: Call, first: str, known: Named) -> Iterator[str]:
    if call.verb == "annotate" and first not in known.keys:
        yield f"annotate: {first}: no such task in lessons/keys"
    elif call.verb == "picture":
        yield from _picture(call, first, known)
    elif call.verb == "explain":
        missing = [str(name) for name in call.arguments if name not in known.entries]
        yield from (f"explain: {name}: no such entry in sources/glossary.toml" for name in missing)
    elif call.verb == "facts":
        missing = [str(name) for name in call.arguments if name not in known.facts]
        yield from (f"facts: {name}: no such fact in sources/context.toml" for name in missing)
    elif call.verb in ("record", "read", "passage"):
        yield from _passages(call, first, known)


def _options(call: Call, known: Named) -> Iterator[str]:
    after = call.options.get("after")
    if after is not None and after not in known.questions:
        yield f"after: {after}: no such question in lessons/quizzes"
    tags = call.options.get("tags", ())
    for name in tags.split() if isinstance(tags, str) else tags:
        if name not in known.tag_sets:
            yield f"tags: {name}: no such set in sources/tags.toml"


def _question(verb: str, name: str, known: Named) -> Iterator[str]:
    if name not in known.questions:
        yield f"{verb}: {name}: no such question in lessons/quizzes"
        return
    purpose = known.questions[name]
    wanted = {"predict": "prediction", "compare": "prediction", "reflect": "reflection"}.get(verb)
    if wanted and purpose and purpose != wanted:
        yield f"{verb}: {name}: expected a question with purpose “{wanted}”, found “{purpose}”"


def _picture(call: Call, kind: str, known: Named) -> Iterator[str]:
    what = str(call.arguments[1]) if len(call.arguments) > 1 else ""
    if kind == "chain" and what not in known.library.sigla:
        yield f"picture: {what or 'nothing'}: no such source; this course has {', '.join(known.library.sigla)}"
    elif kind != "chain" and what not in known.pictures:
        yield f"picture: {what or 'nothing'}: no such file in lessons/pictures"


def _passages(call: Call, first: str, known: Named) -> Iterator[str]:
    siglum, _, rest = first.partition(" ")
    if call.verb == "read" and len(call.arguments) > 1:
        rest = str(call.arguments[1])
    try:
        known.library.source(siglum).guide.select(rest)
    except CourseError as error:
        yield f"{call.verb}: {error}"
