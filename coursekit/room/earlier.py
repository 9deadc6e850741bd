"""Votes of earlier sessions, to be looked at again: they come into a room as they were, and take no votes."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.room.pressing import MOST_VOTES
from coursekit.room.refused import RefusedError
from coursekit.room.store.log import restore
from coursekit.room.store.sessions import ROOMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from coursekit.room.reducer import Event
    from coursekit.room.state import Room, Vote

MOST_SESSIONS = 20
_NAME = re.compile(r"[0-9A-Za-z-]{1,100}")


def earlier(work: Path, room: Room) -> list[dict[str, Any]]:
    """Return the sessions before this one in which somebody voted, the latest first.

    Parameters
    ----------
    work
        The instructor's folder.
    room
        The session that is held now, which is left out.

    Returns
    -------
    list
        ``session``, ``begun``, ``lesson`` and ``votes`` (``vote``, ``prompt``); at most 20 sessions.
    """
    return list(islice(_sessions(work, room), MOST_SESSIONS))


def recall(room: Room, message: Mapping[str, Any], work: Path) -> list[Event]:
    """Return the event of an earlier vote being shown as a result: opened, and closed for good.

    ``message`` has ``session`` and ``vote`` as `earlier` names them.

    Raises
    ------
    RefusedError
        When another vote is open, there were too many, or there is no such vote.
    """
    if room.vote and room.vote.taking:
        raise RefusedError("A vote is open; close it first")
    if len(room.votes) >= MOST_VOTES:
        raise RefusedError(f"{MOST_VOTES} votes were held in this session; begin a new one")
    session, name = message.get("session"), message.get("vote")
    log = work / ROOMS / f"{session}.jsonl"
    if not isinstance(session, str) or not _NAME.fullmatch(session) or not log.is_file():
        raise RefusedError("session: there is none of that name; load the console again")
    try:
        before = restore(log).room
    except CourseError as error:
        raise RefusedError(str(error)) from error
    vote = before.votes.get(name) if isinstance(name, str) else None
    if vote is None or not _came(vote):
        raise RefusedError("vote: there is no such vote in that session")
    rounds = {
        str(number): {who: {"answer": each.answer, "order": each.order, "at": each.at} for who, each in ballots.items()}
        for number, ballots in vote.rounds.items()
    }
    hands = {str(number): dict(counts) for number, counts in vote.hands.items()}
    kept = {"item": dict(vote.item), "shown": dict(vote.shown), "rounds": rounds, "hands": hands, "note": vote.note}
    return [{"event": "recalled", "vote": f"v{len(room.votes) + 1}", "earlier": before.begun, **kept}]


def _sessions(work: Path, room: Room) -> Iterator[dict[str, Any]]:
    for log in sorted((work / ROOMS).glob("*.jsonl"), reverse=True):
        with suppress(CourseError):
            before = restore(log).room
            votes = [{"vote": each.id, "prompt": each.shown["prompt"]} for each in before.votes.values() if _came(each)]
            if votes and before.code != room.code and _NAME.fullmatch(log.stem):
                yield {"session": log.stem, "begun": before.begun, "lesson": before.lesson, "votes": votes}


def _came(vote: Vote) -> bool:
    """Say whether somebody voted, here: what was shown again is looked for where it was held."""
    return not vote.earlier and (
        any(vote.rounds.values()) or any(any(counts.values()) for counts in vote.hands.values())
    )
