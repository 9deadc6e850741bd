// The pane of one lesson: a head to choose in, and the slot in which the one sheet stands that shows.
import { fill, h, say } from "../dom.js";
import { rich } from "../text.js";
import { choices } from "./choosing.js";

const ONLY_READ = "Only to read: nothing is marked or pointed at here.";

/** In a sheet from below the tabs have one line, which is drawn along: the one that is pressed is to be seen. */
function inSight(/** @type {HTMLElement} */ strip) {
  /** @type {HTMLElement | null} */
  const on = strip.querySelector("[aria-pressed=true]");
  if (!on || strip.scrollWidth <= strip.clientWidth) return;
  const [outer, inner] = [strip.getBoundingClientRect(), on.getBoundingClientRect()];
  strip.scrollLeft += Math.max(0, inner.right - outer.right) - Math.max(0, outer.left - inner.left);
}

/**
 * @param {{ source(siglum: string): void, sheet(id: string): void, back(): void, close(): void }} act
 */
export function createView(act) {
  const sources = h("div", { class: "ck-pane-tabs", role: "group", "aria-label": "Documents" });
  const sheets = h("div", { class: "ck-pane-choice", role: "group", "aria-label": "What to do in it" });
  const asks = h("p", { class: "ck-pane-asks" });
  const back = h("button", { type: "button", class: "ck-pane-do", on: { click: () => act.back() } }, "‹ Back");
  const close = h("button", { type: "button", class: "ck-pane-do ck-pane-close", on: { click: () => act.close() } }, "Close");
  const slot = h("div", { class: "ck-pane-slot", tabindex: "-1" });
  const element = h(
    "section",
    { class: "ck ck-pane", "aria-label": "The documents" },
    h("div", { class: "ck-pane-head" }, h("div", { class: "ck-pane-row" }, sources, back, close), h("div", { class: "ck-pane-second" }, sheets, asks)),
    slot,
  );
  const tab = (/** @type {string} */ key, /** @type {Child} */ words, /** @type {boolean} */ on, /** @type {() => void} */ click, title = "") =>
    h("button", { type: "button", class: "ck-pane-tab", title: title || null, "aria-pressed": String(on), data: { key }, on: { click } }, words);

  let drawn = "";
  // Told when the pane comes up, too: before that there is nothing to measure.
  const watch = new ResizeObserver((told) => {
    for (const { target } of told) inSight(/** @type {HTMLElement} */ (target));
  });
  for (const strip of [sources, sheets]) watch.observe(strip);

  return {
    element,
    slot,
    /** Show what there is to choose. `below`: the pane is a sheet that comes from below, over the lesson. */
    draw(/** @type {PaneSheet[]} */ all, /** @type {string} */ current, /** @type {{ canBack: boolean, below: boolean, met: Set<string>, reads: boolean }} */ { canBack, below, met, reads }) {
      const offered = choices(all, current, met, reads);
      const question = (!reads && all.find(({ id }) => id === current)?.asks) || "";
      const next = JSON.stringify([offered, question, reads, canBack, below]);
      if (next === drawn) return; // each card of a lesson that comes or goes asks anew
      drawn = next;
      const focused = /** @type {HTMLElement | null} */ (document.activeElement);
      const key = element.contains(focused) ? focused?.dataset.key : "";
      // Where there is one document there is nothing to choose, and its name says enough.
      const [only, ...others] = offered.sources;
      if (only && others.length === 0) fill(sources, h("span", { class: "ck-pane-only", title: only.title }, h("span", { class: "ck-sig" }, only.siglum), " ", only.title));
      else fill(sources, offered.sources.map(({ siglum, title, on }) => tab(siglum, [siglum, " ", h("span", { class: "ck-pane-name" }, title)], on, () => act.source(siglum))));
      fill(sheets, offered.within.map(({ id, label, about, on }) => tab(id, label, on, () => act.sheet(id), about)));
      sheets.hidden = offered.within.length < 2 && !reads;
      fill(asks, reads ? ONLY_READ : question ? [h("span", { class: "ck-soft" }, "For the question: "), rich(question)] : []);
      element.dataset.source = offered.sources.find(({ on }) => on)?.siglum ?? "";
      asks.title = question;
      asks.classList.toggle("ck-pane-reads", reads);
      asks.hidden = !question && !reads;
      for (const strip of [sources, sheets]) if (below) inSight(strip);
      back.disabled = !canBack;
      element.classList.toggle("ck-below", below);
      say(close, below ? "To the question" : "Close");
      // The buttons are made anew; whoever had the focus on one has it on its successor.
      if (key) /** @type {HTMLElement | null} */ (element.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
    },
  };
}
