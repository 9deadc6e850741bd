"""``class_report``: what the class knows, in a notebook.

It shows the view that names nobody: what a cell puts out stays in the notebook's file, and a notebook is passed on.
The view with names is a page of its own, ``course.py report``.
"""

from __future__ import annotations

import os
from pathlib import Path

from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.html import tag
from coursekit.lesson.output import emit, twin, verb
from coursekit.marking.keys import Keys
from coursekit.places import CLASS_COPY
from coursekit.seminar import levels
from coursekit.seminar.classwork import gather
from coursekit.seminar.roster import read_roster


@verb
def class_report(*folders: str, listed: str = "") -> None:
    """Show the report on a class: what divides it, what it left blank, where its marks disagree; nobody's name.

    Parameters
    ----------
    folders
        Where the hand-ins are: folders, zips or files, by their names in ``work/`` or by their full paths; by default
        ``hand-ins``. What markers gave, in ``work/marking``, counts.
    listed
        The class list, by which people are joined: a file in ``work/``, or its full path.
    """
    from coursekit.seminar.report.page import body
    from coursekit.seminar.report.report import report

    here = course()
    if (here.root / CLASS_COPY).exists():
        raise CourseError("class_report: this is a class copy; the report is made in the instructor's course")
    places = [here.work / Path(folder).expanduser() for folder in folders or ("hand-ins",)]
    for place in places:
        if not os.path.exists(place):  # noqa: PTH110 - False also for what no path can be, where Path raises
            emit(twin(tag("p", f"No hand-ins are here yet: {place.name[:80]} is not there. Put them into work/.")))
            return
    keys = Keys(here)
    class_list = (here.work / Path(listed).expanduser()).resolve() if listed else None
    learners = read_roster(class_list).learners if class_list else None
    leave = [class_list] if class_list else []  # it may lie among the hand-ins
    found = report(gather(places, keys, levels.files(here.work), leave=leave), here, keys, learners)
    emit(twin(body(found, here.library, projected=True)))
