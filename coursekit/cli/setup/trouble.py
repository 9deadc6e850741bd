"""What went wrong while installing, in one line: what, and what to do now."""

from __future__ import annotations

import re
import sys

NEED_MB = 600  # what .venv takes when all is unpacked, with the room pip wants while unpacking

NOT_STARTED = "does not start"  # said of a program that the system would not run
_PYTHON = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
# The first that fits wins, so causes stand before their consequences.
_CAUSES: tuple[tuple[str, str], ...] = (
    (
        r"No space left on device|not enough space on the disk|os error (?:28|112)\b|Errno 28|Disk quota exceeded",
        f"the disk is full; free about {NEED_MB} MB and start again",
    ),
    (
        r"certificate is not yet valid|certificate has expired|NotValidYet|invalid peer certificate: Expired",
        "the other side's certificate does not fit this machine's date; see that its clock is right, then start again",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|invalid peer certificate|UnknownIssuer",
        (
            "the connection is not trusted, a proxy or virus scanner stands between; ask who runs the network for its "
            "certificate file and name it in PIP_CERT and SSL_CERT_FILE, then start again"
        ),
    ),
    (
        r"407 Proxy|Proxy Authentication Required|Cannot connect to proxy|ProxyError",
        "the network's proxy refused; set HTTPS_PROXY as its owner tells you, then start again",
    ),
    (
        (
            r"name resolution|nodename nor servname|getaddrinfo failed|dns error|NewConnectionError|ConnectTimeout|"
            r"Network is unreachable|error sending request|Connection refused|Connection aborted|Read timed out|"
            r"timed out|Connection reset|tcp connect error|from versions: none|offline"
        ),
        "no connection to the package index; check the network and start again, what is fetched is kept",
    ),
    (
        r"[Oo]peration not permitted: 'lib'|symlink|symbolic link",
        "this disk knows no links, and set-up needs them; move the course to a disk of your own machine",
    ),
    (
        r"perform a '--user' install|'--user' and '--(?:prefix|target)'",
        "pip is set to install for the user; take “user” out (“pip config list” shows it) and start again",
    ),
    (
        r"PATH separator",
        "the course's path holds the sign that stands between paths; move the course to another folder",
    ),
    (
        rf"{NOT_STARTED}: .*(?:Errno 13|WinError 5\b)|failed to map segment from shared object",
        (
            "the system lets no program run from this place, as on a disk mounted “noexec”; "
            "move the course to a disk of your own machine"
        ),
    ),
    (
        r"WinError 32\b|os error 32\b|being used by another process",
        "a file is in use; close JupyterLab and other windows of the course, and start again",
    ),
    (
        r"Permission denied|Access is denied|os error 13\b|WinError 5\b",
        (
            "the system did not allow a file to be read or written; move the course to a folder of your own, "
            "or close what may have it open, and start again"
        ),
    ),
    (
        (
            r"THESE PACKAGES DO NOT MATCH THE HASHES|Hash mismatch|IncompleteRead|bad magic number|BadZipFile|"
            r"IncompleteMessage|unexpected end of file"
        ),
        "a download arrived damaged; start again",
    ),
    (
        r"No matching distribution found for|no wheels with a matching|has no usable wheels|a different Python",
        f"a package is not offered for {_PYTHON} on this machine; use Python 3.11, 3.12 or 3.13",
    ),
    (
        r"Failed building wheel|Failed to build|subprocess-exited-with-error|Microsoft Visual C\+\+|command '\S*gcc",
        f"a package has no ready-made file for {_PYTHON} on this machine; use Python 3.11, 3.12 or 3.13",
    ),
)


def explain(output: str) -> str:
    """Say in plain words why an installer failed.

    Parameters
    ----------
    output
        All that it printed.
    """
    if known := cause(output):
        return known
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    named = [line for line in lines if line.lower().startswith("error")]
    last = (named or lines or ["it said nothing"])[-1]
    return f"the installer stopped ({last[:200]}); start again, then ask whoever gave you the course"


def cause(output: str) -> str:
    """Return the words for a cause that the output names; nothing where it names none."""
    return next((words for pattern, words in _CAUSES if re.search(pattern, output, re.IGNORECASE)), "")


def is_ours_to_solve(output: str) -> bool:
    """Tell whether another installer would fail for the same reason, so that trying one is no use."""
    return any(re.search(pattern, output, re.IGNORECASE) for pattern, _ in _CAUSES[:5])
