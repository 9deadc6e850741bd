// The page on which the course opens, and the way back to it. It says where somebody is as of now, so it runs anew
// whenever it comes to the front.
import { h } from "../dom.js";
import { resolve } from "../layout/plan.js";
import { begin, isTrusted } from "./starting.js";

const HOME = "index.ipynb";

/** Whether a notebook is the home page. Pure. */
export const isHome = (/** @type {RawCell[]} */ raw) => raw.some(({ code, source }) => code && /^from coursekit\.lesson import home\s/.test(source.trimStart()));

/** Whether a notebook is the page on which what is due comes back, or that of the practice test. Pure. */
export const isApart = (/** @type {RawCell[]} */ raw) => raw.some(({ code, source }) => code && /^from coursekit\.lesson import (review|practice)\s/.test(source.trimStart()));

const VERDICTS = ["right", "partly", "wrong"];

/** Whether all that was laid out is answered, or nothing was; a practice test draws itself anew. */
const isAnswered = (/** @type {any} */ panel) =>
  !panel.node.querySelector(".ck-practice") &&
  Array.from(panel.node.querySelectorAll(".ck-question"), (/** @type {HTMLElement} */ card) => card.dataset.state ?? "").every((state) => VERDICTS.includes(state));

/** Where the home page is, from a lesson or an exercise; "" where a notebook is neither. Pure. */
export function homeOf(/** @type {string} */ path) {
  const [, folder] = /(?:^|\/)(lessons|exercises\/[^/]+)\/[^/]+$/.exec(path) ?? [];
  if (!folder) return "";
  return resolve(folder === "lessons" ? HOME : `../../lessons/${HOME}`, path);
}

/** Show home as things stand whenever it comes to the front; what is due, once all that stands there is answered. */
export function keepFresh(/** @type {any} */ app, /** @type {any} */ panel) {
  let stop = () => {};
  const fronted = () => {
    if (app.shell.currentWidget !== panel || !isTrusted(panel) || !isAnswered(panel)) return;
    stop();
    stop = begin(app, panel, () => {});
  };
  app.shell.currentChanged.connect(fronted);
  panel.disposed.connect(() => {
    stop();
    app.shell.currentChanged.disconnect(fronted);
  });
  fronted();
}

/** Whether a folder is there and has something in it. */
async function lists(/** @type {any} */ app, /** @type {string} */ folder, /** @type {string} */ path) {
  try {
    const { content } = await app.serviceManager.contents.get(folder);
    return content.some((/** @type {{ path: string }} */ each) => each.path === path);
  } catch {
    return false;
  }
}

/** Put the way home into a lesson's line of progress, in a course that has such a page. */
export async function wayHome(/** @type {any} */ app, /** @type {any} */ panel, /** @type {HTMLElement} */ bar) {
  const path = homeOf(panel.context.path);
  if (!path) return;
  const folder = path.slice(0, -HOME.length - 1);
  const above = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
  // Not asked for by its name: what is not there would be told on the console as an error.
  if (!(await lists(app, above, folder)) || !(await lists(app, folder, path))) return;
  const go = () => app.commands.execute("docmanager:open", { path });
  const button = h("button", { type: "button", class: "ck-progress-home", title: "All lessons, and where you are", on: { click: go } }, "Home");
  bar.querySelector(".ck-progress-steps")?.prepend(button);
}
