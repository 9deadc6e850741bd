// How to join: the address, the code, and the picture that a phone scans.
import { h } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {NonNullable<RoomDoor["code"]>} code
 * @param {string} address
 */
export function scannedCode({ size, path }, address) {
  const picture = document.createElementNS(SVG, "svg");
  const set = (/** @type {Element} */ node, /** @type {Record<string, string>} */ all) => {
    for (const [name, value] of Object.entries(all)) node.setAttribute(name, value);
    return node;
  };
  const words = `Code to be scanned: it opens ${address} and joins the room`;
  set(picture, { viewBox: `0 0 ${size} ${size}`, class: "rm-scan", role: "img", "aria-label": words, "shape-rendering": "crispEdges" });
  // Black on white in every theme: that is what cameras read.
  picture.append(set(document.createElementNS(SVG, "rect"), { width: String(size), height: String(size), fill: "#fff" }));
  picture.append(set(document.createElementNS(SVG, "path"), { d: path, fill: "#000" }));
  return picture;
}

/** The code a sign at a time, so that it can be read across a hall, and aloud. */
export function typedCode(/** @type {string} */ code) {
  return h("span", { class: "rm-code" }, h("span", { class: "ck-unseen" }, [...code].join(" ")), h("span", { "aria-hidden": "true" }, code));
}
