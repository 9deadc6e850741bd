// The tags: one press marks what is picked. Each is known by its name and its line, not only its colour.
import { h } from "../dom.js";
import { announce } from "../live.js";

const FIRST = 5; // tags shown before "more"
const SLACK = 2; // so few more are shown at once

/** `use(tagId, {byTouch})` marks what is picked. Returns {element, focus(), useDigit(n), meanings()}. */
export function createPalette(/** @type {App} */ app, /** @type {(tag: string, how: { byTouch: boolean }) => boolean} */ use) {
  const tags = [...app.tags.values()];
  const id = `ck-palette-${Math.random().toString(36).slice(2)}`;
  let last = 0; // the tag used last: where the focus goes first

  const buttons = tags.map((tag, n) =>
    h(
      "button",
      {
        type: "button",
        class: "ck-tag",
        data: { colour: tag.colour, line: tag.line },
        "aria-describedby": `${id}-${n}`,
        ...(n < 9 ? { "aria-keyshortcuts": String(n + 1) } : {}),
        on: {
          // A press must not take the selection away before it is used.
          mousedown: (/** @type {KeyboardEvent} */ event) => event.preventDefault(),
          click: (/** @type {any} */ event) => take(n, event.pointerType === "touch"),
        },
      },
      h("span", { class: "ck-tagline", data: { line: tag.line } }, tag.name),
      n < 9 && h("kbd", { "aria-hidden": "true" }, String(n + 1)),
    ),
  );
  // A task offers the tags it needs, and hides none.
  const spare = tags.length > FIRST + SLACK && !app.setup.task ? buttons.slice(FIRST) : [];
  const more = h("button", { type: "button", class: "ck-tag ck-more", "aria-expanded": "false", on: { click: toggle } });
  function toggle() {
    unfold(more.getAttribute("aria-expanded") === "false");
  }
  function unfold(/** @type {boolean} */ open) {
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "fewer" : `${spare.length} more…`;
    for (const button of spare) button.hidden = !open;
  }
  unfold(false);
  more.hidden = spare.length === 0;

  function take(/** @type {number} */ n, byTouch = false) {
    const tag = tags[n];
    if (!tag) return false;
    last = n;
    if (!use(tag.id, { byTouch })) announce("Nothing is selected. Select some words first, then choose a tag.");
    return true;
  }
  const meanings = () =>
    h(
      "dl",
      { class: "ck-meanings" },
      tags.map((tag, n) => [
        h("dt", { data: { colour: tag.colour } }, h("span", { class: "ck-tagline", data: { line: tag.line } }, tag.name)),
        h("dd", null, h("span", { id: `${id}-${n}` }, tag.definition), tag.example && h("span", { class: "ck-soft" }, ` For example: ${tag.example}`)),
      ]),
    );
  const element = h(
    "div",
    { class: "ck-palette", role: "group", "aria-label": "Mark the selection as" },
    h("span", { class: "ck-soft", "aria-hidden": "true" }, "Mark the selection as"),
    buttons,
    more,
  );
  return {
    element,
    meanings,
    tagOf: (/** @type {EventTarget | null} */ node) => tags[buttons.findIndex((button) => button.contains(/** @type {Node | null} */ (node)))] ?? null,
    useDigit: (/** @type {number} */ digit) => take(digit - 1),
    /** Take the focus to the tag used last. */
    focus() {
      if (buttons[last].hidden) unfold(true);
      buttons[last].focus();
    },
  };
}
