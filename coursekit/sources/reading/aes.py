"""AES in plain Python, for PDFs that are encrypted though anybody may read them.

What runs on a learner's side has no compiled packages, so pypdf cannot decrypt AES there by itself. See
FIPS 197 for the cipher, NIST SP 800-38A for the chaining. Slow (some 200 kB in a second), and not meant for
keeping secrets.
"""

from __future__ import annotations

import struct

_BLOCK = struct.Struct(">4I")
_Words = tuple[int, int, int, int]


def _times(a: int, b: int) -> int:
    """Multiply in the field that AES reckons in."""
    product = 0
    while b:
        product ^= a * (b & 1)
        a = (a << 1) ^ (0x11B * (a >> 7))
        b >>= 1
    return product


def _substitutes() -> bytes:
    box = bytearray(256)
    for n in range(256):
        inverse = next((m for m in range(256) if _times(n, m) == 1), 0)
        doubled = inverse * 0x101
        box[n] = 0x63 ^ (inverse ^ doubled >> 4 ^ doubled >> 5 ^ doubled >> 6 ^ doubled >> 7) & 0xFF
    return bytes(box)


def _columns(box: bytes, factors: bytes) -> list[list[int]]:
    """Return, for each place in a column, what a byte there adds to the whole column."""
    first = [int.from_bytes(bytes(_times(sign, factor) for factor in factors)) for sign in box]
    return [[(word >> 8 * n | word << 32 - 8 * n) & 0xFFFFFFFF for word in first] for n in range(4)]


_BOX = _substitutes()
_BACK = bytes(_BOX.index(n) for n in range(256))
_FORTH_COLUMNS = _columns(_BOX, bytes((2, 1, 1, 3)))
_BACK_COLUMNS = _columns(_BACK, bytes((14, 9, 13, 11)))


class Aes:
    """The cipher with one key of 16, 24 or 32 bytes."""

    def __init__(self, key: bytes) -> None:
        words = [int.from_bytes(key[at : at + 4]) for at in range(0, len(key), 4)]
        length, constant = len(words), 1
        for n in range(length, 4 * (length + 7)):
            word = words[-1]
            if n % length == 0:
                word = _swapped(word << 8 & 0xFFFFFFFF | word >> 24) ^ constant << 24
                constant = _times(constant, 2)
            elif length > 6 and n % length == 4:  # noqa: PLR2004 - a step that keys of 32 bytes have more
                word = _swapped(word)
            words.append(words[-length] ^ word)
        self._forth = [tuple(words[at : at + 4]) for at in range(0, len(words), 4)]
        middle = [tuple(map(_unmixed, four)) for four in self._forth[-2:0:-1]]
        self._back = [self._forth[-1], *middle, self._forth[0]]

    def encrypt(self, block: bytes) -> bytes:
        """Encrypt one block of 16 bytes."""
        return _run(block, self._forth, _FORTH_COLUMNS, _BOX, 1)

    def decrypt(self, block: bytes) -> bytes:
        """Decrypt one block of 16 bytes."""
        return _run(block, self._back, _BACK_COLUMNS, _BACK, 3)


def _run(block: bytes, keys: list[tuple[int, ...]], columns: list[list[int]], box: bytes, step: int) -> bytes:
    one, two, three, four = columns
    state = [word ^ key for word, key in zip(_BLOCK.unpack(block), keys[0], strict=True)]
    for round_key in keys[1:-1]:
        state = [
            one[state[n] >> 24]
            ^ two[state[(n + step) % 4] >> 16 & 255]
            ^ three[state[(n + 2) % 4] >> 8 & 255]
            ^ four[state[(n - step) % 4] & 255]
            ^ round_key[n]
            for n in (0, 1, 2, 3)
        ]
    last = (
        (box[state[n] >> 24] << 24)
        ^ (box[state[(n + step) % 4] >> 16 & 255] << 16)
        ^ (box[state[(n + 2) % 4] >> 8 & 255] << 8)
        ^ box[state[(n - step) % 4] & 255]
        ^ keys[-1][n]
        for n in (0, 1, 2, 3)
    )
    return _BLOCK.pack(*last)


def _swapped(word: int) -> int:
    return int.from_bytes(bytes(_BOX[sign] for sign in word.to_bytes(4)))


def _unmixed(word: int) -> int:
    parts = word.to_bytes(4)
    found = 0
    for column, sign in zip(_BACK_COLUMNS, parts, strict=True):
        found ^= column[_BOX[sign]]
    return found


def cbc_encrypt(key: bytes, vector: bytes, data: bytes) -> bytes:
    """Encrypt whole blocks, each chained to the one before it."""
    cipher, out = Aes(key), []
    for at in range(0, len(data), 16):
        vector = cipher.encrypt(_xor(data[at : at + 16], vector))
        out.append(vector)
    return b"".join(out)


def cbc_decrypt(key: bytes, vector: bytes, data: bytes) -> bytes:
    """Decrypt whole blocks that are chained so; a last block that is not whole is left out."""
    cipher, out = Aes(key), []
    for at in range(0, len(data) - 15, 16):
        block = data[at : at + 16]
        out.append(_xor(cipher.decrypt(block), vector))
        vector = block
    return b"".join(out)


def _xor(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(16)
