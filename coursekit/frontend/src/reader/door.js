// What stands in the lesson where a text is read in the pane: which text, which paragraphs, how far one is, one button.
import { h, say } from "../dom.js";
import { createPointedText } from "../kinds/parts/pointed-text.js";
import { byKeyboard } from "../pane/client.js";
import { onlyRead } from "../pane/only-read.js";
import { spell } from "../pane/ranges.js";
import { createText } from "../spans/codepoints.js";
import { many, rich } from "../text.js";
import { rowIds } from "./rows.js";

// A pane takes half of the window at most: in these its notes stand below the words (reader.css).
const NOTES_BELOW = "(max-width: 1500px)";

/** How far a task is. Pure. */
export function taskState(/** @type {App} */ app) {
  if (app.key || app.setup.task?.committed) return "finished";
  return app.marks.size > 0 ? "begun" : "open";
}

const SENTENCE = /^.*?[.?!…](?=\s|$)/su;

/**
 * What is done behind a door, in a few words; the pane has the rest (a source's title, all that a task asks). Pure.
 *
 * @param {{ short?: string, title: string }} source
 * @param {{ prompt?: string } | null | undefined} task  nothing where one only reads
 */
export function doorWords({ short, title }, task) {
  const asked = (task?.prompt ?? "").trim();
  return { does: `${task ? "Mark in" : "Read"} ${short || title}`, asks: SENTENCE.exec(asked)?.[0] ?? asked };
}

/** Put a door into `el`, and what is behind it into the pane. Returns the function that takes both away. */
export function createDoor(/** @type {Reading} */ reading, /** @type {PaneLesson} */ lesson, /** @type {HTMLElement} */ el) {
  const { app, setup } = reading;
  const { source, task } = setup;
  const ids = rowIds(setup.editions);
  const where = spell(ids);
  const { does, asks } = doorWords(source, task);
  const id = task ? `task:${task.id}` : `text:${source.siglum}:${ids.join(" ")}`;
  const far = h("span", { class: "ck-soft", role: "status" });
  /** @type {HTMLButtonElement} */
  const button = h(
    "button",
    { type: "button", class: "ck-button", on: { click: (event) => lesson.open(id, { from: button, focus: byKeyboard(event) }) } },
    // Both have their room all the time: a press in a card turns the pane, and no door may grow meanwhile, or what
    // is pressed below it moves away.
    h("span", { class: "ck-door-to" }, task ? "Mark it in the pane" : "Read it in the pane"),
    h("span", { class: "ck-door-here" }, "In the pane now"),
  );
  const root = h(
    "div",
    { class: "ck ck-card ck-door", data: task ? { task: task.id } : { text: source.siglum } },
    h(
      "div",
      { class: "ck-door-words" },
      h("p", null, h("span", { class: "ck-sig" }, source.siglum), " ", h("span", { class: "ck-title", title: source.title }, does), h("span", { class: "ck-soft" }, ` ${where}`)),
      asks ? h("p", { class: "ck-door-prompt" }, rich(asks)) : null,
      h("p", null, far),
    ),
    button,
  );
  let told = "";

  function draw() {
    const state = taskState(app);
    root.dataset.state = task ? state : reading.open ? "open" : "locked";
    const n = app.marks.size;
    if (!reading.open) say(far, setup.locked);
    else if (task) say(far, `${n} of about ${many(task.about, "mark")}${state === "finished" ? ", finished: compared with the expert’s" : ""}`);
    else say(far, app.readonly ? "" : n > 0 ? many(n, "mark") : "");
    far.hidden = far.textContent === "";
    place();
    const detail = task && { id: task.id, state, marks: n, about: task.about };
    if (!detail || told === JSON.stringify(detail)) return;
    told = JSON.stringify(detail);
    root.dispatchEvent(new CustomEvent("coursekit:task", { bubbles: true, detail }));
  }
  function place() {
    const shown = lesson.shows === id;
    root.dataset.shown = String(shown);
    button.classList.toggle("ck-quiet", shown || taskState(app) === "finished");
  }
  /** The text without its marks and tags, for whoever comes by a reference. */
  function plainText() {
    const [{ name, paragraphs }] = setup.editions;
    const text = createPointedText({ siglum: source.siglum, edition: name, source: source.title }, null, { boxed: false });
    const units = paragraphs.map((/** @type {{ id: string, text: string }} */ each) => [each.id, createText(each.text)]);
    text.draw({ op: "text", paragraphs, locked: "" }, new Map(units));
    return text;
  }
  // Whoever comes to the door has its text beside it; what is pressed there brings the pane up.
  const attend = () => lesson.follow(id, button);
  root.addEventListener("focusin", attend);
  root.addEventListener("pointerdown", attend);
  root.addEventListener("coursekit:reached", attend);
  el.append(root);
  const away = lesson.on(place);
  const quiet = app.watch(draw);
  draw();
  const remove = lesson.add({
    id,
    siglum: source.siglum,
    title: source.short || source.title,
    label: does,
    about: where,
    kind: task ? "task" : "text",
    anchor: root,
    ids,
    ready: () => reading.open,
    read: task ? (slot) => onlyRead(slot, plainText(), source.title) : undefined,
    mount(slot) {
      reading.show(slot, { below: matchMedia(NOTES_BELOW).matches });
      return { destroy: reading.hide, show: reading.visit, picked: reading.picked };
    },
  });
  place();
  return () => {
    away();
    remove();
    quiet();
    root.remove();
  };
}
