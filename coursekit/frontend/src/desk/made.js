// Something that was made: to be downloaded, where it also lies, what is to be told; a page is shown in the page.
import { fill, h } from "../dom.js";
import { announce } from "../live.js";

/** {node, waits, wait(words), still(words), show(made), ask(lines, yes), fail(why), clear()} */
export function createMade() {
  let address = "";
  /** @type {HTMLElement | null} */
  let waiting = null;
  const node = h("div", { class: "ck-desk-made", hidden: true });

  function clear() {
    if (address) URL.revokeObjectURL(address);
    address = "";
    waiting = null;
    node.hidden = true;
    fill(node);
  }
  function put(/** @type {Child[]} */ ...children) {
    clear();
    fill(node, children);
    node.hidden = false;
  }
  const told = (/** @type {string[]} */ lines) => (lines.length ? h("ul", null, lines.map((line) => h("li", { dir: "auto" }, line))) : null);
  return {
    node,
    clear,
    /** Whether it waits for the marks. */
    get waits() {
      return Boolean(waiting);
    },
    /** Nothing can be made yet: until when, and how far that is. */
    wait(/** @type {string} */ words) {
      const far = h("span", null, words);
      put(h("p", { class: "ck-status" }, "Waits until everything is marked, and is made then: ", far, "."));
      waiting = far;
      announce("It waits until everything is marked, and is made then.");
    },
    still(/** @type {string} */ words) {
      if (waiting) fill(waiting, words);
    },
    show(/** @type {DeskMade} */ made) {
      const bytes = Uint8Array.from(atob(made.content), (sign) => sign.charCodeAt(0));
      const link = h("a", { class: "ck-button ck-download" }, `Download ${made.name}`);
      put(h("p", null, link), h("p", null, `It also lies ${made.where}.`), told(made.lines));
      address = URL.createObjectURL(new Blob([bytes], { type: made.type }));
      link.href = address;
      link.download = made.name;
      if (made.type !== "text/html") return;
      const frame = h("iframe", { title: made.name, sandbox: "", tabindex: "0" });
      frame.srcdoc = new TextDecoder().decode(bytes); // no script of it is run: the sandbox allows nothing
      node.append(frame);
    },
    /** Marks would change: which, and a button for all the same. */
    ask(/** @type {string[]} */ lines, /** @type {() => void} */ yes) {
      put(
        h("p", null, h("b", null, "Marks that stand in the gradebook would change. Nothing is made yet.")),
        told(lines),
        h("button", { type: "button", class: "ck-button ck-quiet", on: { click: yes } }, "Write these marks"),
      );
    },
    fail: (/** @type {string} */ why) => put(h("p", { class: "ck-status", data: { state: "failed" } }, `Not made: ${why}.`)),
  };
}
