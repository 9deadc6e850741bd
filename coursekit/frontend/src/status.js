// The words "saving…", "saved 14:02", "Not saved…" where they can be seen, and heard when it matters.
import { h, say } from "./dom.js";
import { announce } from "./live.js";

/**
 * A line for the status of a bridge: {node, show(status), ask(text), asked()}. What one is asked stays until one has
 * done something about it: an answer is saved a moment after it was given, and would wipe the words away unread.
 */
export function createStatus() {
  const node = h("span", { class: "ck-status", data: { state: "idle" } });
  let before = "idle";
  /** @type {Status} */
  let last = { state: "idle", text: "" };
  let asking = false;

  function draw(/** @type {Status} */ { state, text }) {
    node.dataset.state = state;
    say(node, text);
  }
  return {
    node,
    ask(/** @type {string} */ text) {
      asking = true;
      draw({ state: "hint", text });
      announce(text);
    },
    /** What was asked is done, or is not to be done. */
    asked() {
      if (asking) draw(last);
      asking = false;
    },
    show(/** @type {Status} */ status) {
      const { state, text } = status;
      last = status;
      if (state === "failed" || state === "refused") asking = false;
      if (!asking) draw(status);
      // Each "saved" would be a chatterbox; trouble, and its end, are news.
      const trouble = state === "failed" || state === "refused";
      if (trouble && before !== state) announce(text);
      if (state === "saved" && (before === "failed" || before === "refused")) announce(text);
      if (state !== "saving" && state !== "waiting") before = state;
    },
  };
}
