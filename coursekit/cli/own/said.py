"""What an author says of a new course or of a part of it, checked before anything is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from coursekit.authoring.settings import LANGUAGE
from coursekit.errors import CourseError
from coursekit.marking.visible import visible
from coursekit.sources.record import RIGHTS, SIGLUM

TITLE = "A course of my own"
MOST = 120  # characters in a line that an author types
Read = Callable[[str], str]  # words typed to words used; raises CourseError with what is wrong
_NAME = re.compile(r"(\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*)")
_MOST_NAME = 60


@dataclass(frozen=True)
class Said:
    """What is said of a course: all of it has a default."""

    title: str = TITLE
    language: str = "en"
    author: str = ""


@dataclass(frozen=True)
class SourceSaid:
    """What is said of a source; ``rights`` is one of those of a record."""

    siglum: str
    name: str
    rights: str = "reserved"


def line(words: str, what: str) -> str:
    """Return words that stand in one line, of a length that one can read.

    Raises
    ------
    CourseError
        When they are none, too long, or hold a sign that is no part of a line.
    """
    given = unicodedata.normalize("NFC", words.strip())
    if not given:
        raise CourseError(f"{what}: expected some words, found none")
    if len(given) > MOST:
        raise CourseError(f"{what}: expected at most {MOST} characters, found {len(given)}; shorten it")
    if visible(given, MOST) != " ".join(given.split()) or any(unicodedata.category(each)[0] == "C" for each in given):
        raise CourseError(f"{what}: expected one line without control characters, found “{visible(given, 40)}”")
    return " ".join(given.split())


def language(words: str) -> str:
    """Return the code of a language, as ``en`` or ``de-AT``. Raises CourseError for anything else."""
    given = words.strip()
    if not LANGUAGE.fullmatch(given):
        raise CourseError(f"language: expected a code, as en, de or pt-BR, found “{visible(given, 20)}”")
    return given


def siglum(words: str) -> str:
    """Return the siglum of a source, in capitals. Raises CourseError for anything else."""
    given = words.strip().upper()
    if not SIGLUM.fullmatch(given):
        raise CourseError(
            f"siglum: expected 2 to 10 capitals and figures, as DIARY2, beginning with a capital, "
            f"found “{visible(words, 20)}”"
        )
    return given


def rights(words: str) -> str:
    """Return whether a text may be given away, as a record says it. Raises CourseError for anything else."""
    given = words.strip().lower()
    if given not in RIGHTS:
        raise CourseError(f"rights: expected one of {', '.join(RIGHTS)}, found “{visible(words, 20)}”")
    return given


def numbered(words: str, what: str) -> tuple[str, str]:
    """Return number and name of a lesson or an exercise, from ``02-a-name``.

    Raises
    ------
    CourseError
        When it is no such name.
    """
    found = _NAME.fullmatch(words.strip())
    if not found or len(words) > _MOST_NAME:
        raise CourseError(f"{what}: expected a name as 02-the-second-letter, found “{visible(words, 40)}”")
    return found[1], found[2]
