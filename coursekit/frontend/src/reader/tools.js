// What stays in sight at the foot of the text: the tags, what they mean, "I have finished", how many marks there are.
import { fill, h, uid } from "../dom.js";
import { onKey } from "../keys.js";
import { createFinish } from "./finish.js";
import { createFoot } from "./foot.js";

/**
 * @param {App} app
 * @param {{ palette: ReturnType<typeof import("./palette.js").createPalette> | null, status: Node, commit(): unknown, reach(): void }} given
 *     status: the node that says whether all is saved; reach leads to where one's marks and the expert's meet
 */
export function createTools(app, { palette, status, commit, reach }) {
  const id = uid("fold");
  const fold = h("div", { id, class: "ck-tool-fold", tabindex: "0", role: "group", hidden: true });
  const means = h(
    "button",
    { type: "button", class: "ck-link ck-small", "aria-expanded": "false", "aria-controls": id, on: { click: () => unfold(open === "means" ? "" : "means") } },
    "What the tags mean",
  );
  const finish = app.setup.task ? createFinish(app, { commit, reach, ask: (is) => unfold(is ? "finish" : "") }) : null;
  const foot = createFoot(app, status);
  const row = h("div", { class: "ck-tool-row" }, palette ? means : null, finish?.button);
  const words = h("div", { class: "ck-tool-words" });
  const element = h("div", { class: "ck-tools" }, fold, palette?.element, h("div", { class: "ck-tool-foot" }, row, foot));
  let open = ""; // "means", "finish", or nothing
  fill(fold, words, finish?.question);

  function unfold(/** @type {string} */ next) {
    open = next;
    fold.hidden = !open;
    words.hidden = open !== "means";
    if (finish) finish.question.hidden = open !== "finish";
    fold.setAttribute("aria-label", open === "means" ? "What the tags mean" : "The expert's marks");
    means.setAttribute("aria-expanded", String(open === "means"));
    finish?.told(open === "finish");
    element.classList.toggle("ck-unfolded", Boolean(open));
    fold.scrollTop = 0;
  }
  onKey(element, (event) => {
    if (event.key !== "Escape" || !open) return false;
    const from = open === "means" ? means : finish?.button.querySelector("button");
    unfold("");
    from?.focus();
    return true;
  });
  unfold("");
  row.hidden = !palette && !finish;
  element.hidden = row.hidden && !foot;
  return {
    element,
    /** What is not needed for the first sight. */
    complete: () => fill(words, palette?.meanings()),
  };
}
