"""What the page asks for and what the kernel and the server connect to, while somebody works through a lesson."""

from __future__ import annotations

import ipaddress
import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]
import pytest

from coursekit.questions import Questions
from tests.browser.cards import Card
from tests.browser.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.browser.harness import Lab, Learner

PREDICTION, SINGLE, TASK = "01-expect", "01-recipient", "01-layers"
# In the kernel, before anything of ours: each address that Python asks for or connects to is written down.
WATCH = """from pathlib import Path
import json, socket, sys
def heard(event, given):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"):
        where = given[1] if event.startswith("socket.connect") or event.startswith("socket.send") else given[0]
        with Path({file!r}).open("a") as log:
            log.write(json.dumps([event, where], default=str) + chr(10))
sys.addaudithook(heard)
try:
    socket.create_connection(("127.0.0.1", 9), timeout=5).close()
except OSError:
    pass"""
CELLS = (
    f'from coursekit.lesson import predict\npredict("{PREDICTION}")',
    f'from coursekit.lesson import ask\nask("{SINGLE}")',
    f'from coursekit.lesson import annotate\nannotate("{TASK}")',
    'from coursekit.lesson import begin\nbegin("01")',
)


@pytest.fixture
def asked(context: BrowserContext) -> Iterator[set[str]]:
    """Hosts that the browser asks for anything, workers and web sockets included."""
    found: set[str] = set()

    def add(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "about"):
            found.add(parts.hostname or url)

    def page_opened(page: object) -> None:
        page.on("websocket", lambda socket: add(socket.url))  # type: ignore[attr-defined]

    def requested(request: object) -> None:
        add(request.url)  # type: ignore[attr-defined]

    context.on("request", requested)
    context.on("page", page_opened)
    yield found
    context.remove_listener("request", requested)
    context.remove_listener("page", page_opened)


def addresses(lab: Lab) -> set[str]:
    """Return with whom the server and all that it started are connected just now, and where they can be reached."""
    server = psutil.Process(lab.server.pid)
    found: set[str] = set()
    for process in (server, *server.children(recursive=True)):
        for each in process.net_connections(kind="inet"):
            found |= {end.ip for end in (each.laddr, each.raddr) if end}
    return found


def elsewhere(found: set[str]) -> list[str]:
    return sorted(ip for ip in found if not ipaddress.ip_address(ip).is_loopback)


def test_nothing_you_write_leaves_your_machine(asked: set[str], lab: Lab, learner: Learner) -> None:
    log = lab.work / "connected.jsonl"
    learner.open(lab.lesson("94-network", "# Network", WATCH.format(file=str(log)), *CELLS))
    learner.run(widgets=3)
    questions = Questions(lab.course).by_id
    prediction, single, desk = Card(learner, questions[PREDICTION]), Card(learner, questions[SINGLE]), Desk(learner)
    prediction.give({"text": "They will blame the hosts."})
    prediction.check()
    single.give(single.an_answer("wrong"))
    single.check()
    desk.mark("m7", "SAPMO DY 30/3605/25-27", "ARCHIVE-REF")
    desk.notes("m7").get_by_role("textbox", name="Comment").fill("where it lay")
    learner.wait(lambda: lab.marks(TASK)[0]["comment"] == "where it lay")
    connected = addresses(lab)
    learner.save()

    assert asked == {"127.0.0.1"}
    assert connected, "a server and a kernel at work have connections"
    assert elsewhere(connected) == []
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    # The one that the watch itself tried is there, so it does watch; and there is no other.
    assert {event for event, _ in lines} == {"socket.getaddrinfo", "socket.connect"}
    assert {where if isinstance(where, str) else where[0] for _, where in lines} == {"127.0.0.1"}


def test_a_connection_to_elsewhere_would_be_seen() -> None:
    assert elsewhere({"127.0.0.1", "::1", "192.0.2.7"}) == ["192.0.2.7"]
