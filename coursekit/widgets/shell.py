"""The shell of a session in a notebook: hands messages over, both ways, and holds no rules."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

import anywidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from coursekit.sessions.session import Session


class Shell(anywidget.AnyWidget):
    """A session as a widget.

    Parameters
    ----------
    session
        What answers.

    Attributes
    ----------
    after
        What is done after each message.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.after: Callable[[], None] = lambda: None
        self._given = frozenset(session.traits())
        self._one_by_one = Lock()  # two threads of a kernel may hear messages: what comes of them goes out in order
        super().__init__(**session.traits())
        self.on_msg(self._hear)

    def tell(self, messages: Iterable[Any]) -> None:
        """Send messages to all views."""
        for each in messages:
            self.send(each)

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Return what a view made now is given (a page loaded anew while the kernel lives)."""
        for name, value in self.session.traits().items():
            self.set_trait(name, value)
        return super().get_state(key, drop_defaults)

    def _should_send_property(self, key: str, value: object) -> bool:
        # Every edit would send everything anew, although those who look on are told by message.
        return key not in self._given and bool(super()._should_send_property(key, value))

    def _hear(self, _widget: object, content: object, buffers: Sequence[memoryview | bytes]) -> None:
        with self._one_by_one:
            self.tell(self.session.handle(content, buffers))
        self.after()
