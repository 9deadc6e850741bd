"""Pictures by the kind their file names, and those of this course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.reading import read_table
from coursekit.errors import CourseError
from coursekit.pictures import KINDS, check_picture, draw
from tests.conftest import ROOT
from tests.pictures.grid.test_cells import WHOLE as GRID
from tests.pictures.origins.test_papers import WHOLE as ORIGINS
from tests.pictures.stemma.test_witnesses import WHOLE as STEMMA
from tests.pictures.test_pictures import Reader
from tests.pictures.timeline.test_points import HEAD, POINT

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"timeline": HEAD + POINT, "stemma": STEMMA, "grid": GRID, "origins": ORIGINS}
SHIPPED = sorted((ROOT / "lessons" / "pictures").glob("*.toml"))


def test_every_kind_is_tried_here() -> None:
    assert set(FILES) <= set(KINDS)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_drawn_and_checked_as_what_it_says_it_is(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "00-x.toml"
    path.write_text(FILES[kind], encoding="utf-8")
    assert check_picture(path) == []
    assert f'class="ck-picture ck-{kind}"' in draw(kind, path)
    other = next(each for each in FILES if each != kind)
    with pytest.raises(CourseError, match=f"kind: expected “{other}”, found “{kind}”"):
        draw(other, path)


def test_a_kind_that_does_not_exist_is_named(tmp_path: Path) -> None:
    path = tmp_path / "00-x.toml"
    path.write_text('kind = "pie"\n', encoding="utf-8")
    assert "00-x.toml:1: kind: expected one of timeline" in str(check_picture(path)[0])
    assert check_picture(tmp_path / "none.toml")[0].line == 1


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_the_pictures_of_this_course_are_sound(path: Path) -> None:
    assert check_picture(path) == []
    page = draw(read_table(path).text("kind", "timeline"), path)
    assert Reader(page).open == []
    assert not {"script", "iframe", "img", "a", "link"} & set(Reader(page).tags)
