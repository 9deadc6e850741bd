"""The shells: they hand messages over and hold no rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coursekit import widgets
from coursekit.sessions.grading import GradingSession
from coursekit.widgets.marking import Marking

LONGEST = 150


class Levels:
    def keep(self, *_given: Any) -> str:
        return "14:02"


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Any:
    answer = {"id": "a", "levels": {}, "comment": "", "at": ""}
    made: Any = Marking(GradingSession({"question": {}, "answers": [answer]}, Levels(), "test"))
    made.said, made.states = [], []
    monkeypatch.setattr(made, "send", made.said.append)
    monkeypatch.setattr(made, "send_state", made.states.append)
    return made


def test_what_comes_in_goes_to_the_session_and_what_comes_of_it_goes_out(shell: Any) -> None:
    done: list[str] = []
    shell.after = lambda: done.append("after")
    shell._handle_custom_msg({"n": 1, "op": "levels", "answer": "a", "levels": {"r": 2}, "comment": ""}, [])
    assert [each["op"] for each in shell.said] == ["changed", "ack"]
    assert done == ["after"]


def test_a_view_made_later_is_given_what_stands_now_and_nobody_is_sent_it_all_anew(shell: Any) -> None:
    shell._handle_custom_msg({"n": 1, "op": "levels", "answer": "a", "levels": {"r": 2}, "comment": ""}, [])
    assert shell.get_state()["setup"]["answers"][0]["levels"] == {"r": 2}
    assert shell.states == []


@pytest.mark.parametrize("path", sorted(Path(widgets.__file__).parent.glob("*.py")), ids=lambda path: path.name)
def test_a_shell_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST
