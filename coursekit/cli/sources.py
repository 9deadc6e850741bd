"""``course.py sources``: what is here; add your own copies; work fingerprints out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.cli.arguments import Arguments
from coursekit.errors import CourseError
from coursekit.places import Folders, course_root

if TYPE_CHECKING:
    from coursekit.sources.add import Added
    from coursekit.sources.fingerprints import Fingerprint
    from coursekit.sources.library import Library

DONE, WRONG = 0, 1
MOST_LISTED = 12  # changed paragraphs told one by one


def run(arguments: list[str]) -> int:
    """Run the verb.

    Returns
    -------
    int
        0 done (every file recognised), 1 something is unknown, unreadable or changed, 2 wrong use.
    """
    given = _parser().parse_args(arguments)
    if given.task == "add":
        return _add(given.paths, as_json=given.json)
    if given.task == "fingerprint":
        return _fingerprint(given.siglum, given.path)
    if given.task == "number":
        return _number(given.siglum)
    return _list(as_json=given.json)


def _parser() -> Arguments:
    parser = Arguments(prog="course.py sources", description="The sources of the course, and your own copies of them.")
    parser.add_argument("--json", action="store_true", help="for programs")
    tasks = parser.add_subparsers(dest="task", title="tasks", metavar="")
    adding = tasks.add_parser(
        "add", help="add your own copies: .txt, .md, .html, web archives, .pdf, .zip, or a folder of these"
    )
    adding.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    adding.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="for programs")
    numbering = tasks.add_parser(
        "number", help="for authors: give each paragraph of a source's text.txt its id, in record.toml"
    )
    numbering.add_argument("siglum", metavar="SIGLUM")
    making = tasks.add_parser("fingerprint", help="for authors: write a source's fingerprints from a copy of it")
    making.add_argument("siglum", metavar="SIGLUM")
    making.add_argument("path", type=Path, metavar="PATH")
    return parser


def _library() -> Library:
    from coursekit.sources.library import Library

    return Library(course_root())


def _add(paths: list[Path], *, as_json: bool) -> int:
    from coursekit.sources.add import add

    library = _library()
    results = []
    for added in add(library, paths):
        results.append(added)
        if not as_json:
            print(_told(added), flush=True)
    if as_json:
        print(json.dumps([added.to_json() for added in results], ensure_ascii=False, indent=1))
    elif any(added.kept for added in results):
        print(f"Kept in {library.texts}; the reader shows it beside the calendar.")
    return DONE if results and all(added.fine for added in results) else WRONG


def _told(added: Added) -> str:
    """Return the block of one file."""
    if added.match is None:
        return f"{added.file}\n  {added.error}"
    match = added.match
    counts = ", ".join(f"{len(match.ids(status))} {status}" for status in ("exact", "close", "changed", "missing"))
    lines = [added.file, f"  {match.record.siglum}  {match.record.title}", f"       {counts}"]
    changed = match.ids("changed")
    width = max((len(pid) for pid in changed), default=0)
    lines += [f"       changed  {pid:{width}}  {match.taken[pid].where}" for pid in changed[:MOST_LISTED]]
    if len(changed) > MOST_LISTED:
        lines.append(f"       changed  and {len(changed) - MOST_LISTED} more: {', '.join(changed[MOST_LISTED:])}")
    if match.ids("close"):
        lines.append(f"       close    the same words, other punctuation or capitals: {', '.join(match.ids('close'))}")
    if match.ids("missing"):
        lines.append(f"       missing  {', '.join(match.ids('missing'))}")
    lines += [f"       left out “{words}”" for words in match.left_out[:MOST_LISTED]]
    lines += [f"       note     {note}" for note in added.notes]
    lines += [f"       error    {added.error}"] if added.error else []
    return "\n".join(lines)


def _fingerprint(siglum: str, path: Path) -> int:
    from coursekit.sources.author import write_fingerprints
    from coursekit.sources.reading.gather import gather

    library = _library()
    record, folders = library.record(siglum), Folders(library.root)
    file = folders.record(siglum)
    found = next(gather([path]))
    if found.error:
        raise CourseError(f"{found.name}: {found.error}")
    prints = write_fingerprints(file, record, found.text)
    print(_counted(library, siglum, prints))
    return DONE


def _counted(library: Library, siglum: str, prints: list[Fingerprint]) -> str:
    folders = Folders(library.root)
    words = sum(print_.words for print_ in prints)
    return f"{folders.name(folders.record(siglum))}: {len(prints)} paragraphs, {words} words"


def _number(siglum: str) -> int:
    from coursekit.sources.numbering import number_text

    library = _library()
    library.folder(siglum)
    made = number_text(library.root, siglum)
    print(_counted(library, siglum, made.prints))
    if made.new:
        print(f"  new   {', '.join(made.new)}")
    if made.gone:
        print(f"  gone  {', '.join(made.gone)}; mend what rests on them (`python3 course.py check` names it)")
    return DONE


def _list(*, as_json: bool) -> int:
    library = _library()
    rows = []
    code = DONE
    for siglum in library.sigla:
        try:
            rows.append(_state(library, siglum))
        except CourseError as error:
            print(error, file=sys.stderr)
            code = WRONG
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return code
    width = max((len(str(row["title"])) for row in rows), default=0)
    for row in rows:
        print(f"{row['source']:5} {row['title']:{width}}  {row['state']}")
    if not all(row["whole"] for row in rows):
        print("Add your own copies: python3 course.py sources add PATH…")
    return code


def _state(library: Library, siglum: str) -> dict[str, object]:
    source = library.source(siglum)
    counts = dict.fromkeys(("exact", "close", "changed", "missing"), 0)
    if source.text:
        for paragraph in source.text.paragraphs:
            counts[paragraph.status] += 1
    told = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    here = "text" if source.whole else "calendar"
    state = source.trouble or (f"calendar and your copy ({told})" if source.text else here)
    return {"source": siglum, "title": source.record.title, "state": state, "whole": source.whole, **counts}
