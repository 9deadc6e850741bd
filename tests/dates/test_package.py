"""The package that knows all of EDTF says nothing of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coursekit.dates import package
from coursekit.dates.forms import is_edtf
from tests.conftest import ROOT

# What it prints about, warns of, or fails on in its own way.
ODD = ("1960-0X", "1960-1X", "Y17E8", "[", "1984?/2004~", "2001-34", "196X", "-1985", "1560-XX-25~")
ASK = f"from coursekit.dates.human import read_date; print([bool(read_date(text)) for text in {ODD!r}])"


@pytest.mark.parametrize("text", ODD)
def test_nothing_is_printed(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    is_edtf(text)
    package.parse(text)
    assert tuple(capfd.readouterr()) == ("", "")


def test_warnings_that_are_errors_stop_nothing() -> None:
    command = [sys.executable, "-W", "error", "-c", ASK]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("[True")
    assert done.stderr == ""


def test_what_others_print_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    package.parse("1960-0X")
    print("said")  # noqa: T201
    assert capsys.readouterr().out == "said\n"
