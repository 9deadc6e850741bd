// The open note: its tag, its comment, and the way to remove it.
import { h } from "../dom.js";
import { onKey } from "../keys.js";

const PAUSE = 900; // ms without a key after which a comment is saved
const MOST = 4000; // characters

export function createEditor(/** @type {App} */ app, /** @type {Annotation} */ annotation) {
  const { id } = annotation;
  const group = `comment:${id}`;
  let saved = annotation.comment;
  let timer = 0;
  let untouched = true; // since the note was opened

  const area = h("textarea", { class: "ck-field", rows: "2", maxlength: MOST, dir: "auto", "aria-label": "Comment", placeholder: "Why this mark? Enter or Esc: back to the text", value: saved });
  const select = h("select", { class: "ck-field", "aria-label": "Tag" }, [...app.tags.values()].map((tag) => h("option", { value: tag.id }, tag.name)));
  if (!app.tags.has(annotation.tag)) select.prepend(h("option", { value: annotation.tag }, annotation.tag));

  function save() {
    clearTimeout(timer);
    const comment = area.value;
    if (comment === saved) {
      if (!untouched) app.typing(id, null, group);
      return;
    }
    saved = comment;
    app.change(id, { comment }, group);
  }
  select.addEventListener("change", () => app.change(id, { tag: select.value }));
  area.addEventListener("input", () => {
    untouched = false;
    app.typing(id, { comment: area.value }, group);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  area.addEventListener("blur", save);
  onKey(area, (event) => {
    const { key, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey || event.altKey;
    // Of a mark just made, whose comment nobody has touched, undo takes back the mark.
    const takeBack = untouched && (event.ctrlKey || event.metaKey) && !shiftKey && key.toLowerCase() === "z";
    if (!takeBack && key !== "Escape" && (key !== "Enter" || shiftKey || command)) return false;
    app.tell("back", id);
    if (takeBack) app.undo();
    return true;
  });

  const done = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => app.tell("back", id) } }, "Done");
  const remove = h("button", { type: "button", class: "ck-link", on: { click: () => app.remove(id) } }, "Remove");
  const editor = {
    element: h("div", { class: "ck-editor" }, area, h("div", { class: "ck-do" }, select, done, remove)),
    focus: () => area.focus(),
    save,
    /** Take over what was changed elsewhere, or undone, without losing what is being typed. */
    show(/** @type {Annotation} */ next) {
      select.value = next.tag;
      if (next.comment === saved) return;
      const typing = area.value !== saved;
      saved = next.comment;
      if (!typing) area.value = saved;
    },
  };
  app.editing = editor;
  return editor;
}
