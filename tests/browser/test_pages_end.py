"""The end of the last lesson, as a page shows it to somebody who has been through the course."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from coursekit.course import Course
from coursekit.journal.events import line
from coursekit.lesson.ending import NOTHING
from coursekit.questions import kind_named
from coursekit.study.path import units
from tests.browser.pages import START, Site, ready
from tests.browser.test_pages_safe import everything, put_in
from tests.conftest import ROOT
from tests.study.journals import answered, at, said

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from coursekit.journal import Event

EXPECTED = "Each of the boxes will hold another story of the same storm."
HELD = "The keeper saw the storm, and the clerk had only heard of it."
ONE, OTHER = "what the keeper saw", "what the clerk had heard"


def mark(minute: float, task: str, source: str, comment: str) -> Event:
    span: dict[str, Any] = {"source": source, "edition": "guide", "paragraph": "p1", "start": 0, "end": 9}
    span |= {"quote": "the storm", "prefix": "", "suffix": ""}
    made = {
        "id": f"{round(minute):032x}",
        "source": source,
        "task": task,
        "tag": "",
        "comment": comment,
        "spans": [span],
    }
    return at(minute, "annotate", annotation=made)


def journey(course: Course) -> list[Event]:
    """Return what somebody did from the first lesson to the last: unsure and wrong at first, then sure and right."""
    way = units(course)
    last = [course.question(card) for card in way[-1].cards if card not in way[-1].tasks]
    last += [course.question(card) for card in way[-2].cards if card not in way[-2].tasks]
    texts = [each for each in last if kind_named(each.kind).open_ended and each.purpose != "prediction"]
    argument = max(texts, key=lambda each: getattr(each, "words", None) or (0, 0))
    tasks = [card for unit in way for card in unit.cards if card in unit.tasks]
    asked = [name for name, each in course.questions.by_id.items() if each.points and each.purpose == "quiz"][:40]
    sure = [each for n, name in enumerate(asked) for each in _said(n, name, course.question(name).points)]
    return [
        *answered(1, "00-expect", "human", text=EXPECTED),
        *answered(2, argument.id, "human", text=HELD),
        mark(3, tasks[0], course.key(tasks[0]).source, ONE),
        mark(4, tasks[-1], course.key(tasks[-1]).source, OTHER),
        *sure,
    ]


def _said(n: int, question: str, points: float) -> list[Event]:
    right = n < 4 or 20 <= n < 38
    return said(question, 90 if n < 20 else 80, "right" if right else "wrong", points if right else 0)


def test_both_ends_of_the_course_stand_side_by_side(browser: Browser, address: str) -> None:
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(START)
    page = Site(context, address).open("lessons/10-an-argument.html")
    ready(page)
    everything(page)
    end = page.locator(".ck-comparing", has_text=NOTHING)
    place = end.evaluate("node => node.closest('[data-output]').dataset.output")
    journal = b"".join(line(each) for each in journey(Course(ROOT)))
    expect(put_in(page, journal)).to_contain_text("Put in")
    end = page.locator(f"[data-output='{place}']")
    expect(end).to_contain_text("you were 90 % sure on average, and right 4 times in 20.")
    expect(end).to_contain_text("you were 80 % sure on average, and right 18 times in 20.")
    words = end.inner_text()
    told = ["What you expected", EXPECTED, "What you hold now", HELD, "Your first marks", ONE, "Your last marks", OTHER]
    places = [words.find(each) for each in told]
    assert -1 not in places
    assert places == sorted(places), "one below the other"
    context.close()
