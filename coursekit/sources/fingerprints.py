"""A paragraph's fingerprint: enough to know a copy of it, and not the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.sources.normal import blocks, digest, letters, strict, words

if TYPE_CHECKING:
    from coursekit.authoring.table import Table

_HEX64, _HEX8 = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{8}")
STATUSES = ("exact", "close", "changed", "missing")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Length, digests and first words of one paragraph; ``words == 0`` as long as nothing was computed."""

    id: str
    begins: str
    words: int = 0
    sha256: str = ""
    letters: str = ""
    blocks: tuple[str, ...] = ()

    def status(self, text: str) -> str:
        """Compare a text with the fingerprint: exact, close (the same words), changed or missing (no text)."""
        if not text.strip():
            return "missing"
        if digest(strict(text)) == self.sha256:
            return "exact"
        return "close" if digest(letters(text)) == self.letters else "changed"


def fingerprint(pid: str, begins: str, text: str) -> Fingerprint:
    """Compute the fingerprint of a paragraph."""
    listed = words(text)
    return Fingerprint(pid, begins, len(listed), digest(strict(text)), digest(letters(text)), blocks(listed))


def as_toml(print_: Fingerprint) -> str:
    """Return one line of the ``[paragraphs]`` table."""
    key = print_.id if re.fullmatch(r"[A-Za-z0-9_-]+", print_.id) else f'"{print_.id}"'
    listed = ", ".join(f'"{block}"' for block in print_.blocks)
    begins = print_.begins.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'{key} = {{words = {print_.words}, sha256 = "{print_.sha256}", letters = "{print_.letters}", '
        f'blocks = [{listed}], begins = "{begins}"}}'
    )


def read_fingerprint(table: Table, pid: str) -> Fingerprint:
    """Read one line of the ``[paragraphs]`` table; a paragraph with ``begins`` alone is not computed yet."""
    begins = table.phrase("begins")
    if set(table.data) == {"begins"}:
        return Fingerprint(pid, begins)
    count = table.whole("words", least=1, most=100_000)
    values = {key: _hex(table, key) for key in ("sha256", "letters")}
    listed: Any = table.raw("blocks")
    if not isinstance(listed, list) or not all(isinstance(each, str) and _HEX8.fullmatch(each) for each in listed):
        table.fault("blocks", "expected a list of 8 hexadecimal figures each; `sources fingerprint` writes them")
        listed = []
    table.done()
    return Fingerprint(pid, begins, count, values["sha256"], values["letters"], tuple(listed))


def _hex(table: Table, key: str) -> str:
    value = table.raw(key)
    if not isinstance(value, str) or not _HEX64.fullmatch(value):
        table.fault(key, "expected 64 hexadecimal figures; `sources fingerprint` writes them")
        return ""
    return value
