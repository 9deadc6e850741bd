"""A room without server and disk: commands go through the rules, events through the reducer."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from coursekit.room import casting, pressing
from coursekit.room.items import load_item
from coursekit.room.reducer import step
from coursekit.room.results.all import alike
from coursekit.room.state import Room

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.room.items import Item
    from coursekit.room.reducer import Event
    from coursekit.room.state import Vote

NOW = 1_000_000.0
BEGUN = {"event": "begun", "code": "BCDFGH", "join": "j", "console": "c", "projected": "p", "lesson": "00"}
LAMP = {"kind": "choice", "prompt": "Who saw the lamp?", "options": ["the keeper", "the clerk", "nobody"]}
POINT = {
    "kind": "point",
    "prompt": "Which words say who was there?",
    "source": "BOX",
    "paragraphs": "p1-p3",
    "places": 2,
}


class Table:
    """Plays a session."""

    def __init__(self, course: Course, people: int = 0, *, names: bool = False) -> None:
        self.course = course
        self.events: list[Event] = []
        self.room = Room()
        self._order = 0
        self.happen({**BEGUN, "names": names})
        for number in range(people):
            self.happen(*casting.join(self.room, f"w{number}", f"Person {number}", 1_000))

    def happen(self, *events: Event) -> None:
        for event in events:
            self.events.append({"at": "2026-01-01T10:00:00", **event})
            self.room = step(self.room, self.events[-1])

    @property
    def vote(self) -> Vote:
        assert self.room.vote
        return self.room.vote

    @property
    def item(self) -> Item:
        return load_item(self.vote.item, self.course)

    def ask(self, spec: dict[str, Any], **message: Any) -> None:
        self.happen(*pressing.ask(self.room, load_item(spec, self.course), message, NOW))

    def cast(self, who: int, answer: object, *, order: int = 0, now: float = NOW, **message: Any) -> list[Event]:
        self._order += 1
        told = {"vote": self.vote.id, "round": self.vote.taking, "order": order or self._order, "answer": answer}
        events = casting.cast(self.room, f"w{who}", told | message, self.item, now)
        self.happen(*events)
        return events

    def choose(self, letters: str) -> None:
        for who, letter in enumerate(letters):
            if letter != "-":
                self.cast(who, {"choice": letter})

    def point(self, who: int, *words: str) -> None:
        self.cast(who, {"spans": [self.span(each) for each in words]})

    def span(self, words: str) -> dict[str, Any]:
        for each in self.item.paragraphs():
            start = each.text.find(words)
            if start >= 0:
                place = {"source": "BOX", "edition": "guide", "paragraph": each.id, "quote": words}
                return place | {"start": start, "end": start + len(words)}
        raise AssertionError(words)

    def close(self) -> None:
        self.happen(*pressing.close(self.vote))

    def talk(self, size: int = 0, seed: int = 1) -> None:
        said = alike(self.item, self.vote.rounds).get(1, {})
        self.happen(*pressing.talk(self.vote, {"size": size}, said, Random(seed)))  # noqa: S311

    def second(self) -> None:
        self.happen(*pressing.second(self.vote, {}, NOW))

    def open(self) -> None:
        self.happen(*pressing.open_results(self.vote))
