// How a lesson is laid out: every notebook of ours that is opened becomes a lesson with its line of progress.
import css from "../style/layout.css";
import { bringBack } from "./bring-back.js";
import { createLesson } from "../layout/lesson.js";
import { planOf } from "../layout/plan.js";
import { isApart, isHome, keepFresh, wayHome } from "./home.js";
import { notebookPage } from "./notebook-page.js";
import { quiet } from "./quiet.js";
import { shared } from "./shared.js";
import { shelf } from "./shelf.js";
import { makeSwitches } from "./switches.js";
import { unitOf } from "../unit.js";

const FACTORIES = ["Notebook", "Jupytext Notebook"]; // the second opens a lesson's text, for its author

/** Put the line of progress above a notebook; the header's height follows what the line needs. */
async function head(/** @type {any} */ panel, /** @type {HTMLElement} */ bar) {
  const { Widget } = await shared("@lumino/widgets");
  if (panel.isDisposed) return;
  const widget = new Widget();
  widget.addClass("ck-lesson-head");
  widget.node.append(bar);
  panel.contentHeader.addWidget(widget);
  const fit = () => {
    const height = `${bar.offsetHeight}px`;
    if (widget.node.style.minHeight === height) return;
    widget.node.style.minHeight = height;
    panel.contentHeader.fit();
  };
  const watch = new ResizeObserver(fit);
  watch.observe(bar);
  widget.disposed.connect(() => watch.disconnect());
}

/** What stands beside the page in front (the pane) is to know what that is. */
function nameFront(/** @type {any} */ app) {
  document.body.dataset.ckUnit = unitOf(app.shell.currentWidget?.node);
}

/** Lay out whatever lesson is opened. */
export function layout(/** @type {any} */ app) {
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  const switches = makeSwitches(app);
  const named = shelf();
  const inFront = bringBack(app);
  quiet(() => !switches.author && !switches.plain);

  const attach = async (/** @type {any} */ panel) => {
    await panel.context.ready;
    if (panel.isDisposed) return;
    const page = notebookPage(app, panel);
    if (isHome(page.raw())) {
      panel.node.dataset.ckLesson = "";
      if (!switches.plain && !switches.author) app.restored.then(() => app.shell.collapseLeft?.());
      return keepFresh(app, panel);
    }
    if (isApart(page.raw())) {
      panel.node.dataset.ckLesson = "";
      return keepFresh(app, panel);
    }
    const { ours, unit } = planOf(page.raw());
    if (!ours) return;
    Object.assign(panel.node.dataset, { ckLesson: "", ckUnit: unit });
    nameFront(app);
    inFront(panel);
    const lesson = createLesson(page, switches, named);
    panel.disposed.connect(() => lesson.dispose());
    const shown = () => {
      panel.node.classList.toggle("ck-plain", switches.plain);
      panel.node.classList.toggle("ck-author", switches.author);
    };
    panel.disposed.connect(switches.watch(shown));
    shown();
    if (!switches.plain && !switches.author) app.restored.then(() => app.shell.collapseLeft?.());
    await head(panel, lesson.bar);
    await wayHome(app, panel, lesson.bar);
  };
  const extension = {
    createNew(/** @type {any} */ panel) {
      attach(panel);
    },
  };
  app.shell.currentChanged?.connect(() => nameFront(app));
  for (const factory of FACTORIES) app.docRegistry.addWidgetExtension(factory, extension);
}
