"""``home``: the way through the course, where one is on it, what waits, and one link that goes on."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.lesson.host import host
from coursekit.lesson.offering import offer_before
from coursekit.lesson.output import emit, twin, verb
from coursekit.places import LESSONS, REVIEW
from coursekit.study import words
from coursekit.study.calibration import by_claim, calibration, points_in
from coursekit.study.claims import claim
from coursekit.study.judged import judged
from coursekit.study.looking_back import look_back
from coursekit.study.page import page
from coursekit.study.progress import progress_of
from coursekit.study.review.due import due

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.course import Course
    from coursekit.study.claims import Claim
    from coursekit.study.looking_back import LookingBack

_REVIEW = REVIEW.replace(".md", ".ipynb")


@verb
def home() -> None:
    """Show where one is; run again it shows it as it is then."""
    here = course()
    back = look_back(here)
    found = progress_of(back.path, back.doings.doings())
    due_now = (_due(here, back), host().way(f"{LESSONS}/{_REVIEW}"))
    practice = offer_before(here, back.practice.sittings(), found)
    emit(twin(*page(found, lambda unit: host().way(unit.notebook), due_now, practice), class_="ck-home"))
    _emit_judged(here, back)


def _emit_judged(here: Course, back: LookingBack) -> None:
    """Show how sure one was against how often one was right, where there is enough to say."""
    verdicts = back.verdicts.verdicts()
    points = points_in(here)
    if parts := judged(calibration(verdicts, points), by_claim(verdicts, points, _claims(here))):
        emit(twin(*parts))


def _due(here: Course, back: LookingBack) -> str:
    """Return what is due in words; "" where nothing is, where no page shows it, and where it cannot be told."""
    tried = back.attempts.attempts()
    if tried and here.folders.review.is_file():
        with suppress(CourseError):  # that page says why
            return words.review(due(tried, here.questions.by_id.values(), datetime.now(UTC)))
    return ""


def _claims(here: Course) -> Callable[[str], Claim | None]:
    def of(name: str) -> Claim | None:
        with suppress(CourseError):
            return claim(here.question(name))
        return None

    return of
