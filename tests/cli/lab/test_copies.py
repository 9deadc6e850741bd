"""A learner's copies of the lessons: an update never conflicts with them, and nothing of theirs is lost."""

from __future__ import annotations

import json
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.cli.lab import copies
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path


def notebook(*sources: str) -> dict[str, Any]:
    cells = [
        {"cell_type": "code", "id": f"c{n}", "metadata": {}, "source": [text], "execution_count": 1, "outputs": []}
        for n, text in enumerate(sources)
    ]
    return {"cells": cells, "metadata": {"jupytext": {"formats": "ipynb,md:myst"}}, "nbformat": 4, "nbformat_minor": 5}


def write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    write(tmp_path / "lessons" / "00-a.ipynb", notebook("one"))
    return tmp_path / "lessons", tmp_path / "work" / "lessons"


def did(changes: list[copies.Change]) -> list[str]:
    return [change.did for change in changes]


def test_a_lesson_is_copied_once_and_then_left_alone(places: tuple[Path, Path]) -> None:
    assert did(copies.refresh(*places)) == ["copied"]
    mine = places[1] / "00-a.ipynb"
    write(mine, notebook("one", "my own cell"))
    assert copies.refresh(*places) == []
    assert "my own cell" in mine.read_text(encoding="utf-8")


def test_a_copy_is_no_pair_and_its_cells_cannot_be_deleted_by_a_slip(places: tuple[Path, Path]) -> None:
    copies.refresh(*places)
    made = json.loads((places[1] / "00-a.ipynb").read_bytes())
    assert "jupytext" not in made["metadata"]
    assert made["cells"][0]["metadata"] == {"deletable": False, "editable": False}


def test_a_cell_that_is_the_learners_own_can_be_edited(places: tuple[Path, Path]) -> None:
    shipped = notebook("one", "two")
    shipped["cells"][1]["metadata"]["tags"] = ["yours"]
    write(places[0] / "00-a.ipynb", shipped)
    copies.refresh(*places)
    made = json.loads((places[1] / "00-a.ipynb").read_bytes())
    assert [cell["metadata"]["editable"] for cell in made["cells"]] == [False, True]


def test_dead_widgets_are_not_copied(places: tuple[Path, Path]) -> None:
    shipped = notebook("one")
    view = {"output_type": "display_data", "metadata": {}, "data": {copies.VIEW: {"model_id": "x"}, "text/plain": "W"}}
    twin = {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<p>twin</p>"}}
    shipped["cells"][0]["outputs"] = [twin, view]
    write(places[0] / "00-a.ipynb", shipped)
    copies.refresh(*places)
    assert json.loads((places[1] / "00-a.ipynb").read_bytes())["cells"][0]["outputs"] == [twin]


def test_a_newer_lesson_replaces_a_copy_that_was_only_run(places: tuple[Path, Path]) -> None:
    copies.refresh(*places)
    run = json.loads((places[1] / "00-a.ipynb").read_bytes())
    run["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["x"]}]
    write(places[1] / "00-a.ipynb", run)
    write(places[0] / "00-a.ipynb", notebook("two"))
    assert did(copies.refresh(*places)) == ["replaced"]
    assert not (places[1] / "earlier").exists()


def test_a_newer_lesson_keeps_a_copy_the_learner_changed(places: tuple[Path, Path]) -> None:
    copies.refresh(*places)
    for version in ("two", "three"):
        write(places[1] / "00-a.ipynb", notebook("one", f"mine before {version}"))
        write(places[0] / "00-a.ipynb", notebook(version))
        assert did(copies.refresh(*places)) == ["kept earlier"]
    kept = sorted(path.name for path in (places[1] / "earlier").iterdir())
    assert kept == ["00-a.earlier-1.ipynb", "00-a.earlier-2.ipynb"]
    assert "mine before two" in (places[1] / "earlier" / kept[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"cells": 3}', b'{"cells": [{}]}', b"\xff\xfe\x00"])
def test_a_damaged_copy_is_kept_aside_and_made_anew(places: tuple[Path, Path], damage: bytes) -> None:
    copies.refresh(*places)
    (places[1] / "00-a.ipynb").write_bytes(damage)
    assert did(copies.refresh(*places)) == ["mended"]
    assert (places[1] / "earlier" / "00-a.damaged-1.ipynb").read_bytes() == damage
    assert copies.refresh(*places) == []


def test_a_lost_list_of_copies_costs_nothing_of_the_learners(places: tuple[Path, Path]) -> None:
    copies.refresh(*places)
    write(places[1] / "00-a.ipynb", notebook("one", "mine"))
    for damage in ("", "[]", '{"00-a.ipynb": 3}'):
        (places[1] / copies.MADE_FROM).write_text(damage, encoding="utf-8")
        copies.refresh(*places)
    kept = (places[1] / "earlier" / "00-a.earlier-1.ipynb").read_text(encoding="utf-8")
    assert "mine" in kept


def test_a_learners_own_notebook_is_never_touched(places: tuple[Path, Path]) -> None:
    write(places[1] / "notes.ipynb", notebook("mine"))
    before = (places[1] / "notes.ipynb").read_bytes()
    copies.refresh(*places)
    assert (places[1] / "notes.ipynb").read_bytes() == before


def test_a_dry_run_writes_nothing(places: tuple[Path, Path]) -> None:
    assert did(copies.refresh(*places, dry_run=True)) == ["copied"]
    assert not places[1].exists()


def test_a_damaged_lesson_is_one_line(places: tuple[Path, Path]) -> None:
    (places[0] / "00-a.ipynb").write_text("nonsense", encoding="utf-8")
    with pytest.raises(CourseError, match=r"00-a.ipynb: not a notebook; get the course again"):
        copies.refresh(*places)


def test_two_who_renew_at_once_lose_nothing_of_the_learners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course, work = tmp_path / "course", tmp_path / "work"
    write(course / "lessons" / "00-a.ipynb", notebook("one"))
    work.mkdir()
    copies.refresh_all(course, work)
    write(work / "lessons" / "00-a.ipynb", notebook("one", "my own cell"))
    write(course / "lessons" / "00-a.ipynb", notebook("two"))
    other = Thread(target=copies.refresh_all, args=(course, work))
    name_of = copies._free

    def meanwhile(copy: Path, kind: str) -> Path:
        found = name_of(copy, kind)
        if not other.ident:
            other.start()
            other.join(0.5)  # it would be done by then, were it not to wait
        return found

    monkeypatch.setattr(copies, "_free", meanwhile)
    copies.refresh_all(course, work)
    other.join()
    earlier = [path.read_text(encoding="utf-8") for path in (work / "lessons" / "earlier").iterdir()]
    assert ["my own cell" in each for each in earlier] == [True]
    assert "two" in (work / "lessons" / "00-a.ipynb").read_text(encoding="utf-8")
