"""The room's console and the screen in front of the class, driven by an instructor; people vote by the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from playwright.sync_api import ViewportSize, expect

from tests.browser.instructing import WIDE, Instructor, instructed
from tests.browser.looks import AXE
from tests.browser.rooms import CHOICE, POINT
from tests.browser.voters import Voter, voters
from tests.conftest import not_run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page

OUTSIDE = "document.documentElement.scrollWidth - innerWidth"


def cast(people: Sequence[Voter], choices: str, confidence: int = 95) -> None:
    for person, choice in zip(people, choices, strict=True):
        assert person.vote({"choice": choice, "confidence": confidence})["op"] == "ack"


def test_two_rounds_with_a_server_killed_between_them_and_the_screen_follows(browser: Browser, work: Path) -> None:
    with instructed(browser, work) as at:
        console, screen = at.console, at.screen
        expect(screen.get_by_role("img", name="Code to be scanned")).to_be_visible()
        expect(screen.locator(".rs-big")).to_contain_text(at.room.code)
        people = voters(at.room, 6)
        expect(console.get_by_text("6 joined")).to_be_visible()

        console.get_by_text("Make a question now").click()
        console.get_by_label("The question", exact=True).fill("Who saw the lamp go out?")
        console.get_by_label("The options").fill("* the keeper\nthe harbour master\nnobody")
        console.get_by_label("Ask how sure they are, too").check()
        console.get_by_role("button", name="Ask this now").click()
        at.phase("First round: voting is open")
        expect(screen.get_by_role("heading", level=1)).to_have_text("Who saw the lamp go out?")
        console.get_by_label("show on the screen how many have voted").check()
        cast(people, "abbbbc")
        expect(screen.get_by_text("6 voted")).to_be_visible()
        expect(console.locator(".rc-results")).to_contain_text("not shown to the class yet")
        expect(console.locator(".rc-results")).to_contain_text("4 (67 %)")

        console.locator("[data-press='close']").focus()
        console.keyboard.press("Enter")
        at.phase("First round closed")
        expect(console.locator("[data-press='close']")).to_be_focused()
        assert people[0].vote({"choice": "b"}, round=1)["op"] == "refused"

        at.room.kill()
        expect(console.get_by_text("The connection to the room is lost")).to_be_visible()
        console.locator("[data-press='talk']").click()
        expect(console.get_by_role("alert")).to_contain_text("Not done")
        at.room.start()
        for page in (console, screen):
            expect(page.locator(".rm-line")).to_be_hidden()
        console.get_by_label("Talking").select_option("2")
        at.press("talk")
        at.phase("Talking")
        expect(screen.get_by_text("There are 3 groups")).to_be_visible()
        at.press("second")
        at.phase("Second round: voting is open")
        cast(people, "aaabbb")
        at.press("close")
        at.phase("Second round closed")
        at.kept_secret()
        assert screen.locator(".rm-results").count() == 0

        at.press("open")
        at.phase("Results are open")
        expect(screen.get_by_text("Sure and wrong: 3")).to_be_visible()
        expect(screen.get_by_text("3 of 6 changed their answer.")).to_be_visible()
        expect(screen.locator(".rm-split .rm-right")).to_contain_text("the keeper✓ right")

        console.get_by_role("button", name="End the session").click()
        console.get_by_role("button", name="No", exact=True).click()
        at.end()
        expect(screen.get_by_text("This session is over")).to_be_visible()


def test_words_are_pointed_at_and_the_expert_is_laid_over_when_asked(browser: Browser, work: Path) -> None:
    with instructed(browser, work) as at:
        console, screen = at.console, at.screen
        people = voters(at.room, 6)
        console.get_by_text("Questions of this lesson").click()
        console.locator(".rc-plan li", has_text="something lies beside it").get_by_role("button").click()
        at.phase("First round: voting is open")
        for person in people[:4]:
            assert person.point("the keeper's own note")["op"] == "ack"
        for person in people[4:]:
            assert person.point("no keeper was found")["op"] == "ack"
        expect(console.locator(".rm-heat")).to_contain_text("own note”.4")
        at.press("close")
        at.phase("First round closed")
        at.kept_secret("is the enclosure")
        at.press("open")
        expect(screen.locator(".rm-heat")).to_contain_text("own note”.4")
        expect(screen.locator(".rm-lists")).to_contain_text("4 of 6 (67 %)")
        assert screen.locator(".rm-expert").count() == 0
        at.press("lay_over")
        expect(screen.locator(".rm-expert").first).to_be_visible()

        console.get_by_role("heading", name="Note").click()
        console.get_by_label("What you want to keep").fill("Talk about the note again.")
        console.get_by_role("button", name="Keep the note").click()
        expect(console.get_by_text("Kept", exact=True)).to_be_visible()

        at.room.press("ask", item=CHOICE)
        at.phase("First round: voting is open")
        console.get_by_role("heading", name="Hands").click()
        console.get_by_label("(b) the harbour master").fill("7")
        console.get_by_role("button", name="Count them in").click()
        expect(console.locator(".rc-results")).to_contain_text("7 (100 %)")
        at.press("close")
        console.get_by_role("heading", name="Votes of this session").click()
        console.get_by_role("button", name="Show again").click()
        at.phase("Results are open")
        assert at.room.look()["vote"]["note"] == "Talk about the note again."


def test_that_nobody_joins_is_said_where_phones_should_be_able_to(browser: Browser, work: Path) -> None:
    with instructed(browser, work, "--behind", "/") as at:
        nobody = at.console.get_by_text("Nobody has joined yet. If phones cannot open the page")
        expect(nobody).to_be_visible()
        voters(at.room, 1)
        expect(at.console.get_by_text("1 joined")).to_be_visible()
        expect(nobody).to_have_count(0)


def test_axe_finds_nothing_on_console_and_screen_in_light_dark_and_narrow(browser: Browser, work: Path) -> None:
    if not AXE.is_file():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    with instructed(browser, work, bypass_csp=True) as at:  # axe comes from outside the page
        people = voters(at.room, 6)
        looked_at(at)
        at.room.press("ask", item=CHOICE)
        at.phase("First round: voting is open")
        at.console.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        looked_at(at)
        cast(people, "aabbbc")
        at.room.press("open")
        at.phase("Results are open")
        looked_at(at)
        at.room.press("ask", item=POINT | {"expert": [{"paragraph": "p3", "quote": "the keeper's own note"}]})
        for person in people:
            person.point("no keeper was found")
        at.room.press("open")
        at.room.press("lay_over", on=True)
        expect(at.screen.locator(".rm-expert").first).to_be_visible()
        looked_at(at)


LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = (
    (WIDE, "light"),
    ({"width": 320, "height": 640}, "light"),
    (WIDE, "dark"),
)


def looked_at(at: Instructor) -> None:
    """Measure both pages as they stand, as different people see them."""
    for page in (at.console, at.screen):
        for size, scheme in LOOKS:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            measured(page)


def measured(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found = page.evaluate("axe.run({ resultTypes: ['violations', 'passes'] })")
    told = [(each["id"], [node["target"] for node in each["nodes"][:3]]) for each in found["violations"]]
    assert told == [], page.title()
    assert any(each["id"] == "color-contrast" for each in found["passes"]), "axe measured no contrast"
    assert page.evaluate(OUTSIDE) <= 0, page.title()
