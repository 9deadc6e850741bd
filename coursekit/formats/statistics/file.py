"""The file of item statistics: written, read with suspicion, and put together with others."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.formats.statistics.figures import DIGITS, FEWEST, Figures, Key, Sums

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = "coursekit-statistics/1"
MOST_BYTES, MOST_ITEMS, MOST_OPTIONS, LONGEST = 5_000_000, 20_000, 100, 80
_TIMES = ("", "before", "after")
_ROUNDED = 0.01  # what rounding may have put to a sum

Statistics = dict[Key, Figures]


def to_tell(statistics: Mapping[Key, Figures]) -> tuple[Statistics, int]:
    """Return what of a class's figures may be told, and how many items are left out.

    Before others' figures are added: theirs may be known, and then the difference would be this class.
    """
    told_ = {key: figures for key, each in statistics.items() if (figures := each.told())}
    return told_, len(statistics) - len(told_)


def written(course: str, statistics: Mapping[Key, Figures]) -> bytes:
    """Return the file of figures that may be told.

    Raises
    ------
    CourseError
        When an item's id is too long to be read again.
    """
    for key in statistics:
        if len(key.item) > LONGEST or len(key.of) > LONGEST:  # such a file could not be read again
            raise CourseError(
                f"{key.of[:LONGEST]}: {key.item[:LONGEST]}: an id has at most {LONGEST} signs; shorten it"
            )
    rows = [_row(key, figures) for key, figures in sorted(statistics.items(), key=lambda each: each[0])]
    whole = {"format": FORMAT, "course": course, "fewest": FEWEST, "items": rows}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read(path: Path) -> tuple[str, Statistics]:
    """Return what course a file is of, and its figures.

    Raises
    ------
    CourseError
        When it cannot be read, is no such file, or says what cannot be.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CourseError(f"{path}: cannot be read {told(error)}") from error
    try:
        return _read(raw)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        words = "no file of item statistics, or damaged; get it again from whoever made it"
        raise CourseError(f"{path}: {words}") from error


def _read(raw: bytes) -> tuple[str, Statistics]:
    if len(raw) > MOST_BYTES:
        raise ValueError
    whole = json.loads(raw)
    if whole["format"] != FORMAT or len(whole["items"]) > MOST_ITEMS:
        raise ValueError
    found = dict(_read_row(row) for row in whole["items"])
    if len(found) != len(whole["items"]):
        raise ValueError
    return str(whole["course"])[:LONGEST], found


def put_together(into: Statistics, other: Mapping[Key, Figures]) -> None:
    """Add the figures of one file to those of another."""
    for key, figures in other.items():
        into.setdefault(key, Figures()).plus(figures)


def _row(key: Key, figures: Figures) -> dict[str, Any]:
    n, mean = figures.n, figures.x / figures.n
    spread = math.sqrt(max(0.0, (figures.xx - n * mean**2) / (n - 1)))
    row: dict[str, Any] = {**key._asdict(), "n": n, "p": _digits(figures.right / n), "mean": _digits(mean)}
    row |= {"sd": _digits(spread), "r": None if (r := figures.rest.r) is None else _digits(r)}
    row["sums"] = {"x": _digits(figures.x), "xx": _digits(figures.xx), "right": figures.right}
    row["rest"] = {name: _digits(value) for name, value in vars(figures.rest).items()}
    row["options"] = None if figures.options is None else dict(sorted(figures.options.items()))
    return row


def _read_row(row: Any) -> tuple[Key, Figures]:
    """Return a row's key and figures; whatever it raises says that it is none."""
    texts = [row[name] for name in ("of", "item", "time")]
    options = {} if row["options"] is None else row["options"]
    if not all(isinstance(text, str) and len(text) <= LONGEST for text in [*texts, *options]):
        raise ValueError
    n, right, version = (_whole(value) for value in (row["n"], row["sums"]["right"], row["version"]))
    x, xx = (_sum(row["sums"][name], n) for name in ("x", "xx"))
    paired = _whole(row["rest"]["n"])
    rest = Sums(paired, *(_sum(row["rest"][name], paired) for name in ("x", "y", "xx", "yy", "xy")))
    counts = {name: _whole(value) for name, value in options.items()}
    possible = n >= FEWEST and right <= n and paired <= n and len(counts) <= MOST_OPTIONS and row["time"] in _TIMES
    if not possible or any(value > n for value in counts.values()):
        raise ValueError
    return Key(row["of"], row["item"], version, row["time"]), Figures(
        n, x, xx, right, rest, None if row["options"] is None else counts
    )


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 10**9:
        raise ValueError
    return value


def _sum(value: Any, n: int) -> float:
    """Return a sum of ``n`` numbers from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -_ROUNDED <= value <= n + _ROUNDED:
        raise ValueError
    return float(value)


def _digits(value: float) -> float | int:
    return value if isinstance(value, int) else round(value, DIGITS)
