"""What Jupyter's server is asked while a browser is at it."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from typing import Any

LISTED = 10.0  # seconds


def ask(url: str, token: str, path: str, method: str = "GET") -> Any:
    """Ask the server. It cannot list its kernels while one of them ends, says so, and is asked once it has."""
    request = urllib.request.Request(f"{url}api/{path}", method=method, headers={"Authorization": f"token {token}"})
    until = time.monotonic() + LISTED
    while True:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                body = answer.read()
            return json.loads(body) if body else None
        except urllib.error.HTTPError as error:
            if method != "GET":
                raise
            if time.monotonic() > until:
                raise AssertionError(f"{method} {path}: {error.code} {error.read()[:500]!r}") from error
            time.sleep(0.1)
