"""Every question of a course answered blank, typically wrong and right, and marked.

For each question the sum of its marks as JSON is told, which is the same everywhere, and their states. Run where only
the kit and the course are: by the Python of this machine, and by Pyodide.
"""

import json
import os
import sys
from hashlib import sha256

sys.path.insert(0, os.environ["COURSEKIT_KIT"])

from coursekit.course import course
from coursekit.marking import mark
from coursekit.questions import best_answer, typical

here = course()
exercises = [question for exercise in here.exercises.by_id.values() for question in exercise.questions]
made = {}
for question in [*here.questions.by_id.values(), *exercises]:
    tries = [{}, *(answer for answer, _ in typical(question)), best_answer(question)]
    marks = [mark(question, each, here.shelf).to_json() for each in tries]
    digest = sha256(json.dumps(marks, sort_keys=True).encode()).hexdigest()
    made[question.id] = [digest, sorted({each["state"] for each in marks})]
sys.stdout.write(json.dumps(made) + "\n")
sys.stdout.flush()
