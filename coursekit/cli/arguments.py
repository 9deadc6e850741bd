"""A verb's arguments; wrong ones are told in one line."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn


class Arguments(argparse.ArgumentParser):
    """Like its parent, without the list of options before every complaint."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end with 2, wrong use."""
        print(f"{self.prog}: {message}; try --help", file=sys.stderr)
        raise SystemExit(2)
