"""A source's record: who, to whom, when, where it is kept, and the steps by which it reached us."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem, refuse
from coursekit.authoring.reading import inspect_table
from coursekit.dates.forms import is_edtf
from coursekit.sources.fingerprints import Fingerprint, read_fingerprint
from coursekit.sources.paragraph_table import HIGHEST

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.table import Table

CERTAINTIES = ("documented", "inferred", "conjecture")
GIVEN = ("public-domain", "own", "made-up", "licensed")  # where the text itself may stand in the course
RIGHTS = (*GIVEN, "reserved")
MOST_NUMBER = 9_999  # of a paragraph
PID = re.compile(r"[a-z]{1,3}[0-9]{1,4}(?:\.[a-z])?")
SIGLUM = re.compile(r"[A-Z][A-Z0-9]{1,9}")
REFERENCE = re.compile(rf"({SIGLUM.pattern}) ({PID.pattern})(?:-({PID.pattern}))?")
_TEXTS = "title short genre who to_whom when_note grade reference place language translator rights".split()  # noqa: SIM905


@dataclass(frozen=True)
class Voice:
    """Somebody who speaks in the document."""

    id: str
    name: str


@dataclass(frozen=True)
class Step:
    """One step of transmission; ``lost`` is "" where nothing was."""

    actor: str
    action: str
    lost: str
    evidence: tuple[str, ...]
    certainty: str


@dataclass(frozen=True)
class Record:
    """What is known of a source.

    ``when`` (of writing) and ``events`` (told of) are EDTF. ``rights`` says in words whose it is, ``rights_status`` in
    one of `RIGHTS` whether the text may be given away. ``highest`` is the highest number that a paragraph had which is
    gone; it is not given again.
    """

    siglum: str
    title: str
    short: str
    genre: str
    who: str
    to_whom: str
    when: str
    events: str
    when_note: str
    grade: str
    reference: str
    place: str
    language: str
    translator: str
    rights: str
    address: str
    voices: tuple[Voice, ...]
    transmission: tuple[Step, ...]
    unsure: tuple[str, ...]
    paragraphs: tuple[Fingerprint, ...]
    rights_status: str = "reserved"
    highest: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """The paragraphs' ids in document order."""
        return tuple(print_.id for print_ in self.paragraphs)


def load_record(path: Path, name: str = "") -> Record:
    """Read ``record.toml``.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    record, problems = read_record(path, name)
    refuse(problems)
    return record


def check_record(path: Path, name: str = "") -> list[Problem]:
    """Return all faults, with dates parsed and fingerprints missed (loading does neither)."""
    record, problems = read_record(path, name)
    sheet = inspect_table(path, name)
    if sheet.problems:
        return sheet.problems
    for key, value in (("when", record.when), ("events", record.events)):
        if value and not is_edtf(value):
            sheet.fault(key, f"expected a date in EDTF (as 1893-05-03 or 1893-10/1893-12), found “{value}”")
    for print_ in record.paragraphs:
        if not print_.words:
            makes = f"python3 course.py sources {_maker(path, record.siglum)}"
            sheet.table("paragraphs").fault(print_.id, f"no fingerprint yet; `{makes}` makes it")
    return sorted(problems + sheet.problems)


def read_record(path: Path, name: str = "") -> tuple[Record, list[Problem]]:
    """Read as much as can be read, and say what is wrong with the rest."""
    sheet = inspect_table(path, name)
    unreadable = list(sheet.problems)
    siglum = sheet.phrase("siglum")
    if siglum and not SIGLUM.fullmatch(siglum):
        sheet.fault("siglum", f"expected 2 to 10 capitals and figures, a capital first, found “{siglum}”")
    if siglum and siglum != path.parent.name:
        sheet.fault("siglum", f"expected “{path.parent.name}” as the folder is called, found “{siglum}”")
    texts = {key: sheet.phrase(key) for key in _TEXTS}
    record = Record(
        siglum=siglum,
        **texts,
        when=sheet.phrase("when"),
        events=sheet.phrase("events"),
        rights_status=sheet.one_of("rights_status", RIGHTS, "reserved"),
        address=_address(sheet),
        voices=tuple(_voice(each) for each in sheet.tables("voice")),
        transmission=tuple(_step(each) for each in sheet.tables("transmission", least=1)),
        unsure=tuple(_unsure(each) for each in sheet.tables("unsure")),
        highest=_highest(sheet),
        paragraphs=_paragraphs(sheet),
    )
    sheet.done()
    return record, unreadable or sheet.problems


def _maker(path: Path, siglum: str) -> str:
    """Return what makes fingerprints: of a text that stands beside its record, or of the author's copy."""
    return f"number {siglum}" if path.with_name("text.txt").is_file() else f"fingerprint {siglum} FILE"


def _address(sheet: Table) -> str:
    value = sheet.phrase("address", empty=True)
    if value and not re.fullmatch(r"https://[^\s\"'<>]+", value):
        sheet.fault("address", f'expected an address that begins with https://, or "", found “{value}”')
    return value


def _voice(table: Table) -> Voice:
    voice = Voice(table.phrase("id"), table.phrase("name"))
    table.done()
    return voice


def _step(table: Table) -> Step:
    evidence = table.listed("evidence")
    step = Step(
        table.phrase("actor"),
        table.phrase("action"),
        table.phrase("lost", empty=True),
        evidence,
        table.one_of("certainty", CERTAINTIES),
    )
    table.done()
    return step


def _unsure(table: Table) -> str:
    text = table.phrase("text")
    table.done()
    return text


def _highest(sheet: Table) -> int:
    if HIGHEST not in (sheet.data.get("paragraphs") or ()):
        return 0
    return sheet.table("paragraphs").whole(HIGHEST, least=1, most=MOST_NUMBER)


def _paragraphs(sheet: Table) -> tuple[Fingerprint, ...]:
    listed = sheet.table("paragraphs")
    prints = []
    for pid, value in listed.data.items():
        if pid == HIGHEST:
            continue
        if not PID.fullmatch(pid):
            listed.fault(pid, "expected an id as p7, m12 or e3.t")
        elif not isinstance(value, dict):
            listed.fault(pid, 'expected {begins = "its first three or four words"}')
        else:
            prints.append(read_fingerprint(listed.inner(value, pid), pid))
    if not prints:
        number = _maker(sheet.origin, sheet.origin.parent.name)
        makes = f"; `python3 course.py sources {number}` writes them" if number.startswith("number") else ""
        sheet.fault("paragraphs", f"expected the paragraphs of the source, in document order{makes}")
    return tuple(prints)
