// The living things on a page: each stands in the place of its static twin. They are drawn from what the page was built
// with, before anything answers; when Python says that the learner has come further, they are drawn anew.
import { h } from "../dom.js";
import { createForm } from "../hand-in/form.js";
import { shield } from "../keys.js";
import { prepare } from "../live.js";
import { createCard } from "../question/card.js";
import { mountReader } from "../reader/reader.js";
import { createModel } from "./models.js";
import { createPress } from "./press.js";

/** @type {Record<string, (model: any, el: HTMLElement) => () => void>} */
const WIDGETS = { question: createCard, reader: mountReader, "hand-in": createForm, press: createPress };

/**
 * Draw all views of a page.
 *
 * @param {ParentNode} root
 * @param {PageData["views"]} views
 * @param {Line} line
 * @param {string} course  names this course, at this address, in the browser's storage
 * @param {StandIn} standIn
 */
export function drawViews(root, views, line, course, standIn) {
  shield();
  prepare();
  /** @type {Map<string, ReturnType<typeof drawView>>} */
  const drawn = new Map();
  /** Draw a view in its place, where there is one. */
  function put(/** @type {string} */ name, /** @type {string} */ widget, /** @type {Traits} */ traits) {
    /** @type {HTMLElement | null} */
    const place = root.querySelector(`[data-view="${CSS.escape(name)}"]`);
    const make = Object.hasOwn(WIDGETS, widget) ? WIDGETS[widget] : null;
    if (place && make) drawn.set(name, drawView(place, make, createModel(name, traits, line, course, standIn)));
  }
  for (const [name, { widget, traits }] of Object.entries(views)) put(name, widget, traits);
  /** What Python does not show is dropped; where it has no place of its own any more, for good. */
  function drop(/** @type {string} */ name, /** @type {ReturnType<typeof drawView>} */ view) {
    view.drop();
    if (!Object.hasOwn(views, name)) drawn.delete(name);
  }
  /** @type {Set<string>} */
  const known = new Set(); // of which Python has said what they show
  line.on((told) => {
    if (told.type === "message") drawn.get(told.view)?.model.tell("msg:custom", told.content);
    if (told.type === "traits") {
      known.add(told.view);
      if (!drawn.has(told.view)) put(told.view, told.widget, told.traits);
      drawn.get(told.view)?.adopt(told.traits);
    }
    if (told.type === "starts") known.clear();
    if (told.type === "ready") for (const [name, view] of drawn) if (!known.has(name)) drop(name, view);
    // What waits is tried at once, or said to wait in vain.
    if (["starts", "ready", "gone"].includes(told.type)) for (const { model } of drawn.values()) model.tell("comm_live_update", undefined);
  });
}

/** Whether somebody is at work in a place, or in the pane, which may belong to it. */
const busy = (/** @type {HTMLElement} */ place) => {
  const at = document.activeElement;
  return Boolean(at && (place.contains(at) || at.closest(".ck-pane")));
};

/**
 * @param {HTMLElement} place
 * @param {(model: any, el: HTMLElement) => () => void} make
 * @param {ReturnType<typeof createModel>} model
 */
function drawView(place, make, model) {
  const el = h("div", { class: "ck-alive" });
  let takeDown = () => {};
  let due = false; // it is to be drawn anew, once nobody is at work in it

  function draw() {
    takeDown();
    takeDown = make(model, el);
  }
  function anew() {
    if (busy(place)) return;
    due = false;
    document.removeEventListener("focusout", soon);
    draw();
  }
  const soon = () => setTimeout(anew); // the focus is nowhere while it moves
  place.append(el);
  draw();
  /** @type {HTMLElement | null} */
  const twin = place.querySelector(":scope > .ck-static");
  if (twin) twin.hidden = true;
  return {
    model,
    /** Python has said what it shows now. */
    adopt(/** @type {Traits} */ traits) {
      if (!model.adopt(traits) || due) return;
      due = true;
      document.addEventListener("focusout", soon);
      anew();
    },
    /** In this course, as Python has it, nothing is alive here (a solution that is not given out): its twin speaks alone. */
    drop() {
      due = false;
      document.removeEventListener("focusout", soon);
      takeDown();
      takeDown = () => {};
      el.remove();
      if (twin) twin.hidden = false;
    },
  };
}
