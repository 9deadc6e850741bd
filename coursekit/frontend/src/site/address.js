// What the part of an address behind the # names: a question, a heading, or a paragraph of a document ("#LOG-p7").
import { ID, SIGLUM } from "../ids.js";

const PARAGRAPH = new RegExp(`^(${SIGLUM})-(${ID})$`);

/** A paragraph that an address names; null where it names none. Pure. */
export function paragraphIn(/** @type {string} */ name) {
  const [, source, paragraph] = PARAGRAPH.exec(name) ?? [];
  return source ? { source, paragraph } : null;
}

/** What the part of this page's address behind the # says. */
function named() {
  const name = location.hash.slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // as it is written
  }
}

/**
 * Go to the page on which something stands that is named and not on this one, if there is such a page.
 *
 * @param {URL} base  of the site
 * @param {string} folder  of what this version of it needs
 */
export async function goElsewhere(base, folder, name = named()) {
  if (!name) return;
  try {
    const answer = await fetch(new URL(`${folder}/places.json`, base));
    const places = answer.ok ? await answer.json() : {};
    if (!Object.hasOwn(places, name)) return;
    const there = new URL(String(places[name]), base);
    if (there.origin === base.origin && there.pathname.startsWith(base.pathname) && there.pathname !== location.pathname) location.replace(`${there.href}#${encodeURIComponent(name)}`);
  } catch {
    // no network: one stays here
  }
}

/**
 * Go where the address leads, now and whenever that changes. Tells whether it leads anywhere on this page now.
 *
 * @param {HTMLElement[]} cells
 * @param {{ to(cell: number): void }} lesson
 * @param {PaneLesson | null} documents
 * @param {() => void} elsewhere  called where it names something that is not on this page
 */
export function followAddress(cells, lesson, documents, elsewhere = () => {}) {
  function here() {
    const name = named();
    const at = paragraphIn(name);
    if (at) return documents?.show(at) ?? false;
    const target = name ? document.getElementById(name) : null;
    const cell = target ? cells.findIndex((each) => each.contains(target)) : -1;
    if (cell < 0) return false;
    lesson.to(cell);
    if (target !== cells[cell]) target?.scrollIntoView({ block: "start" });
    return true;
  }
  function go() {
    const found = here();
    if (!found) elsewhere();
    return found;
  }
  addEventListener("hashchange", go);
  return go();
}
