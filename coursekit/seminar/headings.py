"""What the columns of a class list hold, by their headings in English and German, however they are written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = frozenset({"firstname", "vorname", "givenname", "forename"})
LAST = frozenset({"lastname", "surname", "nachname", "familienname", "familyname", "zuname"})
FULL = frozenset(
    {"name", "fullname", "vollständigername", "student", "studentin", "studierende", "studierender", "studentname"}
    | {"learner", "teilnehmer", "teilnehmerin", "participant", "vorundnachname", "vornamenachname", "namevorname"}
)
EMAIL = frozenset({"email", "emailaddress", "emailadresse", "mail", "mailadresse"})
LOGINS = frozenset(
    {"id", "idnumber", "idnummer", "matrikelnummer", "matrikelnr", "matrnr", "studentid", "studentnumber"}
    | {"sisuserid", "sisloginid", "integrationid", "login", "loginid", "username", "benutzername", "anmeldename"}
    | {"kennung", "userid", "nutzerid"}
)
CANVAS = frozenset({"canvasid", "canvasuserid"})
MOODLE = frozenset({"identifier", "id", "identifiant", "identificador"})  # in a grading worksheet only
STATUS = frozenset({"status"})
_WORKSHEET = frozenset(
    {"gradecanbechanged", "bewertungkanngeändertwerden", "lastmodifiedgrade", "zuletztgeändertbewertung"}
)
_GRADEBOOK = frozenset({"lastdownloadedfromthiscourse", "zuletztausdiesemkursgeladen"})
PARTICIPANT = re.compile(r"(?:participant|teilnehmer|deelnemer|participante)\D*(\d+)", re.IGNORECASE)
CANVAS_GRADEBOOK, MOODLE_WORKSHEET, MOODLE_GRADEBOOK = (
    "Canvas gradebook",
    "Moodle grading worksheet",
    "Moodle gradebook",
)
LIST = "class list"


def plain(heading: str) -> str:
    """Return a heading, or any name, as its letters and digits alone: “E-Mail-Adresse” as “emailadresse”."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", heading).casefold())
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LMN")


@dataclass(frozen=True)
class Headings:
    """The headings of a list, and what kind of list they show it to be."""

    words: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What wrote the list: one of the kinds of this module."""
        names = set(self.words)
        if "id" in names and ("student" in names or {"lastname", "firstname"} <= names) and self._sections(names):
            return CANVAS_GRADEBOOK
        if names & _WORKSHEET and names & MOODLE:
            return MOODLE_WORKSHEET
        return MOODLE_GRADEBOOK if names & _GRADEBOOK else LIST

    def columns(self, wanted: frozenset[str]) -> list[int]:
        """Return which columns have one of these headings."""
        return [number for number, word in enumerate(self.words) if word in wanted]

    def column(self, wanted: frozenset[str]) -> int | None:
        """Return the first column that has one of these headings."""
        return next(iter(self.columns(wanted)), None)

    @staticmethod
    def _sections(names: set[str]) -> bool:
        return bool(names & {"section", "sisloginid", "sisuserid"})


def headings(words: Sequence[str]) -> Headings:
    """Return the headings of a list."""
    return Headings(tuple(map(plain, words)))
