"""The front end takes the same names of sources and paragraphs as the rest of the kit."""

from __future__ import annotations

import json
import re

from coursekit.sources.record import PID, SIGLUM
from tests.conftest import ROOT


def test_the_patterns_are_those_of_a_record() -> None:
    text = (ROOT / "coursekit" / "frontend" / "src" / "ids.js").read_text(encoding="utf-8")
    found = re.findall(r'^export const (\w+) = (".*");$', text, re.MULTILINE)
    assert {name: json.loads(words) for name, words in found} == {"SIGLUM": SIGLUM.pattern, "ID": PID.pattern}
