// A pane beside the page, always open; and what is asked of the page that the browser must lay it out for, or read
// from its storage.
import { offerPane } from "/src/pane/host.js";
import { createStage } from "/src/pane/stage.js";

const drawer = { get: () => null, put() {} };

const style = document.createElement("link");
Object.assign(style, { rel: "stylesheet", href: "/src/style/pane.css" });

/** Offer a pane to the readers that are mounted from now on. */
window.offerPane = async () => {
  const styled = new Promise((done) => style.addEventListener("load", done));
  document.head.append(style);
  await styled;
  const node = document.createElement("div");
  node.style.cssText = "position: fixed; inset: 0 0 0 50%; overflow: auto";
  document.body.append(node);
  const main = document.getElementById("main");
  const stage = createStage({ node, open: true, show() {}, hide() {}, onChange() {} }, drawer);
  window.lesson = offerPane(stage, () => main, ".none", () => drawer).lessonOf(main); // its documents
  stage.turn(window.lesson);
};

const LOOKS = [
  [Element.prototype, ["scrollTop", "scrollLeft", "scrollHeight", "scrollWidth", "clientTop", "clientLeft", "clientHeight", "clientWidth"]],
  [Element.prototype, ["getBoundingClientRect", "getClientRects", "scrollIntoView", "scrollTo", "scrollBy", "checkVisibility"]],
  [HTMLElement.prototype, ["offsetTop", "offsetLeft", "offsetHeight", "offsetWidth", "offsetParent", "innerText", "focus"]],
  [Range.prototype, ["getBoundingClientRect", "getClientRects"]],
  [window, ["getComputedStyle", "innerHeight", "innerWidth", "scrollX", "scrollY", "scrollTo", "scrollBy", "localStorage"]],
];
window.asked = [];
for (const [owner, names] of LOOKS) {
  for (const name of names) {
    const known = Object.getOwnPropertyDescriptor(owner, name);
    const noted = (work) =>
      work &&
      function (...given) {
        window.asked.push(name);
        return work.apply(this, given);
      };
    const next = known.value ? { value: noted(known.value) } : { get: noted(known.get), set: noted(known.set) };
    Object.defineProperty(owner, name, { configurable: true, ...next });
  }
}
/** What was asked for while a reader was mounted. */
window.askedBy = (setup) => {
  window.asked.length = 0;
  window.mount(setup);
  return [...window.asked];
};
