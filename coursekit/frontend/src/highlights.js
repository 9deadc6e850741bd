// Colour under words without touching the text: the CSS Custom Highlight API.
//
// There is one registry for the page, and every widget and bundle paints into the same highlights: so
// ranges are added and taken away one by one, and a highlight is never replaced.

const SHEET = Symbol.for("coursekit.highlights");
const page = /** @type {Record<symbol, any>} */ (/** @type {unknown} */ (globalThis)); // what all bundles of a page share
export const LANES = 4; // marks that overlap are underlined at different depths; deeper ones share the last

const MARKED = (/** @type {string} */ line, /** @type {string} */ ink) => `background-color: color-mix(in srgb, ${ink} 14%, transparent); text-decoration: underline ${line} ${ink} 2px`;

/** @type {Record<string, [number, string]>} */
const FIXED = {
  // name: [priority, declarations]
  "ck-expert": [1, "text-decoration: underline overline dotted 1.5px var(--ck-ink, currentColor)"],
  "ck-chosen": [5, MARKED("solid", "var(--ck-accent)")],
  "ck-right": [6, MARKED("double", "var(--ck-good)")],
  "ck-near": [6, MARKED("dashed", "var(--ck-part)")],
  "ck-wrong": [6, MARKED("dotted", "var(--ck-bad)")],
  "ck-active": [30, "background-color: color-mix(in srgb, var(--ck-c, var(--ck-accent)) 30%, transparent)"],
  "ck-hit": [31, "background-color: color-mix(in srgb, var(--ck-part, goldenrod) 26%, transparent)"],
  "ck-pick": [40, "background-color: color-mix(in srgb, var(--ck-accent, Highlight) 34%, var(--ck-paper, Canvas))"],
  "ck-cursor": [41, "background-color: var(--ck-accent, Highlight); color: var(--ck-paper, HighlightText)"],
  "ck-flash": [42, "background-color: color-mix(in srgb, var(--ck-part, goldenrod) 55%, transparent)"],
};

const LINES = new Set(["solid", "dashed", "dotted", "double", "wavy"]);

/** Whether this browser can do it; where not, marks are in the lists beside the text all the same. */
export function supported() {
  return typeof Highlight === "function" && Boolean(globalThis.CSS?.highlights);
}

/** The highlight of a tag's colour and line, at a depth. */
export function markName(/** @type {unknown} */ colour, /** @type {string} */ line, /** @type {number} */ lane) {
  return `ck-m${Number(colour) || 0}-${LINES.has(line) ? line : "solid"}-${lane}`;
}

function markRule(/** @type {string} */ name) {
  const [, colour, line, lane] = /^ck-m(\d)-(\w+)-(\d)$/.exec(name) ?? [];
  if (colour === undefined) return null;
  const ink = colour === "0" ? "var(--ck-soft)" : `var(--ck-t${colour})`;
  const thick = line === "double" || line === "wavy" ? "1.5px" : "2.5px";
  const wash = `background-color: color-mix(in srgb, ${ink} 13%, transparent)`;
  return `${wash}; text-decoration: underline ${line} ${ink} ${thick}; text-underline-offset: ${3 + 4 * Number(lane)}px`;
}

/** The page's rules for them: made as data, because a page with a strict policy takes no style element. @returns {CSSStyleSheet} */
function sheet() {
  if (page[SHEET]) return page[SHEET];
  page[SHEET] = new CSSStyleSheet();
  document.adoptedStyleSheets.push(page[SHEET]);
  return page[SHEET];
}

function highlight(/** @type {string} */ name) {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  made.priority = FIXED[name]?.[0] ?? 10;
  CSS.highlights.set(name, made);
  const rule = FIXED[name]?.[1] ?? markRule(name);
  sheet().insertRule(`::highlight(${name}) { ${rule} }`);
  return made;
}

const nothing = () => {};

/** Colour units `start` to `end` of a text node. Returns the function that takes the colour away. */
export function paint(/** @type {string} */ name, /** @type {Text} */ node, /** @type {number} */ start, /** @type {number} */ end) {
  if (!supported()) return nothing;
  const most = node.length;
  if (!(start < end && start < most)) return nothing;
  const range = new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: Math.min(end, most),
  });
  const into = highlight(name);
  into.add(range);
  return () => into.delete(range);
}

/** A set of colours that is shown and taken away together. */
export function createLayer(/** @type {string} */ name) {
  /** @type {(() => unknown)[]} */
  let undo = [];
  const clear = () => {
    for (const each of undo) each();
    undo = [];
  };
  return {
    clear,
    /** Show these and no others: [[text node, start, end], …]. */
    show(/** @type {Painted[]} */ list) {
      clear();
      undo = list.map(([node, start, end]) => paint(name, node, start, end));
    },
  };
}
