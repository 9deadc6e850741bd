// The card of one question: prompt, what it rests on, the answer, the reasons, one main button.
import { h, say, uid } from "../dom.js";
import { announce } from "../live.js";
import { rich } from "../text.js";
import { KINDS } from "../kinds/index.js";
import { withRiders } from "../riders/index.js";
import { byKeyboard, withLesson } from "../pane/client.js";
import { followCard } from "../pane/prose.js";
import { createStatus } from "../status.js";
import { facts } from "./facts.js";
import { createFeedback } from "./feedback.js";
import { passageLink } from "./passages.js";
import { parseRef, shortened } from "./refs.js";
import { createHints } from "./hints.js";
import { createNews } from "./news.js";
import { createSession } from "./session.js";
import { promptParts, worth } from "./words.js";

const VERDICTS = new Set(["right", "partly", "wrong"]); // marks that tell how good an answer was
const GUARD = 500; // ms after a mark in which a second click of an impatient hand is not "Try again"

function restsOn(/** @type {View} */ view, /** @type {Shelf} */ shelf) {
  const refs = view.rests_on ?? [];
  const words = shortened(refs);
  const links = refs.map((ref, index) => {
    const link = passageLink(ref, words[index], shelf);
    link.button.setAttribute("aria-label", `Show ${ref}`);
    return link;
  });
  const line = h("span", null, "rests on ", links.map((link, index) => [index ? ", " : "", link.button]));
  return { line, places: links.map((link) => link.place), links };
}

/** What the main button is called, and whether it is the main thing to do now. */
function buttonFor(/** @type {View} */ view, /** @type {string} */ phase, /** @type {Mark | null} */ mark, /** @type {any} */ progress) {
  if (phase === "checking") return { label: view.purpose === "prediction" ? "Keeping…" : "Checking…", quiet: false };
  if (progress?.label) return { label: progress.label, quiet: Boolean(progress.kept) };
  if (view.purpose === "prediction") return { label: "Keep my prediction", quiet: phase === "marked" && mark?.state !== "unanswered" };
  if (phase !== "marked" || !mark || mark.state === "unanswered") return { label: "Check", quiet: false };
  return mark.state === "right" ? { label: "Answer again", quiet: true } : { label: "Try again", quiet: false };
}

