"""A real JupyterHub on which two learners work: each has the whole course, and neither sees the other's work."""

from __future__ import annotations

import json
import re
import stat
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.cli.lab.settings import DISABLED
from tests.cli.hub.teacher import LESSON

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.cli.hub.server import LearnerServer, RunningHub
    from tests.cli.hub.teacher import Teacher

    Pair = tuple[LearnerServer, LearnerServer]

pytestmark = pytest.mark.slow
READY = 120_000  # milliseconds; a fetch, a page and a kernel on a machine that may be busy
ANSWER = """
from coursekit.journal import Journal
from coursekit.places import work_dir
Journal(work_dir() / "journal.jsonl").append("answer", question="00-first", version=1, answer={{"text": "{words}"}},
    checked=False)
print("kept")
"""
LOOK = """
import os
from pathlib import Path
for path in {paths!r}:
    try:
        print(Path(path).read_bytes() if Path(path).is_file() else os.listdir(path))
    except PermissionError:
        print("refused")
"""


def test_the_lesson_opens_as_it_does_on_ones_own_machine(pair: Pair) -> None:
    one, _ = pair
    assert one.ask("coursekit") == (302, f"/user/{one.name}/lab/tree/{LESSON}.ipynb")
    assert one.ask("coursekit?lesson=00")[1].endswith(f"{LESSON}.ipynb")
    assert json.loads(one.ask(f"api/contents/{LESSON}.ipynb?content=0")[1])["name"] == "00-lamp.ipynb"
    told = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', one.ask("lab")[1], re.DOTALL)
    assert told
    page = json.loads(told[1])
    assert "coursekit-lesson" in [each["name"] for each in page["federated_extensions"]]
    assert set(DISABLED) <= set(page["disabledExtensions"])
    tracker = json.loads(one.ask("lab/api/settings/@jupyterlab/notebook-extension:tracker")[1])
    assert tracker["schema"]["properties"]["autoStartDefaultKernel"]["default"] is True
    assert ".ck-twin" in one.ask("custom/custom.css")[1]
    notebook = json.loads(one.ask(f"api/contents/{LESSON}.ipynb")[1])["content"]
    assert all(cell["metadata"].get("trusted", True) for cell in notebook["cells"])


def test_lessons_and_the_python_behind_them_come_from_what_was_fetched(pair: Pair) -> None:
    one, _ = pair
    said = one.run("import coursekit, coursekit.places as p; print(coursekit.__file__, p.course_root(), p.work_dir())")
    assert said.split() == [str(one.course / "coursekit" / "__init__.py"), str(one.course), str(one.work)]


def test_neither_sees_what_the_other_wrote(hub: RunningHub, pair: Pair) -> None:
    for learner in pair:
        assert learner.run(ANSWER.format(words=f"by {learner.name}")).strip() == "kept"
        for folder in (learner.work, learner.course.parent):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for learner, other in (pair, pair[::-1]):
        journal = (learner.work / "journal.jsonl").read_text("utf-8")
        assert f"by {learner.name}" in journal
        assert f"by {other.name}" not in journal
        # Through the hub, with a key of one's own:
        for path in ("api/contents", "coursekit", "files/journal.jsonl", "git-pull?repo=x", "lab"):
            assert learner.ask(path, token=other.token)[0] == 403
            assert learner.ask(path, token="")[0] in (302, 403)
    if hub.apart:
        one, other = pair  # and past it, from a kernel:
        paths = [str(other.work), str(other.work / "journal.jsonl"), str(other.course.parent), str(other.course)]
        assert one.run(LOOK.format(paths=paths)).split() == ["refused"] * len(paths)
        assert "00-first" in one.run(LOOK.format(paths=[str(one.work / "journal.jsonl")]))


def test_nobody_reads_along_what_a_kernel_says(pair: Pair) -> None:
    """Its ports are open to all users of the machine; without the key from the work folder one hears nothing."""
    import zmq

    one, _ = pair
    kernel = json.loads(one.ask("api/kernels", "POST", {"name": "python3"})[1])["id"]
    note = json.loads((one.work / "jupyter" / "runtime" / f"kernel-{kernel}.json").read_bytes())
    context = zmq.Context()
    try:
        stranger = listening(context, note, {})
        keyed = listening(context, note, keys(note))
        heard: list[bytes] = []
        for _ in range(100):  # a listener is told nothing that was said before it was known
            one.run_in(kernel, "print('of no concern to others')")
            while keyed.poll(100):
                heard += keyed.recv_multipart()
            if any(b"of no concern" in part for part in heard):
                break
        assert any(b"of no concern" in part for part in heard)
        assert not stranger.poll(0)
    finally:
        context.destroy(linger=0)
        one.ask(f"api/kernels/{kernel}", "DELETE")


