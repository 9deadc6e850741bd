// The document pane as a panel of JupyterLab's right area: one for all lessons, which shows the documents of the one in
// front.
import css from "../style/pane.css";
import { offerPane } from "../pane/host.js";
import { createStage } from "../pane/stage.js";
import { createArea } from "./area.js";
import { drawer } from "../layout/memory.js";
import { hasDocuments } from "../layout/plan.js";
import { rawOf } from "./notebook-page.js";
import { shared } from "./shared.js";
import { paneKey } from "./shelf.js";

const rootOf = (/** @type {HTMLElement} */ el) => /** @type {HTMLElement | null} */ (el.closest(".jp-NotebookPanel"));

/** Offer the widgets of every lesson a pane. */
export async function panel(/** @type {any} */ app) {
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  const area = createArea(app, drawer(paneKey("width")));
  const stage = createStage(area.side, drawer(paneKey("closed")));
  const pathOf = (/** @type {HTMLElement} */ root) =>
    [...app.shell.widgets("main")].find((/** @type {any} */ { node }) => node === root)?.context?.path ?? "";
  const host = offerPane(stage, rootOf, ".jp-RenderedMarkdown", (root) => drawer(paneKey(`shown:${pathOf(root)}`)));
  const turn = async () => {
    const now = app.shell.currentWidget;
    const lesson = now?.node.classList.contains("jp-NotebookPanel") ? host.lessonOf(now.node) : null;
    stage.turn(lesson);
    await now?.context?.ready;
    if (lesson && !now.isDisposed) lesson.awaits(hasDocuments(rawOf(now.content)));
  };
  app.shell.currentChanged?.connect(turn);
  app.restored.then(turn);
  const { Widget } = await shared("@lumino/widgets");
  await app.restored;
  area.fill(Widget);
}
