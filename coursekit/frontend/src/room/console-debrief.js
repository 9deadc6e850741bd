// What is left when the session is over: its debrief, opened from here.
import { h } from "../dom.js";

const KEPT = "It is yours, with the right answers. It lies in work/rooms, beside the votes, and the same as data.";
const NOTES = "The data have your notes, which may name people: python3 course.py debrief --without-notes leaves them out.";

export function createDebrief() {
  const key = h("input", { type: "hidden", name: "key" });
  // A form, since its key stands in no address.
  const form = h(
    "form",
    { method: "post", action: new URL("debrief", location.href).href, target: "_blank", rel: "noopener" },
    key,
    h("button", { type: "submit", class: "ck-button" }, "Open the debrief"),
  );
  const node = h("section", { class: "rc-part", hidden: true }, h("h2", null, "The debrief"), form, h("p", { class: "ck-soft" }, KEPT), h("p", { class: "ck-soft" }, NOTES));
  return {
    node,
    update(/** @type {ConsoleView} */ { ended, votes }) {
      key.value = location.hash.slice(1);
      node.hidden = !ended || votes.every(({ earlier }) => earlier);
    },
  };
}
