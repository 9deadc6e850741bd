"""Ein Satz, und ob er im Text steht: er steht da, das Gegenteil steht da, oder der Text lässt es offen.

Eine Fragenart dieses Kurses. Gezeichnet wird sie von der Karte der Einfachauswahl; die drei Antworten sind immer
dieselben. Ihre Schlüssel: ``satz``, ``steht`` (da, gegenteil oder offen), ``warum`` mit einem Grund zu jeder Antwort,
und ``irrtum`` mit dem Code des Irrtums zu einer falschen Antwort.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.questions.base import Option
from coursekit.questions.kinds.single import Single, SingleKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.authoring.table import Table

ANTWORTEN = {
    "da": "Der Text sagt es genau so.",
    "gegenteil": "Der Text sagt das Gegenteil.",
    "offen": "Der Text lässt es offen.",
}


@dataclass(frozen=True, kw_only=True)
class Aussage(Single):
    """Ein Satz, der am Text zu prüfen ist."""

    satz: str


class AussageArt(SingleKind):
    """Liest einen Satz und macht drei feste Antworten daraus; gezeigt und gewertet wird wie bei der Einfachauswahl."""

    card = "single"

    def load(self, table: Table, common: Mapping[str, Any]) -> Aussage:
        """Lies die eigenen Schlüssel der Art."""
        satz, steht = table.text("satz"), table.one_of("steht", tuple(ANTWORTEN))
        warum = table.table("warum")
        irrtum = table.table("irrtum") if table.has("irrtum") else None
        options = tuple(
            Option(
                name,
                text,
                right=name == steht,
                feedback=warum.text(name),
                misconception=irrtum.text(name, "") if irrtum and name != steht else "",
            )
            for name, text in ANTWORTEN.items()
        )
        warum.done()
        if irrtum:
            irrtum.done()
        prompt = f"{common['prompt']}\n\n*{satz}*"
        return Aussage(**{**common, "prompt": prompt}, satz=satz, options=options)


KIND = AussageArt()
