"""The chain of transmission: how a text came down to us, step by step, and what each step cost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coursekit.authoring.settings import Settings
from coursekit.html import Safe, join, prose, tag
from coursekit.pictures.frame import figure
from coursekit.sources.record import CERTAINTIES

if TYPE_CHECKING:
    from coursekit.sources.record import Record, Step


def chain(record: Record, papers: str = Settings.papers) -> str:
    """Return the transmission of a source as HTML: one link a step, its certainty as a line and as a word.

    Parameters
    ----------
    record
        Of the source.
    papers
        Where the course's papers lie, as “in the folder”.
    """
    steps = record.transmission
    title = f"How {record.short} came down to us"
    counted = Counter(step.certainty for step in steps)
    parts = [f"{counted[each]} {each}" for each in CERTAINTIES if counted[each]]
    summary = f"{len(steps)} step{'' if len(steps) == 1 else 's'}: {', '.join(parts)}."
    end = tag("p", tag("span", class_="ck-node", aria_hidden="true"), tag("b", f"The file {papers}"), class_="ck-end")
    links = join(tag("ol", *(_link(n, step, papers) for n, step in enumerate(steps, start=1)), class_="ck-links"), end)
    return figure("chain", title, summary, join(_legend(counted), links), _plain(steps, papers)).markup


def _link(n: int, step: Step, papers: str) -> Safe:
    evidence = ", ".join(step.evidence) or f"no paragraph {papers}"
    lost = tag("p", tag("b", "Lost: "), prose(step.lost), class_="ck-lost") if step.lost else ""
    return tag(
        "li",
        tag("span", str(n), class_="ck-node", aria_hidden="true"),
        tag(
            "div",
            tag("p", tag("b", prose(step.actor)), " ", prose(step.action), class_="ck-step"),
            tag("p", tag("b", step.certainty), f" · {evidence}", class_="ck-ground"),
            class_="ck-did",
        ),
        lost,
        class_=f"ck-link-step ck-{_certainty(step)}",
    )


def _legend(counted: Counter[str]) -> Safe:
    entries = [
        join(tag("span", tag("i", class_=f"ck-sample ck-{each}"), each, class_="ck-entry"), " ") for each in CERTAINTIES
    ]
    return tag(
        "p", *(entry for entry, each in zip(entries, CERTAINTIES, strict=True) if counted[each]), class_="ck-legend"
    )


def _plain(steps: tuple[Step, ...], papers: str) -> Safe:
    return tag("ol", *(tag("li", _sentence(step, papers)) for step in steps))


def _sentence(step: Step, papers: str) -> Safe:
    action = step.action if step.action.endswith((".", "?", "!")) else f"{step.action}."
    lost = (
        f" Lost: {step.lost}{'' if step.lost.endswith('.') else '.'}" if step.lost else " Nothing is known to be lost."
    )
    evidence = f" Evidence: {', '.join(step.evidence)}." if step.evidence else f" No paragraph {papers} shows it."
    return prose(f"{step.actor} {action}{lost} Certainty: {step.certainty}.{evidence}")


def _certainty(step: Step) -> str:
    return step.certainty if step.certainty in CERTAINTIES else CERTAINTIES[-1]
