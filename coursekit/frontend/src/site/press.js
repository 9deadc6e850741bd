// A button, and below it what it shows: the same as in a notebook, where it is made of ipywidgets.
import { h, say } from "../dom.js";
import { announce } from "../live.js";
import { awaitedInFront, anewInFront } from "../unit.js";
import { markup } from "./markup.js";

const LATE = 8000; // ms until it is said that nothing answers

/** Build a model's button into `el`. Returns the function that takes it away. */
export function createPress(/** @type {Model} */ model, /** @type {HTMLElement} */ el) {
  const status = h("span", { class: "ck-status", role: "status" });
  const shown = h("div", { class: "ck-press-shown" });
  const button = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: press } }, model.get("label"));
  let timer = 0;

  function draw(/** @type {string} */ html) {
    shown.replaceChildren(markup(html));
    shown.hidden = !html;
  }
  function settle(/** @type {string} */ words) {
    clearTimeout(timer);
    timer = 0;
    say(status, words);
    button.setAttribute("aria-disabled", "false");
  }
  function late() {
    if (awaitedInFront()) timer = setTimeout(late, LATE);
    else settle(`Nothing answers. To try again, ${anewInFront()}.`);
  }
  function press() {
    if (timer) return;
    say(status, awaitedInFront() ? `Opens ${awaitedInFront()}.` : "");
    button.setAttribute("aria-disabled", "true");
    timer = setTimeout(late, LATE);
    Promise.resolve(model.send({ op: "press" })).catch(() => settle(`Nothing answers. To try again, ${anewInFront()}.`));
  }
  function hear(/** @type {any} */ content) {
    if (content?.op !== "pressed") return;
    settle("");
    draw(String(content.html ?? ""));
    announce(content.html ? "It is shown below the button." : "");
  }
  el.replaceChildren(h("div", { class: "ck ck-press" }, h("p", null, button, " ", status), shown));
  draw(String(model.get("html") ?? ""));
  model.on("msg:custom", hear);
  return () => {
    clearTimeout(timer);
    model.off("msg:custom", hear);
    el.replaceChildren();
  };
}
