"""The learner's own full texts: work/texts/SIGLUM.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.sources.editions import Edition, Paragraph
from coursekit.sources.fingerprints import STATUSES
from coursekit.sources.normal import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coursekit.sources.record import Record

MOST_BYTES = 20_000_000


class DamagedCopyError(CourseError):
    """A kept copy that nobody can use any more."""


def read_copy(path: Path, record: Record) -> dict[str, str]:
    """Return the learner's text of each paragraph, "" where it is missing; {} if there is no copy.

    Raises
    ------
    DamagedCopyError
        When the file is not what `write_copy` writes.
    CourseError
        When it cannot be read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _damaged(path, "too big")
        data: Any = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror}); check who may read it") from error
    except (ValueError, RecursionError) as error:
        raise _damaged(path, "not JSON") from error
    listed = data.get("paragraphs") if isinstance(data, dict) else None
    if not isinstance(listed, list) or data.get("siglum") != record.siglum:
        raise _damaged(path, f"not a copy of {record.siglum}")
    texts = {}
    for each in listed:
        if not isinstance(each, dict) or not isinstance(each.get("id"), str) or not isinstance(each.get("text"), str):
            raise _damaged(path, "a paragraph without id or text")
        texts[each["id"]] = each["text"]
    return {pid: texts.get(pid, "") for pid in record.ids}


def write_copy(path: Path, record: Record, texts: Mapping[str, str]) -> None:
    """Write the copy; a reader of the file sees the old one or the new one, never half of it.

    Raises
    ------
    CourseError
        When the folder cannot be written.
    """
    paragraphs = [
        {"id": print_.id, "text": texts.get(print_.id, ""), "status": print_.status(texts.get(print_.id, ""))}
        for print_ in record.paragraphs
    ]
    sha = digest(json.dumps([[each["id"], each["text"]] for each in paragraphs], ensure_ascii=False))
    whole = {"siglum": record.siglum, "edition_sha": sha, "paragraphs": paragraphs}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(whole, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise CourseError(
            f"{path}: your copy could not be kept {told(error)}, or name another folder by COURSEKIT_WORK"
        ) from error


def copy_edition(record: Record, texts: Mapping[str, str], voices: Mapping[str, str]) -> Edition:
    """Return a copy as the edition "text"; each status is worked out anew from the fingerprint."""
    return Edition(
        record.siglum,
        "text",
        tuple(
            Paragraph(each.id, voices.get(each.id, ""), texts.get(each.id, ""), (), each.status(texts.get(each.id, "")))
            for each in record.paragraphs
        ),
    )


def better(record: Record, old: Mapping[str, str], new: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Join two copies paragraph by paragraph.

    Returns
    -------
    tuple
        The texts, and the ids where the earlier copy was the better one and stays. Of two changed
        texts the newer one is taken: it is the one the learner has just brought.
    """
    texts, kept = {}, []
    for print_ in record.paragraphs:
        before, after = old.get(print_.id, ""), new.get(print_.id, "")
        rank = [STATUSES.index(print_.status(text)) for text in (before, after)]
        stays = rank[0] < rank[1] or (rank[0] == rank[1] and STATUSES[rank[0]] != "changed")
        texts[print_.id] = before if stays else after
        if rank[0] < rank[1] and after:
            kept.append(print_.id)
    return texts, kept


def _damaged(path: Path, why: str) -> DamagedCopyError:
    return DamagedCopyError(
        f"{path}: damaged ({why}); delete it and add your copy again with `python3 course.py sources add`"
    )
