"""People in a room who vote by the protocol, as a phone does without a web socket."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

from tests.browser.rooms import SOON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.browser.rooms import RunningRoom


@dataclass
class Voter:
    """One of them."""

    room: RunningRoom
    token: str
    order: int = 0

    def vote(self, answer: dict[str, Any], **more: Any) -> dict[str, Any]:
        """Vote in what is asked now, or in what ``more`` says; return the reply."""
        self.order += 1
        vote = self._say()["view"]["vote"]
        message = {"op": "vote", "n": self.order, "vote": vote["id"], "round": vote["round"], "order": self.order}
        reply: dict[str, Any] = self._say({**message, "answer": answer, **more})["replies"][0]
        return reply

    def point(self, words: str, **more: Any) -> dict[str, Any]:
        """Point at some words of the text that is asked about."""
        asked = self._say()["view"]["vote"]["asked"]
        source = asked.get("source") or asked["card"]["siglum"]
        for each in asked["paragraphs"]:
            start = each["text"].find(words)
            if start >= 0:
                place = {"source": source, "edition": "guide", "paragraph": each["id"], "quote": words}
                return self.vote({"spans": [place | {"start": start, "end": start + len(words)}], **more})
        raise AssertionError(words)

    def _say(self, message: dict[str, Any] | None = None) -> dict[str, Any]:
        return _post(self.room, "say", {"as": "participant", "token": self.token, "message": message})


def voters(room: RunningRoom, many: int) -> Sequence[Voter]:
    """Let some people join by the code."""
    return [Voter(room, _post(room, "join", {"code": room.code})["token"]) for _ in range(many)]


def _post(room: RunningRoom, path: str, body: dict[str, Any]) -> dict[str, Any]:
    asked = Request(f"{room.url}{path}", json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urlopen(asked, timeout=SOON) as answer:
        told: dict[str, Any] = json.load(answer)
        return told
