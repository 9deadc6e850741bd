"""A clock that was never set: a machine without a battery for it, or not yet on the network."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coursekit.cli.remedies import Damage

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = 2026  # the year of this module: no clock that is right says less


def mend(_course: Path, _work: Path, *, dry_run: bool) -> list[Damage]:  # noqa: ARG001 - nothing here is for us to mend
    """Say so; what is answered is kept all the same, under the date that the clock says."""
    now = datetime.now(UTC)
    if now.year >= _FIRST:
        return []
    what = f"this machine’s clock says that it is {now:%Y-%m-%d}"
    return [Damage(what, "set it in the system’s settings; what you answer meanwhile is kept", mended=False)]
