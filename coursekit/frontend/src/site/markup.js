// HTML that Python made for a page, as elements. It is parsed where nothing in it runs or loads; only elements and
// attributes that a lesson shows are taken over. This is the one module that parses markup.

const ELEMENTS = new Set(
  (
    "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong style sub summary sup table tbody td tfoot th thead time tr u ul button " +
    "svg g path circle ellipse rect line polyline polygon text tspan title desc defs marker"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "class id title lang dir role hidden open scope colspan rowspan start value datetime type alt width height tabindex style focusable " +
    "viewbox preserveaspectratio d x y x1 y1 x2 y2 cx cy r rx ry dx dy points fill stroke stroke-width stroke-dasharray transform text-anchor marker-end marker-start refx refy orient markerwidth markerheight"
  ).split(" "),
);
const ADDRESSES = new Set(["href", "src"]);
const SAFE_ADDRESS = /^(?:https?:|#|\.{0,2}\/|[\w-]+(?:[./#?]|$))/i;
const SAFE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

function allowed(/** @type {string} */ name, /** @type {string} */ value) {
  if (ATTRIBUTES.has(name) || /^(?:data|aria)-[\w-]+$/.test(name)) return true;
  return ADDRESSES.has(name) && (SAFE_ADDRESS.test(value) || (name === "src" && SAFE_IMAGE.test(value)));
}

function clean(/** @type {Element} */ element) {
  for (const { name, value } of [...element.attributes]) if (!allowed(name.toLowerCase(), value.trim())) element.removeAttribute(name);
  for (const child of [...element.children]) {
    if (ELEMENTS.has(child.localName.toLowerCase())) clean(child);
    else child.remove();
  }
}

/** What HTML shows, and nothing else of it. @returns {DocumentFragment} */
export function markup(/** @type {string} */ html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  clean(body);
  const fragment = document.createDocumentFragment();
  fragment.append(...[...body.childNodes].map((node) => document.importNode(node, true)));
  return fragment;
}
