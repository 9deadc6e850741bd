"""An argument laid out as a table: claims, what each rests on, how sure it is, what speaks against it.

Marking looks at the frame only, and tells criterion by criterion what is there; whether the argument holds is
read by people. Each criterion counts the same: enough claims with grounds; every paragraph named exists; enough
paragraphs; from every source; enough that speak against; and probabilities that can be true together.

The last rests on Fréchet's bounds: n claims of probabilities p1 … pn are all true with at most the smallest of
them and at least p1 + … + pn - (n - 1) (M. Fréchet, "Généralisation du théorème des probabilités totales", 1935).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursekit.dates.human import Unread
from coursekit.questions.base import Answer, Mark, Note, State, Tone, scored
from coursekit.questions.columns import Column, places, read_cell
from coursekit.questions.grid import Grid, TableRow, cells
from coursekit.questions.kinds.table import TableKind
from coursekit.sources.record import SIGLUM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coursekit.authoring.table import Table
    from coursekit.questions.kind import Kind, Reader
    from coursekit.questions.shelf import Texts

COLUMNS = (
    Column("claim", "Claim", "text", help="One sentence that could be false."),
    Column("grounds", "Rests on", "places"),
    Column("sure", "How sure", "number", help="How probable you hold it, 0 to 100.", unit="%"),
    Column("against", "Speaks against it", "places", help="Paragraphs a doubter would quote; none if there are none."),
)
ALL = "all"
Criterion = tuple[str, float | None, str]  # name, share that is met (None: nothing there to judge), words
_HUNDRED = 100.0


@dataclass(frozen=True, kw_only=True)
class Argument(Grid):
    """Asks for claims with grounds; the numbers say how many of each are enough."""

    least_claims: int
    least_places: int
    least_against: int
    sources: tuple[str, ...]


@dataclass(frozen=True)
class _Claim:
    name: str
    words: str
    grounds: tuple[str, ...]
    against: tuple[str, ...]
    sure: float | None


def _columns(places: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns, with two places of this course as an example."""
    example = f"Paragraphs, as {places[0]}, {places[-1]}." if places else ""
    return tuple(replace(each, help=example) if each.id == "grounds" else each for each in COLUMNS)


class _Argument(TableKind):
    def load(self, table: Table, common: Mapping[str, Any]) -> Argument:
        rows = [TableRow(f"c{n}", f"Claim {n}") for n in range(1, table.whole("rows", 5, least=2) + 1)]
        sources = table.texts("sources", required=True)
        if not all(map(SIGLUM.fullmatch, sources)):
            raise table.error("sources", "expected sigla, as LOG")
        question = Argument(
            **common,
            rows_name="",
            columns=_columns(common["rests_on"]),
            rows=(*rows, TableRow(ALL, "All your claims together", only=("sure",))),
            cells=(),
            least_claims=table.whole("least_claims", 3, least=1),
            least_places=table.whole("least_places", 8, least=1),
            least_against=table.whole("least_against", 2, least=1),
            sources=sources,
        )
        if len(question.rests_on) < max(question.least_places, len(sources)):
            raise table.error("rests_on", f"expected at least {question.least_places} paragraphs that could be grounds")
        return question

    def mark(self, question: Grid, answer: Answer, texts: Texts | None = None) -> Mark:
        if not isinstance(question, Argument):  # pragma: no cover - the kind loads nothing else
            raise TypeError(question)
        given = cells(answer)
        claims = [claim for row in question.rows if row.id != ALL and (claim := _claim(row.id, given))]
        notes = [
            Note(f"{row}:{column}", "note", read.why)
            for (row, column), text in given.items()
            if isinstance(read := read_cell(question.column(column), text), Unread)
        ]
        if not claims:
            return Mark("unanswered", 0.0, question.points, tuple(notes))
        judged = [*_frame(question, claims, texts), _coherent(claims, _sure(given, ALL))]
        notes += [Note(f"criterion:{name}", _tone(part), words) for name, part, words in judged]
        return scored(question, sum(part or 0 for _, part, _ in judged) / len(judged), notes)

    def read_by(self, question: Grid) -> Reader:  # noqa: ARG002
        return "both"

    def typical(self, question: Grid) -> list[tuple[Answer, State]]:
        right = _laid_out(question, 60)
        vain = {row: line for row, line in right.items() if row != ALL} | {ALL: {"sure": "90"}}
        alone = {"c1": {"claim": "It was so."}}
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"cells": {"c1": {"claim": " "}}}, "unanswered")]
        tries += [({"cells": right}, "right"), ({"cells": vain}, "partly"), ({"cells": alone}, "wrong")]
        return tries

    def feedback(self, question: Grid) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        return []


