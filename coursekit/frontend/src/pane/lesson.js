// The documents of one lesson: its sheets, which of them shows, and the way back. Only the sheet that shows is mounted:
// there is one document in the page, however many cards point into it.
import { h } from "../dom.js";
import { onKey } from "../keys.js";
import { unitInFront } from "../unit.js";
import { firstOf, firstToShow, leadsTo, onlyToRead, sheetFor } from "./choosing.js";
import { createLent } from "./lent.js";
import { createMet } from "./met.js";
import { placeIn, putBack, sees, stay } from "./place.js";
import { createTrail } from "./trail.js";
import { createView } from "./view.js";

/**
 * @param {Stage} stage  where the pane of the lesson in front is shown
 * @param {Drawer} drawer  where it is kept which sheet was shown last
 * @returns {PaneLesson}
 */
export function createLesson(stage, drawer) {
  /** @type {Map<string, PaneSheet[]>} */
  const known = new Map(); // id -> views of one cell or card, the newest last
  /** @type {Map<string, ScrollPlace>} */
  const places = new Map();
  /** @type {Map<string, string>} */
  const last = new Map(); // siglum -> the paragraph that was first in sight when another sheet came
  /** @type {Map<string, string>} */
  const seen = new Map(); // siglum -> the sheet seen last
  const trail = createTrail();
  const met = createMet(draw);
  const lent = createLent(tell);
  let current = "";
  let reads = false; // a reference led here: the sheet shows its text only, and nothing can be done in it
  let needed = false; // somebody is to point at words
  /** @type {boolean | null} */
  let awaited = null; // whether documents are to come
  let chosen = false; // by somebody, or by what is being done; until then the first text is what shows
  /** @type {{ sheet: PaneSheet, reads: boolean, life: SheetLife } | null} */
  let mounted = null;
  /** @type {HTMLElement | null} */
  let opener = null; // what has the focus again when the pane is left
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const view = createView({
    source: (siglum) => go(firstOf(sheets(), siglum, seen.get(siglum))?.id),
    sheet: go,
    back: () => lesson.back(),
    close: leave,
  });

  /** All sheets, in the order in which their cells stand in the lesson. */
  function sheets() {
    const all = [...known.values()].flatMap((views) => views.at(-1) ?? []);
    return all.sort((one, other) => (one.anchor.compareDocumentPosition(other.anchor) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }
  const sheet = (/** @type {string} */ id) => known.get(id)?.at(-1) ?? null;
  function draw() {
    view.draw(sheets(), current, { canBack: !trail.empty, below: stage.below, met: met.ids, reads });
    tell();
  }
  function tell() {
    for (const listener of listeners) listener();
  }
  const spot = (/** @type {string} */ id, /** @type {boolean} */ onlyRead) => (onlyRead ? `read ${id}` : id);
  function keepPlace() {
    if (!mounted) return;
    const place = placeIn(view.slot);
    places.set(spot(mounted.sheet.id, mounted.reads), place);
    last.set(mounted.sheet.siglum, place.p || (mounted.sheet.ids[0] ?? ""));
  }
  function takeDown() {
    if (!mounted) return;
    keepPlace();
    mounted.life.destroy();
    mounted = null;
    view.slot.replaceChildren();
    view.slot.scrollTop = 0; // now, while there is nothing to lay out for it
  }
  /** Mount the sheet that is to show, if the pane is there to be seen. */
  function mount() {
    const wanted = view.element.isConnected ? sheet(current) : null;
    const onlyRead = reads && Boolean(wanted?.read);
    if (mounted?.sheet === wanted && mounted?.reads === onlyRead) return;
    // Words selected in one sheet stay so in the next of the same text: a press in a card turns the pane to its own.
    const carried = wanted ? lesson.picked(wanted.siglum) : [];
    takeDown();
    if (!wanted) {
      if (known.size === 0) view.slot.replaceChildren(h("p", { class: "ck-pane-empty" }, `The documents of this ${unitInFront()} come here when it is laid out.`));
      return;
    }
    view.slot.replaceChildren();
    const left = places.get(spot(wanted.id, onlyRead));
    const life = onlyRead && wanted.read ? wanted.read(view.slot) : wanted.mount(view.slot);
    mounted = { sheet: wanted, reads: onlyRead, life };
    if (left?.top) putBack(view.slot, left); // to ask for the top would lay out all that has just come
    // Whoever comes from the same document to point at words in it goes on where they were.
    const here = last.get(wanted.siglum);
    if (!left && here) life.begin?.(here);
    if (carried.length === 0 || !life.pick) return;
    stay(view.slot);
    life.pick(carried);
  }
  function note() {
    if (mounted) trail.add({ id: mounted.sheet.id, reads: mounted.reads, place: placeIn(view.slot) });
  }
  function turnTo(/** @type {string} */ id, onlyRead = false) {
    current = id;
    reads = onlyRead;
    chosen = true;
    if (!reads) {
      seen.set(sheet(id)?.siglum ?? "", id);
      drawer.put(id);
    }
    mount();
    draw();
  }
  /** Turn to another sheet because somebody chose it. */
  function go(/** @type {string | undefined} */ id) {
    if (!id || (id === current && !reads)) return;
    note();
    turnTo(id);
  }
  /** In a text that is read, go to the first of these passages, unless one of them is in sight; with a way back. */
  function lead(/** @type {CardAtWork["refs"]} */ refs, /** @type {boolean} */ back) {
    const now = mounted;
    if (!now || now.reads || now.sheet.kind !== "text" || !now.sheet.ready()) return;
    const own = refs.filter(({ source, from }) => source === now.sheet.siglum && now.sheet.ids.includes(from));
    if (own.length === 0 || own.some(({ from }) => sees(view.slot, from))) return;
    if (back) note();
    stay(view.slot);
    now.life.show(own[0].from, "", { focus: false, to: own[0].to ?? own[0].from });
    draw();
  }
  /** Close the pane, and go back to where it was opened from. */
  function leave() {
    const inside = view.element.contains(document.activeElement);
    stage.close();
    if (inside && opener?.isConnected) opener.focus();
  }
  function focusText() {
    const stop = view.slot.querySelector(".ck-words[tabindex='0']") ?? view.slot.querySelector("button, input");
    /** @type {HTMLElement} */ (stop ?? view.slot).focus();
  }
  // Escape in the text, with nothing left to let go of, goes back to the question.
  onKey(view.element, (event) => {
    if (event.key !== "Escape" || !opener?.isConnected) return false;
    if (stage.below) leave();
    else opener.focus();
    return true;
  });

  const lesson = {
    element: view.element,
    lent,
    add(/** @type {PaneSheet} */ added) {
      known.set(added.id, [...(known.get(added.id) ?? []), added]);
      if (!chosen) current = firstToShow(sheets(), drawer.get() ?? "")?.id ?? "";
      met.watch(added);
      mount();
      draw();
      stage.offer(lesson);
      return () => {
        met.leave(added);
        const rest = (known.get(added.id) ?? []).filter((each) => each !== added);
        if (rest.length > 0) known.set(added.id, rest);
        else known.delete(added.id);
        if (mounted?.sheet === added) mount();
        draw();
      };
    },
    /** Whether a sheet has this paragraph, be it shut or open. */
    knows: (/** @type {string} */ source, /** @type {string} */ paragraph) => sheetFor(sheets(), current, { source, paragraph }) !== null,
    /** Turn to a sheet and bring the pane up. `from`: where the focus goes back to; `focus`: take it to the text. */
    open(/** @type {string} */ id, /** @type {Coming} */ { from = null, focus = false } = {}) {
      if (!sheet(id)) return false;
      opener = from ?? opener;
      go(id);
      stage.bring(lesson, from);
      if (focus || stage.below) focusText();
      return true;
    },
    /** Turn to a sheet if the pane is open beside the lesson; the focus stays where it is. */
    follow(/** @type {string} */ id, /** @type {HTMLElement | null} */ from = null) {
      if (!sheet(id) || !stage.beside(lesson)) return;
      opener = from ?? opener;
      go(id);
    },
    /**
     * Turn to a sheet that is needed now; the pane comes up beside the lesson, unless it was put away. Not to be called
     * while somebody presses: the lesson gets narrower, and what is pressed would move away from under the mouse.
     */
    need(/** @type {string} */ id, /** @type {HTMLElement | null} */ from = null) {
      needed = true;
      stage.offer(lesson);
      lesson.follow(id, from);
    },
    /** A card is worked at: the text that it rests on, where another one shows. `comes`: one has only just come to it. */
    work(/** @type {CardAtWork} */ card, { comes = false } = {}) {
      if (!stage.beside(lesson)) return;
      const left = mounted;
      go(leadsTo(sheets(), current, card));
      if (comes) lead(card.refs, mounted === left);
    },
    show(/** @type {Reference} */ at, /** @type {Coming} */ { from = null, focus = false } = {}) {
      const found = sheetFor(sheets(), current, at);
      if (!found) return false;
      const onlyRead = onlyToRead(found, current, reads, at.question);
      opener = from ?? opener;
      note();
      if (found.id !== current || onlyRead !== reads) turnTo(found.id, onlyRead);
      else draw();
      stage.bring(lesson, from);
      stay(view.slot);
      mounted?.life.show(at.paragraph, at.quote ?? "", { focus: focus || stage.below, to: at.to ?? at.paragraph });
      return true;
    },
    back() {
      const stop = trail.back(({ id }) => sheet(id) !== null);
      if (!stop) {
        draw();
        return false;
      }
      if (stop.id === current && stop.reads === reads) putBack(view.slot, stop.place);
      else {
        takeDown();
        places.set(spot(stop.id, stop.reads), stop.place);
        turnTo(stop.id, stop.reads);
      }
      draw();
      if (trail.empty && document.activeElement === document.body) view.slot.focus();
      return true;
    },
    /** What is selected in the sheet that shows, if that has words of this source to read and nothing to do: [span]. */
    picked(/** @type {string} */ siglum) {
      if (mounted?.sheet.siglum !== siglum || (mounted.sheet.kind !== "text" && !mounted.reads)) return [];
      return mounted.life.picked?.() ?? [];
    },
    get shows() {
      return mounted && !reads ? current : "";
    },
    /** Hear when other sheets are there, or another one shows. Returns the function that stops it. */
    on(/** @type {() => void} */ listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Whether there is something to read or to mark, or words to point at that are needed now. */
    get offers() {
      return needed || sheets().some(({ kind }) => kind !== "point");
    },
    get has() {
      return known.size > 0 || awaited;
    },
    /** Its cells are read: documents are to come, or none. */
    awaits(/** @type {boolean} */ documents) {
      awaited = documents;
      stage.offer(lesson);
    },
    /** The stage puts the pane in `node`, or (null) takes it off. */
    stand(/** @type {HTMLElement | null} */ node) {
      if (node ? view.element.parentElement === node : !view.element.isConnected) {
        draw();
        return;
      }
      keepPlace();
      if (!node) takeDown();
      view.element.remove();
      node?.append(view.element);
      if (mounted) putBack(view.slot, places.get(spot(mounted.sheet.id, mounted.reads)));
      mount();
      draw();
    },
  };
  return lesson;
}
