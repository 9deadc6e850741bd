"""Two small parallel forms: a lamp that went out, a bell that stayed silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OPTIONS = (4, 1, 0, 2)
_WEIGHTED = """
[[items]]
id = "{form}-{n}"
move = "move {n}"
kind = "weighted"
prompt = "Which of the four is it, in question {n}?"
options = [
{options}
]
"""
_REST = """
[[items]]
id = "{form}-4"
move = "knowledge"
kind = "point"
prompt = "Where does the keeper say how he knows?"
accepted = [{{ paper = "log", paragraph = 2, quote = "I saw the {thing} myself" }}]
near = [{{ paper = "log", paragraph = 2, quote = "The boy told me more", feedback = "That is what he was told." }}]
feedback = "He says that he saw it."

[[items]]
id = "{form}-5"
move = "transmission"
kind = "point"
prompt = "Who copied the letter?"
accepted = [{{ paper = "letter", paragraph = 0, quote = "copied by the clerk" }}]
feedback = "The head says it."

[[items]]
id = "{form}-6"
move = "silence"
kind = "written"
prompt = "Why does nobody name the captain?"
rubric = ["0: Nothing.", "1: A guess.", "2: A reason.", "3: A reason and a test of it."]
samples = [
  {{ level = 1, text = "He was not there." }},
  {{ level = 2, text = "Both papers were written for him." }},
  {{ level = 3, text = "Both were written for him; a paper for another reader would tell." }},
]
say = "It asks for whom each paper was written."
"""
_HEAD = """
title = "The {thing}"
event = "A {thing} on a pier. All of it is made up."
minutes = 20

[[papers]]
id = "letter"
title = "A letter"
head = ["Kind: a letter.", "How it came to us: copied by the clerk."]
body = ["The {thing} failed at nine. Nobody was near.", "I ask for a new one."]

[[papers]]
id = "log"
title = "A log"
head = ["Kind: a log, kept daily."]
body = ["Wind from the north.", "I saw the {thing} myself. The boy told me more."]
"""


def toml(form: str, thing: str) -> str:
    """Return a form as an author writes it."""
    made = [_HEAD.format(thing=thing)]
    for n in (1, 2, 3):
        options = "\n".join(
            f'  {{ text = "Answer {letter}", weight = {weight}, feedback = "Worth {weight}." }},'
            for letter, weight in zip("KLMN", _OPTIONS, strict=True)
        )
        made.append(_WEIGHTED.format(form=form, n=n, options=options))
    return "".join([*made, _REST.format(form=form, thing=thing)])


def lay_out_forms(course: Path) -> Path:
    """Write both forms and the page into a course; return the folder of the forms."""
    folder = course / "lessons" / "practice"
    folder.mkdir()
    for form, thing in (("a", "lamp"), ("b", "bell")):
        (folder / f"{form}.toml").write_text(toml(form, thing), encoding="utf-8")
    (course / "lessons" / "practice.md").write_text("# Practice\n", encoding="utf-8")
    return folder


BEST: dict[str, dict[str, object]] = {
    "1": {"option": 0},
    "2": {"option": 0},
    "3": {"option": 0},
    "4": {"paper": "log", "paragraph": 2, "sentence": 0},
    "5": {"paper": "letter", "paragraph": 0, "sentence": 1},
    "6": {"text": "For whom was it written?"},
}
