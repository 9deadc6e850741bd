"""What a cell names by ids: looked up, each once, or one line that says which is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from coursekit.errors import CourseError
from coursekit.words import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")


def by_id(ids: Sequence[object], known: Mapping[str, T], verb: str, one: str, many: str) -> list[T]:
    """Return what is called by some ids, in their order, each once.

    Parameters
    ----------
    ids
        What stands between a verb's parentheses, whatever it is.
    known
        All there is, by id.
    verb, one, many
        What the verb, one such thing and several are called in words.

    Raises
    ------
    CourseError
        When there is no such id, or none was given.
    """
    names = list(dict.fromkeys(str(each) for each in ids))
    for name in names:
        if name not in known:
            raise CourseError(nearest(name, known, one))
    if not names:
        raise CourseError(f"{verb}: expected the ids of {many} between the parentheses")
    return [known[name] for name in names]
