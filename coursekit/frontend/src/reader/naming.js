// Ids for marks, and their words as they are said and listed.

/** 32 hexadecimal digits, as Python's uuid4().hex. */
export function freshId() {
  // crypto.randomUUID is missing where a page comes over plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Words as they are said and listed: the middle of a long passage is left out. */
export function short(/** @type {string} */ words, most = 70) {
  if (words.length <= most) return words;
  const signs = [...words]; // no sign is cut in two
  const half = Math.floor((most - 3) / 2);
  return `${signs.slice(0, half).join("").trimEnd()} … ${signs.slice(-half).join("").trimStart()}`;
}

/** The words of a mark. */
export function wordsOf(/** @type {{ spans: Span[] }} */ annotation, /** @type {number} */ most = 70) {
  return short(annotation.spans.map((span) => span.quote).join(" … "), most);
}
