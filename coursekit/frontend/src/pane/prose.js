// References in the prose of a lesson become buttons that move the pane, where the lesson has the text they name; where
// it has not, they open the passage in place.
import { h } from "../dom.js";
import { passageLink } from "../question/passages.js";
import { shield } from "../keys.js";
import { byKeyboard } from "./client.js";
import { factLink, factShown } from "./prose-facts.js";
import { begin, references, withSigns } from "./prose-refs.js";

const BLOCKS = "p, li, td, th, dd, dt, blockquote, figcaption";
// What a card asks, and the rows it asks of; their words are not in controls, which would take the press.
const ASKED = ".ck-prompt, .ck-assign-text, tbody th[scope=row]";
const CONTROLS = "button, a, select, textarea";
const CELLS = "td, th, li, dd";
const LEFT = "button, a, code, pre, script, style, textarea, .ck, h1, h2, h3, h4, h5, h6";

/** All text nodes in an element, in order. */
function texts(/** @type {Element} */ block) {
  /** @type {Text[]} */
  const found = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  return found;
}

/** Those of a block that are its own. */
const leaves = (/** @type {Element} */ block) => texts(block).filter((leaf) => leaf.parentElement?.closest(BLOCKS) === block);

/** A reference that moves the pane. */
function shownLink(/** @type {PaneLesson} */ lesson, /** @type {{ text: string, source: string, paragraph: string, to?: string }} */ { text, ...at }) {
  /** @type {HTMLButtonElement} */
  const button = h(
    "button",
    { type: "button", class: "ck-ref", title: "Show it in the document", on: { click: (event) => lesson.show(at, { from: button, focus: byKeyboard(event) }) } },
    text,
  );
  return button;
}

/**
 * A reference to what no document of the lesson has: the passage opens in place. (What has come meanwhile is shown where
 * it stands.)
 *
 * @param {Element} block
 * @param {PaneLesson} lesson
 * @param {import("./prose-refs.js").ProsePiece} piece
 */
function lentLink(block, lesson, { text, source = "", paragraph = "", to = paragraph }) {
  const link = passageLink(to === paragraph ? `${source} ${paragraph}` : `${source} ${paragraph}-${to}`, text, {
    passages: lesson.lent.passages,
    ask: lesson.lent.ask,
    show: (_ref, event) => lesson.show({ source, paragraph, to }, { from: link.button, focus: byKeyboard(event) }),
  });
  link.button.className = "ck-ref";
  below(block, link.place);
  const stop = lesson.on(() => (link.button.isConnected ? link.update() : stop()));
  return link.button;
}

/** Pieces of text that stay text are one piece again: what is found in it later has its signs beside it. */
function inOne(/** @type {(string | HTMLElement)[]} */ pieces) {
  /** @type {(string | HTMLElement)[]} */
  const found = [];
  for (const piece of pieces) {
    const before = found.at(-1);
    if (typeof piece === "string" && typeof before === "string") found[found.length - 1] = before + piece;
    else found.push(piece);
  }
  return found;
}

/** Put what opens in place below the words that name it. */
function below(/** @type {Element} */ block, /** @type {HTMLElement} */ opens) {
  const place = h("div", { class: "ck ck-lent" }, opens);
  if (block.matches(CELLS)) block.append(place);
  else block.after(place);
}

/** Turn what of a block's references the lesson can show into buttons; done twice it does nothing more. */
function decorate(/** @type {Element} */ block, /** @type {PaneLesson} */ lesson, own = leaves(block), left = LEFT, lends = true) {
  const state = begin();
  for (const leaf of own) {
    const pieces = references(leaf.data, state); // also where nothing is to be done: a parenthesis may go on
    if (leaf.parentElement?.closest(left)) continue;
    const there = pieces.map(({ source = "", paragraph = "" }) => Boolean(source) && lesson.knows(source, paragraph));
    const facts = pieces.map(({ fact }) => (fact && lends ? factShown(block, fact) : null));
    const known = pieces.map(({ source }, n) => there[n] || Boolean(facts[n]) || (lends && Boolean(source) && lesson.lent.open));
    if (!known.includes(true)) continue;
    const signs = withSigns(pieces, known);
    leaf.replaceWith(
      ...inOne(pieces.map(({ source = "", paragraph = "", to }, n) => {
        const { text, opening, closing } = signs[n];
        if (!known[n]) return text;
        const fact = facts[n];
        const button = fact ? factLink(fact, text, (opens) => below(block, opens)) : there[n] ? shownLink(lesson, { text, source, paragraph, to }) : lentLink(block, lesson, { ...pieces[n], text });
        return opening || closing ? h("span", { class: "ck-ref-line" }, opening, button, closing) : button;
      })),
    );
  }
}

/**
 * Keep the references in a lesson's prose alive.
 *
 * @param {HTMLElement} root  the lesson
 * @param {PaneLesson} lesson
 * @param {string} prose  selects what of the lesson is prose
 */
export function followProse(root, lesson, prose) {
  let timer = 0;
  function pass() {
    timer = 0;
    for (const part of root.querySelectorAll(prose)) for (const block of part.querySelectorAll(BLOCKS)) decorate(block, lesson);
  }
  const soon = () => {
    if (!timer) timer = setTimeout(pass);
  };
  shield();
  lesson.on(soon);
  // Prose that is drawn later, or anew; and facts that are shown only when their cell has run.
  const shows = (/** @type {Node} */ node) => node instanceof Element && node.querySelector("[data-fact]") !== null;
  new MutationObserver((records) => {
    if (records.some(({ target, addedNodes }) => /** @type {Element} */ (target).closest?.(prose) || [...addedNodes].some(shows))) soon();
  }).observe(root, { childList: true, subtree: true });
  soon();
}

/**
 * Keep the references in a card's prompt and rows alive. Returns the function that stops it.
 *
 * @param {HTMLElement} root  the card
 * @param {PaneLesson} lesson
 */
export function followCard(root, lesson) {
  let timer = 0;
  function pass() {
    timer = 0;
    for (const block of root.querySelectorAll(ASKED)) decorate(block, lesson, texts(block), CONTROLS, false);
  }
  const stop = lesson.on(() => {
    if (!timer) timer = setTimeout(pass);
  });
  pass();
  return () => {
    stop();
    clearTimeout(timer);
  };
}
