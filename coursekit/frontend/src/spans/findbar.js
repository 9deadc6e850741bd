// "Find this phrase": the third way to a mark. Type, step through the places, mark one.
import { h, say } from "../dom.js";
import { announce } from "../live.js";
import { createLayer } from "../highlights.js";
import { onKey } from "../keys.js";
import { findIn } from "./find.js";
import { rangeOver, reveal } from "./reveal.js";

const MOST = 500; // places coloured at once

/**
 * @param {{ items(): Item[], surface: Pick<ReturnType<typeof import("./surface.js").createSurface>, "setPick" | "clear"> }} text
 * @param {{ choose(): void, does: string, covered(): number }} act  choose: the reader wants the place found, which is
 *     said by the button `does` ("": there is none, the text is only read); covered: px that stand over the text's end
 */
export function createFindBar(text, { choose, does, covered }) {
  const hits = createLayer("ck-hit");
  /** @type {Stretch[]} */
  let found = []; // [{item, start, end}]
  let at = -1;
  let sought = "";

  const field = h("input", { type: "search", class: "ck-field ck-sought", placeholder: "Find a phrase…", "aria-label": "Find a phrase in this text", autocomplete: "off", spellcheck: "false", maxlength: 200 });
  const count = h("span", { class: "ck-soft ck-count" });
  const press = (/** @type {string} */ label, /** @type {string} */ title, /** @type {() => void} */ click) => h("button", { type: "button", class: "ck-step", title, "aria-label": title, on: { click } }, label);
  const back = press("‹", "Previous place", () => step(-1));
  const next = press("›", "Next place", () => step(1));
  const mark = h("button", { type: "button", class: "ck-button ck-quiet", on: { mousedown: (event) => event.preventDefault(), click: choose } }, does);
  const tools = h("span", { class: "ck-findtools", hidden: true }, count, back, next, does ? mark : null);
  const element = h("div", { class: "ck-find", role: "search" }, field, tools);

  function search() {
    sought = field.value;
    found = text.items().flatMap((item) => findIn(item.text, sought).map(([start, end]) => ({ item, start, end })));
    at = -1;
    hits.show(found.slice(0, MOST).map(({ item, start, end }) => [item.leaf, start, end]));
    tools.hidden = sought.trim() === "";
    for (const button of [back, next, mark]) button.disabled = found.length === 0;
    mark.disabled = true;
    say(count, found.length === 0 ? "not in this text" : found.length === 1 ? "1 place" : `${found.length} places`);
  }
  function step(/** @type {number} */ by) {
    if (field.value !== sought) search();
    if (found.length === 0) {
      if (field.value.trim()) announce("not in this text");
      return;
    }
    at = at < 0 && by < 0 ? found.length - 1 : (at + by + found.length) % found.length;
    const hit = found[at];
    text.surface.setPick([hit], { native: false });
    reveal(hit.item.node, rangeOver(hit.item, hit.start, hit.end), { below: covered(), middle: true });
    mark.disabled = false;
    say(count, `${at + 1} of ${found.length}`);
    announce(`${at + 1} of ${found.length}, in ${hit.item.paragraph}`);
  }
  function close() {
    field.value = "";
    search();
    text.surface.clear();
  }
  field.addEventListener("input", search);
  onKey(field, ({ key, shiftKey }) => {
    if (key === "Enter") step(shiftKey ? -1 : 1);
    else if (key === "Escape") close();
    else return false;
    return true;
  });
  return {
    element,
    /** Other words are shown now. */
    renew: () => (field.value ? search() : null),
    destroy: () => hits.clear(),
  };
}
