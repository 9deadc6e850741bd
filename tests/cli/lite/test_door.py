"""JupyterLite's page as the course gives it out."""

from __future__ import annotations

import pytest

from coursekit.cli.lite.door import PAGE, dressed
from coursekit.errors import CourseError

THEIRS = """<head><title>JupyterLite</title></head>
<script>(async function () {
  await import(
    '../config-utils.js?_=c9f706b'
  );
}.call(this));</script>"""


def test_it_is_asked_whether_anything_is_kept_before_jupyterlite_starts() -> None:
    made = dressed(THEIRS, "The <lamp>")
    page = made[PAGE].decode()
    assert "await (await import('../coursekit.js?_=" in page
    assert "')).enter(() => import('../config-utils.js?_=c9f706b'));" in page
    assert "<title>The &lt;lamp&gt;</title>" in page
    assert '<link rel="stylesheet" href="../coursekit.css?_=' in page
    assert b".ck-twin" in made["coursekit.css"]


@pytest.mark.parametrize("page", ["", THEIRS + THEIRS, THEIRS.replace("config-utils", "another")])
def test_a_page_of_another_jupyterlite_is_not_given_out(page: str) -> None:
    with pytest.raises(CourseError, match="another than is known"):
        dressed(page, "The lamp")
