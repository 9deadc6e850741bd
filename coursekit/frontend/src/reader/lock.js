// A text that opens after a prediction. Nobody is kept out: one can also choose to read without.
import { h } from "../dom.js";

export function createLock(/** @type {string} */ message, /** @type {() => void} */ open) {
  return h(
    "div",
    { class: "ck-lock" },
    h("p", null, message),
    h("button", { type: "button", class: "ck-button ck-quiet", on: { click: open } }, "Read without predicting"),
  );
}
