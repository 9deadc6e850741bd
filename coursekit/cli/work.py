"""``course.py work``: where your work is; ``work export [FILE]``, ``work import FILE``, ``work wipe``.

The file is the same for every edition of the course. What is put in is added: nothing that is here is lost.
"""

from __future__ import annotations

import os
from pathlib import Path

from coursekit.cli.arguments import Arguments
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.journal.carrying import MOST, any_work, bring, carried, told_of
from coursekit.journal.journal import NAME
from coursekit.journal.merging import read_one
from coursekit.marking.wiping import there, wipe
from coursekit.places import TEXTS, work_dir
from coursekit.words import count


def run(arguments: list[str]) -> int:
    """Take work out, or put it in."""
    ask = Arguments(prog="course.py work", description=__doc__)
    what = ask.add_subparsers(dest="what", metavar="export|import|wipe")
    out = what.add_parser("export", help="write all your work to one file")
    out.add_argument("file", type=Path, nargs="?", default=Path("my-work.zip"), help="where to (my-work.zip)")
    out.add_argument("--replace", action="store_true", help="replace a file of that name")
    come = what.add_parser("import", help="put the work of a file in beside what is here")
    come.add_argument("file", type=Path)
    away = what.add_parser("wipe", help="take away all that you did here, after asking")
    away.add_argument("--yes", action="store_true", help="do not ask")
    options = ask.parse_args(arguments)
    if options.what is None:
        return _where()
    if options.what == "wipe":
        return _wipe(sure=options.yes)
    file = options.file.expanduser()
    return _export(file, replace=options.replace) if options.what == "export" else _import(file)


def _where() -> int:
    work = work_dir()
    lines = len(read_one(work / NAME).events) if (work / NAME).exists() else 0
    print(f"{work}: {count(lines, 'line')} in your journal, {_copies(work)}")
    return 0


def _copies(work: Path) -> str:
    own = sorted(path.stem for path in (work / TEXTS).glob("*.json"))
    return f"your own copies of {', '.join(own)}" if own else "no own copy of a document"


def _wipe(*, sure: bool) -> int:
    """Take away all that was done here, once that is confirmed by a word that nobody types by chance."""
    work = work_dir()
    found = there(work)
    if not found:
        print(f"{work}: nothing to wipe")
        return 0
    if not sure:
        print(f"This takes away all that you did in {work}:")
        print("\n".join(f"  {path.relative_to(work).as_posix()}" for path in found))
        print("To keep it, save it first: python3 course.py work export. Close the course's pages, too.")
        try:
            said = input("Type “wipe” to go on: ")
        except EOFError:
            said = ""
        if said.strip().strip("“”\"'").lower() != "wipe":
            print("Nothing was wiped.")
            return 1
    print(f"{work}: wiped, {len(wipe(work))} files and folders")
    return 0


def _export(file: Path, *, replace: bool) -> int:
    if os.path.exists(file) and not replace:  # noqa: PTH110 - False also for what no path can be, where Path raises
        raise CourseError(f"{file}: is there already; name another file, or say --replace")
    work = work_dir()
    content = carried(work)
    if not any_work(work):
        raise CourseError(
            f"{work}: no work is here yet, so nothing was written; COURSEKIT_WORK can name another folder"
        )
    try:
        write_whole(file, content)
    except OSError as error:
        raise CourseError(f"{file}: not written {told(error)}") from error
    print(f"{file}: all your work; it goes in elsewhere with: python3 course.py work import {file.name}")
    return 0


def _import(file: Path) -> int:
    try:
        with file.open("rb") as given:
            content = given.read(MOST + 1)
    except OSError as error:
        raise CourseError(f"{file}: cannot be read {told(error)}") from error
    if len(content) > MOST:
        raise CourseError(f"{file}: is larger than a file of work ever is; name another")
    try:
        brought = bring(work_dir(), content)
    except CourseError as error:
        raise CourseError(f"{file}: {error}") from error
    print(f"{file}: {told_of(brought)}")
    return 0
