// A learner's own copy of the document: dropped onto the reader, or chosen with a file field. The kernel
// says what it is; it goes there in pieces, because servers refuse messages as large as a file may be.
import { fill, h } from "../dom.js";
import { announce } from "../live.js";
import { inPieces, takeDropped, UNREADABLE } from "../pieces.js";
import { anewInFront, sentence } from "../unit.js";

export const MOST = 20_000_000; // bytes, as in coursekit/sources/reading/found.py
const MOST_FILES = 10;
const PATIENCE = 100_000; // ms; a PDF may take a minute

const number = () => Math.floor(Math.random() * 2 ** 52) + 1;
const brief = (/** @type {string} */ name) => (name.length > 80 ? `${name.slice(0, 79)}…` : name);

/** Whether a learner's copy could still be a better one: there is none, or it lacks something. Pure. */
export function wants(/** @type {Edition[]} */ editions, /** @type {{ whole?: boolean }} */ source) {
  if (source.whole) return false; // the course itself has the text
  const text = editions.find((edition) => edition.name === "text");
  return !text || text.paragraphs.some(({ status }) => status === "changed" || status === "missing");
}

/**
 * @param {HTMLElement} root  the reader's section, onto which files may be dropped
 * @param {(content: object, buffers: ArrayBuffer[]) => unknown} send  may return a promise
 */
export function createCopy(root, send, { patience = PATIENCE } = {}) {
  /** @type {Map<number, { name: string, timer: number }>} */
  const waiting = new Map(); // number -> {name, timer}
  /** @type {string[]} */
  let lines = [];
  const input = h("input", { type: "file", class: "ck-own-file", multiple: true, on: { change: choose } });
  const offer = h(
    "div",
    { class: "ck-own", hidden: true },
    h("label", { class: "ck-link ck-small ck-own-add" }, "Add your own copy of this document…", input),
    h("span", { class: "ck-soft" }, "text, web page, PDF or zip; it can be dropped here, too"),
  );
  const words = h("div");
  const close = h("button", { type: "button", class: "ck-link ck-small", on: { click: () => settle() } }, "Close");
  const said = h("div", { class: "ck-own-said", hidden: true }, words, close);
  const element = h("div", { class: "ck-copy" }, offer, said);

  function settle() {
    const focused = said.contains(document.activeElement);
    lines = [];
    draw();
    if (focused && !offer.hidden) input.focus();
  }
  function tell(/** @type {string[]} */ next) {
    lines = [...lines, ...next].slice(-MOST_FILES);
    draw();
    for (const line of next) announce(line);
  }
  function draw() {
    const reading = [...waiting.values()].map(({ name }) => `Reading “${brief(name)}”…`);
    fill(words, [...lines, ...reading].map((line) => h("p", { dir: "auto" }, line)));
    close.hidden = lines.length === 0;
    said.hidden = lines.length + reading.length === 0;
  }
  function refuse(/** @type {number} */ n, /** @type {string} */ why) {
    const file = waiting.get(n);
    if (!file) return;
    waiting.delete(n);
    clearTimeout(file.timer);
    tell([`“${brief(file.name)}” was not added: ${why}`]);
  }
  async function add(/** @type {File} */ file) {
    if (file.size > MOST) {
      tell([`“${brief(file.name)}” was not added: ${Math.ceil(file.size / 1e6)} MB, at most ${MOST / 1e6} MB are read; cut out what you need.`]);
      return;
    }
    const n = number();
    const late = () => refuse(n, `the course does not answer. ${sentence(anewInFront())}, then add it once more.`);
    waiting.set(n, { name: file.name, timer: setTimeout(late, patience) });
    draw();
    try {
      await inPieces(file, async (at, piece) => {
        if (!waiting.has(n)) return false;
        await send({ op: "copy", n, name: file.name.slice(0, 200), size: file.size, at }, [piece]);
        return true;
      });
    } catch (error) {
      if (error === UNREADABLE) refuse(n, "the browser cannot read it. A folder? Pack it as a zip.");
      else late();
    }
  }
  async function addAll(/** @type {FileList | File[]} */ files) {
    lines = [];
    for (const file of [...files].slice(0, MOST_FILES)) await add(file);
    if (files.length > MOST_FILES) tell([`${files.length - MOST_FILES} more files were left out. Pack them as one zip.`]);
  }
  function choose() {
    const files = [...(input.files ?? [])];
    input.value = ""; // the same file may be chosen again
    addAll(files);
  }

  const stop = takeDropped(root, addAll);

  return {
    element,
    get waiting() {
      return waiting.size > 0;
    },
    offer(/** @type {boolean} */ on) {
      // What has the focus is not taken away from under it.
      if (on || document.activeElement !== input) offer.hidden = !on;
    },
    /** What the kernel says of a file of this view's. */
    hear(/** @type {any} */ { n, lines: told }) {
      if (!waiting.has(n)) return;
      clearTimeout(waiting.get(n)?.timer);
      waiting.delete(n);
      tell(Array.isArray(told) ? told.map(String) : []);
    },
    destroy() {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
      stop();
    },
  };
}
