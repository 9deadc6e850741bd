"""A real JupyterHub with its proxy on loopback, as the course's own configuration makes it, and two learners on it.

Where the tests run as root, learners are users of this system, made for the test, and the hub starts their servers as
these. Elsewhere all are one user, and what only the system can keep apart is not tried.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from coursekit.cli.hub import clone
from tests.cli.hub.system import PATIENCE, python_for_all, served, users
from tests.cli.hub.teacher import CONFIG
from tests.conftest import ROOT
from tests.ports import free_ports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.hub.teacher import Teacher

PROXY = ROOT / "coursekit" / "frontend" / "node_modules" / ".bin" / "configurable-http-proxy"
ADMINISTRATOR = f"""
load_subconfig({str(CONFIG)!r})
c.Spawner.environment.update({{environment}})
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allowed_users = {{learners}}
c.JupyterHub.spawner_class = {{spawner!r}}
c.SimpleLocalProcessSpawner.home_dir_template = {{homes!r}}
c.Spawner.args = {{args}}
c.JupyterHub.bind_url = "http://127.0.0.1:{{ports[0]}}"
c.JupyterHub.hub_port = {{ports[1]}}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{{ports[2]}}"
c.ConfigurableHTTPProxy.command = [{str(PROXY)!r}]
c.JupyterHub.services = [{{{{"name": "test", "api_token": {{token!r}}}}}}]
c.JupyterHub.load_roles = [
    {{{{"name": "test", "services": ["test"], "scopes": ["admin:users", "admin:servers", "tokens"]}}}}
]
"""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Shows where one is sent instead of going there."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass
class LearnerServer:
    """A learner, their place on the machine, and their own server."""

    name: str
    home: Path
    hub: RunningHub
    token: str = ""

    @property
    def work(self) -> Path:
        """Where their answers lie."""
        return self.home / "the-missing-note"

    @property
    def course(self) -> Path:
        """Where the course was fetched to."""
        return self.home / ".coursekit" / clone(self.hub.repository).name

    @property
    def base(self) -> str:
        """The address of their server."""
        return f"{self.hub.url}user/{self.name}/"

    def ask(self, path: str, method: str = "GET", body: object = None, token: str | None = None) -> tuple[int, str]:
        """Ask their server, with their token or another; return code and text, or where one is sent."""
        return ask(f"{self.base}{path}", self.token if token is None else token, method, body)

    def fetch(self) -> None:
        """Do what the page of nbgitpuller does."""
        asked = urlencode({"repo": self.hub.repository, "targetpath": self.course.name})
        code, said = self.ask(f"git-pull/api?{asked}")
        assert code == 200, said[:300]
        assert '"phase": "finished"' in said, said[:300]

    def run(self, code: str) -> str:
        """Run Python in a kernel of theirs, and return what it printed."""
        kernel = json.loads(self.ask("api/kernels", "POST", {"name": "python3"})[1])["id"]
        try:
            return self.run_in(kernel, code)
        finally:
            self.ask(f"api/kernels/{kernel}", "DELETE")

    def run_in(self, kernel: str, code: str) -> str:
        """Run Python in a kernel that is there already."""
        from websocket import create_connection

        address = f"{self.base.replace('http', 'ws', 1)}api/kernels/{kernel}/channels"
        talk = create_connection(address, header={"Authorization": f"token {self.token}"}, timeout=PATIENCE)
        content = {"code": code, "silent": False, "store_history": False, "allow_stdin": False, "user_expressions": {}}
        head = {"msg_id": "asked", "msg_type": "execute_request", "username": "", "session": "test", "version": "5.3"}
        message = {"header": head, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        talk.send(json.dumps(message))
        said = ""
        try:
            while True:
                heard = json.loads(talk.recv())
                if heard["parent_header"].get("msg_id") != "asked":
                    continue
                said += heard["content"].get("text", "") + "\n".join(heard["content"].get("traceback", []))
                if heard["msg_type"] == "status" and heard["content"]["execution_state"] == "idle":
                    return said
        finally:
            talk.close()


@dataclass
class RunningHub:
    """A hub that answers."""

    url: str
    token: str
    repository: str
    process: subprocess.Popen[bytes]
    log: Path
    apart: bool  # whether the learners are different users of this system
    learners: dict[str, LearnerServer] = field(default_factory=dict)

    def begin(self) -> None:
        """Give each learner a key, and start their servers, all at once."""
        for name, learner in self.learners.items():
            ask(f"{self.url}hub/api/users/{name}", self.token, "POST")
            learner.token = json.loads(ask(f"{self.url}hub/api/users/{name}/tokens", self.token, "POST", {})[1])[
                "token"
            ]
            assert ask(f"{self.url}hub/api/users/{name}/server", self.token, "POST")[0] in (201, 202)
        self.wait(lambda: all(each.ask("api/status")[0] == 200 for each in self.learners.values()))

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something holds; the hub's own words say why it never does."""
        end = time.monotonic() + PATIENCE
        while not until():
            assert self.process.poll() is None, self.log.read_text("utf-8")[-3000:]
            assert time.monotonic() < end, self.log.read_text("utf-8")[-3000:]
            time.sleep(0.1)


