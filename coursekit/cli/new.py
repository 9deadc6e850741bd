"""``course.py new FOLDER``: a course of one's own, whole at once; ``new source|lesson|exercise``: a part of this one.

What is not given as an option is asked at a terminal, and has a default anywhere else. A folder that is there already
and not empty is left as it is. A folder called “source” is written ./source.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from coursekit.cli.arguments import Arguments
from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY, SOURCES, WORK, Folders, course_root
from coursekit.words import count

if TYPE_CHECKING:
    from argparse import Namespace

    from coursekit.cli.own.said import Said, SourceSaid

DONE, WRONG = 0, 1
PARTS = ("source", "lesson", "exercise")
_SIGLUM = "2 to 10 capitals and figures, a capital first"
_NEXT = """
It is whole: open it, and change it from there.
  cd {folder}
  {start:<26} sets up what is missing and opens the course
  {test:<26} checks it and runs every notebook
README.md in it says what lies where, and how it becomes yours."""


def run(arguments: list[str]) -> int:
    """Make a course or a part of one; 1 when what was made is not clean."""
    part = arguments[0] if arguments and arguments[0] in PARTS else ""
    options = _parser(part).parse_args(arguments[1:] if part else arguments)
    root = course_root()
    if (root / CLASS_COPY).exists():
        raise CourseError("new: this is a copy for a class; use the instructor's course")
    return _part(root, part, options) if part else _course(root, options)


def _parser(part: str) -> Arguments:
    ask = Arguments(prog=f"course.py new {part}".strip(), description=__doc__)
    if part in ("lesson", "exercise"):
        ask.add_argument("name", metavar="NN-NAME", help="number and name, as 02-the-second-letter")
        ask.add_argument("--source", default="", metavar="SIGLUM", help="the source it reads, where there are several")
        return ask
    if part:
        ask.add_argument("source", metavar="SIGLUM", help=_SIGLUM)
    else:
        ask.add_argument("folder", type=Path, metavar="FOLDER", help="where to: new, or empty")
        ask.add_argument("--title", help="of the course")
        ask.add_argument("--language", help="of its prose, by its code: en, de, pt-BR")
        ask.add_argument("--author", help="who makes it")
        ask.add_argument("--source", metavar="SIGLUM", help=f"begin a source of your own, too; {_SIGLUM}")
    ask.add_argument("--name", help="what the source is called")
    ask.add_argument("--rights", help="public-domain, own, made-up, licensed: it may be given away; else reserved")
    ask.add_argument("--text", type=Path, metavar="FILE", help="a plain copy of it, to take the paragraphs from")
    return ask


def _part(root: Path, part: str, options: Namespace) -> int:
    from coursekit.cli.own import parts, sources

    if part == "source":
        written, paragraphs = sources.new_source(root, _source(options, options.source), options.text)
        print(count(paragraphs, "paragraph"))
    else:
        begin = parts.new_lesson if part == "lesson" else parts.new_exercise
        written = begin(root, options.name, options.source)
    for path in written:
        print(path.relative_to(root).as_posix())
    print("Fill in what stands there, then: python3 course.py check, python3 course.py build")
    return DONE


def _course(root: Path, options: Namespace) -> int:
    from coursekit.cli.own.courses import EXAMPLE, free, make_course
    from coursekit.cli.own.sources import new_source, read_copy

    folder = _absolute(options.folder)
    free(folder, root)  # before anything is asked
    said, source = _said(options), _first_source(options)
    if source and Folders(EXAMPLE).record(source.siglum).exists():
        raise CourseError(f"--source {source.siglum}: so the source of the example is called; choose another siglum")
    if options.text:
        read_copy(options.text)
    print(f"{folder}: {make_course(folder, said, root)} files")
    if source:
        paragraphs = new_source(folder, source, options.text)[1]
        print(f"{SOURCES}/{source.siglum}: begun, {count(paragraphs, 'paragraph')}")
    print("Making its notebooks; this takes about half a minute.", flush=True)
    if not (_runs(folder, "build") and _runs(folder, "check")):
        return WRONG
    if said.language.partition("-")[0] != "en":
        print(
            f"The example, and the words of cards and buttons, are English; your own prose is marked {said.language}."
        )
    print(next_steps(folder if str(options.folder).startswith("~") else options.folder))
    return DONE


def next_steps(folder: PurePath, system: str = os.name) -> str:
    """Return what to type now, as the shells of a system (an `os.name`) read it."""
    windows = system == "nt"
    python = "py" if windows else "python3"
    quoted = subprocess.list2cmdline([str(folder)]) if windows else shlex.quote(str(folder))
    return _NEXT.format(folder=quoted, start=f"{python} course.py", test=f"{python} course.py test")


def _absolute(folder: Path) -> Path:
    try:
        return folder.expanduser().absolute()
    except RuntimeError as error:
        raise CourseError(f"{folder}: no home folder of that name is here; write the path out") from error
    except OSError as error:
        raise CourseError(f"{folder}: the folder that you are in is gone; go to another") from error


def _said(options: Namespace) -> Said:
    from coursekit.cli.own import said
    from coursekit.cli.own.asking import ask, can_ask

    usual, asks = said.Said(), can_ask()

    def of(given: str | None, prompt: str, default: str, read: said.Read) -> str:
        return read(given) if given is not None else ask(prompt, default, read) if asks else default

    return said.Said(
        of(options.title, "Title of the course", usual.title, lambda words: said.line(words, "title")),
        of(options.language, "Language of its prose", usual.language, said.language),
        of(options.author, "Its author", usual.author, lambda words: said.line(words, "author")),
    )


def _first_source(options: Namespace) -> SourceSaid | None:
    """Return what is said of a source of the author's own, beside the example; None where there is none yet."""
    from coursekit.cli.own.asking import ask, can_ask
    from coursekit.cli.own.said import siglum

    given = options.source
    if given is None and can_ask():
        given = ask("Siglum of your first source, as DIARY; empty for none yet", "", siglum)
    if not given:
        if options.name or options.rights or options.text:
            raise CourseError("new: --name, --rights and --text are about a source: give its siglum with --source")
        return None
    return _source(options, given)


def _source(options: Namespace, given: str) -> SourceSaid:
    from coursekit.cli.own import said
    from coursekit.cli.own.asking import ask, can_ask

    siglum, name, rights = said.siglum(given), options.name, options.rights
    if name is None:
        name = ask("What is it called?", siglum, lambda words: said.line(words, "name")) if can_ask() else siglum
    if rights is None:
        prompt = "May its text be given away? public-domain, own, made-up, licensed; reserved: it may not"
        rights = ask(prompt, "reserved", said.rights) if can_ask() else "reserved"
    return said.SourceSaid(siglum, said.line(name, "name"), said.rights(rights))


def _runs(folder: Path, verb: str) -> bool:
    """Run a verb in the new course, with its own kit; show all that it says only where something is wrong."""
    with tempfile.TemporaryDirectory(prefix="coursekit-new-") as scratch:
        kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONSAFEPATH")}
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "coursekit", verb],
            cwd=folder,
            env=kept | {"COURSEKIT_COURSE": str(folder), "COURSEKIT_WORK": str(Path(scratch, WORK))},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    lines = (done.stdout + done.stderr).strip().splitlines()
    print("\n".join(lines) if done.returncode else f"{verb}: {lines[-1] if verb == 'check' else f'{len(lines)} made'}")
    return done.returncode == 0
