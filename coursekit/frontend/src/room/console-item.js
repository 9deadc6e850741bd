// From what an instructor typed to what is asked. The room's server says what is wrong with it, in words. Pure.

const number = (/** @type {string} */ text) => {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? null : Number.isFinite(Number(plain)) ? Number(plain) : plain;
};

/** One option a line; a star before one says that it is right. */
export function readOptions(/** @type {string} */ text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && line !== "*")
    .map((line) => (line.startsWith("*") ? { text: line.slice(1).trim(), right: true } : line));
}

/**
 * @param {string} kind
 * @param {Record<string, string | boolean>} typed  by the names of the fields
 */
export function itemOf(kind, typed) {
  const text = (/** @type {string} */ name) => String(typed[name] ?? "").trim();
  const common = { prompt: text("prompt") };
  if (kind === "choice") {
    return { kind, ...common, options: readOptions(text("options")), confidence: typed.confidence === true };
  }
  if (kind === "point") {
    const [from, to] = [text("from"), text("to")];
    const where = { source: text("source"), paragraphs: from === to || !to ? from : `${from}-${to}` };
    const own = text("own") ? { expert: [{ quote: text("own") }] } : {};
    return { kind, ...common, ...where, places: Number(text("places")), nowhere: typed.nowhere === true, confidence: typed.confidence === true, ...own };
  }
  if (kind === "confidence") return { kind: "number", ...common, unit: "%", least: 0, most: 100 };
  const tolerance = number(text("tolerance"));
  const bounds = { least: number(text("least")), most: number(text("most")), key: number(text("key")) };
  return { kind, ...common, unit: text("unit"), ...bounds, ...(tolerance === null ? {} : { tolerance }) };
}
