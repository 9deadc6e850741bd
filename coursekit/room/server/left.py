"""What is left of a session, opened from its console."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from coursekit.room.debrief.kept import page_of
from coursekit.room.refused import RefusedError
from coursekit.room.server.guarded import Guarded

if TYPE_CHECKING:
    from coursekit.room.server.live import LiveRoom

# The page is one file that runs nothing and asks nobody for anything; it names its own style sheets by their digests.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Debrief(Guarded):
    """The debrief's page. The key comes in a form's body, so that no server or proxy writes it down."""

    async def post(self) -> None:
        """Take ``key``, the console's."""
        conversation = self.settings["conversation"]
        try:
            conversation.enter({"as": "console", "key": self.get_body_argument("key", "")})
        except RefusedError as error:
            self.set_status(403)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(f"{error}\n")
            return
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", POLICY)
        # All votes of a session are counted once more: others have their turn meanwhile.
        self.finish(await asyncio.to_thread(_page, conversation.live))


def _page(live: LiveRoom) -> str:
    return page_of(live.kept, live.course)