/** Build the card of a model's question into `el`. Returns a function that takes it down. */
export function createCard(/** @type {Model} */ model, /** @type {HTMLElement} */ el) {
  const view = model.get("view") ?? {};
  /** @type {((view: View, options: any) => Control) | undefined} */
  const kind = /** @type {Record<string, any>} */ (KINDS)[view.kind];
  if (!kind) {
    el.append(h("div", { class: "ck ck-card ck-question" }, h("p", null, `This version of the course cannot show a question of the kind “${view.kind}”.`)));
    return () => el.replaceChildren();
  }
  const ids = { labelId: uid("prompt"), hintId: uid("hint") };
  const asks = promptParts(view.prompt).find((part) => part.asks)?.text ?? "";
  const control = withRiders(view, kind, { ...ids, id: view.id, asks, changed, submit: () => press(), askText: () => session.askText() });
  const { sure } = control;
  /** @type {Shelf} */
  const shelf = { passages: () => session.passages, ask: (refs) => session.ask(refs), show };
  const rests = restsOn(view, shelf);
  const feedback = createFeedback(view, control, shelf);
  const status = createStatus();
  const clues = createHints(view.hints ?? 0, (step) => session.hint(step));
  const button = h("button", { type: "button", class: "ck-button", on: { click: () => press() } });
  const hints = [control.hint].filter(Boolean);
  // Before a prediction the text is shut, and a warm-up asks what one remembers. (Of a question that asks for the
  // passage it is not told where it rests.)
  const early = view.purpose !== "prediction" && view.purpose !== "warm-up";
  /** @type {Mark | null} */
  let shown = null;
  let since = 0;
  /** @type {PaneLesson | null} */
  let lesson = null;
  /** @type {ReturnType<PaneLesson["lent"]["lend"]> | null} */
  let lending = null;

  const root = h(
    "div",
    { class: "ck ck-card ck-question", data: { question: view.id, kind: view.kind } },
    h(
      "fieldset",
      hints.length ? { "aria-describedby": ids.hintId } : null,
      h(
        "legend",
        { class: "ck-prompt", id: ids.labelId },
        promptParts(view.prompt).map(({ text, asks }) => h("span", { class: asks ? "ck-asks" : "ck-leads", dir: "auto" }, rich(text), " ")),
      ),
      h("p", { class: "ck-rests ck-soft" }, worth(/** @type {View} */ view), view.rests_on?.length ? h("span", { class: "ck-rests-on" }, " · ", rests.line) : null),
      rests.places,
      facts(view.card),
      h("p", { class: "ck-hint", id: ids.hintId }, hints),
      h("div", { class: "ck-answer" }, control.node),
    ),
    feedback.node,
    clues.node,
    h("div", { class: "ck-foot" }, sure?.node, status.node, button),
  );
  /** A passage where it stands: in the card's own text, in the pane. */
  function show(/** @type {string} */ ref, /** @type {MouseEvent} */ event) {
    const at = parseRef(ref);
    if (control.show(ref)) return true;
    const from = /** @type {HTMLElement} */ (event.currentTarget);
    if (!at || !lesson?.show({ source: at.source, paragraph: at.from, to: at.to, question: view.id }, { from, focus: byKeyboard(event) })) return false;
    announce(`The document beside shows ${ref}.`);
    return true;
  }
  function changed(/** @type {How} */ how) {
    status.asked();
    session.edited(how);
  }
  /** @type {HTMLElement | null} */
  const restsNode = root.querySelector(".ck-rests-on");
  const session = createSession(model, control, {
    keeps: (/** @type {Mark} */ mark) => control.marked(mark)?.keep ?? false,
    onState: draw,
    onStatus: status.show,
    onText: (/** @type {PointedText} */ text) => control.told(text),
    onHints: (/** @type {string[]} */ hints) => clues.show(hints),
  });
  clues.show(model.get("saved")?.hints ?? [], { aloud: false });

  function draw(/** @type {QuestionState} */ { phase, mark }) {
    const progress = control.marked(mark);
    const { label, quiet } = buttonFor(view, phase, mark, progress);
    say(button, label);
    button.classList.toggle("ck-quiet", quiet);
    button.setAttribute("aria-disabled", String(phase === "checking" || Boolean(progress?.kept)));
    news.tell(phase, mark);
    if (restsNode) restsNode.hidden = !early && !mark;
    if (VERDICTS.has(mark?.state ?? "")) sure?.fix();
    if (mark !== shown) {
      since = Date.now();
      // On opening a lesson again nobody has asked to hear the old marks.
      if (mark) feedback.show(mark, { aloud: started });
      else feedback.hide();
      shown = mark;
    }
    feedback.update();
    for (const link of rests.links) link.update();
    lending?.arrived();
  }
  function press() {
    const { phase, mark } = session;
    if (phase === "checking") return;
    // Words that are selected when one checks are what one points at.
    if (phase !== "marked" || mark?.state === "unanswered") control.point();
    const progress = control.marked(mark);
    if (phase === "marked" && progress?.kept) return;
    const missing = progress?.missing?.() || (phase === "marked" ? "" : control.ask());
    if (missing) {
      status.ask(missing);
    } else if (phase === "marked" && !progress?.keep && mark?.state !== "unanswered" && view.purpose !== "prediction") {
      if (Date.now() - since > GUARD) session.again();
    } else {
      status.asked();
      session.check();
    }
  }
  const away = () => session.flush();
  // A line that is moved in the page loses the focus and has it back at once.
  root.addEventListener("focusout", () => queueMicrotask(() => !root.contains(document.activeElement) && away()));
  window.addEventListener("pagehide", away);
  document.addEventListener("visibilitychange", away);
  // Whoever comes to the card works at it; moving about in it leaves the pane as it is.
  const outside = (/** @type {EventTarget | null} */ from) => !root.contains(/** @type {Node | null} */ (from));
  function attend({ comes = false } = {}) {
    control.attend();
    lesson?.work({ question: view.id, refs: early ? (view.rests_on ?? []).flatMap((/** @type {string} */ ref) => parseRef(ref) ?? []) : [] }, { comes });
  }
  root.addEventListener("coursekit:reached", () => attend({ comes: true }));
  root.addEventListener("focusin", (event) => outside(event.relatedTarget) && attend());
  root.addEventListener("pointerdown", () => outside(document.activeElement) && attend());
  const news = createNews(root, view, "sure" in (model.get("saved") ?? {}));
  el.append(root);
  let started = false;
  session.start();
  if ("sure" in (model.get("saved") ?? {})) sure?.fix();
  started = true;
  let unfollow = () => {};
  const settle = withLesson(root, (found) => {
    lesson = found;
    if (found && early) {
      unfollow = followCard(root, found);
      lending = found.lent.lend({ passages: () => session.passages, ask: (refs) => session.ask(refs) });
    }
    control.place(found);
    news.again();
  });
  return () => {
    settle();
    unfollow();
    lending?.end();
    session.dispose();
    control.destroy();
    window.removeEventListener("pagehide", away);
    document.removeEventListener("visibilitychange", away);
    root.remove();
  };
}
