"""pip's own settings: where packages come from is kept, where they would go is not."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from coursekit.cli.setup import install
from coursekit.cli.setup.home import Home
from coursekit.cli.setup.pip_settings import settings
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

# As pip 23 to 26 print it.
LISTED = r"""
:env:.config-file='/x/pip.conf'
:env:.retries='7'
global.cert='/x/ca.crt'
global.default-timeout='60'
global.extra-index-url='\nhttps://one.example\nhttps://two.example'
global.index-url='https://lamp:oil@mirror.example/simple'
global.target='/x'
install.index-url='https://other.example/simple'
install.prefix='/y'
install.root='/z'
install.user='true'
list.proxy='http://not.for.us'
not a setting
"""

# Stands in for .venv's Python: lists what it was told, notes with what pip was run, and installs nothing.
FAKE = """#!{python}
import json, os, sys
given = sys.argv[1:]
if given[:4] == ["-m", "pip", "config", "list"]:
    print({listed!r})
elif given[:3] == ["-m", "pip", "install"]:
    with open({noted!r}, "w") as file:
        json.dump({{key: value for key, value in os.environ.items() if key.startswith("PIP_")}}, file)
elif given[0] == "-c" and "sysconfig" in given[1]:
    print({site!r})
elif given[:2] == ["-P", "-c"] and given[2].startswith("import coursekit, zmq"):
    sys.exit({said!r} if {said!r} else 0)
"""


def test_where_packages_come_from_is_kept_and_where_they_go_is_not() -> None:
    given = {"PATH": "/bin", "PIP_ROOT": "/z", "PIP_PYTHON": "/p", "pip_target": "/t", "PIP_NO_BINARY": ":all:"}
    assert settings(LISTED, given) == {
        "PATH": "/bin",
        "PIP_CERT": "/x/ca.crt",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_EXTRA_INDEX_URL": "https://one.example https://two.example",
        "PIP_INDEX_URL": "https://other.example/simple",
        "PIP_RETRIES": "7",
        "PIP_TIMEOUT": "60",
    }


def test_without_settings_pip_tries_three_times() -> None:
    assert settings("", {}) == {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "3"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    if os.name == "nt":
        pytest.skip("the stand-in for Python is a script")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    for key in [key for key in os.environ if key.startswith("PIP_")]:
        monkeypatch.delenv(key)
    (tmp_path / "site").mkdir()
    (tmp_path / "requirements.txt").write_text("pyzmq==1\n", encoding="utf-8")
    return Home(tmp_path)


def pretend(home: Home, said: str = "") -> Path:
    """Put the stand-in into .venv; return the file in which it notes how pip was run."""
    noted = home.root / "noted.json"
    home.python.parent.mkdir(parents=True)
    script = FAKE.format(
        python=sys.executable, listed=LISTED, noted=str(noted), site=str(home.root / "site"), said=said
    )
    home.python.write_text(script, encoding="utf-8")
    home.python.chmod(0o755)
    return noted


def test_pip_is_run_so_that_nothing_leads_it_astray(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = pretend(home)
    for name in ("TARGET", "PREFIX", "USER", "ROOT", "PYTHON"):
        monkeypatch.setenv(f"PIP_{name}", "/astray")
    install.install(home, home.requirements(tests=False))
    told = json.loads(noted.read_bytes())
    assert told.keys() == {
        f"PIP_{name}" for name in ("CERT", "CONFIG_FILE", "EXTRA_INDEX_URL", "INDEX_URL", "RETRIES", "TIMEOUT")
    }
    assert "oil" not in home.log.read_text(encoding="utf-8"), "a mirror's password stands in no log"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ImportError: zmq.so: failed to map segment from shared object", "lets no program run from this place"),
        ("ImportError: the lamp is out", "the lamp is out"),
    ],
)
def test_it_is_set_up_only_when_what_was_set_up_can_be_loaded(home: Home, said: str, words: str) -> None:
    pretend(home, said)
    with pytest.raises(CourseError, match=f"all packages are there, and yet: .*{words}"):
        install.install(home, home.requirements(tests=False))


def test_a_python_that_may_not_be_run_is_not_read_as_a_file_in_use(home: Home) -> None:
    pretend(home)
    home.python.chmod(0o644)
    with pytest.raises(CourseError, match="lets no program run from this place"):
        install.install(home, home.requirements(tests=False))
