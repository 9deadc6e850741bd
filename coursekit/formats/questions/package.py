"""What is written for a platform: groups of questions, each a quiz or a category there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.formats.questions.carrying import Loss, carry
from coursekit.formats.questions.markup import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coursekit.formats.questions.carried import Carried
    from coursekit.questions import Shelf
    from coursekit.questions.exercises import Exercise

    Fitted = tuple[Carried | None, tuple[str, ...]]


@dataclass(frozen=True)
class Group:
    """The questions of one lesson or exercise; ``id`` is its name here, as ``L09`` or ``09-name``."""

    id: str
    title: str
    questions: tuple[Carried, ...]


@dataclass(frozen=True)
class Platform:
    """A platform.

    Parameters
    ----------
    suffix
        What the name of its files ends in.
    fitted
        Returns what the platform can hold of a question, and what is lost; None, and why, where that is nothing.
    write
        Returns a file's bytes, from a title and groups that were fitted.
    """

    suffix: str
    fitted: Callable[[Carried], Fitted]
    write: Callable[[str, tuple[Group, ...]], bytes]


def pack(platform: Platform, assignments: Iterable[Exercise], shelf: Shelf) -> tuple[tuple[Group, ...], list[Loss]]:
    """Return the questions of lessons and exercises as a platform can hold them, and all that is lost.

    Parameters
    ----------
    platform
        Which.
    assignments
        Lessons and exercises.
    shelf
        Where outside facts are.
    """
    groups: list[Group] = []
    lost: list[Loss] = []
    for each in assignments:
        kept = []
        for question in each.questions:
            found, losses = carry(question, shelf)
            lost += losses
            if found is None:
                continue
            held, words = platform.fitted(found)
            if held is None:  # then all else that is lost of it is beside the point
                lost = [loss for loss in lost if loss.question != question.id]
            else:
                kept.append(held)
            lost += [Loss(question.id, why, whole=held is None) for why in words]
        groups.append(Group(each.id, _title(each), tuple(kept)))
    return tuple(group for group in groups if group.questions), lost


def _title(assignment: Exercise) -> str:
    lesson = assignment.id.startswith("L")
    return plain(assignment.title if lesson else f"Exercise {int(assignment.id[:2])}: {assignment.title}")
