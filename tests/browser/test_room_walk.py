"""One walk through a room: console, screen and four people, in both rounds of two votes, with all that may go wrong.

Two people have phones and tap, one has a keyboard alone, one is read to from the accessibility tree. Six more vote by
the protocol, since nothing is broken down for fewer than five.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser import keyboard
from tests.browser.hearing import leaked, views
from tests.browser.instructing import Instructor, instructed
from tests.browser.people import People, a_minute_without_a_network, joined, killed, vote_by_key, vote_by_name

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

REST = 6
EVERYBODY = 4 + REST
OWN = "no keeper was found"  # where the instructor points
BALLOT = """
- heading "First vote" [level=1]
- group "Who saw the lamp go out?":
  - radio "the keeper"
  - radio "the harbour master"
  - radio "nobody"
- slider "How sure are you?"
- button "Vote"
"""


def test_two_votes_in_two_rounds_lose_nothing_and_tell_nothing_early(browser: Browser, work: Path) -> None:
    with instructed(browser, work) as at:
        people = joined(browser, at, REST)
        point_twice(at, people)
        choose_twice(at, people)
        at.end()
        people.at("This session has ended")
        at.room.hear(".json: ")
        with at.console.expect_popup() as left:
            at.console.get_by_role("button", name="Open the debrief").click()
        expect(left.value.get_by_role("heading", level=1)).to_contain_text("A session in the room")
        nothing_came_early(at, people)
    assert keyboard.pointers(people.keys) == []
    assert people.errors == []
    counted_once(work)


def point_twice(at: Instructor, people: People) -> None:
    """Point at words of a text, before and after talking; the server is killed between the rounds."""
    touch, away, keys, read = people.pages
    ask(at, "Point at the words", "Which words say who was there?")
    at.phase("First round: voting is open")
    people.at("First vote")
    touch.point(0, "keeper", "found")
    touch.vote()
    a_minute_without_a_network(at, away, people.ears["away"])
    keyboard.tab_to(keys, ".ck-words")
    keyboard.press(keys, "ArrowRight")
    keyboard.press(keys, "Shift+ArrowRight", 3)
    keys.page.keyboard.press("Enter")
    vote_by_key(keys)
    read.page.get_by_role("checkbox", name="Nowhere here").check()
    vote_by_name(read)
    for each in people.rest:
        assert each.point("apart from one")["op"] == "ack"
    expect(at.console.get_by_text(f"{EVERYBODY} have voted")).to_be_visible()
    at.close("First round closed")
    people.at("First vote closed")

    killed(at, people)
    people.at("First vote closed")
    at.console.get_by_label("Talking").select_option("2")
    at.press("talk")
    for each in people.pages:
        expect(each.page.locator(".rp-group")).to_contain_text("You are in group")
    at.press("second")
    at.phase("Second round: voting is open")
    people.at("Second vote")
    touch.page.get_by_role("button", name="Say the same again").tap()
    touch.vote()
    away.point(0, "keeper", "found")
    away.vote()
    keyboard.tab_to(keys, ".rp-own button")
    keys.page.keyboard.press("Enter")
    vote_by_key(keys)
    read.page.get_by_role("button", name="Say the same again").click()
    vote_by_name(read)
    for each in people.rest:
        assert each.point(OWN)["op"] == "ack"
    at.close("Second round closed")
    people.at("Second vote closed")
    at.press("open")
    people.at("What came of it")
    expect(at.screen.locator(".rm-heat").first).to_contain_text("found”8")
    at.press("lay_over")
    for page in (at.screen, touch.page):
        expect(page.locator(".rm-expert").first).to_be_visible()


def choose_twice(at: Instructor, people: People) -> None:
    """Choose an option twice; the server is killed once more, and one vote comes after closing."""
    touch, away, keys, read = people.pages
    ask(at, "Choices", "Who saw the lamp go out?")
    at.phase("First round: voting is open")
    people.at("First vote")
    for each in (touch, away):
        each.choose("the harbour master")
        each.vote()
    keyboard.tab_to(keys, "[type=radio]")
    keyboard.press(keys, "ArrowDown")
    vote_by_key(keys)
    expect(read.page.get_by_role("main")).to_match_aria_snapshot(BALLOT)
    read.page.get_by_role("radio", name="the keeper").check()
    vote_by_name(read)
    for each, choice in zip(people.rest, "aaaabb", strict=True):
        assert each.vote({"choice": choice})["op"] == "ack"
    at.close("First round closed")
    killed(at, people)
    at.press("second")
    at.phase("Second round: voting is open")
    people.at("Second vote")
    touch.choose("the keeper")
    touch.vote()
    keyboard.tab_to(keys, "[type=radio]")
    keyboard.press(keys, "Space")
    vote_by_key(keys)
    read.page.get_by_role("button", name="Say the same again").click()
    vote_by_name(read)
    away.choose("the harbour master")
    away.vote()
    for each in people.rest:
        assert each.vote({"choice": "a"})["op"] == "ack"
    away.page.context.set_offline(offline=True)
    expect(away.line).to_contain_text("No connection")
    away.choose("the keeper")
    away.page.get_by_role("button", name="Change my vote").tap()
    expect(away.status).to_contain_text("kept here, and sent when it is back")
    at.close("Second round closed")
    away.page.context.set_offline(offline=False)
    people.at("Second vote closed")
    expect(away.page.locator(".rp-missed")).to_contain_text("Not counted. This round is closed")
    late = people.rest[0].vote({"choice": "c"}, round=2)
    assert (late["op"], "closed; your vote was not counted" in late["why"]) == ("refused", True)
    at.press("open")
    people.at("What came of it")
    expect(at.screen.get_by_text("4 of 10 changed their answer.")).to_be_visible()


def ask(at: Instructor, kind: str, prompt: str) -> None:
    """Make a question on the console, and ask it."""
    console = at.console
    console.get_by_role("heading", name="Make a question now").click()
    console.get_by_label(kind).check()
    console.get_by_label("The question", exact=True).fill(prompt)
    if kind == "Choices":
        console.get_by_label("The options").fill("* the keeper\nthe harbour master\nnobody")
        console.get_by_label("Ask how sure they are, too").check()
    else:
        console.get_by_label("From paragraph").select_option("p1")
        console.get_by_label("To paragraph").select_option("p3")
        console.get_by_label("What you would point at").fill(OWN)
        console.get_by_label("“Nowhere here” is an answer").check()
    console.get_by_role("button", name="Ask this now").click()
    console.get_by_role("heading", name="Make a question now").click()


def nothing_came_early(at: Instructor, people: People) -> None:
    """See that no phone and no screen was sent results, keys or the expert before they were shown."""
    for name, ears in {"screen": at.ears, **people.ears}.items():
        heard = ears.heard()
        assert leaked(heard, at.room._key) == [], name
        first, *_ = views(heard, "v1")
        assert (first["results"]["expert"], bool(first["results"]["rounds"])) == (None, True), name
        assert views(heard, "v2"), name


def counted_once(work: Path) -> None:
    """See what is left: each vote once, and who changed."""
    (log,) = (work / "rooms").glob("*.jsonl")
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    cast = Counter((each["vote"], each["round"], each["who"]) for each in events if each["event"] == "voted")
    assert (len(cast), set(cast.values())) == (2 * 2 * EVERYBODY, {1})
    point, choice = json.loads(log.with_suffix(".json").read_text(encoding="utf-8"))["votes"]
    pointed = [each["pointed"] for each in point["rounds"]]
    assert [(each["people"], each["nowhere"]) for each in pointed] == [(EVERYBODY, 1)] * 2
    assert [passage_counts(each) for each in pointed] == [[7, 1, 1], [8, 1]]
    assert [each["count"] for each in point["expert"]["passages"]] == [8]
    split = [{row["words"]: row["count"] for row in each["split"]["parts"][0]["rows"]} for each in choice["rounds"]]
    assert split == [
        {"the keeper": 5, "the harbour master": 5, "nobody": 0},
        {"the keeper": 9, "the harbour master": 1, "nobody": 0},
    ]
    shift = choice["shift"]
    assert shift["courses"] == {
        "right both times": 5,
        "wrong, then right": 4,
        "right, then wrong": 0,
        "wrong both times": 1,
    }
    assert {row["from"]: row["to"] for row in shift["rows"]} == {
        "the keeper": {"the keeper": 5},
        "the harbour master": {"the keeper": 4, "the harbour master": 1},
    }


def passage_counts(pointed: dict[str, Any]) -> list[int]:
    """Return how many point at each passage."""
    return [each["count"] for each in pointed["passages"]]
