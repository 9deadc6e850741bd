"""A session's debrief as a page in one file: opens anywhere, prints, runs nothing, asks nobody for anything."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.html import Safe, tag
from coursekit.pictures.frame import style as picture_style
from coursekit.room.debrief import counted
from coursekit.room.debrief.columns import OTHER, THIS, columns
from coursekit.room.debrief.pointed import pointed
from coursekit.seminar import standalone
from coursekit.seminar.report import looks
from coursekit.seminar.report.looks import quiet
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_FOR_YOU = (
    "It has the right answers and your notes: it is for you, and for the class when you like. It does not say who "
    "answered what, and breaks down no group under five. A show of hands counts as hands, which all could see."
)
_CLOSED = "Its results were not opened to the room."
_LONGEST_LINK = 70


def page(data: Mapping[str, Any], *, names: Sequence[str] = (), other: Mapping[str, Any] | None = None) -> str:
    """Return a session as a page.

    Parameters
    ----------
    data
        The session, as `coursekit.room.debrief.data.debrief` has it.
    names
        Who was there, where everybody was asked for a name; the data never have them.
    other
        Another class's session: what both were asked stands side by side.
    """
    title = _title(data)
    styles = (looks.style(), picture_style("heat"), _style())
    opening = _opening(data, names, other)
    pairs = list(_pairs(data, other))
    body = [_vote(number, vote, same) for number, (vote, same) in enumerate(pairs, 1)]
    whole = tag("div", *(Safe(f"<style>{each}</style>") for each in styles), *opening, *body, class_="report debrief")
    return standalone.page(title, tag("h1", title), _contents([vote for vote, _ in pairs]), whole, styles=styles)


def _title(data: Mapping[str, Any]) -> str:
    lesson = f"lesson {data['lesson']}" if data["lesson"] else "no lesson"
    return f"A session in the room: {lesson}, {_day(data['begun'])}"


def _day(begun: str) -> str:
    try:
        when = datetime.fromisoformat(begun)
    except ValueError:
        return "on a day that is not told"
    return f"{when.day} {when:%B %Y, %H:%M} UTC"


def _opening(data: Mapping[str, Any], names: Sequence[str], other: Mapping[str, Any] | None) -> Iterator[Safe]:
    votes = count(len(data["votes"]), "vote")
    yield tag("p", f"{data['joined']} joined; {votes}.")
    yield quiet(_FOR_YOU)
    if other is not None:
        both = sum(same is not None for _, same in _pairs(data, other))
        there = f"{other['joined']} joined there"
        asked = f"{both} of the {votes} were asked in both, and stand side by side"
        yield tag("p", tag("b", f"{OTHER}: "), f"{_title(other)}; {there}. {asked}.")
    if names:
        yield tag("p", tag("b", "Who was there (all were asked for a name): "), ", ".join(names), ".")


def _pairs(
    data: Mapping[str, Any], other: Mapping[str, Any] | None
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any] | None]]:
    """Yield each vote with the other class's vote on the same thing; asked twice, the later one."""
    theirs = {tuple(each["same"]): each for each in (other or {"votes": []})["votes"] if each["rounds"]}
    for vote in data["votes"]:
        yield vote, theirs.get(tuple(vote["same"]))


def _contents(votes: Sequence[Mapping[str, Any]]) -> Safe:
    links = [tag("li", tag("a", _short(vote["prompt"]), href=f"#vote-{at}")) for at, vote in enumerate(votes, 1)]
    return tag("nav", tag("ol", *links), aria_label="The votes")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_LINK else f"{words[: _LONGEST_LINK - 1].rstrip()}…"


def _vote(number: int, vote: Mapping[str, Any], same: Mapping[str, Any] | None) -> Safe:
    every = columns(vote, same)
    parts = [tag("h2", f"{number}. {vote['prompt']}")]
    if vote["phase"] != "opened":
        parts.append(quiet(_CLOSED))
    if vote["note"]:
        parts.append(tag("div", tag("h3", "What you noted"), tag("p", vote["note"]), class_="card"))
    if vote["why"]:
        parts.append(tag("p", f"What came of it cannot be counted any more: {vote['why']}"))
    elif not vote["rounds"]:
        parts.append(tag("p", "Nobody voted."))
    if vote["hands"]:
        parts.append(quiet("With a show of hands."))
    parts += [*counted.splits(every), *counted.numbers(every), *pointed(vote, every, same)]
    parts += counted.shift(THIS if same else "", vote["shift"])
    parts += counted.shift(OTHER, same["shift"]) if same else ()
    parts += [*counted.sureness(every), *counted.reasons(vote["reasons"])]
    return tag("section", *parts, id=f"vote-{number}")


def _style() -> str:
    return Path(__file__).with_name("debrief.css").read_text(encoding="utf-8").strip()
