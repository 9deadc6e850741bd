"""Dates read without the edtf package are dates to the package, too."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.dates import package
from coursekit.dates.forms import is_common, is_edtf
from tests.conftest import ROOT

ONE = st.sampled_from(["1960", "1960-07", "1960-07-18", "1961-02-29", "1960-00", "1971-22", "0000", "", "..", "1960~"])
SHAPES = st.sampled_from(
    ["{}", "{}~", "{}?", "{}/{}", "[{}..{}]", "[{},{}]", "{{{},{}}}", "{{{}..{}}}", "[{}]", "[{},{}..]"]
)
SHAPED = st.builds(lambda shape, one, two: shape.format(one, two), SHAPES, ONE, ONE)
PIECES = ONE | st.sampled_from(["/", ",", "?", "[", "]", "{", "}", "-", "X", "\u0661\u0669\u0666\u0660"])
COMMON = ("1960", "1960-12~", "1960-07-18?", "1956-10-30/1956-11-21", "../1960-07", "1989/..", "[1989..]")
COMMON += ("[..1960-07-18]", "[1956-10-30..1956-11-21]", "[2018-07-08,2018-08-07]", "{1960,1961}")
ASK = "import sys; from coursekit.dates.forms import is_edtf; is_edtf('../1960'); sys.exit('edtf' in sys.modules)"


@settings(deadline=None)  # the first question loads the package
@given(SHAPED | st.lists(PIECES, max_size=5).map("".join))
def test_what_is_common_is_what_the_package_reads(text: str) -> None:
    assert not is_common(text) or package.parse(text) is not None


@pytest.mark.parametrize("text", COMMON)
def test_the_forms_of_a_course_are_common(text: str) -> None:
    assert is_common(text)
    assert is_edtf(text)


@pytest.mark.parametrize("text", ["", "..", "[..]", "[1960]", "../..", "1960-13", "[1960-07..1961]", "yesterday", "[]"])
def test_what_is_none_of_them_is_left_to_the_package(text: str) -> None:
    assert not is_common(text)


@pytest.mark.parametrize("text", ["1971-22", "196X", "1960-07-XX", "Y17E8", "1960?-07"])
def test_rare_forms_are_edtf_as_well(text: str) -> None:
    assert is_edtf(text)
    assert not is_common(text)


@pytest.mark.parametrize("text", ["", "../", "1960-13", "18 July 1960", "[", "9" * 101])
def test_other_texts_are_not(text: str) -> None:
    assert not is_edtf(text)


def test_the_package_is_not_imported_for_a_common_form() -> None:
    assert subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, check=False).returncode == 0
