// Order: lines to bring into a sequence. Buttons and arrow keys move a line; dragging its handle does too.
import { h, say } from "../dom.js";
import { onKey } from "../keys.js";
import { announce } from "../live.js";
import { plain, rich } from "../text.js";
import { draggable } from "./parts/drag.js";

export default function order(/** @type {View} */ view, /** @type {Room} */ { changed }) {
  /** @type {Choice[]} */
  const items = view.items ?? [];
  const list = h("ol", { class: "ck-order" });
  /** @type {Map<string, { item: Choice, row: HTMLElement, up: HTMLElement, down: HTMLElement, place: HTMLElement, slot: HTMLElement }>} */
  const rows = new Map();
  let touched = false;

  const sequence = () => [...list.children].map((row) => /** @type {HTMLElement} */ (row).dataset.item ?? "");
  function renumber() {
    sequence().forEach((id, index) => {
      const shown = rows.get(id);
      if (!shown) return;
      const { item, place, up, down } = shown;
      const words = plain(item.text);
      say(place, `${index + 1}`);
      // Not disabled: a button that takes the focus away with it leaves a keyboard nowhere.
      up.setAttribute("aria-disabled", String(index === 0));
      down.setAttribute("aria-disabled", String(index === items.length - 1));
      up.setAttribute("aria-label", `Move up, now ${index + 1} of ${items.length}: ${words}`);
      down.setAttribute("aria-label", `Move down, now ${index + 1} of ${items.length}: ${words}`);
    });
  }
  function settle(/** @type {Choice} */ item) {
    touched = true;
    renumber();
    announce(`${plain(item.text)}: now ${sequence().indexOf(item.id) + 1} of ${items.length}.`);
    changed({ typing: true }); // several moves in a row are one change
  }
  function move(/** @type {Choice} */ item, /** @type {number} */ by) {
    const row = rows.get(item.id)?.row;
    if (!row) return;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(row);
    else other.after(row);
    if (focused && row.contains(focused)) focused.focus();
    settle(item);
  }
  function makeRow(/** @type {Choice} */ item) {
    const button = (/** @type {number} */ by, /** @type {string} */ sign) =>
      h("button", { type: "button", class: "ck-button ck-quiet ck-move", on: { click: () => move(item, by) } }, sign);
    const up = button(-1, "↑");
    const down = button(1, "↓");
    const place = h("span", { class: "ck-place", "aria-hidden": "true" });
    const grip = h("span", { class: "ck-grip", "aria-hidden": "true", title: "Drag" }, "⠿");
    const slot = h("div", { class: "ck-slot" });
    const row = h(
      "li",
      { data: { item: item.id } },
      h("div", { class: "ck-order-line" }, grip, place, h("span", { class: "ck-order-text", dir: "auto" }, rich(item.text)), up, down),
      slot,
    );
    onKey(row, (event) => {
      const by = /** @type {Record<string, number>} */ ({ ArrowUp: -1, ArrowDown: 1 })[event.key];
      if (!by || event.shiftKey) return false;
      move(item, by);
      return true;
    });
    draggable(grip, row, () => settle(item));
    rows.set(item.id, { item, row, up, down, place, slot });
    return row;
  }

  list.append(...items.map(makeRow));
  renumber();
  return {
    node: list,
    hint: "Bring the lines into order with the arrows. Neighbours in the right order count.",
    read: () => (touched ? { order: sequence() } : {}),
    write(/** @type {Answer} */ answer) {
      const wanted = (answer.order ?? []).filter((/** @type {string} */ id) => rows.has(id));
      touched = wanted.length > 0;
      const start = items.map((item) => item.id);
      const next = touched ? [...wanted, ...start.filter((id) => !wanted.includes(id))] : start;
      if (next.join("\n") === sequence().join("\n")) return;
      const focused = /** @type {HTMLElement | null} */ (document.activeElement);
      list.append(...next.map((id) => rows.get(id)?.row ?? ""));
      if (focused && list.contains(focused)) focused.focus();
      renumber();
    },
    slot: (/** @type {string} */ part) => rows.get(part)?.slot ?? null,
  };
}
