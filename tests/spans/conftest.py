from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Twin = Callable[..., Any]


@pytest.fixture(scope="session")
def twin(node: str) -> Iterator[Twin]:
    """Ask the JavaScript side: ``twin("make", text=…, start=…, end=…)``."""
    script = Path(__file__).with_name("twin.mjs")
    process = subprocess.Popen([node, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdin is not None
    assert process.stdout is not None
    entrance, exit_ = process.stdin, process.stdout

    def ask(what: str, **data: Any) -> Any:
        entrance.write(json.dumps({"ask": what, **data}) + "\n")
        entrance.flush()
        return json.loads(exit_.readline())

    yield ask
    entrance.close()
    process.wait(timeout=10)
    exit_.close()
