// What the keyboard can do here, in words.
import { h } from "../dom.js";

const KEYS = [
  ["← → ↑ ↓", "go through the words; Home, End, Page Up and Page Down go through paragraphs"],
  ["Shift with these", "select; the first step takes the word under the cursor"],
  ["Space", "select the word under the cursor"],
  ["Alt Shift ← →", "one letter fewer or more"],
  ["1 to 9", "mark the selection with that tag; its comment then has the focus"],
  ["Enter", "with a selection: go to the tags; on a mark: open its note"],
  ["Enter or Esc", "out of a comment: back to the words, and on to the next mark; Shift Enter begins a new line"],
  ["Esc", "let go of the selection"],
  ["Ctrl Z, Ctrl Y", "undo, redo; in a comment that is just begun, what was typed"],
];

export function createHelp(/** @type {boolean} */ readonly) {
  if (readonly) return null;
  return h(
    "details",
    { class: "ck-fold" },
    h("summary", null, "Three ways to mark"),
    h("p", null, "With a mouse or a finger: select words, also over the end of a paragraph, and press a tag. With “Find a phrase”: type it, press Enter until it is the right place, then “Mark this”. With the keyboard alone: press Tab until the text has the focus, then"),
    h("dl", { class: "ck-keys" }, KEYS.map(([key, what]) => [h("dt", null, h("kbd", null, key)), h("dd", null, what)])),
  );
}
