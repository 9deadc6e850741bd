"""``course.py progress``: where you are in the course, what waits for you, and how long it took."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursekit.cli.arguments import Arguments
from coursekit.course import Course
from coursekit.places import course_root, work_dir
from coursekit.study import words
from coursekit.study.looking_back import look_back
from coursekit.study.progress import progress_of
from coursekit.study.written import to_json

if TYPE_CHECKING:
    from coursekit.study.progress import Progress


def run(arguments: list[str]) -> int:
    """Print where somebody is."""
    ask = Arguments(prog="course.py progress", description=__doc__)
    ask.add_argument("--json", action="store_true", help="for programs")
    given = ask.parse_args(arguments)
    here = Course(course_root(), work_dir())
    back = look_back(here)
    found = progress_of(back.path, back.doings.doings())
    print(json.dumps(to_json(found), ensure_ascii=False, indent=1) if given.json else told(found))
    return 0


def told(found: Progress) -> str:
    """Return where somebody is, as a terminal shows it."""
    lines = [words.summary(found)]
    if found.place:
        lines.append(f"{'Go on' if found.begun else 'Begin'} with {words.place(found.place)}")
        lines.append("  python3 course.py")
    if found.waits:
        lines += ["", "This waits for you:", *[f"  {each.unit.label}: {words.waiting(each)}" for each in found.waits]]
    lines.append("")
    wide = max((len(each.unit.title) for each in found.units), default=0)
    for each in found.units:
        state = words.STATES[each.state]
        lines.append(f"  {state:5}  {each.unit.label:11}  {each.unit.title:{wide}}  {words.far(each)}".rstrip())
    return "\n".join([*lines, "", words.RULE])
