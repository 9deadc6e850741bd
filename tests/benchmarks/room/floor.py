"""The floor: a bare tornado socket that writes what it gets to a file, has it on the disk, and sends it back."""

from __future__ import annotations

import asyncio
import os
import sys

from tornado.web import Application
from tornado.websocket import WebSocketHandler


class Echo(WebSocketHandler):
    """One write and one fsync a message, as a server does that thinks of nothing."""

    def initialize(self, handle: int) -> None:
        """Take the file."""
        self._handle = handle

    def on_message(self, message: str | bytes) -> None:
        """Keep and send back."""
        raw = message.encode() if isinstance(message, str) else message
        os.write(self._handle, raw + b"\n")
        os.fsync(self._handle)
        self.write_message(message)


async def main() -> None:
    """Serve until killed."""
    handle = os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    server = Application([("/live", Echo, {"handle": handle})]).listen(0, "127.0.0.1")
    port = next(iter(server._sockets.values())).getsockname()[1]
    print(f"port {port}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
