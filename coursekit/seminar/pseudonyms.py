"""Names for the projector: “Reader 07”, the same for a person every time, and telling nothing of them.

A number is given once and stays, whoever else comes. Which is whose is kept under a keyed hash of the name, in the
teacher's work: without that file nobody can tell, and the order of the list does not either.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections import Counter
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.locks import held
from coursekit.files.whole import write_whole
from coursekit.places import GRADING
from coursekit.seminar.headings import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coursekit.seminar.roster import Learner

FORMAT = "coursekit-pseudonyms/1"
_KEY = 32  # bytes


def file_of(work: Path) -> Path:
    """Return where the numbers are kept."""
    return work / GRADING / "pseudonyms.json"


def pseudonyms(learners: Sequence[Learner], file: Path) -> dict[Learner, str]:
    """Return the pseudonym of each learner; new ones are given numbers, which are kept.

    Raises
    ------
    CourseError
        When the numbers cannot be read or kept.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with held(file.with_suffix(".lock")):
            key, before = _read(file)
            numbers = numbered(learners, key, before)
            if numbers != before:
                data = {"format": FORMAT, "key": key.hex(), "numbers": numbers}
                write_whole(file, json.dumps(data, indent=1).encode())
    except OSError as error:
        raise CourseError(f"{file}: not written {told(error)}") from error
    names = identities(learners)
    return {learner: f"Reader {numbers[_digest(key, names[learner])]:02}" for learner in learners}


def numbered(learners: Sequence[Learner], key: bytes, before: Mapping[str, int]) -> dict[str, int]:
    """Return hash of a person to number: those that were given, and new ones in an order that tells nothing."""
    digests = {_digest(key, name) for name in identities(learners).values()}
    most = max(before.values(), default=0)
    return dict(before) | {each: most + n for n, each in enumerate(sorted(digests - set(before)), start=1)}


def identities(learners: Sequence[Learner]) -> dict[Learner, str]:
    """Return what makes each learner the same next time: the words of the name, and more where two have the same."""
    names = {each: " ".join(sorted(filter(None, map(plain, each.name.split())))) for each in learners}
    often = Counter(names.values())
    return {
        each: name if often[name] == 1 else " ".join([name, each.email or min(each.ids, default="") or str(each.row)])
        for each, name in names.items()
    }


def _digest(key: bytes, name: str) -> str:
    return hmac.digest(key, name.encode("utf-8", "replace"), "sha256").hex()


def _read(file: Path) -> tuple[bytes, dict[str, int]]:
    if not file.exists():
        return secrets.token_bytes(_KEY), {}
    try:
        data = json.loads(file.read_bytes())
        key, numbers = bytes.fromhex(data["key"]), data["numbers"]
        whole = data["format"] == FORMAT and all(isinstance(number, int) for number in numbers.values())
    except (ValueError, KeyError, TypeError, AttributeError):
        whole = False
    if not whole:
        raise CourseError(f"{file}: damaged; put it back as it was, or delete it: everybody then has a new number")
    return key, numbers
