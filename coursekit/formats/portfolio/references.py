"""Sources as programs that keep references take them: CSL-JSON, and BibTeX (biblatex's ``@unpublished`` and so on)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.sources.citing import Cited, Person

_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_YEAR = re.compile(r"\d{4}(?=-|$)")
_ENTRIES = {"article-journal": "article", "book": "book", "chapter": "incollection", "webpage": "misc"}
_ENTRIES["document"] = "misc"  # of which nobody has said that it is a manuscript
_FIELDS = {
    "title": "title",
    "container-title": "journal",
    "publisher": "publisher",
    "publisher-place": "address",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "URL": "url",
    "language": "language",
}
_NAMED = {"article": "journal", "incollection": "booktitle"}  # what a container is called; else "howpublished"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "{}&%$#_"
}


def csl_json(sources: Iterable[Cited]) -> bytes:
    """Return the sources as CSL-JSON, which Zotero and others read."""
    return json.dumps([_item(each) for each in sources], ensure_ascii=False, indent=1).encode() + b"\n"


def _item(cited: Cited) -> dict[str, Any]:
    item: dict[str, Any] = {"id": cited.siglum, "type": cited.type, **cited.texts}
    for role, people in cited.people.items():
        item[role] = [{key: value for key, value in vars(each).items() if value} for each in people]
    if _DAY.fullmatch(cited.issued):
        item["issued"] = {"date-parts": [[int(part) for part in cited.issued.split("-")]]}
    elif cited.issued:
        item["issued"] = {"literal": cited.issued}
    return item


def bibtex(sources: Iterable[Cited]) -> bytes:
    """Return the sources as BibTeX, in UTF-8."""
    return "\n".join(_entry(each) for each in sources).encode()


def _entry(cited: Cited) -> str:
    kind = _ENTRIES.get(cited.type, "unpublished")
    container = _NAMED.get(kind, "howpublished")
    fields = {role: " and ".join(map(_name, people)) for role, people in cited.people.items() if role != "recipient"}
    for key, name in _FIELDS.items():
        if value := cited.texts.get(key):
            fields[container if key == "container-title" else name] = _value(name, value)
    if _DAY.fullmatch(cited.issued):
        fields["year"], *rest = cited.issued.split("-")
        if rest:
            fields["month"] = _MONTHS[int(rest[0]) - 1]
        if rest[1:]:
            fields["day"] = str(int(rest[1]))
    elif year := _YEAR.match(cited.issued):  # of a season
        fields["year"] = year[0]
    held = ", ".join(cited.texts[key] for key in ("archive_location", "archive") if key in cited.texts)
    if held or kind == "unpublished":
        fields["note"] = _escaped(held or "Manuscript")
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items()]
    return "\n".join([f"@{kind}{{{cited.siglum},", *lines, "}", ""])


def _name(person: Person) -> str:
    if person.literal:
        return f"{{{_escaped(person.literal)}}}"  # in braces it is taken as one name
    return ", ".join(_escaped(part) for part in (person.family, person.given) if part)


def _value(name: str, value: str) -> str:
    if name == "url":
        return value
    if name == "pages":
        value = re.sub(r"(?<=\d)[-–](?=\d)", "--", value)
    if name == "title":
        return f"{{{_escaped(value)}}}"  # its capitals stay
    return _escaped(value)


def _escaped(value: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in value)
