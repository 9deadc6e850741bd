// The papers of a form: closed at first, each in two parts. While one points, the sentences of what is open are buttons.
import { fill, h, uid } from "../dom.js";
import { onKey } from "../keys.js";
import { announce } from "../live.js";

/** @typedef {import("../protocol.js").PracticePaper} Paper */
/** @typedef {{ paper: string, paragraph: number, sentence: number }} Spot */

const PARTS = /** @type {const} */ (["head", "body"]);
const CALLED = { head: "Head: what is known of it", body: "Body: what it says" };

/** The words at a spot, and where they stand. */
export function wordsAt(/** @type {Paper[]} */ papers, /** @type {Spot} */ { paper, paragraph, sentence }) {
  const there = papers.find((each) => each.id === paper);
  const words = (paragraph ? there?.body[paragraph - 1] : there?.head)?.[sentence] ?? "";
  return { words, where: `${there?.title ?? paper}, ${paragraph ? `paragraph ${paragraph}` : "head"}` };
}

/**
 * {node, papers, point(chosen, ended), stop(), dispose()}
 *
 * @param {import("../protocol.js").PracticeForm} form
 * @param {(paper: string, part: "head" | "body") => void} opened  told of each part's first opening
 */
export function createPapers(form, opened) {
  /** @type {((spot: Spot) => void) | null} */
  let chosen = null;
  let ended = () => {};
  /** @type {(() => void)[]} */
  const redraws = [];
  const stopper = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => stop() } }, "Stop pointing");
  const asks = h("div", { class: "ck-practice-pointing", hidden: true }, h("p", { tabindex: "-1" }, "Choose the sentence, or the line of a head. What is still closed can be opened."), stopper);

  function stop() {
    if (!chosen) return;
    chosen = null;
    asks.hidden = true;
    for (const redraw of redraws) redraw();
    ended();
  }
  function piece(/** @type {string} */ words, /** @type {Spot} */ spot) {
    const take = chosen;
    if (!take) return h("span", { dir: "auto" }, words, " ");
    const click = () => {
      take(spot);
      stop();
    };
    return h("button", { type: "button", class: "ck-practice-sentence", dir: "auto", on: { click } }, words);
  }
  function content(/** @type {Paper} */ paper, /** @type {"head" | "body"} */ part) {
    if (part === "head") return h("ul", null, paper.head.map((line, sentence) => h("li", null, piece(line, { paper: paper.id, paragraph: 0, sentence }))));
    return h("ol", { class: "ck-practice-body" }, paper.body.map((lines, index) => h("li", null, lines.map((line, sentence) => piece(line, { paper: paper.id, paragraph: index + 1, sentence })))));
  }
  function partOf(/** @type {Paper} */ paper, /** @type {"head" | "body"} */ part) {
    const id = uid("part");
    let met = paper.opened.includes(part);
    const box = h("div", { id, hidden: !met });
    const button = h("button", { type: "button", class: "ck-practice-open", "aria-expanded": String(met), "aria-controls": id, on: { click: turn } }, CALLED[part]);
    function redraw() {
      fill(box, met ? content(paper, part) : null);
    }
    function turn() {
      if (!met) opened(paper.id, part);
      met = true;
      redraw();
      box.hidden = !box.hidden;
      button.setAttribute("aria-expanded", String(!box.hidden));
    }
    redraws.push(redraw);
    redraw();
    return [button, box];
  }
  const node = h(
    "div",
    { class: "ck-practice-papers", role: "region", "aria-label": "Papers" },
    asks,
    form.papers.map((paper) => h("article", null, h("h4", null, paper.title), PARTS.map((part) => partOf(paper, part)))),
  );
  const unhear = onKey(node, (event) => {
    if (event.key !== "Escape" || !chosen) return false;
    stop();
    return true;
  });
  return {
    node,
    papers: form.papers,
    /** Have a sentence chosen; `done` is told when pointing is over, with or without one. */
    point(/** @type {(spot: Spot) => void} */ take, /** @type {() => void} */ done) {
      stop();
      chosen = take;
      ended = done;
      asks.hidden = false;
      for (const redraw of redraws) redraw();
      asks.querySelector("p")?.focus();
      announce("Choose the sentence in the papers. Escape stops.");
    },
    stop,
    dispose: unhear,
  };
}
