// One lesson in its notebook: where somebody has got to, and what of it is in sight.
import { createBar } from "./bar.js";
import { before, cellOf, foldsOf, sittingAt, stepAt } from "./folds.js";
import { drawer, read, written } from "./memory.js";
import { follow, scrollerOf, stepRead } from "./place.js";
import { ahead, planOf, resolve } from "./plan.js";
import { firstOpen, isDone, place, progressOf, words } from "./progress.js";
import { edge, fold, show } from "./sight.js";
import { begin, isTrusted } from "./starting.js";
import { watchStates } from "./states.js";

/** @type {Record<string, string>} */
const STATUS = { waits: "Starting…", runs: "Laying out…", ready: "Ready", late: "Not laid out yet", idle: "Not laid out yet" };

const plan = (/** @type {any} */ notebook) =>
  planOf(notebook.widgets.map((/** @type {any} */ { model }) => ({ code: model.type === "code", source: model.sharedModel.getSource() })));

/** Whether a notebook is one of ours. */
export const isOurs = (/** @type {any} */ notebook) => plan(notebook).ours;

/**
 * Lay a lesson out.
 *
 * @param {any} app
 * @param {any} panel     JupyterLab's notebook panel
 * @param {ReturnType<typeof import("./switches.js").makeSwitches>} switches
 * @param {string} shelf  names this course in the browser's storage
 */