def keys(note: dict[str, Any]) -> dict[str, bytes]:
    """Return what whoever can read a kernel's note talks to it with; nothing where no key is asked for."""
    import zmq

    if "curve_publickey" not in note:
        return {}
    mine, secret = zmq.curve_keypair()
    return {"curve_publickey": mine, "curve_secretkey": secret, "curve_serverkey": note["curve_publickey"].encode()}


def listening(context: Any, note: dict[str, Any], with_keys: dict[str, bytes]) -> Any:
    import zmq

    found = context.socket(zmq.SUB)
    for name, value in with_keys.items():
        setattr(found, name, value)
    found.subscribe(b"")
    found.connect(f"tcp://{note['ip']}:{note['iopub_port']}")
    return found


def test_a_link_leads_from_the_login_to_the_lesson_and_what_is_answered_there_is_kept(
    hub: RunningHub, pair: Pair, browser: Browser
) -> None:
    _, one = pair
    page = browser.new_page()
    page.goto(f"{hub.url}hub/user-redirect/coursekit/update?lesson=00")
    page.get_by_label("Username").fill(one.name)
    page.get_by_role("button", name="Sign in").click()
    lesson = page.locator(".jp-NotebookPanel:visible")
    card = lesson.locator(".ck-question[data-question='00-place']")
    expect(card).to_be_attached(timeout=READY)  # fetched, opened, laid out and run, without a press
    expect(lesson.locator("div.ck-progress")).to_be_visible()
    card.get_by_label("the copyist's own year").check()
    card.get_by_role("button", name="Check").click()
    expect(card).to_have_attribute("data-state", "right")
    page.close()
    assert '"00-place"' in (one.work / "journal.jsonl").read_text("utf-8")


def test_an_update_in_mid_term_leaves_answers_and_remarks_alone(published: Teacher, pair: Pair) -> None:
    one, _ = pair
    one.run(ANSWER.format(words="before the update"))
    before = (one.work / "journal.jsonl").read_bytes()
    write_into(one.work / f"{LESSON}.ipynb", "A remark of my own.")
    published.write("As it is told now.")
    front_end = "coursekit/cli/lab/extension/coursekit-lesson/static/remoteEntry.js"
    (published.folder / front_end).write_text("// the newer front end\n", encoding="utf-8")
    kit = published.folder / "coursekit" / "cli" / "hub.py"
    kit.write_text(kit.read_text("utf-8").replace('"said": said', '"said": [*said, "The newer kit <said> so."]'))
    published.release()
    code, address = one.ask("coursekit/update?lesson=00")
    assert (code, address.split("?")[0]) == (302, f"/user/{one.name}/git-pull")
    assert "urlpath=coursekit%3Flesson%3D00" in address
    one.fetch()
    code, page = one.ask("coursekit?lesson=00")
    assert code == 200
    assert "your copy is kept as" in page
    assert "The newer kit &lt;said&gt; so." in page
    assert f"/user/{one.name}/lab/tree/{LESSON}.ipynb" in page
    assert (one.work / "journal.jsonl").read_bytes() == before
    assert "As it is told now." in (one.work / f"{LESSON}.ipynb").read_text("utf-8")
    kept = list((one.work / "lessons" / "earlier").iterdir())
    assert ["A remark of my own." in path.read_text("utf-8") for path in kept] == [True]
    assert "newer front end" in one.ask("lab/extensions/coursekit-lesson/static/remoteEntry.js")[1]


def test_what_cannot_be_opened_is_told_in_one_line(pair: Pair) -> None:
    _, one = pair
    code, page = one.ask("coursekit?lesson=%3Cb%3E9")
    assert code == 500
    assert "&lt;b&gt;9: no such lesson; one of 00-lamp" in page
    assert "<b>" not in page
    assert f'href="/user/{one.name}/coursekit"' in page
    lessons = one.course / "lessons"
    lessons.rename(lessons.with_name("gone"))
    try:
        assert one.ask("coursekit")[1].startswith(f"/user/{one.name}/git-pull?repo=")
    finally:
        lessons.with_name("gone").rename(lessons)


def write_into(notebook: Path, words: str) -> None:
    content = json.loads(notebook.read_bytes())
    content["cells"].append({"cell_type": "markdown", "id": "mine", "metadata": {}, "source": words})
    notebook.write_text(json.dumps(content), encoding="utf-8")
