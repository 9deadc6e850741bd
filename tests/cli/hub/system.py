"""What of this system a hub is tried on: users, a Python that each of them can run, ports, a git server."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import ROOT, not_run
from tests.ports import free_ports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.hub.teacher import Teacher

PATIENCE = 150.0  # seconds; two servers start at once on a machine that may be busy


def python_for_all(folder: Path) -> Path:
    """Return a Python with our packages that every user of this system can run; where ours is root's own, make one."""
    ours = Path(sys.executable)
    if _runs(ours):
        return ours
    system = Path("/usr/bin/python3")
    version = subprocess.run(
        [system, "-c", "import sys; print(*sys.version_info[:2], sep='.')"], capture_output=True, text=True, check=False
    )
    if version.stdout.strip() != f"{sys.version_info[0]}.{sys.version_info[1]}":
        not_run(f"{ours}: only root can run this Python, and there is no other of its version")
    made = folder / "venv"
    subprocess.run([system, "-m", "venv", "--without-pip", made], check=True)
    inside = f"lib/python{version.stdout.strip()}/site-packages"
    (made / inside / "ours.pth").write_text(f"{Path(sys.prefix) / inside}\n{ROOT}\n", encoding="utf-8")
    for name in ("share", "etc"):
        shutil.rmtree(made / name, ignore_errors=True)
        (made / name).symlink_to(Path(sys.prefix) / name)
    if not _runs(made / "bin" / "python"):
        not_run("the course's packages or its folder can be read by root only")
    return made / "bin" / "python"


def _runs(python: Path) -> bool:
    import pwd  # Windows has none

    nobody = pwd.getpwnam("nobody")
    with contextlib.suppress(OSError):
        command = [python, "-P", "-c", "import coursekit.cli.hub, jupyterhub, jupyterlab"]
        done = subprocess.run(command, user=nobody.pw_uid, cwd="/", capture_output=True, check=False)
        return done.returncode == 0
    return False


@contextlib.contextmanager
def users(names: tuple[str, ...], homes: Path) -> Iterator[None]:
    """Let there be users of this system for a while. Their homes are open to all, as on many a server they are."""
    try:
        for name in names:
            subprocess.run(
                ["useradd", "--no-create-home", "--home-dir", homes / name, "--shell", "/bin/bash", name], check=True
            )
            (homes / name).mkdir(mode=0o755)
            shutil.chown(homes / name, name, name)
        yield
    finally:
        for name in names:
            subprocess.run(["userdel", name], check=False, capture_output=True)


@contextlib.contextmanager
def served(teacher: Teacher) -> Iterator[str]:
    """Serve a teacher's repository on loopback, and give its address; from a folder git fetches its owner's only."""
    (port,) = free_ports(1)
    where = ["--export-all", f"--base-path={teacher.published.parent}", "--listen=127.0.0.1", f"--port={port}"]
    process = subprocess.Popen(["git", "daemon", "--reuseaddr", *where], stderr=subprocess.DEVNULL)
    address = f"git://127.0.0.1:{port}/{teacher.published.name}"
    try:
        end = time.monotonic() + PATIENCE
        while subprocess.run(["git", "ls-remote", address], capture_output=True, check=False).returncode:
            assert process.poll() is None, "git daemon ended"
            assert time.monotonic() < end, "git daemon does not answer"
        yield address
    finally:
        process.terminate()
        process.wait(PATIENCE)