export function createLesson(app, panel, switches, shelf) {
  const notebook = panel.content;
  const cells = () => /** @type {{ node: HTMLElement }[]} */ (notebook.widgets);
  const kept = drawer(`coursekit:lesson:${shelf}:${panel.context.path}`);
  const memory = read(kept.get());
  let cut = plan(notebook);
  /** @type {import("./folds.js").Where} */
  const where = {
    sitting: Math.min(memory?.sitting ?? 0, cut.sittings.length - 1),
    done: new Set(memory?.done),
    rest: new Set(memory?.rest),
    opened: new Set(memory?.opened),
    all: false,
    head: false,
  };
  /** @type {Map<string, import("./progress.js").CardState>} */
  let cards = new Map();
  let folds = foldsOf(cut, where);
  let phase = "idle";
  let step = 0;
  let pressed = false; // whether the lesson was run by hand
  let awaited = false; // whether cards are waited for, to see where one left off
  let end = () => {};

  const onward = edge();
  const bar = createBar({ step: goStep, sitting: goSitting, head, everything, run: runByHand });
  const scroller = scrollerOf(notebook);
  const hand = follow(panel.node, scroller, scrolled);
  const stopStates = watchStates(panel.node, heard);
  const stopSwitches = switches.watch(apply);
  const replan = () => {
    cut = plan(notebook);
    apply();
  };
  notebook.model?.cells.changed.connect(replan);
  panel.node.addEventListener("click", toCard);

  const sitting = () => cut.sittings[where.sitting];
  const whole = () => where.all || switches.author || switches.plain;
  const inSight = () => sitting().steps.filter(({ first }) => !folds.hidden[first]);

  function apply() {
    folds = foldsOf(cut, { ...where, all: whole() });
    fold(cells(), folds, (at) => {
      where.opened.add(cut.cells[at].after);
      keep();
      apply();
    });
    stand();
    draw();
  }
  function keep() {
    kept.put(written(where, sitting().steps[step]?.title ?? ""));
  }

  /** The buttons at the edge of what is in sight. */
  function stand() {
    const own = ahead(cut.onwards, panel.context.path).map((way, at) => ({
      label: `On to ${way.exercise ? "exercise" : "lesson"} ${way.number}`,
      main: at === 0,
      press: () => app.commands.execute("docmanager:open", { path: resolve(way.path, panel.context.path) }),
    }));
    if (switches.plain || switches.author) return onward.stand(undefined, []);
    if (whole()) return onward.stand(cells().at(-1), own);
    if (folds.edge >= 0) {
      const screen = sitting().screens.find(({ key }) => key === folds.passes);
      return onward.stand(cells()[folds.edge], [
        { label: screen?.card ? "Go on without answering" : "Go on", main: !screen?.card, press: goOn },
        { label: cut.marked ? "Show the rest of this sitting" : "Show the rest", press: rest },
      ]);
    }
    const next = cut.sittings[where.sitting + 1];
    const ways = next ? [{ label: `Go on to sitting ${next.number}: ${next.title}`, main: true, press: () => goSitting(where.sitting + 1) }] : own;
    onward.stand(cells()[sitting().last], ways);
  }

  function draw() {
    const { title } = inSight()[step + 1] ?? {};
    const next = cut.sittings[where.sitting + 1];
    const known = cards.size > 0;
    bar.draw({
      place: place(cut, where.sitting) || "This lesson",
      progress: known ? words(progressOf(cut.sittings, cards)) : "",
      status: phase === "ready" && hand.touched ? "" : STATUS[phase],
      run: !known && (phase === "idle" || phase === "late"),
      back: step > 0 || where.sitting > 0,
      next: title ? `Next: ${title}` : folds.atEnd ? (next ? `On to sitting ${next.number}: ${next.title}` : "") : "Next: go on",
      all: where.all,
      sittings: cut.marked ? cut.sittings.map(describe) : [],
    });
  }
  function describe(/** @type {import("./plan.js").PlanSitting} */ each, /** @type {number} */ at) {
    const { answered, asked } = progressOf([each], cards);
    return { label: `${each.number}. ${each.title}`, goal: [asked ? `${answered} of ${asked}` : "", each.goal].filter(Boolean).join(" · "), now: at === where.sitting };
  }

  /** What the cards say of themselves has changed. */
  function heard(/** @type {typeof cards} */ states) {
    cards = states;
    const fresh = [...states].filter(([id, card]) => isDone(card) && !where.done.has(id)).map(([id]) => id);
    for (const id of fresh) where.done.add(id);
    const before_ = folds.next;
    if (fresh.length) keep();
    apply();
    if (awaited && !hand.touched) settle();
    const opened = fresh.length && phase === "ready" && before_ >= 0 && !folds.hidden[before_];
    if (opened && cut.sittings.every(({ steps }) => steps.every(({ first }) => first !== before_))) return;
    if (opened) bar.tell(`Next: ${sitting().steps[stepAt(sitting(), before_)].title}`);
  }
  function scrolled() {
    const now = stepRead(scroller, inSight(), cells());
    if (now === step) return;
    step = now;
    keep();
    draw();
  }

  /** Bring a cell of this sitting to the top; where it is folded, what stands before it counts as passed. */
  function reach(/** @type {number} */ cell, /** @type {boolean} */ focus = true) {
    if (foldsOf(cut, { ...where, all: whole() }).hidden[cell]) for (const key of before(sitting(), cell)) where.done.add(key);
    step = stepAt(sitting(), cell);
    keep();
    apply();
    notebook.activeCellIndex = cell;
    notebook.deselectAll();
    show(cells()[cell].node, { focus });
  }
  function goOn() {
    const cell = folds.next;
    where.done.add(folds.passes);
    reach(cell);
  }
  function rest() {
    const cell = folds.next;
    where.rest.add(sitting().number);
    reach(cell);
  }
  function goStep(/** @type {1 | -1} */ by) {
    const target = sitting().steps[step + by];
    if (target) return reach(target.first);
    if (by < 0) return where.sitting > 0 ? goSitting(where.sitting - 1) : undefined;
    if (!folds.atEnd) return goOn();
    if (cut.sittings[where.sitting + 1]) goSitting(where.sitting + 1);
  }
  function goSitting(/** @type {number} */ at) {
    Object.assign(where, { sitting: at, all: false, head: false });
    reach(sitting().first);
    bar.tell(place(cut, at));
  }
  function head() {
    where.head = true;
    apply();
    show(cells()[0].node, { focus: true });
  }
  function everything() {
    const at = inSight()[step]?.first ?? 0;
    where.all = !where.all;
    apply();
    show(cells()[at].node);
  }
  /** A way to a question or a task, in the box at a sitting's end or wherever else one stands. */
  function toCard(/** @type {MouseEvent} */ event) {
    const id = /** @type {HTMLElement} */ (event.target).closest?.("[data-ck-go]")?.getAttribute("data-ck-go");
    const cell = id ? cellOf(cut, id) : -1;
    if (cell < 0) return;
    where.sitting = sittingAt(cut, cell);
    if (foldsOf(cut, where).hidden[cell]) where.rest.add(sitting().number); // to look is not to pass what stands before
    reach(cell, false);
    /** @type {HTMLElement | null} */
    const first = cells()[cell].node.querySelector(".jp-OutputArea :is(input, textarea, select, button):not([hidden])");
    first?.focus({ preventScroll: true });
  }

  /** Come to where one left off; where the browser does not know that, to the first card that waits. */
  function settle() {
    const left = memory && sitting().steps.findIndex(({ title }) => title === memory.step);
    if (memory && (where.sitting > 0 || (left ?? -1) > 0)) return reach(sitting().steps[Math.max(0, left ?? 0)].first, false);
    if (phase !== "ready") return;
    // Cards come alive one by one, the last of them after all cells have run.
    awaited = !memory && cut.sittings.some(({ questions }) => questions.some((id) => !cards.has(id)));
    if (awaited) return;
    const open = !memory && [...cards.values()].some(isDone) ? firstOpen(cut, cards, where.done) : undefined;
    if (open) {
      where.sitting = open.sitting;
      reach(open.cell, false);
    } else if (pressed) show(cells()[cut.cells.findIndex(({ prose }) => !prose)].node);
  }
  function phased(/** @type {string} */ next) {
    phase = next;
    panel.node.classList.toggle("ck-begins", next !== "late"); // the button in the text has nothing left to do
    draw();
    if (next !== "ready") return;
    bar.tell("The lesson is ready.");
    if (!hand.touched || pressed) settle();
    hand.touched = false;
  }
  function runByHand() {
    pressed = true;
    end = begin(app, panel, phased);
  }

  apply();
  if (!switches.plain) {
    settle();
    if (isTrusted(panel)) end = begin(app, panel, phased);
  }
  return {
    bar: bar.node,
    dispose() {
      end();
      hand.dispose();
      stopStates();
      stopSwitches();
      bar.dispose();
    },
  };
}
