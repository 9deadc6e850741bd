// "I have finished": one's own reading ends with a plain question, and then the expert's marks come.
import { fill, h, say } from "../dom.js";

/**
 * `button` stands among the fixed tools, `question` in their fold.
 *
 * @param {App} app
 * @param {{ commit(): unknown, ask(open: boolean): void, reach(): void }} act  commit sends that the reader has finished;
 *     ask opens and shuts the fold with the question; reach leads to where one's marks and the expert's meet
 */
export function createFinish(app, { commit, ask, reach }) {
  const { task } = app.setup;
  let waiting = false;
  const press = (/** @type {string} */ label, /** @type {boolean} */ quiet, /** @type {() => void} */ click) =>
    h("button", { type: "button", class: ["ck-button", quiet && "ck-quiet"], on: { click } }, label);
  /** @type {HTMLButtonElement} */
  const begin = h(
    "button",
    { type: "button", class: "ck-link ck-small", "aria-expanded": "false", on: { click: () => show(begin.getAttribute("aria-expanded") === "false") } },
    "I have finished",
    h("span", { class: "ck-wide" }, ": show the expert's marks"),
  );
  const hint = h("span", { class: "ck-soft ck-small ck-wide" });
  const result = h("button", { type: "button", class: "ck-link ck-small", on: { click: reach } }, "Where you and the expert meet");
  const fetching = h("span", { class: "ck-soft ck-small" }, "Fetching the expert's marks…");
  const button = h("span", { class: "ck-finish" });
  const yes = press("Show them", false, () => {
    waiting = true;
    commit();
    show(false);
    draw();
  });
  const no = press("Not yet", true, () => {
    show(false);
    begin.focus();
  });
  const question = h(
    "div",
    { class: "ck-ask" },
    h("p", null, "Your marks stay as they are, and you can go on changing them. The expert's will be laid beside them. Once seen, they cannot be unseen: finish your own reading first."),
    h("div", { class: "ck-do" }, yes, no),
  );
  function show(/** @type {boolean} */ open) {
    ask(open);
    if (open) yes.focus();
  }
  function draw() {
    const none = app.marks.size === 0;
    begin.disabled = none;
    begin.title = none ? "after at least one mark of your own" : "";
    say(hint, begin.title);
    const wanted = app.key ? [result] : app.readonly ? [] : waiting || task?.committed ? [fetching] : [begin, hint];
    if (wanted.length !== button.children.length || wanted.some((node, n) => node !== button.children[n])) fill(button, wanted);
  }
  app.on("marks", draw);
  app.on("uncommitted", () => {
    waiting = false;
    draw();
  });
  app.on("key", () => {
    const asked = waiting;
    waiting = false;
    draw();
    if (asked) reach(); // an older comparison that comes again moves nobody
  });
  draw();
  return {
    button,
    question,
    /** The fold with the question is open, or not. */
    told: (/** @type {boolean} */ open) => begin.setAttribute("aria-expanded", String(open)),
  };
}
