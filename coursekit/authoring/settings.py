"""What is one course's and not the kit's: its title, what it calls its papers, what is wanted of its questions.

All of it stands in ``course.toml`` at the root of a course; the file and each of its keys may be left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from coursekit.authoring.reading import inspect_table, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.authoring.table import Table

FILE = "course.toml"
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")  # of BCP 47 as much as names a language
WORK_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")  # one name, which every system takes
_MOST = 1000


@dataclass(frozen=True)
class Wanted:
    """What a course wants of its questions; whoever names no numbers is only told where these are missed.

    Parameters
    ----------
    kinds, items
        How many kinds of question, and how many questions, a lesson has at least.
    skills
        How many questions there are at least on each skill that is named.
    sentences
        How many ask for a sentence of one's own.
    recall
        The largest share that may be mere memory.
    sizeable
        From how many questions on a course is held to ``skills`` and ``sentences``.
    strict
        Whether a lesson with fewer ``kinds``, or a course with fewer of the rest, is an error.
    """

    kinds: int = 5
    items: int = 10
    skills: dict[str, int] = field(default_factory=dict)
    sentences: int = 0
    recall: Fraction = Fraction(1, 6)
    sizeable: int = 60
    strict: bool = False

    @property
    def level(self) -> str:
        """What it is to miss a number: an error or a warning."""
        return "error" if self.strict else "warning"


@dataclass(frozen=True)
class Settings:
    """The settings of a course.

    Parameters
    ----------
    title
        Of the course; "" where the file does not name it.
    language
        Of its prose, by its code; the kit's own words are English.
    papers
        Where its papers lie, as pictures call it: “in the folder”.
    wanted
        What is wanted of its questions.
    findings
        Kinds of findings on its documents that ``lessons/findings.toml`` may name; none: any word.
    least_findings
        How many of them the lessons are to use.
    work_folder
        What the folder of a learner's work is called on a JupyterHub; "": after the title
        (``cli/lab/jupyterhub_config.py``).
    """

    title: str = ""
    language: str = "en"
    papers: str = "at hand"
    wanted: Wanted = field(default_factory=Wanted)
    findings: tuple[str, ...] = ()
    least_findings: int = 0
    work_folder: str = ""


def load_settings(root: Path) -> Settings:
    """Return the settings of a course.

    Raises
    ------
    CourseError
        When its file is faulty: file, line, key and what was expected.
    """
    path = root / FILE
    return _settings(read_table(path, FILE)) if path.is_file() else Settings()


def check_settings(root: Path) -> list[Problem]:
    """Return all that is wrong with the file."""
    path = root / FILE
    if not path.is_file():
        return []
    table = inspect_table(path, FILE)
    if not table.problems:
        _settings(table)
    return sorted(table.problems)


def _settings(table: Table) -> Settings:
    wanted, findings = _part(table, "wanted"), _part(table, "findings")
    made = Settings(
        table.phrase("title", ""),
        _language(table),
        table.phrase("papers", Settings.papers),
        _wanted(wanted),
        findings.texts("kinds"),
        findings.whole("least", 0, most=_MOST),
        _work_folder(table),
    )
    findings.done()
    table.done()
    return made


def _wanted(table: Table) -> Wanted:
    usual = Wanted()
    skills = _part(table, "skills")
    made = Wanted(
        table.whole("kinds", usual.kinds, most=_MOST),
        table.whole("items", usual.items, most=_MOST),
        {skill: skills.whole(skill, most=_MOST) for skill in skills.data},
        table.whole("sentences", usual.sentences, most=_MOST),
        _share(table),
        table.whole("sizeable", usual.sizeable, most=_MOST),
        strict=table.flag("strict"),
    )
    table.done()
    return made


def _part(table: Table, key: str) -> Table:
    """Return a table that may be left out."""
    return table.table(key) if table.has(key) else table.inner({}, key)


def _language(table: Table) -> str:
    words = table.phrase("language", Settings.language)
    if words and not LANGUAGE.fullmatch(words):
        table.fault("language", f"expected a code, as en, de or pt-BR, found “{words[:20]}”")
        return Settings.language
    return words


def _work_folder(table: Table) -> str:
    name = table.phrase("work_folder", "")
    if name and not WORK_FOLDER.fullmatch(name):
        told = "expected the name of one folder, of letters, figures, - and _"
        table.fault("work_folder", f"{told}, found “{name[:20]}”")
        return ""
    return name


def _share(table: Table) -> Fraction:
    words = table.phrase("recall", str(Wanted.recall))
    try:
        share = Fraction(words)
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 <= share <= 1:
        table.fault("recall", f"expected a share, as 1/6, found “{words[:20]}”")
        return Wanted.recall
    return share
