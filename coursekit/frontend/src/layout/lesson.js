// One lesson in its page, whatever shows that: where somebody has got to, and what of it is in sight.
import { createBar } from "./bar.js";
import { before, cellOf, foldsOf, sittingAt, stepAt } from "./folds.js";
import { drawer, read, written } from "./memory.js";
import { cellRead, follow } from "./place.js";
import { ahead, planOf, resolve } from "./plan.js";
import { firstOpen, isDone, isSettled, place, progressOf, words } from "./progress.js";
import { edge, focusCard, fold, show, showVerdict } from "./sight.js";
import { watchStates } from "./states.js";
import { headingBefore, leftBehind, nextStop, returnTo } from "./ways.js";

/** @type {Record<string, string>} */
const STATUS = { waits: "Starting…", runs: "Laying out…", ready: "Ready", late: "Not laid out yet", idle: "Not laid out yet" };

const LEFT = { focus: false, hold: true }; // how one comes to where one left off

/**
 * Lay a lesson out.
 *
 * @param {LessonPage} page
 * @param {LessonSwitches} switches
 * @param {string} shelf  names this course in the browser's storage
 */
export function createLesson(page, switches, shelf) {
  const { cells, scroller } = page;
  const kept = drawer(`coursekit:lesson:${shelf}:${page.path}`);
  const memory = read(kept.get());
  let cut = planOf(page.raw());
  /** @type {import("./folds.js").Where} */
  const where = {
    sitting: Math.min(memory?.sitting ?? 0, cut.sittings.length - 1),
    done: new Set(memory?.done),
    rest: new Set(memory?.rest),
    opened: new Set(memory?.opened),
    answered: new Set(memory?.answered),
    all: false,
    head: false,
  };
  /** @type {Map<string, import("./progress.js").CardState>} */
  let cards = new Map();
  let folds = foldsOf(cut, where);
  /** @type {LessonPhase | "idle"} */
  let phase = "idle";
  let at = 0; // the cell one is at
  let touched = memory?.card ?? ""; // the card one was at
  let pressed = false; // whether the lesson was run by hand
  let awaited = false; // whether cards are waited for, to see where one left off
  let end = () => {};

  const onward = edge();
  const bar = createBar({ step: goStep, sitting: goSitting, head, everything, run: runByHand }, cut.unit);
  const hand = follow(page, scrolled);
  const stopStates = watchStates(page.node, heard);
  const stopSwitches = switches.watch(apply);
  page.changed(() => {
    cut = planOf(page.raw());
    apply();
  });
  page.node.addEventListener("click", toCard);
  for (const kind of ["focusin", "pointerdown"]) page.node.addEventListener(kind, touch);

  const sitting = () => cut.sittings[where.sitting];
  const whole = () => where.all || switches.author || switches.plain;
  const step = () => sitting().steps[stepAt(sitting(), at)];

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
    kept.put(written(where, step()?.title ?? "", touched));
  }

  /** The buttons at the edge of what is in sight. */
  function stand() {
    const own = ahead(cut.onwards, page.path).map((way, at) => ({
      label: `On to ${way.exercise ? "exercise" : "lesson"} ${way.number}`,
      main: at === 0,
      press: () => page.open(resolve(way.path, page.path)),
    }));
    if (switches.plain || switches.author) return onward.stand(undefined, []);
    if (whole()) return onward.stand(cells()[cut.sittings.at(-1)?.foot ?? -1], own);
    if (folds.edge >= 0) {
      const screen = sitting().screens.find(({ key }) => key === folds.passes);
      return onward.stand(cells()[folds.edge], [
        { label: screen?.card && !where.answered.has(screen.card) ? "Go on without answering" : "Go on", main: !screen?.card, press: goOn },
        { label: `Show the rest of this ${cut.marked ? "sitting" : cut.unit}`, press: rest },
      ]);
    }
    const next = cut.sittings[where.sitting + 1];
    const ways = next ? [{ label: `Go on to sitting ${next.number}: ${next.title}`, main: true, press: () => goSitting(where.sitting + 1) }] : own;
    onward.stand(cells()[sitting().foot], ways);
  }

  function draw() {
    const known = cards.size > 0;
    bar.draw({
      place: place(cut, where.sitting) || `This ${cut.unit}`,
      progress: known && !["waits", "runs"].includes(phase) ? words(progressOf([sitting()], cards), cut.marked) : "",
      status: phase === "ready" && hand.touched ? "" : said(),
      run: !known && (phase === "idle" || phase === "late"),
      back: headingBefore(sitting(), at) >= 0 || where.sitting > 0,
      next: nextStop(cut, where, folds, cards, at)?.label ?? "",
      all: where.all,
      sittings: cut.marked ? cut.sittings.map(describe) : [],
    });
  }
  const said = () => (phase === "idle" ? undefined : page.words?.[phase]) ?? STATUS[phase];
  function describe(/** @type {import("./plan.js").PlanSitting} */ each, /** @type {number} */ at) {
    const { answered, asked } = progressOf([each], cards);
    return { label: `${each.number}. ${each.title}`, goal: [asked ? `${answered} of ${asked}` : "", each.goal].filter(Boolean).join(" · "), now: at === where.sitting };
  }

  /** What the cards say of themselves has changed. */
  function heard(/** @type {typeof cards} */ states) {
    const was = cards.get(touched)?.state;
    cards = states;
    const known = where.answered.size;
    for (const [id, card] of states) if (isDone(card) || card.answered) where.answered.add(id);
    const behind = memory || hand.touched ? [] : leftBehind(cut, states);
    const fresh = [...states].filter(([id, card]) => (isSettled(card) || behind.includes(id)) && !where.done.has(id)).map(([id]) => id);
    for (const id of fresh) where.done.add(id);
    const before_ = folds.next;
    if (fresh.length || where.answered.size > known) keep();
    apply();
    if (awaited && !hand.touched) settle();
    if (hand.touched && was === "open" && isDone(cards.get(touched))) verdict();
    const opened = fresh.length && phase === "ready" && before_ >= 0 && !folds.hidden[before_];
    if (opened && cut.sittings.every(({ steps }) => steps.every(({ first }) => first !== before_))) return;
    if (opened) bar.tell(`Next: ${sitting().steps[stepAt(sitting(), before_)].title}`);
  }
  /** The answer to what was just checked. */
  function verdict() {
    /** @type {HTMLElement | null} */
    const card = page.node.querySelector(`.ck-question[data-question="${CSS.escape(touched)}"]`);
    if (card) showVerdict(scroller, card);
  }
  function touch(/** @type {Event} */ event) {
    const { question, task } = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest?.(".ck-question, .ck-door[data-task]"))?.dataset ?? {};
    const id = question ?? task ?? "";
    if (!id || id === touched) return;
    touched = id;
    keep();
  }
  function scrolled() {
    const { first, last } = sitting();
    const seen = cut.cells.map((_, cell) => cell).filter((cell) => cell >= first && cell <= last && !folds.hidden[cell]);
    const now = cellRead(scroller, seen, cells());
    if (now === at) return;
    at = now;
    keep();
    draw();
  }

  /** Bring a cell that is in sight, or has just been opened, to the top; `hold`: and keep it there. */
  function reach(/** @type {number} */ cell, { focus = true, hold = false } = {}) {
    at = cell;
    keep();
    apply();
    page.at(cell);
    show(cells()[cell].node, { focus });
    hand.brought(hold ? cells()[cell].node : null);
    if (focus) reached(cell);
  }
  function reachCard(/** @type {number} */ cell) {
    touched = cut.cells[cell].id;
    reach(cell, { focus: false });
    focusCard(cells()[cell].node);
    reached(cell);
  }
  /** Tell the first door or card of the screen come to: its text is what comes next. Where there is none, tell the page. */
  function reached(/** @type {number} */ cell) {
    const rest = cells().slice(cell);
    const ends = rest.findIndex((_, at) => folds.hidden[cell + at]);
    const next = rest.slice(0, ends < 0 ? rest.length : ends).map(({ node }) => node.querySelector(".ck-door, [data-question]")).find(Boolean);
    (next ?? page.node).dispatchEvent(new CustomEvent("coursekit:reached"));
  }
  function goOn() {
    const cell = folds.next;
    where.done.add(folds.passes);
    touched = "";
    reach(cell);
  }
  function rest() {
    const cell = folds.next;
    where.rest.add(sitting().number);
    touched = "";
    reach(cell);
  }
  function goStep(/** @type {1 | -1} */ by) {
    if (by < 0) {
      const heading = headingBefore(sitting(), at);
      if (heading >= 0) return reach(heading);
      return where.sitting > 0 ? goSitting(where.sitting - 1, { end: true }) : undefined;
    }
    const stop = nextStop(cut, where, folds, cards, at);
    if (!stop) return;
    if (stop.kind === "on") return goOn();
    if (stop.kind === "sitting") return goSitting(where.sitting + 1);
    if (stop.kind === "step") return reach(stop.cell);
    // Whoever is at the question that waits already is shown the way on without it.
    if (stop.kind === "waits" && touched === cut.cells[stop.cell].id && onward.come()) return;
    reachCard(stop.cell);
    if (stop.kind === "waits") bar.tell("This question waits. To go on all the same, press the button below it.");
  }
  /** Another sitting, at its beginning, or at the end of what is open there. */
  function goSitting(/** @type {number} */ number, { end = false } = {}) {
    Object.assign(where, { sitting: number, all: false, head: false });
    touched = "";
    const { edge: last } = foldsOf(cut, { ...where, all: whole() });
    reach(end ? (last < 0 ? sitting().last : last) : sitting().first);
    bar.tell(place(cut, number));
  }
  function head() {
    where.head = true;
    apply();
    show(cells()[0].node, { focus: true });
  }
  function everything() {
    where.all = !where.all;
    apply();
    show(cells()[folds.hidden[at] ? sitting().first : at].node);
  }
  /** A way to a question or a task, in the folder at a sitting's end or wherever else one stands. */
  function toCard(/** @type {MouseEvent} */ event) {
    const id = /** @type {HTMLElement} */ (event.target).closest?.("[data-ck-go]")?.getAttribute("data-ck-go");
    const cell = id ? cellOf(cut, id) : -1;
    if (cell >= 0) come(cell);
  }
  /** A cell, wherever it is folded away. */
  function come(/** @type {number} */ cell) {
    where.sitting = sittingAt(cut, cell);
    if (foldsOf(cut, where).hidden[cell]) where.rest.add(sitting().number); // to look is not to pass what stands before
    if (cut.cells[cell].card) reachCard(cell);
    else reach(cell);
  }

  /** Come to where one left off; where the browser does not know that, to the first card that waits. */
  function settle() {
    const left = memory ? returnTo(cut, where, folds, memory) : -1;
    if (left >= 0) return reach(left, LEFT);
    if (phase !== "ready") return;
    // Cards come alive one by one, the last of them after all cells have run.
    awaited = !memory && cut.sittings.some(({ questions }) => questions.some((id) => !cards.has(id)));
    if (awaited) return;
    const open = !memory && [...cards.values()].some(isDone) ? firstOpen(cut, cards, where.done) : undefined;
    if (open) {
      where.sitting = open.sitting;
      for (const key of before(sitting(), open.cell)) where.done.add(key); // answered, or only told
      reach(open.cell, LEFT);
    } else if (pressed) show(cells()[cut.cells.findIndex(({ prose }) => !prose)].node);
  }
  function phased(/** @type {LessonPhase} */ next) {
    phase = next;
    page.node.classList.toggle("ck-begins", next !== "late"); // the button in the text has nothing left to do
    draw();
    if (next !== "ready") return;
    bar.tell(`The ${cut.unit} is ready.`);
    if (!hand.touched || pressed) settle();
    hand.touched = false;
  }
  function runByHand() {
    pressed = true;
    end = page.begin(phased);
  }

  apply();
  if (!switches.plain) {
    settle();
    if (page.trusted) end = page.begin(phased);
  }
  return {
    bar: bar.node,
    /** Come to a cell, and stay there while cards come alive. */
    to(/** @type {number} */ cell) {
      hand.touched = true;
      come(cell);
    },
    dispose() {
      end();
      hand.dispose();
      stopStates();
      stopSwitches();
      bar.dispose();
    },
  };
}
