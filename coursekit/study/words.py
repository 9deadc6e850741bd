"""Where somebody is, in words: the same on a terminal and on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.study.doings import PAUSE
from coursekit.words import count, first_letter

if TYPE_CHECKING:
    from coursekit.study.progress import Place, Progress, Standing, Waiting
    from coursekit.study.review.due import Round

STATES = {"done": "done", "begun": "begun", "next": "next", "later": ""}
_HOUR = 60
_LONG = 10 * _HOUR
RULE = (
    "Time counts from one thing you do to the next. "
    f"A gap of more than {PAUSE.seconds // 60} minutes is a pause and does not count."
)


def duration(minutes: int) -> str:
    """Return ``45 min`` or ``3 h 20 min``."""
    hours, rest = divmod(minutes, _HOUR)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours))


def roughly(minutes: int) -> str:
    """Return an estimate as it is meant: to five minutes, from ten hours on to the hour."""
    if minutes < _LONG:
        return duration(max(5, round(minutes / 5) * 5))
    return f"{round(minutes / _HOUR)} h"


def summary(found: Progress) -> str:
    """Return how much is done, and how long it took and will take."""
    done = sum(each.state == "done" for each in found.units)
    begun = sum(each.state == "begun" for each in found.units)
    words = f"{done} of {len(found.units)} lessons and exercises done" + (f", {begun} begun" if begun else "")
    times = [f"{duration(found.taken)} worked"] * bool(found.taken)
    times += [f"about {roughly(found.left)} to go"] * bool(found.left)
    return f"{words}. {first_letter(', '.join(times))}." if times else f"{words}."


def place(found: Place) -> str:
    """Return where to go on: ``Lesson 02, sitting 2: How the letter is built``."""
    if found.part is None:
        return f"{found.unit.label}: {found.unit.title}"
    return f"{found.unit.label}, sitting {found.part.number}: {found.part.title}"


def far(each: Standing) -> str:
    """Return how far a lesson or an exercise is, and its minutes."""
    parts = [f"{each.done} of {len(each.unit.cards)} done"] * (each.state == "begun")
    if each.taken:
        parts.append(f"{duration(each.taken)} {'taken' if each.state == 'done' else 'so far'}")
    if each.unit.minutes:
        parts.append(f"{'expected ' if each.taken else ''}about {duration(each.unit.minutes)}")
    return " · ".join(parts)


def review(found: Round) -> str:
    """Return what is due; "" where nothing is."""
    return f"Review: {len(found.every)} due, about {duration(found.minutes)}" if found.every else ""


def review_page(found: Round) -> list[str]:
    """Return what stands above the questions that have come back."""
    due, now = len(found.every), len(found.now)
    if not due:
        return ["Nothing is due. What you answer in the lessons comes back here, some days later."]
    if now == due:
        return [f"{count(due, 'question')} {'is' if due == 1 else 'are'} due, about {duration(found.minutes)}."]
    return [
        f"{count(due, 'question')} are due. Here are {now} of them, about {duration(found.minutes_now)}.",
        "When these are answered, come back to this page for the next ones.",
    ]


def warm_up(number: int) -> str:
    """Return what stands above the questions that a warm-up brings back."""
    comes = (
        "question from an earlier lesson is due again and comes"
        if number == 1
        else ("questions from earlier lessons are due again and come")
    )
    spared = "one" if number == 1 else "as many"
    return f"{number} {comes} first. The lesson's own follow. If time is short, leave {spared} of those out."


def waiting(found: Waiting) -> str:
    """Return what waits, without where."""
    match found.kind:
        case "prediction":
            return "your prediction is not yet compared with the text."
        case "marks":
            return f"{count(found.number, 'mark')} made, and not finished."
        case "drafts":
            return f"{count(found.number, 'answer')} written and not checked."
        case "exercise":
            return f"{found.number} of {count(len(found.unit.cards), 'part')} done."
