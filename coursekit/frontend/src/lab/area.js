// JupyterLab's right area as the side of the pane: a Lumino widget in it, and how wide it is.

import { NARROW_WINDOW } from "../pane/stage.js";

const ID = "coursekit-pane";
const LEAST = 360; // px
const SHARE = 0.45; // of the window, until it was made wider or narrower

const NARROW = matchMedia(NARROW_WINDOW);

/**
 * The right area of an app: {side, fill(Widget)}; it is there once it is filled.
 *
 * @param {any} app
 * @param {Drawer} width  where it is kept how wide it was made
 */
export function createArea(app, width) {
  const node = document.createElement("div");
  node.className = "ck-pane-side";
  node.style.height = "100%";
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @type {any} */
  let widget = null;
  let wanted = false; // asked for while it is not there
  let resting = false; // nothing would come into it
  let placed = false; // its bar is laid out, so that there is a width to take from
  let opening = false;

  function tell() {
    for (const listener of listeners) listener();
  }
  /** The split panel around the areas, and the place of ours in it. */
  function split() {
    let child = widget;
    let parent = widget?.parent;
    while (parent && !parent.setRelativeSizes) [child, parent] = [parent, parent.parent];
    return parent ? { panel: parent, at: parent.widgets.indexOf(child) } : null;
  }
  function widen() {
    const found = split();
    const all = found?.panel.node.clientWidth ?? 0;
    if (!found || !all) return;
    const wide = Math.min(all - LEAST, Math.max(LEAST, Number(width.get()) || SHARE * all));
    const { widgets } = found.panel;
    const sizes = widgets.map((/** @type {any} */ each) => (each.isHidden ? 0 : each.node.clientWidth));
    // What the pane takes, the lesson gives; nothing is laid out yet, so the rest is reckoned and not measured.
    const main = found.at - 1;
    sizes[found.at] = wide;
    sizes[main] = 0;
    sizes[main] = all - sizes.reduce((/** @type {number} */ sum, /** @type {number} */ each) => sum + each, 0);
    found.panel.setRelativeSizes(sizes);
  }
  function keepWidth() {
    if (widget.isVisible) width.put(String(Math.round(widget.node.clientWidth)));
  }
  /**
   * Be there, or not: in a narrow window the pane comes from below, and beside what has no documents it has nothing to
   * show. A bar of its own at the right would only take room.
   */
  function attach() {
    const out = NARROW.matches || resting;
    if (!widget || out === !widget.parent) return;
    if (out) {
      wanted = placed ? widget.isVisible : wanted;
      placed = false;
      // The area itself would stay open, and lie over the lesson.
      if (wanted) app.shell.collapseRight();
      widget.parent = null;
    } else {
      app.shell.add(widget, "right", { rank: 100 });
      split()?.panel.handleMoved?.connect(keepWidth); // connected already, it is not connected again
      requestAnimationFrame(() => {
        placed = Boolean(widget.parent);
        if (wanted) side.show();
      });
    }
  }
  const side = {
    node,
    get open() {
      return Boolean(widget?.isVisible);
    },
    show() {
      wanted = true;
      if (!placed || widget.isVisible) return;
      opening = true; // what comes into it would be laid out twice, before it is as wide as it will be and after
      app.shell.activateById(ID);
      widen();
      opening = false;
      if (widget.isVisible) tell();
    },
    hide() {
      wanted = false;
      if (widget?.isVisible) app.shell.collapseRight();
    },
    rest(/** @type {boolean} */ on) {
      resting = on;
      attach();
    },
    onChange(/** @type {() => void} */ listener) {
      listeners.push(listener);
    },
  };
  return {
    side,
    fill(/** @type {any} */ Widget) {
      class Pane extends Widget {
        onAfterShow() {
          if (!opening) tell();
        }
        onAfterHide() {
          tell();
        }
      }
      widget = new /** @type {any} */ (Pane)({ node: document.createElement("div") });
      widget.node.append(node);
      widget.id = ID;
      widget.title.caption = "The documents";
      // Without one JupyterLab would put its own beside ours.
      widget.title.icon = {
        render(/** @type {HTMLElement} */ host) {
          const drawn = document.createElement("div");
          drawn.className = "ck-pane-icon";
          host.replaceChildren(drawn);
        },
      };
      attach();
      NARROW.addEventListener("change", attach);
    },
  };
}
