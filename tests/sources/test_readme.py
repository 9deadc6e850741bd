"""The reference for authors names what the loaders read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.table import Table
from coursekit.dates.forms import is_edtf
from coursekit.sources import record
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "coursekit" / "sources" / "README.md").read_text(encoding="utf-8")


def test_every_key_of_a_record_is_named(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    done = Table.done

    def told(table: Table) -> None:
        asked.update(table.asked)
        done(table)

    monkeypatch.setattr(Table, "done", told)
    record.read_record(course / "sources" / "BOX" / "record.toml")
    assert "rights_status" in asked
    # Of a paragraph's row one writes the first words; the rest is computed.
    computed = {"words", "sha256", "letters", "blocks", "id", "name"}
    assert {key for key in asked - computed if not re.search(rf"[`\[{{]{key}[`\] ]", README)} == set()


def test_every_status_of_rights_is_named() -> None:
    assert {each for each in record.RIGHTS if f"`{each}`" not in README} == set()


@pytest.mark.parametrize("example", ["1893-05", "1893-05-03/1893-05-06", "[1893-05-03..1893-05-21]", "1893~"])
def test_its_dates_are_dates(example: str) -> None:
    assert f"`{example}`" in README
    assert is_edtf(example)
