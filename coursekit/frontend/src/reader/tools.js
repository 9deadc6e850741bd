// What stays in sight at the foot of the text: the tags, and one line with the marks, what the tags mean and "I have
// finished". What these open stands above them.
import { fill, h, uid } from "../dom.js";
import { onKey } from "../keys.js";
import { createFinish } from "./finish.js";
import { createFoot } from "./foot.js";
import { createMarkList } from "./mark-list.js";
import { createTagTip } from "./tag-tip.js";

/** @type {Record<string, string>} */
const NAMES = { means: "What the tags mean", finish: "The expert's marks", marks: "Your marks" };

/**
 * @param {App} app
 * @param {{ palette: ReturnType<typeof import("./palette.js").createPalette> | null, status: Node, commit(): unknown, reach(): void, go(id: string): void }} given
 *     status: the node that says whether all is saved; reach leads to where one's marks and the expert's meet, go to one
 *     of one's marks
 */
export function createTools(app, { palette, status, commit, reach, go }) {
  const id = uid("fold");
  const fold = h("div", { id, class: "ck-tool-fold", tabindex: "0", role: "group", hidden: true });
  const toggle = (/** @type {string} */ which) => unfold(open === which ? "" : which);
  const means = h(
    "button",
    { type: "button", class: "ck-link ck-small", "aria-expanded": "false", "aria-controls": id, on: { click: () => toggle("means") } },
    NAMES.means,
  );
  const finish = app.setup.task ? createFinish(app, { commit, reach, ask: (is) => unfold(is ? "finish" : "") }) : null;
  const marks = createMarkList(app, (mark) => {
    unfold("");
    go(mark);
  });
  const foot = createFoot(app, status, { id, press: () => toggle("marks") });
  const tip = createTagTip();
  const words = h("div", { class: "ck-tool-words" });
  const line = h("div", { class: "ck-foot" }, foot.first, palette ? means : null, finish?.button, h("span", { class: "ck-space" }), foot.last);
  const element = h("div", { class: "ck-tools" }, tip.element, fold, palette?.element, line);
  let open = ""; // one of NAMES, or nothing
  fill(fold, words, marks.element, finish?.question);
  if (palette) tip.follow(palette, element);

  function unfold(/** @type {string} */ next) {
    open = next;
    fold.hidden = !open;
    words.hidden = open !== "means";
    marks.element.hidden = open !== "marks";
    if (finish) finish.question.hidden = open !== "finish";
    fold.setAttribute("aria-label", NAMES[open] ?? "");
    means.setAttribute("aria-expanded", String(open === "means"));
    foot.count.setAttribute("aria-expanded", String(open === "marks"));
    finish?.told(open === "finish");
    element.classList.toggle("ck-unfolded", Boolean(open));
    if (open) fold.scrollTop = 0;
    tip.hide();
    marks.draw();
  }
  onKey(element, (event) => {
    if (event.key !== "Escape") return false;
    if (tip.hide()) return true;
    if (!open) return false;
    const from = open === "means" ? means : open === "marks" ? foot.count : finish?.button.querySelector("button");
    unfold("");
    from?.focus();
    return true;
  });
  app.on("marks", (rows) => {
    // Whoever marks on has not finished: the question goes, and need not be answered.
    if (open === "finish" && rows.size > 0) unfold("");
    tip.hide();
    marks.draw();
  });
  app.on("filter", marks.draw);
  unfold("");
  element.hidden = !palette && !finish && !foot.first;
  return {
    element,
    /** What is not needed for the first sight. */
    complete: () => fill(words, palette?.meanings()),
  };
}
