// The text: one row a paragraph, with its id, its words in each edition shown, and the marks beside them.
import { h } from "../dom.js";
import { createItem } from "../spans/paragraph.js";

const LINE = 62; // characters in a line of the text column, about: for the height of rows not yet drawn

/** @type {Record<string, string>} */
const STATUS = {
  changed: "This paragraph differs in your copy from the text the course was made with. Read it with that in mind.",
  missing: "This paragraph is missing from your copy.",
};

/** All paragraph ids, in the order of the first edition; what only another has comes after. */
export function rowIds(/** @type {Edition[]} */ editions) {
  return [...new Set(editions.flatMap((edition) => edition.paragraphs.map((paragraph) => paragraph.id)))];
}

function cell(/** @type {Paragraph} */ paragraph, /** @type {string} */ edition, /** @type {string} */ voiceBefore) {
  const item = paragraph.text ? createItem(paragraph, edition) : null;
  const flag = edition === "text" ? STATUS[paragraph.status ?? ""] : undefined;
  const voice = paragraph.voice && paragraph.voice !== voiceBefore ? paragraph.voice : "";
  const node = h(
    "div",
    { class: "ck-text", data: { edition } },
    voice && h("div", { class: "ck-voice" }, voice),
    item?.node,
    flag && h("p", { class: "ck-flag" }, flag),
  );
  return { node, item };
}

/**
 * Rows for the editions of a setup; the words of an edition are made when it is first shown.
 * Returns {element, list, row(id), show(view), items()}; a row is {id, element, side, cells}.
 */
export function createRows(/** @type {ReaderSetup} */ { editions, source }) {
  /** @type {Row[]} */
  const list = rowIds(editions).map((id) => {
    const side = h("div", { class: "ck-side" });
    const id_ = h("div", { class: "ck-id" }, id);
    return { id, side, mark: id_, element: h("div", { class: "ck-row", data: { p: id } }, id_, side), cells: new Map() };
  });
  const byId = new Map(list.map((row) => [row.id, row]));
  const element = h("div", { class: "ck-desk", role: "group", "aria-label": `${source.title}: the text` }, list.map((row) => row.element));
  const made = new Set(); // editions; not noted on them, because several views share one setup
  /** @type {string[]} */
  let shown = [];

  function make(/** @type {Edition} */ edition) {
    let voice = "";
    for (const paragraph of edition.paragraphs) {
      const row = byId.get(paragraph.id);
      row?.cells.set(edition.name, cell(paragraph, edition.name, voice));
      voice = paragraph.voice;
    }
    made.add(edition);
  }
  return {
    element,
    list,
    row: (/** @type {string} */ id) => byId.get(id) ?? null,
    get shown() {
      return shown;
    },
    /** Show one edition, or both side by side: view is an edition's name or "both". */
    show(/** @type {string} */ view) {
      shown = editions.map((edition) => edition.name).filter((name) => view === "both" || view === name);
      for (const edition of editions) if (shown.includes(edition.name) && !made.has(edition)) make(edition);
      element.dataset.view = view;
      for (const row of list) {
        for (const [name, { node }] of row.cells) {
          if (!shown.includes(name)) node.remove();
          else if (!node.isConnected || view === "both") row.side.before(node);
        }
        const here = [...row.cells].flatMap(([name, { item }]) => (shown.includes(name) ? (item?.text.length ?? 0) : []));
        row.element.hidden = here.length === 0;
        row.tall = 20 + 29 * Math.ceil(Math.max(1, ...here) / LINE);
        row.element.style.setProperty("--ck-tall", `${row.tall}px`);
      }
    },
    /** What can be pointed into, in reading order. */
    items: () =>
      list.flatMap((row) => shown.flatMap((name) => row.cells.get(name)?.item ?? [])),
  };
}
