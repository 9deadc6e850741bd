"""From words typed to a verb run, and from an error to one line."""

from __future__ import annotations

import importlib
import os
import sys

from coursekit.errors import CourseError

DONE, WRONG, MISUSE = 0, 1, 2
INTERRUPTED = 130  # what shells report for Ctrl+C

# Each verb is a module of this package with `run(arguments) -> int`, imported only when it is asked for.
VERBS: dict[str, tuple[str, str]] = {
    "open": ("", "open the course in JupyterLab; also what happens without a verb"),
    "sources": ("[add PATH…]", "what is here; add your own copies (txt, html, md, pdf, zip, folder)"),
    "check": ("[PATH…]", "validate sources, lessons, questions and keys: file:line: message"),
    "build": (
        "[--check | --class OUT]",
        "make notebooks and exercises; fail on drift; a class's copy, or its zip",
    ),
    "update": ("ZIP", "bring a class copy up to date from the zip that was given out; work in it stays"),
    "hand-in": ("EXERCISE", "one file with your answers to an exercise, or a lesson (L02), to give to the instructor"),
    "grade": ("PATH… --out FILE", "marks (CSV) for every hand-in in folders and zips; one row each, whatever it is"),
    "export": (
        "annotations|questions|portfolio|statistics …",
        "marks as W3C annotations; questions for Moodle or Canvas; your portfolio; item statistics of a class",
    ),
    "teach": ("", "the teacher's desk in JupyterLab: hand-ins in, marks, feedback and reports out"),
    "feedback": ("PATH… --out ZIP", "what goes back to learners: a page for each hand-in, packed for the platform"),
    "report": ("PATH… --out FILE.html", "what the class knows, and a plan for the next hour; --projected names nobody"),
    "gradebook": ("EXPORT PATH… --out FILE", "marks in the gradebook that Moodle or Canvas exported, ready to upload"),
    "register": ("PATH… [--list CSV]", "who has handed in, late, not readable, read or not yet; on a class list"),
    "alike": ("PATH… [--out FILE]", "hand-ins that are alike far beyond chance, side by side; a reason to talk"),
    "notes": ("[--out FOLDER]", "teaching notes with the questions they name; fact cards, misconceptions to print"),
    "room": ("[LESSON]", "a seminar's room: people join with a phone, vote, point at words, and see"),
    "debrief": (
        "[FILE] [--with OTHER]",
        "what came of a session in the room: a page and data; two classes compared",
    ),
    "site": ("[--out DIR]", "the pages edition: static files, a course at a link with nothing to install"),
    "new": (
        "FOLDER | source|lesson|exercise …",
        "a course of your own, whole at once; or the beginning of a part of this one",
    ),
    "progress": ("", "where you are: what is done, what waits, how long it took and will take"),
    "practice": (
        "--print FORM",
        "a form of the practice test on paper, without its keys; --score FORM FILE",
    ),
    "work": ("[export|import FILE|wipe]", "where your work is; out as one file, in elsewhere, away on request"),
    "hub": ("", "what a JupyterHub starts for each learner (docs/hub.md); not for yourself"),
    "doctor": ("[--dry-run] [--merge]", "find and mend what learners and machines break"),
    "test": ("[--quick]", "run every test; or, for your own loop, what takes a few minutes"),
}


def usage() -> str:
    """Return the list of verbs."""
    calls = {f"  python3 course.py {verb} {form}".rstrip(): what for verb, (form, what) in VERBS.items()}
    lines = [f"{call.ljust(max(map(len, calls)))}  {what}" for call, what in calls.items()]
    return "\n".join(["Use:", *lines, "Each takes --help."])


def main(arguments: list[str]) -> int:
    """Run a verb.

    Returns
    -------
    int
        0 done, 1 something that was checked is wrong, 2 wrong use.
    """
    # The console of some systems knows fewer letters than our sources use; a question mark beats a traceback.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = list(arguments)
    if given and given[0] in ("-h", "--help", "help"):
        print(usage())
        return DONE
    verb = given.pop(0) if given and not given[0].startswith("-") else "open"
    if verb not in VERBS:
        print(f"{verb[:60]!r}: no such verb; one of {', '.join(VERBS)}", file=sys.stderr)
        return MISUSE
    try:
        module = importlib.import_module(f"coursekit.cli.{verb.replace('-', '_')}")
        code: int = module.run(given)
    except CourseError as error:
        print(error, file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # `course.py check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code
