"""What a page of a room receives, by its web socket or by asking; and whether that tells what nobody may know yet."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page, Response, WebSocket

# Where results and keys stand in a view; no phone and no screen gets them before they are opened.
SECRETS = ('"results"', '"right"', '"reasons"', '"expert"', '"accept"')
ASKED = ("about", "join", "say")


@dataclass
class Ears:
    """All that came to a page since ``listen``."""

    frames: list[str] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)
    tries: int = 0  # to reach the room

    def heard(self) -> list[str]:
        """Return every message as it was sent."""
        return self.frames + [each.text() for each in self.answers]


def listen(page: Page) -> Ears:
    """Keep whatever the room sends to a page from now on."""
    ears = Ears()

    def opened(socket: WebSocket) -> None:
        ears.tries += 1
        socket.on("framereceived", lambda raw: ears.frames.append(str(raw)))

    def answered(answer: Response) -> None:
        if urlsplit(answer.url).path.rpartition("/")[2] in ASKED:
            ears.answers.append(answer)

    def failed(_: object) -> None:
        ears.tries += 1

    page.on("websocket", opened)
    page.on("response", answered)
    page.on("requestfailed", failed)
    return ears


def leaked(heard: Iterable[str], *more: str) -> list[str]:
    """Return the messages that tell results or keys of a vote that is not opened, or any of ``more`` at any time."""
    early = [raw for raw in heard if not _opened(raw) and any(secret in raw for secret in SECRETS)]
    return early + [raw for raw in heard if any(secret in raw for secret in more)]


def views(heard: Iterable[str], vote: str) -> list[dict[str, Any]]:
    """Return what a page was told of a vote that is opened, in order."""
    told = [_vote(raw) for raw in heard]
    return [each for each in told if each.get("id") == vote and each["phase"] == "opened"]


def _opened(raw: str) -> bool:
    return bool(_vote(raw).get("phase") == "opened")


def _vote(raw: str) -> dict[str, Any]:
    told = json.loads(raw)
    view = told.get("view") if told.get("op") == "said" else told
    found: dict[str, Any] = (view or {}).get("vote") or {}
    return found if isinstance(found, dict) else {}
