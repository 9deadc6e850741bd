"""The folder beside a saved page."""

from __future__ import annotations

import pytest

from coursekit.sources.reading.beside_page import belongs_to_page, page_names


@pytest.mark.parametrize(
    "folder", ["A log_files", "A log-Dateien", "A log.files", "A log_archivos", "A log_FICHIERS", "A log_файлы"]
)
def test_programs_call_it_so_in_their_languages(folder: str) -> None:
    assert "A log.html" in page_names(folder)
    assert belongs_to_page(f"in/{folder}/x.js", frozenset({"in/a log.htm"}))
    assert not belongs_to_page(f"in/{folder}/x.js", frozenset({"a log.htm"}))


@pytest.mark.parametrize("folder", ["A log", "A log_texts", "files", "_files", "A logfiles"])
def test_other_folders_are_read(folder: str) -> None:
    assert page_names(folder) == []
