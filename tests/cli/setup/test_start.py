"""From the first start to the hundredth, and all that may come between."""

from __future__ import annotations

import json
import os
import shutil
import signal
from typing import TYPE_CHECKING

from tests.cli.setup.conftest import HANGS

if TYPE_CHECKING:
    import subprocess

    from tests.cli.setup.conftest import Machine

HANDED_OVER = "'nothing': no such verb"  # what coursekit itself answers


def lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()


def test_the_first_start_sets_up_says_so_and_hands_over(machine: Machine) -> None:
    done = machine.start()
    assert done.returncode == 2
    assert lines(done)[0] == "Setting up the course in .venv."
    assert "Set up." in lines(done)
    assert HANDED_OVER in lines(done)[-1]
    assert done.stdout == ""


def test_the_second_start_installs_nothing_and_is_fast(machine: Machine) -> None:
    machine.start()
    before = os.times()
    done = machine.start()
    after = os.times()
    # Work done, not time gone by: what else the machine has to do is no concern of ours.
    assert after.children_user + after.children_system - before.children_user - before.children_system < 2
    assert len(lines(done)) == 1
    assert machine.installs() == 1


def test_the_exit_code_of_the_verb_comes_back(machine: Machine) -> None:
    assert machine.start("--help").returncode == 0
    assert machine.start("nothing").returncode == 2


def test_a_changed_list_is_installed_and_nothing_thrown_away(machine: Machine) -> None:
    machine.start()
    mine = machine.root / ".venv" / "mine.txt"
    mine.write_text("kept", encoding="utf-8")
    _working(machine)
    (machine.root / "requirements.txt").write_text("# another\n", encoding="utf-8")
    done = machine.start()
    assert machine.installs() == 2
    assert "Bringing the course's packages up to date." in done.stderr
    assert mine.exists()


def test_another_line_end_is_no_change(machine: Machine) -> None:
    machine.start()
    (machine.root / "requirements.txt").write_bytes(b"# nothing, for once\r\n")
    machine.start()
    assert machine.installs() == 1


def test_the_tests_need_more_and_get_it_once(machine: Machine) -> None:
    machine.start()
    _working(machine)
    machine.start("test")
    machine.start("test")
    machine.start()
    assert machine.installs() == 2


def test_killed_half_way_the_next_start_mends_it(machine: Machine) -> None:
    process = machine.began(FAKE_UV="sleep")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    litter = machine.root / ".venv" / "half-unpacked"
    litter.mkdir()
    done = machine.start()
    assert lines(done)[0] == "Setting up the course in .venv again, the last time was interrupted."
    assert HANDED_OVER in done.stderr
    assert not litter.exists()


def test_ctrl_c_ends_it_in_one_line_and_the_next_start_mends_it(machine: Machine) -> None:
    process = machine.began(FAKE_UV="sleep")
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=HANGS)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert said.strip().splitlines()[-1].startswith("Stopped before set-up was done.")
    assert HANDED_OVER in machine.start().stderr


def test_a_full_disk_is_one_line_and_the_next_start_mends_it(machine: Machine) -> None:
    done = machine.start(FAKE_UV="error: failed to flush file: No space left on device (os error 28)")
    assert done.returncode == 1
    assert "setting up: the disk is full; free about" in lines(done)[-1]
    assert HANDED_OVER in machine.start().stderr


def test_no_network_is_one_line_and_the_next_start_mends_it(machine: Machine) -> None:
    done = machine.start(FAKE_UV="error: Failed to fetch\n  Caused by: dns error: failed to lookup address")
    assert done.returncode == 1
    assert "no connection to the package index; check the network and start again" in lines(done)[-1]
    assert HANDED_OVER in machine.start().stderr


def test_a_broken_uv_is_no_obstacle(machine: Machine) -> None:
    done = machine.start(FAKE_UV="thread 'main' panicked at src/main.rs")
    assert HANDED_OVER in done.stderr, "pip did it"


def test_a_moved_course_goes_on_where_it_is(machine: Machine) -> None:
    machine.start()
    elsewhere = machine.root.parent / "moved, ü"
    machine.root.rename(elsewhere)
    main = elsewhere / "coursekit" / "cli" / "main.py"
    main.write_text(main.read_text(encoding="utf-8").replace("no such verb", "no verb, here"), encoding="utf-8")
    machine.root = elsewhere
    assert "no verb, here" in machine.start().stderr
    assert machine.installs() == 1


def test_a_venv_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    machine.start()
    for python in (machine.root / ".venv" / "bin").glob("python*"):
        python.unlink()
    (machine.root / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")
    done = machine.start()
    assert machine.installs() == 2
    assert HANDED_OVER in done.stderr


def test_a_broken_venv_is_mended_by_the_doctor(machine: Machine) -> None:
    machine.start()
    shutil.rmtree(next((machine.root / ".venv").glob("lib/python*/site-packages")))
    done = machine.start("doctor", "--dry-run")
    assert done.returncode == 1
    assert "without --dry-run it would be made anew" in lines(done)[-1]
    machine.start("doctor")
    assert machine.installs() == 2


def test_a_venv_made_by_hand_is_filled_and_not_thrown_away(machine: Machine) -> None:
    machine.start()
    (machine.root / ".venv" / "setup.json").unlink()
    mine = machine.root / ".venv" / "mine.txt"
    mine.write_text("kept", encoding="utf-8")
    assert HANDED_OVER in machine.start().stderr
    assert mine.exists()


def test_two_starts_at_once_do_not_meet(machine: Machine) -> None:
    first = machine.began(FAKE_UV="sleep")
    second = machine.start()
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    assert second.returncode == 1
    assert "another start is setting the course up; wait until it is done" in lines(second)[-1]


def test_a_torn_note_of_set_up_is_no_obstacle(machine: Machine) -> None:
    machine.start()
    note = machine.root / ".venv" / "setup.json"
    for torn in ("", "{", "[]", '{"state": "ready"}', '{"state": "ready", "lists": 3}'):
        note.write_text(torn, encoding="utf-8")
        assert HANDED_OVER in machine.start().stderr, torn
        assert json.loads(note.read_text(encoding="utf-8"))["state"] == "ready"


def test_a_missing_list_is_one_line(machine: Machine) -> None:
    (machine.root / "requirements.txt").unlink()
    done = machine.start()
    assert done.returncode == 1
    assert "requirements.txt: missing, and set-up needs it" in lines(done)[-1]


def _working(machine: Machine) -> None:
    """Make the empty .venv look as if the packages were there, for the probe that asks."""
    site = next((machine.root / ".venv").glob("lib/python*/site-packages"))
    for name in ("jupyterlab", "jupytext", "ipywidgets", "anywidget", "ipykernel", "zmq", "edtf", "pypdf"):
        (site / f"{name}.py").touch()


def test_it_is_not_called_set_up_when_the_packages_went_elsewhere(machine: Machine) -> None:
    (machine.root / "requirements.txt").write_text("kettle==1\nlamp==2\n", encoding="utf-8")
    done = machine.start()  # the stand-in says that it installed them
    assert done.returncode == 1
    assert "Set up." not in done.stderr
    assert "the installer ended well, but kettle and 1 more are not in" in lines(done)[-1]


def test_a_variable_that_names_another_course_is_not_passed_over_in_silence(machine: Machine) -> None:
    machine.start()
    other = machine.start(COURSEKIT_COURSE=str(machine.root.parent))
    assert lines(other)[0].startswith(f"COURSEKIT_COURSE names {machine.root.parent}; this course.py goes on with")
    same = machine.start(COURSEKIT_COURSE=str(machine.root))
    assert len(lines(same)) == 1
