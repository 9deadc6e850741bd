// One mark in the list beside the words: its tag, its words, its comment; when open, what changes them.
// The element stays the same while it lives, so that focus is never lost to a redraw.
import { h, say } from "../dom.js";
import { short } from "./naming.js";
import { createEditor } from "./editor.js";

export function createNote(/** @type {App} */ app) {
  const tagname = h("b", { class: "ck-tagname" });
  const quoted = h("bdi", { class: "ck-quoted" });
  const go = h("button", { type: "button", class: "ck-go" }, tagname, " ", quoted);
  const comment = h("div", { class: "ck-comment", dir: "auto" });
  const node = h("li", { class: "ck-note" }, go, comment);
  /** @type {Editor | null} */
  let editor = null;
  /** @type {HTMLElement | null} */
  let where = null;

  return {
    node,
    focus: () => (editor ?? go).focus(),
    /** Show an entry of the index as it is now. */
    show(/** @type {Listed} */ { annotation, words, from, until, elsewhere }) {
      const tag = app.tags.get(annotation.tag);
      const open = app.active === annotation.id;
      const edits = open && !app.readonly && !from;
      node.dataset.id = annotation.id;
      node.dataset.colour = String(tag?.colour ?? 0);
      node.dataset.line = tag?.line ?? "solid";
      node.classList.toggle("ck-open", open);
      go.dataset.go = annotation.id;
      go.setAttribute("aria-expanded", String(open));
      say(tagname, tag?.name ?? annotation.tag);
      say(quoted, short(words, open ? 300 : 70));
      say(comment, annotation.comment || (from ? `begins in ${from}` : "no comment yet"));
      comment.classList.toggle("ck-none", !annotation.comment);
      comment.hidden = edits;
      if (edits) {
        editor ??= createEditor(app, annotation);
        editor.show(annotation);
        if (!editor.element.isConnected) comment.after(editor.element);
      } else if (editor) {
        editor.element.remove();
        editor = null;
      }
      const further = [until && `goes on in ${until}`, elsewhere].filter(Boolean).join("; ");
      if (further && !where) {
        where = h("div", { class: "ck-soft" });
        node.append(where);
      }
      if (where) say(where, further);
    },
  };
}
