"""Lend pypdf the ciphers it has no compiled package for, so that it reads what anybody may read.

Most encrypted PDFs keep their owner's wishes (no printing, no copying) and open without a password.
"""

from __future__ import annotations

import secrets

from coursekit.sources.reading.aes import Aes, cbc_decrypt, cbc_encrypt


class Chained:
    """A key as pypdf uses one for streams: the vector before the data, the last block filled up."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def encrypt(self, data: bytes) -> bytes:
        """Encrypt; for tests, which must make such files."""
        vector, fill = secrets.token_bytes(16), 16 - len(data) % 16
        return vector + cbc_encrypt(self._key, vector, data + bytes([fill] * fill))

    def decrypt(self, data: bytes, *, strict: bool = True) -> bytes:  # noqa: ARG002 - pypdf's signature
        """Decrypt; what was not filled up rightly is taken as it is."""
        plain = cbc_decrypt(self._key, data[:16], data[16:])
        fill = plain[-1] if plain else 0
        return plain[:-fill] if 0 < fill <= 16 else plain  # noqa: PLR2004 - bytes of a block


def _each(key: bytes, data: bytes, *, back: bool) -> bytes:
    cipher = Aes(key)
    run = cipher.decrypt if back else cipher.encrypt
    return b"".join(run(data[at : at + 16]) for at in range(0, len(data) - 15, 16))


def lend() -> None:
    """Give pypdf our ciphers, unless it has better ones."""
    import pypdf._crypt_providers as providers
    import pypdf._encryption as users

    if providers.crypt_provider[0] != "local_crypt_fallback":
        return
    ours = {
        "CryptAES": Chained,
        "aes_cbc_encrypt": cbc_encrypt,
        "aes_cbc_decrypt": cbc_decrypt,
        "aes_ecb_encrypt": lambda key, data: _each(key, data, back=False),
        "aes_ecb_decrypt": lambda key, data: _each(key, data, back=True),
    }
    for name, cipher in ours.items():
        setattr(users, name, cipher)