def ask(address: str, token: str, method: str = "GET", body: object = None) -> tuple[int, str]:
    """Ask a server of ours; return code and text, or where one is sent."""
    sent = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, sent, {"Authorization": f"token {token}"}, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirect)
    try:
        with opener.open(request, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers.get("Location") or answer.read().decode()
    except OSError as error:
        return 0, str(error)


@contextlib.contextmanager
def running(folder: Path, teacher: Teacher) -> Iterator[RunningHub]:
    """Run a hub while the body runs, with two learners who have not begun yet."""
    apart = os.geteuid() == 0 and bool(shutil.which("useradd"))
    names = tuple(f"ck{os.getpid()}{letter}" for letter in "ab")
    (folder / "home").mkdir()
    with contextlib.ExitStack() as stack:
        if apart:
            stack.enter_context(users(names, folder / "home"))
        python = python_for_all(folder) if apart else Path(sys.executable)
        repository = stack.enter_context(served(teacher))
        yield stack.enter_context(_hub(python, folder, names, repository, apart=apart))


@contextlib.contextmanager
def _hub(python: Path, folder: Path, names: tuple[str, ...], repository: str, *, apart: bool) -> Iterator[RunningHub]:
    homes, state = folder / "home", folder / "state"
    state.mkdir(mode=0o700)
    ports, token = free_ports(3), os.urandom(16).hex()
    said = ADMINISTRATOR.format(
        environment={"COURSEKIT_REPOSITORY": repository},
        learners=set(names),
        spawner="jupyterhub.spawner.LocalProcessSpawner" if apart else "simple",
        homes=str(homes / "{username}"),
        args=["--allow-root"] if os.geteuid() == 0 and not apart else [],
        ports=ports,
        token=token,
    )
    (state / "config.py").write_text(said, encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "COURSEKIT", "PYTHON"))}
    log = state / "log"
    with log.open("wb") as lines:
        process = subprocess.Popen(
            [python, "-P", "-m", "jupyterhub", "-f", "config.py"],
            cwd=state,
            env=kept,
            stdin=subprocess.DEVNULL,
            stdout=lines,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    hub = RunningHub(f"http://127.0.0.1:{ports[0]}/", token, repository, process, log, apart)
    hub.learners = {name: LearnerServer(name, homes / name, hub) for name in names}
    try:
        hub.wait(lambda: ask(f"{hub.url}hub/api/", token)[0] == 200)
        yield hub
    finally:
        process.send_signal(signal.SIGTERM)  # it ends its proxy and all servers
        process.wait(PATIENCE)
