// What is long is folded in a card: that there is more can be seen, and one press opens it.
import { h } from "../dom.js";

/** Put nodes into a box that shows their beginning, where they are longer than that. */
export function folded(/** @type {Node[]} */ nodes) {
  const inside = h("div", { class: "ck-long-words" }, nodes);
  const more = h("button", { type: "button", class: "ck-link", "aria-expanded": "false", hidden: true, on: { click: toggle } }, "Show all of it");
  const box = h("div", { class: "ck-long" }, inside, more);
  const sized = new ResizeObserver(() => {
    if (!box.isConnected) sized.disconnect();
    else if (more.hidden) more.hidden = inside.scrollHeight <= inside.clientHeight + 1;
    box.classList.toggle("ck-is-long", !more.hidden);
  });
  sized.observe(inside);

  function toggle() {
    const open = box.classList.toggle("ck-long-open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Show less" : "Show all of it";
    if (!open) box.scrollIntoView({ block: "nearest" });
  }
  return box;
}
