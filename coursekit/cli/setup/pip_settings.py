"""What a learner's pip is told elsewhere: where packages come from is kept, where they would go is not.

A network's mirror, proxy and certificate stand in pip's configuration files, and without them nothing is fetched.
A prefix, a target or a user's folder stand there too, and with them nothing arrives in ``.venv``.
"""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEPT = (
    "index-url",
    "extra-index-url",
    "find-links",
    "no-index",
    "proxy",
    "cert",
    "client-cert",
    "trusted-host",
    "keyring-provider",
    "timeout",
    "retries",
    "cache-dir",
)
_ALSO = {"default-timeout": "timeout"}  # another name of pip's for the same
_SECTIONS = ("global", "install", ":env:")  # a later one counts for more, as it does for pip
_RETRIES = "3"


def settings(listed: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment to run pip in, so that no file and no variable leads packages astray.

    Parameters
    ----------
    listed
        What ``pip config list`` prints: a line a setting, ``section.key='value'``.
    environment
        The environment that it would be run in.
    """
    found: dict[str, dict[str, str]] = {section: {} for section in _SECTIONS}
    for line in listed.splitlines():
        name, _, value = line.partition("=")
        section, _, key = name.rpartition(".")
        if section in found and (said := _value(value)):
            found[section][_ALSO.get(key, key)] = said
    merged = {key: value for section in _SECTIONS for key, value in found[section].items()}
    kept = {f"PIP_{key.upper().replace('-', '_')}": merged[key] for key in _KEPT if key in merged}
    others = {key: value for key, value in environment.items() if not key.upper().startswith("PIP_")}
    return others | {"PIP_RETRIES": _RETRIES} | kept | {"PIP_CONFIG_FILE": os.devnull}


def _value(written: str) -> str:
    """Return a value as a variable has it: several stand on lines of a file, and between spaces in a variable."""
    try:
        said = ast.literal_eval(written)
    except (ValueError, SyntaxError):
        return ""
    return " ".join(said.split("\n")).strip() if isinstance(said, str) else ""
