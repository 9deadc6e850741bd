"""AES, by the examples of the standards."""

from __future__ import annotations

import pytest

from coursekit.sources.reading.aes import Aes, cbc_decrypt, cbc_encrypt

PLAIN = bytes.fromhex("00112233445566778899aabbccddeeff")


@pytest.mark.parametrize(
    ("length", "hidden"),
    [
        (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
        (24, "dda97ca4864cdfe06eaf70a0ec0d7191"),
        (32, "8ea2b7ca516745bfeafc49904b496089"),
    ],
)
def test_the_examples_of_fips_197(length: int, hidden: str) -> None:
    cipher = Aes(bytes(range(length)))
    assert cipher.encrypt(PLAIN).hex() == hidden
    assert cipher.decrypt(bytes.fromhex(hidden)) == PLAIN


def test_the_chained_example_of_sp_800_38a() -> None:
    key, vector = bytes.fromhex("2b7e151628aed2a6abf7158809cf4f3c"), bytes(range(16))
    plain = bytes.fromhex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")
    hidden = bytes.fromhex("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2")
    assert cbc_encrypt(key, vector, plain) == hidden
    assert cbc_decrypt(key, vector, hidden + b"cut") == plain
