"""Run nbgrader's commands one after the other in one process of its own environment: to start it costs seconds.

Reads a list of command lines as JSON; writes for each how long it took (s), and at last every grade.
"""

from __future__ import annotations

import json
import logging
import sys
import time
import warnings

warnings.simplefilter("ignore")

from nbgrader import apps  # noqa: E402 - it warns
from nbgrader.api import Gradebook  # noqa: E402

COMMANDS = {
    "generate_assignment": apps.GenerateAssignmentApp,
    "autograde": apps.AutogradeApp,
    "export": apps.ExportApp,
}


def run(command: str, *arguments: str) -> float:
    """Run a command as its command line does; it leaves by SystemExit when something failed."""
    began = time.perf_counter()
    kind = COMMANDS[command]
    kind.clear_instance()
    app = kind.instance()
    app.initialize(list(arguments))
    app.log.setLevel(logging.ERROR)
    app.start()
    kind.clear_instance()
    return time.perf_counter() - began


def grades(url: str) -> dict[str, dict[str, dict[str, float]]]:
    """Return assignment -> student -> question -> points."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    with Gradebook(url) as book:
        for assignment in book.assignments:
            for handed in assignment.submissions:
                own = {grade.name: grade.auto_score for note in handed.notebooks for grade in note.grades}
                found.setdefault(assignment.name, {})[handed.student.id] = own
    return found


if __name__ == "__main__":
    took = [run(*line) for line in json.load(sys.stdin)]
    with open("nbgrader-said.json", "w", encoding="utf-8") as said:  # noqa: PTH123 - beside the gradebook
        json.dump({"took": took, "grades": grades("sqlite:///nbgrader/gradebook.db")}, said)
