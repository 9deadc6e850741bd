"""Whose file it is, by the names platforms give; and what nobody handed in."""

from __future__ import annotations

import pytest

from coursekit.marking.found import Told, housekeeping, person, told_by


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("Export/Ada Lovelace_123456_assignsubmission_file_/09-matrix-ada.json", "moodle 123456"),
        ("Ada Lovelace_123456_assignsubmission_file_09-matrix-ada.json", "moodle 123456"),
        ("Ada_Lovelace_99_assignsubmission_onlinetext_/onlinetext.html", "moodle 99"),
        ("lovelaceada_55012_8812345_09-matrix-ada.json", "canvas 55012"),
        ("lovelaceada_LATE_55012_8812345_09-matrix-ada.json", "canvas 55012"),
        ("anon_aB3xY_9001_09-matrix-ada.json", "canvas anon aB3xY"),
        ("LATE_anon_Qz81k_9002_09-matrix-ada.json", "canvas anon Qz81k"),
        ("mülleréva_1101_9001_x.json", "canvas 1101"),
        ("mu\u0308llere\u0301va_LATE_1101_9001_x.json", "canvas 1101"),
        ("शर्माअनिता_1103_9003_x.json", "canvas 1103"),
        ("ใจดีสมชาย_1104_9004_x.json", "canvas 1104"),
        ("m├╝ller├áva_1101_9001_x.json", "canvas 1101"),
        ("lovelace_maryann_55012_8812345_x.json", "canvas 55012"),
        ("2026_01_31_ada.json", ""),
        ("Matrix_al123_attempt_2026-01-31-12-00-00_09-matrix-ada.json", "blackboard al123"),
        ("class/09-matrix-ada.json", ""),
        ("09-matrix-ada_1_2_3.json", ""),
        ("2026_01_31/ada.json", ""),
    ],
)
def test_a_platform_names_the_person(name: str, who: str) -> None:
    assert person(name) == who


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Jürgen Müller_7_assignsubmission_file_/x.json", Told("moodle", "7", "Jürgen Müller")),
        ("Group A-Ada L_7_assignsubmission_file_/x.json", Told("moodle", "7", "Group A-Ada L")),
        ("Participant_7_assignsubmission_file_/x.json", Told("moodle", "7")),
        ("Teilnehmer_in_7_assignsubmission_file_/x.json", Told("moodle", "7")),
        ("müllerjürgen_55_9001_x.json", Told("canvas", "55", "müllerjürgen")),
        ("müllerjürgen_LATE_55_9001_x.json", Told("canvas", "55", "müllerjürgen", late=True)),
        ("LATE_anon_Qz81k_9002_x.json", Told("canvas anon", "Qz81k", late=True)),
        ("E_al123_attempt_2026-01-31-12-00-00_x.json", Told("blackboard", "al123")),
        ("ada_late.json", Told()),
    ],
)
def test_a_platform_names_name_and_lateness(name: str, told: Told) -> None:
    assert told_by(name) == told


def test_the_platform_s_own_name_counts_not_one_inside_it() -> None:
    outer = "Ada_1_assignsubmission_file_/Bob_2_assignsubmission_file_/x.json"
    assert person(outer) == "moodle 1"


@pytest.mark.parametrize(
    "name", [".DS_Store", "a/Thumbs.db", "__MACOSX/a.json", "a/._ada.json", ".git/config", ".gitignore", "x/.keep"]
)
def test_what_machines_leave_is_no_hand_in(name: str) -> None:
    assert housekeeping(name)


@pytest.mark.parametrize("name", ["ada.json", ".ada.json", "a/b.zip", "ada", "ada.docx", "MACOSX/a.json"])
def test_everything_else_may_be_one(name: str) -> None:
    assert not housekeeping(name)
