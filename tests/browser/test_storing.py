"""Nothing that was acknowledged is lost: tabs that are killed, two at once, and a storage that fails."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

from tests.browser.harness import FLAGS
from tests.browser.storing import NAME, ORIGIN, crash, kept_in, open_small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

EDITS = 200


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


def acknowledged(page: Page) -> set[tuple[str, str]]:
    """Return the edits of which the page was told that they are kept."""
    return {(by, words) for op, by, words in page.told if op == "ack"}  # type: ignore[attr-defined]


def killed(context: BrowserContext, name: str, after: int) -> int:
    """Kill a tab in the middle of its edits, once so many are acknowledged; return how many were lost."""
    page = open_small(context)
    page.evaluate("([by, count]) => edit(by, count)", [name, EDITS])
    while len(page.told) < after:  # type: ignore[attr-defined]
        page.wait_for_function("n => known() >= n", arg=min(EDITS, len(page.told) + 1))  # type: ignore[attr-defined]
    crash(page)
    told = acknowledged(page)
    assert len(told) >= after
    page.close()
    again = open_small(context)
    there = set(kept_in(again))
    again.close()
    return len(told - there)


@pytest.mark.parametrize("times", [4, pytest.param(40, marks=pytest.mark.slow)])
def test_a_tab_killed_in_the_middle_of_its_edits_loses_none_that_was_acknowledged(
    context: BrowserContext, times: int
) -> None:
    chance = random.Random(times)  # noqa: S311 - the same moments each time
    lost = [killed(context, f"tab {time}", chance.randrange(EDITS)) for time in range(times)]
    assert lost == [0] * times


def test_two_tabs_at_once_lose_nothing_and_write_nothing_twice(context: BrowserContext) -> None:
    one, other = open_small(context), open_small(context)
    one.evaluate("count => edit('one', count)", EDITS)
    other.evaluate("count => edit('other', count)", EDITS)
    for page in (one, other):
        page.wait_for_function("said === 'saved 14:02'", timeout=60_000)
        page.wait_for_function("n => known() === n", arg=2 * EDITS, timeout=60_000)  # each knows of all
    there = kept_in(one)
    assert len(there) == len(set(there)) == 2 * EDITS
    assert acknowledged(one) | acknowledged(other) == set(there)


def test_a_journal_put_in_the_place_of_the_one_before_loses_nothing_of_another_tab(context: BrowserContext) -> None:
    one, other = open_small(context), open_small(context)
    other.evaluate("edit('other', 20)")
    one.evaluate("""replace('{"id":"0","event":"edit","by":"file","words":"brought"}\\n')""")
    other.wait_for_function("said === 'saved 14:02'")
    for page in (one, other):
        page.wait_for_function("known() === 21")
    there = kept_in(one)
    assert len(there) == len(set(there)) == 21
    assert ("file", "brought") in there


def test_a_full_storage_is_told_of_holds_nothing_up_and_is_tried_again(context: BrowserContext) -> None:
    page = open_small(context)
    session = context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": ORIGIN, "quotaSize": 1})
    page.evaluate("edit('one', 3)")
    page.wait_for_function("said.startsWith('Not saved yet: this browser has no room')")
    page.wait_for_function("known() === 3")
    assert page.evaluate("kept.at(-1)") == {"where": "page", "why": "The browser’s storage is full"}
    assert not acknowledged(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": ORIGIN})
    page.evaluate("again()")
    page.wait_for_function("said === 'saved 14:02'")
    assert page.evaluate("kept.at(-1)") == {"where": "browser"}
    assert kept_in(page) == [("one", f"edit {at}") for at in range(3)]


def test_what_the_browser_clears_under_an_open_page_is_written_anew(context: BrowserContext) -> None:
    page = open_small(context)
    page.evaluate("edit('one', 3)")
    page.wait_for_function("said === 'saved 14:02'")
    session = context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": ORIGIN, "storageTypes": "indexeddb"})
    page.evaluate("said = ''; edit('one', 4)")
    page.wait_for_function("said === 'saved 14:02'")
    page.wait_for_function("known() === 7")
    assert len(kept_in(page)) == 7


def test_what_is_deleted_in_one_tab_is_not_written_back_by_another(context: BrowserContext) -> None:
    """Neither when the other writes on, nor when it puts all that it knows in the place of what is there."""
    context.add_init_script("globalThis.BroadcastChannel = class { postMessage() {} close() {} }")  # nobody is told
    writes, puts, deletes = (open_small(context) for _ in range(3))
    for name, page in (("writes", writes), ("puts", puts)):
        page.evaluate("name => edit(name, 3)", name)
        page.wait_for_function("said === 'saved 14:02'")
    assert deletes.evaluate("wipe()")
    writes.evaluate("edit('writes', 4)")
    writes.wait_for_function("said.startsWith('Not saved: your work was deleted in another page')")
    assert writes.evaluate("kept.at(-1).deleted")
    assert deletes.evaluate("stored()") == []
    begun = open_small(context)
    begun.evaluate("edit('begun', 1)")
    begun.wait_for_function("said === 'saved 14:02'")
    puts.evaluate("replace('')")
    puts.wait_for_function("kept.at(-1)?.deleted")
    assert begun.evaluate("stored()") == ["edit 0"], "whoever has begun anew has only that"


def test_a_blocked_storage_is_told_of_and_nothing_is_called_kept(
    browser: Browser, chromium: str, tmp_path: Path
) -> None:
    (tmp_path / "Default").mkdir()
    no_site_data = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(no_site_data), encoding="utf-8")
    context = browser.browser_type.launch_persistent_context(tmp_path, executable_path=chromium, args=FLAGS)
    page = open_small(context)
    assert "keeps nothing for this site" in page.evaluate("kept.at(-1).why")
    page.evaluate("edit('one', 3)")
    page.wait_for_function("known() === 3")
    page.wait_for_function("said.startsWith('Not saved: this browser keeps nothing')")
    assert [op for op, *_ in page.told] == ["held"] * 3  # type: ignore[attr-defined]
    context.close()


def test_what_is_kept_goes_under_its_own_name(context: BrowserContext) -> None:
    page = open_small(context)
    assert NAME in page.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => name))")
