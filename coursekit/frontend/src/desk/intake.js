// What is put on the desk: files dropped or chosen, a folder that is named; and what lies there already.
import { fill, h, uid } from "../dom.js";
import { onKey } from "../keys.js";
import { inPieces, takeDropped, UNREADABLE } from "../pieces.js";
import { many } from "../text.js";

const MOST = 100_000_000; // bytes, as in coursekit/sessions/desk.py
const MOST_FILES = 400; // at once
/** @type {[DeskRole, string, string][]} */
const FIELDS = [
  ["hand-ins", "Hand-ins: the platform’s zip, or single files", ""],
  ["list", "Class list (CSV)", ".csv,.tsv,.txt"],
  ["gradebook", "The platform’s gradebook, as exported (CSV)", ".csv,.tsv,.txt"],
];
/** @type {Record<string, string>} */
const CALLED = { "hand-ins": "hand-ins", list: "class list", gradebook: "gradebook" };

/**
 * @param {HTMLElement} root  the desk, onto which files may be dropped
 * @param {Model} model
 * @param {(send: (n: number) => unknown, words: string) => Promise<any>} ask  gives true where it was done
 */
export function createIntake(root, model, ask) {
  const folderId = uid("folder");
  const folder = h("input", { id: folderId, type: "text", class: "ck-field", spellcheck: "false", maxlength: "1000" });
  const list = h("ul", { class: "ck-desk-files" });
  const heading = h("h3", { tabindex: "-1" }, "Put on the desk");
  const fields = FIELDS.map(([role, label, accept]) => {
    const input = h("input", { type: "file", multiple: role === "hand-ins", accept: accept || undefined, on: { change: choose } });
    function choose() {
      const files = [...(input.files ?? [])];
      input.value = ""; // the same file may be chosen again
      bringAll(files, role);
    }
    return h("label", { class: "ck-desk-choose" }, h("span", null, label), input);
  });

  let hidden = false; // names of files, too, are then not for the page
  const called = (/** @type {File} */ file) => (hidden ? "the file" : `“${file.name.slice(0, 80)}”`);

  async function bringAll(/** @type {FileList | File[]} */ files, /** @type {DeskRole | ""} */ role) {
    const all = [...files];
    if (all.length > MOST_FILES) {
      await ask(() => Promise.reject(`${many(all.length, "file")} at once; pack them as one zip`), "");
      return;
    }
    for (const [at, file] of all.entries()) {
      await ask((n) => bring(file, role, n, at + 1 < all.length), `Reading ${called(file)}…`);
    }
  }
  async function bring(/** @type {File} */ file, /** @type {DeskRole | ""} */ role, /** @type {number} */ n, /** @type {boolean} */ more) {
    if (file.size > MOST) throw `${called(file)}: ${Math.ceil(file.size / 1e6)} MB, at most ${MOST / 1e6} MB are taken; put it into a folder and name that`;
    try {
      await inPieces(file, (at, piece) => model.send({ op: "bring", n, name: file.name.slice(0, 400), role, size: file.size, at, more }, undefined, [piece]));
    } catch (error) {
      throw error === UNREADABLE ? `${called(file)}: the browser cannot read it. A folder? Pack it as a zip, or name it below` : error;
    }
  }
  async function name() {
    const path = folder.value.trim();
    if (path && (await ask((n) => model.send({ op: "folder", n, path }), "Looking through the folder…"))) folder.value = "";
  }
  onKey(folder, (event) => {
    if (event.key !== "Enter" || event.repeat) return false;
    name();
    return true;
  });
  const node = h(
    "section",
    { class: "ck-desk-in" },
    heading,
    h("p", { class: "ck-soft" }, "Drop files anywhere on this desk, or choose them. What was handed in is read and never run."),
    h("div", { class: "ck-desk-fields" }, fields),
    h(
      "div",
      { class: "ck-line" },
      h("label", { htmlFor: folderId }, "Or a folder of hand-ins on this machine"),
      folder,
      h("button", { type: "button", class: "ck-button ck-quiet", on: { click: name } }, "Look there"),
    ),
    list,
  );
  const stop = takeDropped(root, (files) => bringAll(files, ""));
  return {
    node,
    show(/** @type {DeskNow} */ now) {
      const focused = list.contains(document.activeElement);
      hidden = now.hidden;
      fill(
        list,
        now.hidden && now.aside ? h("li", null, `${many(now.aside, "file or folder", "files and folders")} on the desk; their names are hidden, too.`) : null,
        now.files.map((file) =>
          h(
            "li",
            { dir: "auto" },
            h("span", null, file.name),
            h("span", { class: "ck-soft" }, ` · ${CALLED[file.role]} `),
            h(
              "button",
              { type: "button", class: "ck-link", on: { click: () => ask((n) => model.send({ op: "leave", n, id: file.id }), "Taking it away…") } },
              "take away",
              h("span", { class: "ck-unseen" }, ` ${file.name}`),
            ),
          ),
        ),
      );
      if (now.hidden) folder.value = ""; // a path may name somebody
      if (focused && !list.contains(document.activeElement)) heading.focus();
    },
    dispose: stop,
  };
}
