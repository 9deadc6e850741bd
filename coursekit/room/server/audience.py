"""Who listens, and when each of them is sent a view."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from coursekit.room.views.console import console
from coursekit.room.views.participant import participant
from coursekit.room.views.projected import projected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from coursekit.room.reducer import Event
    from coursekit.room.server.live import LiveRoom
    from coursekit.room.server.outbox import Outbox

Role = Literal["participant", "projected", "console"]
ROLES: tuple[Role, ...] = ("participant", "projected", "console")
# What changes everybody's view.
FOR_ALL = frozenset({"asked", "recalled", "phase", "hands", "laid_over", "shown", "ended"})
PAUSE = 0.4  # seconds between two views of one console, while votes come in
AT_ONCE = 25  # views made before others have their turn
MOST_SOCKETS_EACH = 4


@dataclass(eq=False)
class Listener:
    """A phone, a screen or a console that is connected; ``who`` is "" for the last two."""

    role: Role
    who: str
    outbox: Outbox
    leave: Callable[[], None] = field(repr=False)


class Audience:
    """Keeps the views of all who listen up to date.

    Parameters
    ----------
    plan
        What the console offers to ask.
    """

    def __init__(self, plan: Sequence[dict[str, Any]]) -> None:
        self._plan = plan
        self._listeners: dict[Listener, None] = {}
        self._late: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.live: LiveRoom | None = None
        self.door: Mapping[str, Any] | None = None  # where people join
        self.ended: Callable[[], None] | None = None  # what is done, in a thread, once the session has ended

    def enter(self, listener: Listener) -> None:
        """Let somebody listen, and tell them how things stand; of too many of one person the oldest has to leave."""
        if listener.who:
            own = [each for each in self._listeners if each.who == listener.who]
            for each in own[: max(0, len(own) - MOST_SOCKETS_EACH + 1)]:
                self._listeners.pop(each, None)
                each.leave()
        self._listeners[listener] = None
        listener.outbox.view(self.view(listener.role, listener.who))
        self._soon()

    def left(self, listener: Listener) -> None:
        """Forget somebody."""
        if listener in self._listeners:
            del self._listeners[listener]
            self._soon()

    def view(self, role: Role, who: str) -> str:
        """Return somebody's view as it is sent."""
        if self.live is None:
            return ""
        room, results_of = self.live.kept, self.live.results_of
        if role == "participant":
            return json.dumps(participant(room, who, results_of), ensure_ascii=False)
        if role == "projected":
            return json.dumps(projected(room, results_of, self.door), ensure_ascii=False)
        here = {str(each): sum(one.role == each for one in self._listeners) for each in ROLES}
        return json.dumps(console(room, results_of, self._plan, here, self.door), ensure_ascii=False)

    def told(self, events: Sequence[Event]) -> None:
        """Send what some events have changed; no event at all stands for anything."""
        if not events or any(event["event"] in FOR_ALL for event in events):
            task = asyncio.ensure_future(self._tell(list(self._listeners)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        if self.ended and any(event["event"] == "ended" for event in events):
            asyncio.get_running_loop().run_in_executor(None, self.ended)
        self._soon()

    def own_vote(self, who: str) -> None:
        """Send somebody their own vote, on whatever they have open."""
        for each in [each for each in self._listeners if each.who == who]:
            each.outbox.view(self.view(each.role, each.who))

    def close(self) -> None:
        """Let everybody go."""
        if self._late:
            self._late.cancel()
        for each in list(self._listeners):
            each.leave()

    def _soon(self) -> None:
        """Send consoles and screens a view before long: many votes make one."""
        if self._late is None:
            self._late = asyncio.get_running_loop().call_later(PAUSE, self._now)

    def _now(self) -> None:
        self._late = None
        for each in self._listeners:
            if each.role != "participant":
                each.outbox.view(self.view(each.role, each.who))

    async def _tell(self, listeners: Iterable[Listener]) -> None:
        # Consoles and screens first: the class looks at them.
        for at, each in enumerate(sorted(listeners, key=lambda one: one.role == "participant")):
            if each in self._listeners:
                each.outbox.view(self.view(each.role, each.who))
            if at % AT_ONCE == AT_ONCE - 1:
                await asyncio.sleep(0)
