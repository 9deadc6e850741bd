"""What an installer says, and what we make of it."""

from __future__ import annotations

import pytest

from coursekit.cli.setup.trouble import explain, is_ours_to_solve

# Shortened from what pip 23 to 26 and uv 0.13 print.
SAID = {
    "pip, disk full": (
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
        "the disk is full",
    ),
    "uv, disk full": (
        "error: Failed to write to /x: failed to flush file: No space left on device (os error 28)",
        "disk",
    ),
    "windows, disk full": ("OSError: There is not enough space on the disk. (os error 112)", "the disk is full"),
    "pip, no network": (
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by 'New"
            "ConnectionError(<pip.x>: Failed to establish "
            "a new connection: [Errno -3] Temporary failure in name resolution)': /simple/anyio/\n"
            "ERROR: Could not find a version that satisfies the requirement anyio==4.16.0 (from versions: none)\n"
            "ERROR: No matching distribution found for anyio==4.16.0"
        ),
        "no connection to the package index",
    ),
    "uv, no network": (
        "error: Failed to fetch: `https://x/simple/anyio/`\n  Caused by: dns error: failed",
        "no connection",
    ),
    "pip, certificate": ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))", "not trusted"),
    "pip, a clock at 1970": (
        "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate is not yet valid'))",
        "see that its clock is right",
    ),
    "uv, a clock at 1970": ("error sending request: invalid peer certificate: NotValidYet", "its clock is right"),
    "pip, proxy": ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407'))", "proxy"),
    "windows, file in use": ("PermissionError: [WinError 32] The process cannot access the file", "close JupyterLab"),
    "windows, not allowed": ("PermissionError: [WinError 5] Access is denied: 'x'", "did not allow"),
    "pip, not allowed": ("ERROR: Could not install packages: [Errno 13] Permission denied: '/x/a.py'", "did not allow"),
    "a Python that may not run": (
        "/x/.venv/bin/python: does not start: [Errno 13] Permission denied: '/x/.venv/bin/python'",
        "lets no program run from this place",
    ),
    "a library that may not be loaded": (
        "ImportError: /x/_zmq.abi3.so: failed to map segment from shared object",
        "lets no program run from this place",
    ),
    "venv, no links": ("Error: [Errno 1] Operation not permitted: 'lib' -> '/x/.venv/lib64'", "knows no links"),
    "venv, a colon": ("Error: Refusing to create a venv in /a:b because it contains the PATH separator :.", "move"),
    "pip, user": ("ERROR: Can not perform a '--user' install. User site-packages are not visible", "for the user"),
    "pip, damaged download": ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "arrived damaged"),
    "pip, no such version for this Python": (
        (
            "ERROR: Could not find a version that satisfies the requirement x==9 (from versions: 1, 2)\n"
            "ERROR: No matching distribution found for x==9"
        ),
        "use Python 3.11, 3.12 or 3.13",
    ),
    "pip, must be compiled": (
        "error: subprocess-exited-with-error\nFailed building wheel for pyzmq",
        "no ready-made file",
    ),
}


@pytest.mark.parametrize(("output", "words"), SAID.values(), ids=SAID.keys())
def test_each_cause_gets_a_plain_line_with_a_remedy(output: str, words: str) -> None:
    line = explain(output)
    assert words in line
    assert "\n" not in line
    assert ";" in line, "a cause, then what to do"


def test_an_unknown_cause_is_quoted_and_not_guessed() -> None:
    assert "error: the moon is full" in explain("Resolved\nerror: the moon is full\nsomething after")


def test_nothing_said_is_said() -> None:
    assert "it said nothing" in explain("")


def test_another_installer_is_tried_only_where_that_can_help() -> None:
    assert is_ours_to_solve("No space left on device")
    assert is_ours_to_solve("dns error")
    assert not is_ours_to_solve("thread 'main' panicked at src/main.rs")
