"""A file dropped onto a reader in JupyterLab: the full text stands there at once, or one line says what it is."""

from __future__ import annotations

import base64
import json
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.sources.conftest import FILES
from tests.sources.reading.test_archive import packed

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FileChooser, Locator

    from tests.browser.harness import Learner

LABEL = "Add your own copy of this document…"
TWO = (
    'from coursekit.lesson import annotate\nannotate("01-layers")',
    'from coursekit.lesson import read\nread("YUD")',
)
DROP = """(on, [name, data]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
  for (const type of ["dragenter", "dragover", "drop"])
    on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
}"""


@pytest.fixture(scope="module")
def opened(module_learner: Learner) -> Learner:
    module_learner.open(module_learner.lab.lesson("95-drop", "# Drop", *TWO))
    return module_learner


@pytest.fixture
def desks(opened: Learner) -> tuple[Desk, Desk]:
    """Readers of the letter and of the memorandum, without full texts."""
    shutil.rmtree(opened.lab.work / "texts", ignore_errors=True)
    opened.anew(widgets=2)
    return Desk(opened, 0), Desk(opened, 1)


def drop(on: Locator, name: str, data: bytes) -> None:
    """Let go of a file over the words of a reader."""
    on.evaluate(DROP, [name, base64.b64encode(data).decode()])


def said(desk: Desk) -> Locator:
    return desk.root.locator(".ck-own-said p")


def views(desk: Desk) -> Locator:
    return desk.root.get_by_role("group", name="Which text to show")


def test_what_is_no_copy_is_one_line_and_nothing_is_written(
    desks: tuple[Desk, Desk], opened: Learner, tmp_path: Path
) -> None:
    letter, _ = desks
    choosers: list[FileChooser] = []
    opened.page.on("filechooser", lambda chooser: choosers.append(chooser))  # noqa: PLW0108 - Playwright takes no built-in
    for name, data, line in [
        ("bomb.zip", packed({"zeros.txt": bytes(12_000_000)}), "swells more than a text can"),
        ("<b>x</b>.bin", bytes(range(256)) * 20, "“<b>x</b>.bin” was not added: not a text (binary data)"),
        ("essay.txt", b"Nothing of ours. " * 30, "unknown: text, 510 bytes, 90 words, none of the sources"),
    ]:
        drop(letter.words("p4"), name, data)
        expect(said(letter)).to_contain_text(line)
        expect(said(letter)).to_have_count(1)
    large = tmp_path / "large.txt"  # more than a server takes in one message
    large.write_bytes(b"words and words\n" * 750_000)
    field = letter.root.get_by_label(LABEL)
    field.focus()
    opened.page.keyboard.press("Space")
    opened.wait(lambda: choosers)
    choosers[0].set_files(large)
    expect(said(letter)).to_have_text(
        "“large.txt” was not added: text of 12 million characters, at most 5 are read; cut out what you need."
    )
    expect(field).to_be_focused()
    assert not (opened.lab.work / "texts").exists()
    assert "Nothing of ours" not in json.dumps(opened.lab.journal())


def test_the_full_text_comes_where_it_was_dropped_and_another_ones_where_it_belongs(
    desks: tuple[Desk, Desk], opened: Learner, documents: Path
) -> None:
    letter, memorandum = desks
    letter.mark("p15", "18 July 1960", "DATE-RECORD")
    drop(letter.words("p4"), "my copy.txt", (documents / FILES["LET"]).read_bytes())
    expect(said(letter)).to_have_text("“my copy.txt” is the letter: all 28 paragraphs are there, word for word.")
    expect(opened.page.locator(".ck-live")).to_contain_text("all 28 paragraphs are there")
    expect(views(letter).get_by_role("radio", name="Both")).to_be_checked()
    expect(letter.words("p15", "text")).to_have_text("18 July 1960")
    opened.wait(lambda: letter.coloured() == ["18 July 1960"] * 2)
    expect(letter.root.get_by_label(LABEL)).to_have_count(1)
    expect(letter.root.get_by_label(LABEL)).to_be_hidden()  # there is nothing to add any more
    letter.mark("m7", "SAPMO DY 30/3605/25-27", "ARCHIVE-REF", edition="text")
    assert opened.lab.marks()[-1]["spans"][0]["edition"] == "text"

    expect(views(memorandum)).to_have_count(0)
    drop(letter.words("p4"), "other.txt", (documents / FILES["YUD"]).read_bytes().replace(b"desires", b"wishes"))
    expect(said(letter)).to_contain_text("“other.txt” is not this text but")
    expect(said(letter)).to_contain_text("(YUD): 17 of 18 paragraphs exact, 1 changed (p2).")
    views(memorandum).get_by_role("radio", name="Full text").check()
    expect(memorandum.root.locator(".ck-row[data-p=p2] .ck-flag")).to_contain_text("differs in your copy")

    opened.save()
    opened.reload()
    expect(opened.widgets()).to_have_count(2)
    views(letter).get_by_role("radio", name="Full text").check()
    expect(letter.words("m7", "text")).to_contain_text("SAPMO")
