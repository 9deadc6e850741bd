"""A notebook's page without a notebook: what the verbs put out, and a front end's hands on the widgets."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import assembly
from coursekit.journal import Journal, journal
from coursekit.lesson import hub
from coursekit.lesson.plain import plain
from coursekit.sessions import store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDGET = "application/vnd.jupyter.widget-view+json"


@dataclass
class Output:
    """One output of a cell; ``updates`` counts how often it was put out anew."""

    data: dict[str, Any]
    updates: int = 0

    @property
    def html(self) -> str:
        return str(self.data.get("text/html", ""))

    @property
    def words(self) -> str:
        return plain(self.html)

    def update(self, data: dict[str, Any], *, raw: bool) -> None:
        assert raw
        self.data, self.updates = data, self.updates + 1


@dataclass
class Page:
    """Collects what is displayed and what widgets say."""

    outputs: list[Output] = field(default_factory=list)
    said: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def display(self, data: dict[str, Any], *, raw: bool, display_id: object = None, metadata: object = None) -> Any:
        assert raw
        assert not metadata
        self.outputs.append(Output(data))
        return self.outputs[-1] if display_id else None

    @property
    def last(self) -> Output:
        return [output for output in self.outputs if WIDGET not in output.data][-1]

    def widget(self) -> Any:
        """Return the widget displayed last, listened to from now on."""
        from ipywidgets.widgets.widget import _instances

        model = next(output.data[WIDGET]["model_id"] for output in reversed(self.outputs) if WIDGET in output.data)
        widget = _instances[model]
        widget.send = self.said.setdefault(model, []).append
        return widget

    def tell(self, widget: Any, **message: Any) -> list[dict[str, Any]]:
        """Send a message as the front end does; return what came back."""
        heard = self.said[widget.model_id]
        heard.clear()
        widget._handle_custom_msg(message, [])
        return list(heard)


@pytest.fixture(autouse=True)
def no_loop() -> Iterator[None]:
    """Leave the loop alone that a browser test may have running in this process: here it is as in a plain one."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


@pytest.fixture
def fresh() -> None:
    """Forget what this process has read: the next verb runs as in a new kernel."""
    assembly._READ.clear()
    hub._HUBS.clear()
    store._STORES.clear()
    journal._SHARED.clear()


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, course: Path, fresh: None) -> Page:
    """A page on the small course, nothing done yet."""
    found = Page()
    monkeypatch.setattr("IPython.display.display", found.display)
    return found


@pytest.fixture
def restart(fresh: None) -> Any:
    """Return a way to start a new kernel on the same work."""

    def again() -> None:
        assembly._READ.clear()
        hub._HUBS.clear()
        store._STORES.clear()
        journal._SHARED.clear()

    return again


@pytest.fixture
def other(work: Path) -> Journal:
    """Another kernel's hold on the learner's journal."""
    return Journal(work / "journal.jsonl")