def _tone(part: float | None) -> Tone:
    """Return how a criterion is told: what is not there yet is not wrong."""
    if part is None:
        return "note"
    return "right" if part == 1 else "partly" if part else "wrong"


def _claim(row: str, given: Mapping[tuple[str, str], str]) -> _Claim | None:
    words = given.get((row, "claim"), "").strip()
    named = {
        column.id: read_cell(column, given.get((row, column.id), "")) for column in COLUMNS if column.type == "places"
    }
    found = {name: () if isinstance(read, Unread) else tuple(places(read)) for name, read in named.items()}
    sure = _sure(given, row)
    if not words and not any(found.values()) and sure is None:
        return None
    return _Claim(row, words, found["grounds"], found["against"], sure)


def _sure(given: Mapping[tuple[str, str], str], row: str) -> float | None:
    read = read_cell(COLUMNS[2], given.get((row, "sure"), ""))
    if isinstance(read, Unread) or not read:
        return None
    value = float(read.split("|")[0])
    return value if 0 <= value <= _HUNDRED else None


def _frame(question: Argument, claims: list[_Claim], texts: Texts | None) -> list[Criterion]:
    grounded = sum(bool(claim.words and claim.grounds) for claim in claims)
    named = list(dict.fromkeys(place for claim in claims for place in (*claim.grounds, *claim.against)))
    lost = [place for place in named if not _exists(question, place, texts)]
    real = [place for place in named if place not in lost]
    used = [siglum for siglum in question.sources if any(place.startswith(f"{siglum} ") for place in real)]
    missing = ", ".join(siglum for siglum in question.sources if siglum not in used)
    counter = {place for claim in claims for place in claim.against if place in real and place not in claim.grounds}
    return [
        (
            "claims",
            min(1.0, grounded / question.least_claims) or None,
            f"{grounded} claims with grounds; {question.least_claims} asked for.",
        ),
        (
            "exist",
            len(real) / len(named) if named else None,
            f"No such paragraph: {', '.join(lost)}."
            if lost
            else "Every paragraph named exists."
            if named
            else "No paragraph is named yet.",
        ),
        (
            "places",
            min(1.0, len(real) / question.least_places) or None,
            f"{len(real)} paragraphs named; {question.least_places} asked for.",
        ),
        (
            "sources",
            len(used) / len(question.sources) or None,
            f"Nothing is named from {missing}." if missing else "Every source is used.",
        ),
        (
            "against",
            min(1.0, len(counter) / question.least_against) or None,
            f"{len(counter)} paragraphs against a claim, beside its own grounds; {question.least_against} asked for.",
        ),
    ]


def _coherent(claims: list[_Claim], together: float | None) -> Criterion:
    sure = [claim.sure for claim in claims if claim.sure is not None]
    if len(sure) < len(claims) or together is None:
        return "together", None, "Say of each claim, and of all together, how probable you hold it, from 0 to 100."
    most, least = min(sure), max(0.0, sum(sure) - _HUNDRED * (len(sure) - 1))
    if together > most:
        return (
            "together",
            0.0,
            f"All together at {together:g} %, but one alone at {most:g} %: all cannot be likelier than one.",
        )
    if together < least:
        return (
            "together",
            0.0,
            f"All together at {together:g} %, but claims this probable are all true at {least:g} % or more.",
        )
    return "together", 1.0, f"These can be true together: between {least:g} and {most:g} %."


def _exists(question: Argument, place: str, texts: Texts | None) -> bool:
    siglum, _, paragraph = place.partition(" ")
    known = siglum in question.sources
    return known and (texts is None or texts.text(siglum, "guide", paragraph) is not None)


def _laid_out(question: Grid, sure: int) -> dict[str, dict[str, str]]:
    if not isinstance(question, Argument):  # pragma: no cover
        raise TypeError(question)
    grounds, n = question.rests_on, question.least_claims
    share_out = {f"c{k + 1}": grounds[k::n] for k in range(n)}
    counter = iter([*grounds, *grounds])
    rows = {}
    for name, own in share_out.items():
        other = [place for _, place in zip(range(question.least_against), counter, strict=False)]
        against = [place for place in (*other, *grounds) if place not in own][: question.least_against]
        rows[name] = {
            "claim": "It was so.",
            "grounds": ", ".join(own),
            "sure": str(sure),
            "against": ", ".join(against),
        }
    return rows | {ALL: {"sure": str(sure // 2)}}


KIND: Kind[Grid] = _Argument()
