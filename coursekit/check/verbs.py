"""What a lesson's code cell may say: one import, one call of one verb, plain arguments that name something."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coursekit.check.lesson_text import Code
    from coursekit.sources import Library

QUESTION_VERBS = ("ask", "predict", "compare", "reflect")
VERBS = ("begin", "record", *QUESTION_VERBS, "read", "annotate", "picture", "passage", "explain", "glossary")
_EXPECTED = "expected “from coursekit.lesson import VERB” and one call of it with plain arguments"


@dataclass(frozen=True)
class Named:
    """What the arguments of verbs may name."""

    library: Library
    questions: dict[str, str]  # id -> purpose
    keys: Collection[str]
    pictures: Collection[str]
    tag_sets: Collection[str]
    entries: Collection[str] = ()  # of the glossary


@dataclass(frozen=True)
class Call:
    """A verb as a lesson calls it."""

    line: int
    verb: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]


def parse(cell: Code, known: tuple[str, ...] = VERBS) -> Call | str:
    """Return the call a cell makes of one of the known verbs, or what is wrong with the cell."""
    try:
        body = ast.parse(cell.source).body
    except (SyntaxError, ValueError) as error:
        return f"{_EXPECTED} (it is not Python: {error})"
    if len(body) != 2 or not isinstance(body[0], ast.ImportFrom) or not isinstance(body[1], ast.Expr):  # noqa: PLR2004
        return _EXPECTED
    imported, call = body[0], body[1].value
    verb = imported.names[0].name
    if imported.module != "coursekit.lesson" or len(imported.names) != 1 or not isinstance(call, ast.Call):
        return _EXPECTED
    if verb not in known:
        return f"{verb}: no such verb; one of {', '.join(known)}"
    if not isinstance(call.func, ast.Name) or call.func.id != verb:
        return f"{_EXPECTED} ({verb} is imported, something else is called)"
    return _plain(call, verb, cell.line + call.lineno - 1)


def _plain(call: ast.Call, verb: str, line: int) -> Call | str:
    try:
        arguments = tuple(ast.literal_eval(argument) for argument in call.args)
        options = {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}
    except ValueError:
        return f"{_EXPECTED} (an argument is not a plain text or number)"
    return Call(line, verb, arguments, options)


def faults(call: Call, lesson: str, known: Named) -> Iterator[str]:
    """Yield what a call names that is not there."""
    first = str(call.arguments[0]) if call.arguments else ""
    if call.verb == "glossary":
        yield from ["glossary: expected nothing between the parentheses"] * bool(call.arguments or call.options)
    elif not first:
        yield f"{call.verb}: expected what to show between the parentheses"
    elif call.verb == "begin" and first != lesson[:2]:
        yield f"begin: expected “{lesson[:2]}”, the number of this lesson, found “{first}”"
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
    if wanted and purpose != wanted:
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
