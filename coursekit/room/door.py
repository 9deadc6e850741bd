"""Where people join: the address for the screen, and the picture of it that a phone scans."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Reach = Literal["here", "network", "proxy"]
QUIET = 4  # modules of blank around it, as its standard has them


def door(address: str, key: str, reach: Reach) -> dict[str, Any]:
    """Return what the screen shows of how to join.

    Parameters
    ----------
    address
        Of the participants' page; "" while nobody knows it yet.
    key
        Behind ``#`` in the scanned address: it joins without the code being typed.
    reach
        Who can open the address: this machine alone, the network, or whoever a proxy lets in.
    """
    return {"address": address, "reach": reach, "code": scanned(f"{address}#{key}") if address else None}


@cache
def scanned(link: str) -> dict[str, Any] | None:
    """Return a QR code as an SVG path of ``size`` by ``size`` units; None where it cannot be made.

    An installation that is older than the package which makes it still holds a room.
    """
    with suppress(ImportError, ValueError):
        import segno

        made = segno.make(link, error="m", micro=False)
        width, _ = made.symbol_size(border=QUIET)
        return {"size": int(width), "path": _path(made.matrix)}
    return None


def _path(rows: Iterable[Iterable[int]]) -> str:
    drawn = []
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                drawn.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(drawn)
