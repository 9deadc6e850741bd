"""A plugin for pytest: nbval's kernels, too, are started anew when one ends before its first word.

``-p coursekit.cli.testing.nbval_kernels``. Why a kernel may end then is told in coursekit/build/kernels.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbval import kernel

from coursekit.build.kernels import STARTS

if TYPE_CHECKING:
    from collections.abc import Callable


def pytest_configure() -> None:
    """Put the patient start in the place of nbval's own."""
    kernel.start_new_kernel = patient(kernel.start_new_kernel)


def patient(start: Callable[..., Any]) -> Callable[..., Any]:
    """Return a start that is tried again while it raises a ``RuntimeError``, as often as the kit itself tries."""

    def started(*arguments: Any, **named: Any) -> Any:
        for _ in range(STARTS - 1):
            try:
                return start(*arguments, **named)
            except RuntimeError:  # nbval has cleared the dead one away
                continue
        return start(*arguments, **named)

    return started
