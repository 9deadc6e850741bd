// The address of a question or a paragraph, to be linked to from elsewhere: one press copies it.
import { h } from "../dom.js";
import { onKey } from "../keys.js";
import { announce } from "../live.js";

const SHOWN = 4000; // ms for which a button says that it has done so

/** The whole address of something on the site. Pure. */
export const addressOf = (/** @type {URL} */ base, /** @type {string} */ name) => new URL(`#${encodeURIComponent(name)}`, base).href;

/** Copy text; where the browser has no clipboard for us, from a field that is there only for that. */
async function copy(/** @type {string} */ text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    const field = h("textarea", { class: "ck-unseen", readonly: true, value: text });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus();
    return done;
  }
}

/** Copy an address, and say so: on what was pressed, and to those who listen. */
async function give(/** @type {URL} */ base, /** @type {string} */ name, /** @type {HTMLElement} */ pressed) {
  const address = addressOf(base, name);
  const done = await copy(address);
  const words = done ? "Link copied" : address;
  announce(done ? `${words}: ${address}` : `The link is ${address}`);
  pressed.dataset.told = words;
  setTimeout(() => delete pressed.dataset.told, done ? SHOWN : 5 * SHOWN);
}

/** Give each question of a page a button that copies its address. */
export function offerQuestions(/** @type {HTMLElement[]} */ cells, /** @type {URL} */ base) {
  for (const cell of cells) {
    if (!cell.id) continue;
    const press = (/** @type {MouseEvent} */ { currentTarget }) => give(base, cell.id, /** @type {HTMLElement} */ (currentTarget));
    const button = h("button", { type: "button", class: "ck-link ck-address", on: { click: press } }, "Copy the link to this");
    cell.append(button);
  }
}

/**
 * Have the id of a paragraph in the margin copy the paragraph's address when it is pressed. By keyboard the id of the
 * paragraph that one is in comes before its words.
 */
export function offerParagraphs(/** @type {URL} */ base) {
  const inPane = (/** @type {EventTarget | null} */ target) => /** @type {HTMLElement | null} */ (/** @type {Element} */ (target)?.closest?.(".ck-pane .ck-id"));
  const name = (/** @type {HTMLElement} */ id) => {
    const pane = /** @type {HTMLElement | null} */ (id.closest(".ck-pane"));
    const row = /** @type {HTMLElement | null} */ (id.closest("[data-p]"));
    return pane?.dataset.source && row?.dataset.p ? `${pane.dataset.source}-${row.dataset.p}` : "";
  };
  function press(/** @type {Event} */ event) {
    const id = inPane(event.target);
    if (!id || !name(id)) return false;
    give(base, name(id), id);
    return true;
  }
  document.addEventListener("click", press);
  /** @type {HTMLElement | null} */
  let stop = null;
  let quiet = () => {};
  document.addEventListener("focusin", ({ target }) => {
    const row = /** @type {Element} */ (target).closest(".ck-pane [data-p]");
    const id = /** @type {HTMLElement | null} */ (row?.querySelector(":scope > .ck-id"));
    if (!id || id === stop || !name(id)) return;
    for (const each of ["role", "tabindex", "aria-label"]) stop?.removeAttribute(each);
    quiet();
    quiet = onKey(id, (event) => (event.key === "Enter" || event.key === " ") && press(event));
    stop = id;
    id.setAttribute("role", "button");
    id.setAttribute("aria-label", `Copy the link to paragraph ${id.textContent}`);
    id.tabIndex = 0;
  });
}
