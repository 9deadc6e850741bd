"""The types of the front end, as JSDoc, made from `coursekit.sessions.protocol`.

``python -m coursekit.sessions.jsdoc`` writes them; a test holds them in step.
"""

from __future__ import annotations

import types
import typing
from pathlib import Path
from typing import Any, Literal, NotRequired, get_args, get_origin

from coursekit.sessions import protocol

FILE = Path(__file__).resolve().parent.parent / "frontend" / "src" / "protocol.js"
HEAD = """// Made from coursekit/sessions/protocol (python -m coursekit.sessions.jsdoc): change it there.
// Every message between a view and the session behind it, and what a view is given to begin with.
"""
_NAMED = ("State", "Tone", "Answer", "MarkChange")
_HOLDING = {list: "Array<{}>", dict: "Record<string, {}>"}
_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}
_PLAIN |= {Any: "any", object: "unknown"}


def jsdoc() -> str:
    """Return the file: a typedef for each class and each name of a union."""
    made = [_typedef(name, value) for name, value in sorted(vars(protocol).items()) if _ours(name, value)]
    return "\n".join([HEAD, *made, "export {};", ""])


def _ours(name: str, value: object) -> bool:
    return name[0].isupper() and (_is_class(value) or get_origin(value) in (types.UnionType, Literal, dict))


def _is_class(value: object) -> bool:
    return typing.is_typeddict(value) and getattr(value, "__module__", "").startswith(protocol.__name__)


def _typedef(name: str, value: Any) -> str:
    if not _is_class(value) or value.__name__ != name:
        return f"/** @typedef {{{_type(value, alias=name)}}} {name} */"
    hints = typing.get_type_hints(value, include_extras=True)
    keys = ", ".join(f"{_key(key, hint)}: {_type(_bare(hint))}" for key, hint in hints.items())
    told = " ".join((value.__doc__ or "").split())
    return f"/** {told} @typedef {{{{ {keys} }}}} {name} */"


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is NotRequired else hint


def _key(key: str, hint: Any) -> str:
    return f"{key}?" if get_origin(hint) is NotRequired else key


def _type(hint: Any, alias: str = "") -> str:
    found = next((name for name in _NAMED if name != alias and hint == vars(protocol)[name]), _PLAIN.get(hint, ""))
    origin, args = get_origin(hint), get_args(hint)
    if _is_class(hint):
        found = str(hint.__name__)
    elif origin is Literal and not found:
        found = " | ".join(f'"{each}"' for each in args)
    elif origin in (types.UnionType, typing.Union) and not found:
        found = " | ".join(_type(each) for each in args)
    elif origin in _HOLDING and not found:
        found = _HOLDING[origin].format(_type(args[-1]))
    if found:
        return found
    raise TypeError(f"{hint}: no type of the front end is known for this")


if __name__ == "__main__":
    FILE.write_text(jsdoc(), encoding="utf-8")
