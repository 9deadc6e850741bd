// One answer and what its reader gives it: levels, a comment. It knows whether it was read; saving is not its matter.
import { h, say, uid } from "../dom.js";
import { onKey } from "../keys.js";
import { clock, countWords, many } from "../text.js";
import { createRow } from "./row.js";

/** @type {Record<string, string>} */
const SAYS = { open: "not read", begun: "begun", read: "read" };
const MOST = 4000; // characters of a comment

/**
 * @param {ReadAnswer} answer
 * @param {ReadQuestion} question  with its rows, and how many words were asked for
 * @param {{ changed(card: GradingCard, how: How): void, left(card: GradingCard): void, next(card: GradingCard): void }} hooks
 */
export function createCard(answer, question, hooks) {
  const headId = uid("answer");
  const rows = (question.rows ?? []).map((row) => createRow(row, () => edited({})));
  const state = h("span", { class: "ck-read" });
  const saved = h("span", { class: "ck-soft" });
  const comment = h("textarea", {
    class: "ck-field",
    rows: "2",
    maxlength: String(MOST),
    dir: "auto",
    "aria-describedby": headId,
    on: { input: () => edited({ typing: true }) },
  });
  const [least, most] = question.words ?? [];
  const asked = least && most ? ` · asked for: ${least} to ${most}` : "";
  /** @type {HTMLElement} */
  const node = h(
    "article",
    { class: "ck-answer", "aria-labelledby": headId, data: { answer: answer.id } },
    h(
      "header",
      null,
      h("h3", { id: headId, dir: "auto" }, answer.label),
      h("span", { class: "ck-sig", title: "stays with this answer whatever comes in later" }, answer.code),
      h("span", { class: "ck-space" }),
      state,
    ),
    h("blockquote", { dir: "auto" }, answer.text),
    h("p", { class: "ck-soft" }, many(countWords(answer.text), "word"), asked),
    rows.map((row) => row.node),
    h("label", { class: "ck-comment-label" }, h("span", null, "Comment"), comment),
    h(
      "div",
      { class: "ck-foot" },
      saved,
      h("span", { class: "ck-space" }),
      h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => hooks.next(card) } }, "Next unread"),
    ),
  );
  /** @type {GradingCard} */
  const card = {
    id: answer.id,
    label: answer.label,
    node,
    get state() {
      const set = rows.filter((row) => row.get() >= 0).length;
      return rows.length > 0 && set === rows.length ? "read" : set > 0 || comment.value.trim() ? "begun" : "open";
    },
    read: () => ({
      levels: Object.fromEntries(rows.filter((row) => row.get() >= 0).map((row) => [row.id, row.get()])),
      comment: comment.value,
    }),
    write(/** @type {any} */ given) {
      for (const row of rows) row.set(Number.isInteger(given.levels?.[row.id]) ? given.levels[row.id] : -1);
      const words = String(given.comment ?? "");
      if (comment.value !== words) comment.value = words; // the caret would jump
      draw();
    },
    /** Say where the saving of this answer stands: "saving…", "saved 14:02", "not saved". */
    saying: (/** @type {string} */ words) => say(saved, words),
    saved: (/** @type {string} */ at) => say(saved, at ? `saved ${clock(at)}` : ""),
    /** Put the focus on the first row that has no level yet. */
    focus() {
      node.scrollIntoView({ block: "nearest" });
      (rows.find((row) => row.get() < 0) ?? rows[0])?.focus();
    },
  };
  function draw() {
    node.dataset.state = card.state;
    say(state, SAYS[card.state]);
  }
  function edited(/** @type {How} */ how) {
    draw();
    hooks.changed(card, how);
  }
  onKey(node, (event) => {
    const typing = event.target === comment;
    if (typing || event.key.toLowerCase() !== "n" || event.ctrlKey || event.metaKey || event.altKey) return false;
    hooks.next(card);
    return true;
  });
  node.addEventListener("focusout", () => queueMicrotask(() => !node.contains(document.activeElement) && hooks.left(card)));
  card.write(answer);
  card.saved(answer.at);
  return card;
}
