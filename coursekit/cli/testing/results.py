"""What came out, read from what pytest wrote."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import Path

NOT_RUN = re.compile(r"not run: (.*)")


@dataclass
class Results:
    """Counts over all that was run."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    not_run: Counter[str] = field(default_factory=Counter)

    def read(self, report: Path) -> None:
        """Add one report of pytest's; a report that is not there or not whole adds nothing."""
        try:
            cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 - pytest wrote it just now
        except (OSError, ET.ParseError):
            return
        for case in cases:
            skipped = case.find("skipped")
            if case.find("failure") is not None or case.find("error") is not None:
                self.failed += 1
            elif skipped is not None:
                self.skipped += 1
                said = skipped.get("message") or "skipped"
                found = NOT_RUN.search(said)
                self.not_run[found[1] if found else said] += 1
            else:
                self.passed += 1

    def last_line(self) -> str:
        """Return the line that stands alone at the end."""
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"
