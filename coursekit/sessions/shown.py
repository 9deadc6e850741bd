"""What a reader shows, kept up with the changes made to it."""

from __future__ import annotations

from typing import Any


def apply_changes(setup: dict[str, Any], changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Bring a reader's setup up to date, in place, and return the changes that were news to it."""
    return [change for change in changes if _apply(setup, change)]


def _apply(setup: dict[str, Any], change: dict[str, Any]) -> bool:
    annotations: list[dict[str, Any]] = setup.setdefault("annotations", [])
    subject = change["annotation"]["id"] if change["op"] == "add" else change["id"]
    settled = _settle(setup, subject, change)
    at = next((n for n, each in enumerate(annotations) if each["id"] == subject), None)
    if change["op"] == "add" and at is None and not _is_lost(setup, subject):
        annotations.append(change["annotation"])
    elif change["op"] == "change" and at is not None and not change["changes"].items() <= annotations[at].items():
        annotations[at] = {**annotations[at], **change["changes"]}
    elif change["op"] == "remove" and at is not None:
        del annotations[at]
    else:
        return settled
    return True


def _is_lost(setup: dict[str, Any], subject: str) -> bool:
    return any(each["annotation"]["id"] == subject for each in setup.get("unplaced", ()))


def _settle(setup: dict[str, Any], subject: str, change: dict[str, Any]) -> bool:
    """Take a mark off the list of those without a place where it is put on new words, or given up."""
    lost = next((each for each in setup.get("unplaced", ()) if each["annotation"]["id"] == subject), None)
    if lost is None or change["op"] == "add" or (change["op"] == "change" and "spans" not in change["changes"]):
        return False
    setup["unplaced"].remove(lost)
    if change["op"] == "change":
        setup["annotations"].append(lost["annotation"])
    return True
