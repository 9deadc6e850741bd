// References in the prose of a lesson become buttons that move the pane, where the lesson has the text they name.
import { h } from "../dom.js";
import { shield } from "../keys.js";
import { byKeyboard } from "./client.js";
import { begin, references, withSigns } from "./prose-refs.js";

const BLOCKS = "p, li, td, th, dd, dt, blockquote, figcaption";
// What a card asks, and the rows it asks of; their words are not in controls, which would take the press.
const ASKED = ".ck-prompt, .ck-assign-text, tbody th[scope=row]";
const CONTROLS = "button, a, select, textarea";
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

/** Turn what of a block's references the lesson can show into buttons; done twice it does nothing more. */
function decorate(/** @type {Element} */ block, /** @type {PaneLesson} */ lesson, own = leaves(block), left = LEFT) {
  const state = begin();
  for (const leaf of own) {
    const pieces = references(leaf.data, state); // also where nothing is to be done: a parenthesis may go on
    if (leaf.parentElement?.closest(left)) continue;
    const known = pieces.map(({ source = "", paragraph = "" }) => Boolean(source) && lesson.knows(source, paragraph));
    if (!known.includes(true)) continue;
    const signs = withSigns(pieces, known);
    leaf.replaceWith(
      ...pieces.map(({ source = "", paragraph = "", to }, n) => {
        const { text, opening, closing } = signs[n];
        if (!known[n]) return text;
        /** @type {HTMLButtonElement} */
        const button = h(
          "button",
          {
            type: "button",
            class: "ck-ref",
            title: "Show it in the document",
            on: { click: (event) => lesson.show({ source, paragraph, to }, { from: button, focus: byKeyboard(event) }) },
          },
          text,
        );
        return opening || closing ? h("span", { class: "ck-ref-line" }, opening, button, closing) : button;
      }),
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
  // Prose that is drawn later, or anew.
  new MutationObserver((records) => {
    if (records.some(({ target }) => /** @type {Element} */ (target).closest?.(prose))) soon();
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
    for (const block of root.querySelectorAll(ASKED)) decorate(block, lesson, texts(block), CONTROLS);
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
