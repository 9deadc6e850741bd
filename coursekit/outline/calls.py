"""A lesson's code cell read, not run: one import, one call of one verb, plain arguments."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

    from coursekit.outline.text import Code

CARDS = ("ask", "predict", "reflect")  # verbs that show a question to be answered
TASK = "annotate"
_EXPECTED = "expected “from coursekit.lesson import VERB” and one call of it with plain arguments"


@dataclass(frozen=True)
class Call:
    """A verb as a lesson calls it."""

    line: int
    verb: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]

    @property
    def first(self) -> str:
        """What is named first, mostly the id of what is shown."""
        return str(self.arguments[0]) if self.arguments else ""

    @property
    def is_card(self) -> bool:
        """Whether it asks for something: a question or a task."""
        return self.verb in (*CARDS, TASK)


def parse(cell: Code, known: Collection[str] = ()) -> Call | str:
    """Return the call that a cell makes, or what is wrong with the cell.

    Parameters
    ----------
    cell
        A code cell.
    known
        The verbs there are; any will do where none is named.
    """
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
    if known and verb not in known:
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
