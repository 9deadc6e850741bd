// Elements made from text: no markup is ever parsed, so no word of a document can become one.

// Control characters and unpaired surrogates. Each is one UTF-16 unit and is shown as one,
// so offsets into the shown text are offsets into the text.
const UNSHOWABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it can be shown: same length in UTF-16 units. */
export function safe(/** @type {any} */ value) {
  return String(value ?? "").replace(UNSHOWABLE, "\ufffd");
}

// Set as properties, because the attribute of the same name is only the starting value.
const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "open", "indeterminate", "htmlFor"]);
const ADDRESSES = new Set(["href", "src", "action", "formaction", "xlink:href"]);

function setOne(/** @type {any} */ node, /** @type {string} */ name, /** @type {any} */ value) {
  if (value === undefined || value === null) return;
  if (name === "on") {
    for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
  } else if (name === "class") {
    node.setAttribute("class", Array.isArray(value) ? value.filter(Boolean).join(" ") : value);
  } else if (name === "data") {
    for (const [key, item] of Object.entries(value)) node.dataset[key] = safe(item);
  } else if (name === "style") {
    for (const [key, item] of Object.entries(value)) node.style.setProperty(key, item);
  } else if (PROPERTIES.has(name)) {
    node[name] = value;
  } else if (/^(on|inner|outer|srcdoc)/i.test(name)) {
    throw new TypeError(`dom: ${name} is not set here; listeners go in "on", text is a child`);
  } else if (ADDRESSES.has(name.toLowerCase())) {
    if (/^(https?:|#)/i.test(value)) node.setAttribute(name, value);
  } else if (value !== false) {
    node.setAttribute(name, value === true ? "" : safe(value));
  }
}

/**
 * One element. Children are nodes, strings (text), arrays of these, or nothing (null, false).
 * `h("button", {type: "button", class: "ck-button", on: {click}}, "Check")`
 * ARIA states are strings: {"aria-expanded": "false"}.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props | null} [props]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  /** @type {[string, unknown][]} */
  const late = [];
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name === "value") late.push([name, value]);
    else setOne(node, name, value);
  }
  append(node, children);
  // The value of a select needs its options, that of a range its bounds.
  for (const [name, value] of late) setOne(node, name, value);
  return node;
}

/**
 * Add children of every kind `h` takes.
 *
 * @template {Element} Parent
 * @param {Parent} node
 * @param {Child} children
 */
export function append(node, children) {
  for (const child of /** @type {any[]} */ ([children].flat(/** @type {1} */ (Infinity)))) {
    if (child === null || child === undefined || child === false || child === true) continue;
    node.append(child instanceof Node ? child : document.createTextNode(safe(child)));
  }
  return node;
}

/**
 * Replace everything inside a node.
 *
 * @template {Element} Parent
 * @param {Parent} node
 * @param {Child[]} children
 */
export function fill(node, ...children) {
  node.replaceChildren();
  return append(node, children);
}

/** Set the text of a node only where it differs: a live region would speak again. */
export function say(/** @type {any} */ node, /** @type {any} */ value) {
  const next = safe(value);
  if (node.textContent !== next) node.textContent = next;
}

let made = 0;
const own = Math.random().toString(36).slice(2, 8);

/** An id for an element; two bundles on one page never make the same. */
export function uid(stem = "ck") {
  made += 1;
  return `${stem}-${own}-${made}`;
}
