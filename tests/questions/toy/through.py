"""Run in a copy of the kit that has the toy kind: tell where a question of it goes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from coursekit.check.items import item_report
from coursekit.marking import mark
from coursekit.marking.exercise import mark_exercise
from coursekit.questions import KINDS, best_answer, twin, typical, view
from coursekit.questions.exercises import load_exercise
from coursekit.questions.plain import as_answer

exercise = load_exercise(Path(sys.argv[1]))
question = exercise.questions[0]
best = best_answer(question)
report = {
    "kinds": KINDS,
    "tries": [[state, mark(question, answer).state] for answer, state in typical(question)],
    "marked": mark(question, best).to_json(),
    "half": mark(question, as_answer(question, value=True)).points,
    "twin": twin(question, best, mark(question, best)),
    "view": view(question),
    "hand-in": mark_exercise(exercise, {question.id: best}).summary,
    "errors": [str(each) for each in item_report([question]).errors if question.id in each.message],
    "warnings": [str(each) for each in item_report([question]).findings if "bare" in each.message],
    "counts": item_report([question]).to_json()["course"],
}
sys.stdout.write(json.dumps(report))
