// The words "saving…", "saved 14:02", "Not saved…" where they can be seen, and heard when it matters.
import { h, say } from "./dom.js";
import { announce } from "./live.js";

/** A line for the status of a bridge: {node, show(status)}. */
export function createStatus() {
  const node = h("span", { class: "ck-status", data: { state: "idle" } });
  let before = "idle";
  return {
    node,
    show(/** @type {Status} */ { state, text }) {
      node.dataset.state = state;
      say(node, text);
      // Each "saved" would be a chatterbox; trouble, and its end, are news.
      const trouble = state === "failed" || state === "refused";
      if (trouble && before !== state) announce(text);
      if (state === "saved" && (before === "failed" || before === "refused")) announce(text);
      if (state !== "saving") before = state;
    },
  };
}
