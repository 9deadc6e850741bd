"use strict";
(() => {
  // src/style/layout.css
  var layout_default = `/* How a lesson is laid out: folded cells, the line of progress above it, the buttons by which one goes on. */

/* On paper, and wherever nothing lays a lesson out, all of it is there. */
@media screen {
  .ck-folded,
  .ck-later > :not(.ck-later-line) { display: none !important; }
}
@media print {
  .ck-onward, .ck-later-line, .ck-lesson-head { display: none !important; }
}
/* The way to a question in a sitting's end: shown only where something knows the way. */
[data-ck-lesson]:not(.ck-plain) button[data-ck-go][hidden] { display: inline-block; }

/* A lesson that begins by itself needs neither its button nor the line that names it. */
.ck-begins:not(.ck-plain) .jp-MarkdownOutput p:has(> button[data-commandlinker-command="notebook:run-all-cells"]),
.ck-begins:not(.ck-plain) .jp-MarkdownOutput p:has(+ p > button[data-commandlinker-command="notebook:run-all-cells"]) { display: none; }

.ck-plain .ck-lesson-head { display: none; }
.ck-lesson-head { background: var(--jp-layout-color1); }
.ck-progress {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0.25rem 1rem;
  padding: 0.4rem 0.75rem;
  border-bottom: 1px solid var(--jp-border-color1);
  color: var(--jp-ui-font-color1);
  font: 0.875rem/1.4 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
}
.ck-progress-menu { flex: 0 1 auto; min-width: 0; }
.ck-progress-menu[open] { flex: 1 0 100%; }
.ck-progress-menu > summary { cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
.ck-progress-sheet { max-height: 45vh; overflow-y: auto; padding: 0.25rem 0 0.25rem 1rem; }
.ck-progress-sheet p { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0.5rem 0; }
.ck-progress-sittings { margin: 0.25rem 0; padding: 0; list-style: none; }
.ck-progress-sittings > li { padding: 0.2rem 0; }
.ck-progress-sittings [aria-current] { font-weight: 700; }
.ck-progress-goal { display: block; color: var(--jp-ui-font-color1); opacity: 0.85; }
.ck-progress-progress { font-variant-numeric: tabular-nums; }
.ck-progress-status { color: var(--jp-ui-font-color1); opacity: 0.85; }
.ck-progress-status:empty, .ck-progress-progress:empty { display: none; }
.ck-progress-steps { display: flex; gap: 0.4rem; margin-inline-start: auto; }

.ck-progress button, .ck-onward button, .ck-later-line button, button[data-ck-go] {
  font: inherit;
  border: 1px solid var(--jp-border-color0, #888);
  border-radius: 4px;
  background: transparent;
  color: inherit;
  cursor: pointer;
  padding: 0.3em 0.75em;
}
.ck-progress button:hover, .ck-onward button:hover, .ck-later-line button:hover, button[data-ck-go]:hover { background: var(--jp-layout-color2); }
.ck-progress .ck-link, .ck-onward .ck-link, .ck-later-line .ck-link, button[data-ck-go] {
  border-color: transparent;
  padding-inline: 0.2em;
  color: var(--jp-content-link-color, #0067b8);
  text-decoration: underline;
  text-align: start;
}
.ck-progress .ck-main, .ck-onward .ck-main {
  border-color: #1f5673;
  background: #1f5673;
  color: #fff;
  font-weight: 600;
}
.ck-progress .ck-main:hover, .ck-onward .ck-main:hover { background: #16435b; }
.ck-progress button[aria-disabled="true"] { opacity: 0.5; cursor: default; }
:is(.ck-progress, .ck-onward, .ck-later-line) :is(button, summary):focus-visible, button[data-ck-go]:focus-visible {
  outline: 3px solid var(--jp-brand-color1, #1f5673);
  outline-offset: 2px;
}
.ck-onward, .ck-later-line {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0.5rem 1.25rem;
  margin: 0.5rem 0 1.5rem;
  padding-inline-start: calc(var(--jp-cell-collapser-width, 8px) + var(--jp-cell-padding, 5px));
  color: var(--jp-content-font-color1);
  font: 0.9375rem/1.4 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
}
.ck-onward button { padding: 0.45em 1em; }
.ck-later-line {
  margin: 0.25rem 0;
  padding-block: 0.4rem;
  border-inline-start: 3px solid var(--jp-border-color1);
}
/* Where there is room it is one row of one height, whatever it says: nothing below it moves. Place and progress may take
   two lines of it; what does not fit into the place even so is left out, whole words of it, and stands in its title. */
.ck-lesson-head { container-type: inline-size; }
@container (min-width: 36rem) {
  .ck-progress:not(:has(.ck-progress-menu[open])) { flex-wrap: nowrap; align-items: center; box-sizing: border-box; height: 2.75rem; white-space: nowrap; }
  .ck-progress:not(:has(.ck-progress-menu[open])) :is(.ck-progress-place, .ck-progress-progress) { white-space: normal; line-height: 1.25; max-height: 2.5em; overflow: hidden; }
  .ck-progress-menu:not([open]) > summary { display: flex; gap: 0.4em; align-items: center; }
  .ck-progress-menu:not([open]) > summary::before { content: "▸" / ""; }
  .ck-progress-progress { max-width: 12rem; }
  .ck-progress > :not(.ck-progress-menu) { flex: none; }
}
/* Beside the pane place and progress stand in one line. */
@container (min-width: 38rem) {
  .ck-progress:not(:has(.ck-progress-menu[open])) .ck-progress-progress { max-width: none; white-space: nowrap; }
}
@container (max-width: 46rem) {
  .ck-progress-points { display: none; }
}
@media (max-width: 30rem) {
  .ck-progress { gap: 0.15rem 0.6rem; align-items: center; padding: 0.3rem 0.5rem; }
  /* The place has a row of its own; the next is as high as its buttons, whatever is said beside them. */
  .ck-progress-menu { flex: 1 0 100%; }
  .ck-progress-progress { flex: 1 1 0; min-width: 0; font-size: 0.8125rem; line-height: 1.15; }
}
/* Which cell JupyterLab takes for the active one is nothing to whoever reads. */
[data-ck-lesson]:not(.ck-plain, .ck-author) .jp-Notebook .jp-Cell { box-shadow: none !important; }
/* JupyterLab's "Click to add a cell" stands right below the buttons by which one goes on. */
[data-ck-lesson]:not(.ck-plain, .ck-author) .jp-Notebook-footer { display: none; }
/* What is brought to the top has the focus for whoever listens; the eye needs no frame round it. */
:is(.jp-MarkdownOutput, .ck-prose) [tabindex="-1"]:focus { outline: none; }
`;

  // src/lab/shelf.js
  function shelf() {
    try {
      return String(JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}").serverRoot ?? "").slice(0, 200);
    } catch {
      return "";
    }
  }
  var paneKey = (what, named = shelf()) => `coursekit:pane:${named}:${what}`;

  // src/lab/bring-back.js
  var ADDRESS_OF_ONE = /\.(ipynb|md)$/;
  function tabDrawer(name) {
    const attempt = (what) => {
      try {
        return what() ?? "";
      } catch {
        return "";
      }
    };
    return {
      get: () => attempt(() => sessionStorage.getItem(name)),
      put: (text) => attempt(() => sessionStorage.setItem(name, text))
    };
  }
  function lost() {
    const [how] = (
      /** @type {PerformanceNavigationTiming[]} */
      performance.getEntriesByType("navigation")
    );
    return how?.type === "reload" && !ADDRESS_OF_ONE.test(location.pathname);
  }
  function bringBack(app) {
    const front = tabDrawer(`coursekit:front:${shelf()}`);
    const left = lost() ? front.get() : "";
    const note = () => {
      const panel2 = app.shell.currentWidget;
      if (panel2?.node && "ckLesson" in panel2.node.dataset) front.put(panel2.context.path);
    };
    app.shell.currentChanged?.connect(note);
    app.restored.then(async () => {
      const there = [...app.shell.widgets("main")];
      if (!left || there.some(({ context }) => context)) return;
      const opened = await app.commands.execute("docmanager:open", { path: left }).catch(() => null);
      if (!opened) return;
      for (const each of there) if (each.id.startsWith("launcher")) each.dispose();
    });
    return (panel2) => {
      note();
      panel2.disposed.connect(() => front.get() === panel2.context.path && front.put(""));
    };
  }

  // src/dom.js
  var UNSHOWABLE = (
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
    /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
  );
  function safe(value) {
    return String(value ?? "").replace(UNSHOWABLE, "�");
  }
  var PROPERTIES = /* @__PURE__ */ new Set(["value", "checked", "disabled", "hidden", "selected", "open", "indeterminate", "htmlFor"]);
  var ADDRESSES = /* @__PURE__ */ new Set(["href", "src", "action", "formaction", "xlink:href"]);
  function setOne(node, name, value) {
    if (value === void 0 || value === null) return;
    if (name === "on") {
      for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    } else if (name === "class") {
      node.setAttribute("class", Array.isArray(value) ? value.filter(Boolean).join(" ") : value);
    } else if (name === "data") {
      for (const [key2, item] of Object.entries(value)) node.dataset[key2] = safe(item);
    } else if (name === "style") {
      for (const [key2, item] of Object.entries(value)) node.style.setProperty(key2, item);
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
  function h(tag, props, ...children) {
    const node = document.createElement(tag);
    const late = [];
    for (const [name, value] of Object.entries(props ?? {})) {
      if (name === "value") late.push([name, value]);
      else setOne(node, name, value);
    }
    append(node, children);
    for (const [name, value] of late) setOne(node, name, value);
    return node;
  }
  function append(node, children) {
    for (
      const child of
      /** @type {any[]} */
      [children].flat(
        /** @type {1} */
        Infinity
      )
    ) {
      if (child === null || child === void 0 || child === false || child === true) continue;
      node.append(child instanceof Node ? child : document.createTextNode(safe(child)));
    }
    return node;
  }
  function fill(node, ...children) {
    node.replaceChildren();
    return append(node, children);
  }
  function say(node, value) {
    const next = safe(value);
    if (node.textContent !== next) node.textContent = next;
  }
  var made = 0;
  var own = Math.random().toString(36).slice(2, 8);
  function uid(stem = "ck") {
    made += 1;
    return `${stem}-${own}-${made}`;
  }

  // src/live.js
  var SHARED = /* @__PURE__ */ Symbol.for("coursekit.live");
  var page = (
    /** @type {Record<symbol, any>} */
    /** @type {unknown} */
    globalThis
  );
  function region() {
    const known2 = page[SHARED];
    if (known2?.isConnected) return known2;
    const node = document.createElement("div");
    node.className = "ck-live";
    node.setAttribute("role", "status");
    node.setAttribute("aria-live", "polite");
    node.style.cssText = "position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
    document.body.append(node);
    page[SHARED] = node;
    return node;
  }
  var waiting = [];
  var timer = 0;
  function announce(message, { alone = false } = {}) {
    const node = region();
    if (alone) waiting = [];
    waiting = [...waiting.filter((item) => item !== message), String(message)].slice(-3);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const next = waiting.join(" ");
      waiting = [];
      node.textContent = node.textContent === next ? `${next} ` : next;
    }, 120);
  }

  // src/layout/bar.js
  function parts(progress) {
    return progress.split(/(?= · )/).map((part) => h("span", /points?$/.test(part) ? { class: "ck-progress-points" } : null, part));
  }
  function createBar(steps, unit) {
    const button = (name, words2, press) => h("button", { type: "button", class: name, on: { click: (event) => (
      /** @type {Element} */
      event.currentTarget.getAttribute("aria-disabled") !== "true" && press()
    ) } }, words2);
    const back = button("ck-progress-back", "‹ Back", () => steps.step(-1));
    const next = button("ck-progress-next", "Next ›", () => steps.step(1));
    back.setAttribute("aria-label", "Back a step");
    const place2 = h("span", { class: "ck-progress-place" });
    const list = h("ol", { class: "ck-progress-sittings" });
    const everything = button("ck-link", "", () => steps.everything());
    const run2 = button("ck-main", `Run this ${unit}`, () => steps.run());
    const menu = h(
      "details",
      { class: "ck-progress-menu" },
      h("summary", null, place2),
      h("div", { class: "ck-progress-sheet" }, list, h("p", null, button("ck-link", `About this ${unit}`, () => steps.head()), everything))
    );
    menu.addEventListener("click", (event) => {
      if (
        /** @type {Element} */
        event.target.closest("button")
      ) menu.open = false;
    });
    const shut2 = (event) => {
      if (menu.open && !menu.contains(
        /** @type {Node} */
        event.target
      )) menu.open = false;
    };
    const leave = (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector("summary")?.focus();
    };
    menu.addEventListener("keydown", leave);
    document.addEventListener("pointerdown", shut2, true);
    const progress = h("span", { class: "ck-progress-progress" });
    const status = h("span", { class: "ck-progress-status" });
    const node = h("div", { class: "ck-progress", role: "region", "aria-label": `Where you are in this ${unit}` }, menu, progress, status, run2, h("span", { class: "ck-progress-steps" }, back, next));
    let drawn = "";
    return {
      node,
      draw(line) {
        say(place2, line.place);
        place2.title = line.place;
        if (progress.textContent !== line.progress) progress.replaceChildren(...parts(line.progress));
        say(status, line.status);
        run2.hidden = !line.run;
        back.setAttribute("aria-disabled", String(!line.back));
        next.setAttribute("aria-disabled", String(!line.next));
        next.setAttribute("aria-label", line.next || "Next: this is the end");
        next.title = line.next;
        say(everything, line.all ? `Fold the ${unit} again` : "Show everything");
        everything.setAttribute("aria-pressed", String(line.all));
        const key2 = JSON.stringify(line.sittings);
        if (key2 === drawn) return;
        drawn = key2;
        list.replaceChildren(
          ...line.sittings.map(
            ({ label, goal, now }, at) => h("li", null, h("button", { type: "button", class: "ck-link", "aria-current": now ? "step" : null, on: { click: () => steps.sitting(at) } }, label), goal ? h("span", { class: "ck-progress-goal" }, goal) : null)
          )
        );
      },
      /** Say something to those who listen: a step or a sitting reached, not every change. */
      tell: announce,
      dispose() {
        document.removeEventListener("pointerdown", shut2, true);
        node.remove();
      }
    };
  }

  // src/layout/folds.js
  function foldsOf(plan, where) {
    const hidden = plan.cells.map(() => false);
    const later = plan.cells.map(() => false);
    const sitting = plan.sittings[where.sitting];
    if (where.all || !sitting) return { hidden, later, edge: -1, next: -1, passes: "", atEnd: true };
    const { screens } = sitting;
    const stop = where.rest.has(sitting.number) ? -1 : screens.findIndex((each) => !where.done.has(each.key));
    const open = stop < 0 ? screens.length - 1 : stop;
    const edge2 = screens[open]?.last ?? sitting.last;
    plan.cells.forEach((cell, at) => {
      const inside = at >= sitting.first && at <= edge2;
      const head2 = at < plan.head && (where.sitting === 0 || where.head);
      hidden[at] = !(inside || head2);
      later[at] = inside && cell.after !== "" && !where.done.has(cell.after) && !where.opened.has(cell.after);
    });
    const more = open < screens.length - 1;
    return {
      hidden,
      later,
      edge: more ? edge2 : -1,
      next: more ? screens[open + 1].first : -1,
      passes: more ? screens[open].key : "",
      atEnd: !more
    };
  }
  function sittingAt(plan, cell) {
    return Math.max(0, plan.sittings.findIndex((each) => cell >= each.first && cell <= each.last));
  }
  function stepAt(sitting, cell) {
    return Math.max(0, sitting.steps.findIndex((each) => cell >= each.first && cell <= each.last));
  }
  function cellOf(plan, id) {
    return plan.cells.findIndex((cell) => cell.card && cell.id === id);
  }
  function before(sitting, cell) {
    const own2 = sitting.screens.findIndex((each) => cell >= each.first && cell <= each.last);
    return sitting.screens.slice(0, Math.max(0, own2)).map(({ key: key2 }) => key2);
  }

  // src/layout/memory.js
  var MOST = 400;
  var LONGEST = 200;
  var names = (value) => (Array.isArray(value) ? value : []).filter((each) => typeof each === "string" && each.length <= LONGEST).slice(0, MOST);
  function read(text) {
    let found;
    try {
      found = JSON.parse(text ?? "");
    } catch {
      return null;
    }
    if (found === null || typeof found !== "object" || !Number.isInteger(found.sitting) || found.sitting < 0) return null;
    return {
      sitting: found.sitting,
      step: typeof found.step === "string" ? found.step.slice(0, LONGEST) : "",
      card: typeof found.card === "string" ? found.card.slice(0, LONGEST) : "",
      done: names(found.done),
      rest: (Array.isArray(found.rest) ? found.rest : []).filter(Number.isInteger).slice(0, MOST),
      opened: names(found.opened),
      answered: names(found.answered)
    };
  }
  function written(where, step, card) {
    const { sitting, done, rest, opened, answered } = where;
    return JSON.stringify({ sitting, step, card, done: [...done].slice(-MOST), rest: [...rest], opened: [...opened].slice(-MOST), answered: [...answered].slice(-MOST) });
  }
  var shut = false;
  function drawer(name) {
    return {
      get() {
        try {
          return localStorage.getItem(name);
        } catch {
          return null;
        }
      },
      put(text) {
        if (shut) return;
        try {
          if (text === null) localStorage.removeItem(name);
          else localStorage.setItem(name, text);
        } catch {
        }
      }
    };
  }

  // src/layout/place.js
  var MOVES = ["pointerdown", "wheel", "touchstart", "keydown"];
  var SLACK = 80;
  var isWhole = (scroller2) => scroller2 === document.scrollingElement;
  function edgesOf(scroller2) {
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller2);
    const { top, bottom } = isWhole(scroller2) ? { top: 0, bottom: scroller2.clientHeight } : scroller2.getBoundingClientRect();
    return { top: top + (Number.parseFloat(scrollPaddingTop) || 0), bottom: bottom - (Number.parseFloat(scrollPaddingBottom) || 0) };
  }
  function cellRead(scroller2, inSight2, cells) {
    if (scroller2.scrollTop > 0 && scroller2.scrollTop + scroller2.clientHeight >= scroller2.scrollHeight - 4) return inSight2.at(-1) ?? 0;
    const top = edgesOf(scroller2).top + SLACK;
    return inSight2.findLast((at) => (cells[at]?.node.getBoundingClientRect().top ?? Infinity) <= top) ?? inSight2[0] ?? 0;
  }
  function follow({ node, scroller: scroller2, cells }, scrolled) {
    const whole = isWhole(scroller2);
    const teller = whole ? document : scroller2;
    const touchable = whole ? document : node;
    let due = 0;
    let top = -1;
    let held = null;
    const found = { touched: false, brought, dispose };
    const soon = () => {
      due ||= requestAnimationFrame(() => {
        due = 0;
        if (Math.abs(scroller2.scrollTop - top) < 2) return;
        top = -1;
        scrolled();
      });
    };
    const touch = () => {
      found.touched = true;
      held = null;
    };
    const heights = new ResizeObserver(() => {
      if (!held) return;
      held.scrollIntoView({ block: "start" });
      top = scroller2.scrollTop;
    });
    for (const cell of cells()) heights.observe(cell.node);
    teller.addEventListener("scroll", soon, { passive: true });
    for (const kind of MOVES) touchable.addEventListener(kind, touch, { capture: true, passive: true });
    function brought(hold = null) {
      held = hold;
      top = scroller2.scrollTop;
    }
    function dispose() {
      cancelAnimationFrame(due);
      heights.disconnect();
      teller.removeEventListener("scroll", soon);
      for (const kind of MOVES) touchable.removeEventListener(kind, touch, { capture: true });
    }
    return found;
  }

  // src/layout/marks.js
  var SITTING = /^##\s+(?:Sitting|Abschnitt)\s+(\d{1,3}):\s+(\S.*)$/;
  var AFTERWARDS = ["**Afterwards.**", "**Danach.**"];
  var GOALS = [
    /^\*(?:About\s+(\d{1,3})\s+minutes\.\s+)?Goal:\s+(.*\S)\*$/,
    /^\*(?:Etwa\s+(\d{1,3})\s+Minuten\.\s+)?Ziel:\s+(.*\S)\*$/
  ];
  var isAfterwards = (line) => AFTERWARDS.some((words2) => line.startsWith(words2));
  function goalOf(words2) {
    const found = GOALS.map((goal) => goal.exec(words2)).find((each) => each);
    return { goal: found?.[2] ?? "", minutes: found?.[1] ? Number(found[1]) : null };
  }

  // src/layout/plan.js
  var STEP = /^#{2,3}\s+(\S.*)$/;
  var TITLE = /^#\s+(\S.*)$/;
  var CALL = /^from coursekit\.lesson import (\w+)\s*\n\s*(\w+)\(\s*(?:(["'])(.*?)\3)?/;
  var LINK = /\]\(([^()\s]*?(\d\d)-[a-z0-9-]+\.ipynb)\)/g;
  var QUESTIONS = ["ask", "predict", "reflect"];
  var TASK = "annotate";
  var DOCUMENTS = ["read", TASK];
  var FOR_PROGRAMS = "points";
  var OF_AN_EXERCISE = "results";
  var HAND_IN = "hand_in";
  var first = (cell) => cell.code ? "" : cell.source.trimStart().split("\n", 1)[0].trimEnd();
  var title = (cell) => STEP.exec(first(cell))?.[1] ?? "";
  function call(cell) {
    const found = cell.code ? CALL.exec(cell.source.trim()) : null;
    return found && found[1] === found[2] ? { verb: found[1], id: found[4] ?? "" } : { verb: "", id: "" };
  }
  function goalUnder(source) {
    const [, after = ""] = source.trimStart().split(/\n\s*\n/);
    return goalOf(after.split("\n").map((line) => line.trim()).join(" "));
  }
  function described(raw) {
    let above = { verb: "", id: "" };
    return raw.map((cell) => {
      const { verb, id } = call(cell);
      const card = [...QUESTIONS, TASK].includes(verb);
      const waits = isAfterwards(first(cell)) && [...QUESTIONS, TASK].includes(above.verb);
      if (cell.code) above = { verb, id };
      return { verb, id, card, after: waits ? above.id : "", prose: !cell.code };
    });
  }
  function screensOf(steps, cells) {
    const screens = [];
    let from = -1;
    steps.forEach((step, number) => {
      const only = cells.slice(step.first, step.last + 1).every((cell) => !cell.card);
      for (let at = step.first; at <= step.last; at += 1) {
        if (from < 0) from = at;
        const told = only && at === step.last && step.title !== "";
        if (!cells[at].card && !told) continue;
        const card = cells[at].card ? cells[at].id : "";
        screens.push({ key: card || `told:${step.title}`, first: from, last: at, card, step: number });
        from = -1;
      }
    });
    const end = steps.at(-1)?.last ?? -1;
    if (from >= 0 && from <= end) screens.push({ key: "end", first: from, last: end, card: "", step: steps.length - 1 });
    return screens;
  }
  var hasDocuments = (raw) => raw.some((cell) => DOCUMENTS.includes(call(cell).verb));
  function waysOn(raw) {
    const found = /* @__PURE__ */ new Map();
    for (const cell of raw) {
      if (cell.code) continue;
      for (const [, path, number] of cell.source.matchAll(LINK)) {
        found.set(path, { path, number, exercise: /(^|\/)exercises\//.test(path) });
      }
    }
    return [...found.values()];
  }
  function ahead(ways, path) {
    const here = /(\d\d)-[^/]*\.ipynb$/.exec(path)?.[1] ?? "";
    const exercise = /(^|\/)exercises\//.test(path);
    return ways.filter((way) => way.exercise ? !exercise && way.number >= here : way.number > here);
  }
  function resolve(path, from) {
    const parts2 = from.split("/").slice(0, -1);
    for (const part of path.split("/")) {
      if (part === "..") parts2.pop();
      else if (part !== ".") parts2.push(part);
    }
    return parts2.join("/");
  }
  function planOf(raw) {
    const cells = described(raw);
    const unit = cells.some(({ verb }) => verb === OF_AN_EXERCISE) ? "exercise" : "lesson";
    const below2 = unit === "lesson" ? [FOR_PROGRAMS, HAND_IN] : [FOR_PROGRAMS];
    const starts = raw.flatMap((cell, at) => SITTING.test(first(cell)) ? [at] : []);
    const marked = starts.length > 0;
    if (!marked) {
      const begins = raw.findIndex((cell) => title(cell) !== "");
      starts.push(begins < 0 ? raw.length : begins);
    }
    const sittings = starts.map((start, at) => {
      const last = (starts[at + 1] ?? raw.length) - 1;
      const heading = marked ? SITTING.exec(first(raw[start])) : null;
      const steps = [];
      for (let cell = start; cell <= last; cell += 1) {
        const own2 = heading && cell === start ? "" : title(raw[cell]);
        if (own2 || steps.length === 0) steps.push({ title: own2, first: cell, last: cell });
        steps[steps.length - 1].last = cell;
      }
      const inside = cells.slice(start, last + 1);
      const ids = (verbs) => [...new Set(inside.filter(({ verb }) => verbs.includes(verb)).map(({ id }) => id))];
      return {
        number: heading ? Number(heading[1]) : 1,
        title: heading?.[2] ?? "",
        ...heading ? goalUnder(raw[start].source) : { goal: "", minutes: null },
        first: start,
        last,
        foot: start + Math.max(0, inside.findLastIndex(({ verb }) => !below2.includes(verb))),
        steps,
        screens: screensOf(steps, cells),
        questions: ids(QUESTIONS),
        tasks: ids([TASK])
      };
    });
    const lead = cells.find(({ prose }) => !prose);
    return {
      ours: Boolean(lead?.verb) && (lead?.verb === "begin" || cells.some(({ card }) => card)),
      unit,
      title: TITLE.exec(raw.map(first).find((line) => TITLE.test(line)) ?? "")?.[1] ?? "",
      marked,
      head: starts[0],
      cells,
      sittings,
      onwards: waysOn(raw.slice(starts.at(-1)))
    };
  }

  // src/layout/progress.js
  var ANSWERED = /* @__PURE__ */ new Set(["right", "partly", "wrong", "human", "finished"]);
  function isDone(card) {
    return ANSWERED.has(card?.state ?? "");
  }
  function isSettled(card) {
    return isDone(card) && !(card?.of && ["partly", "wrong"].includes(card.state));
  }
  function progressOf(sittings, cards) {
    const ids = [...new Set(sittings.flatMap(({ questions, tasks }) => [...questions, ...tasks]))];
    const known2 = ids.map((id) => cards.get(id));
    const sum = (name) => known2.reduce((total, card) => total + (Number(card?.[name]) || 0), 0);
    return {
      asked: ids.length,
      answered: known2.filter(isDone).length,
      counted: known2.filter((card) => isDone(card) && card?.of).length,
      again: known2.filter((card) => card?.again).length,
      points: sum("points"),
      of: sum("of"),
      tasks: sittings.reduce((total, { tasks }) => total + tasks.length, 0),
      finished: known2.filter((card) => card?.state === "finished").length
    };
  }
  var plain = (number) => String(Math.round(number * 10) / 10);
  function words({ asked, answered, counted, again, points }, here) {
    const parts2 = [`${answered} of ${asked}${here ? " here" : ""}`];
    if (counted) parts2.push(`${plain(points)} point${plain(points) === "1" ? "" : "s"}`);
    if (again) parts2.push(`${again} to look at again`);
    return parts2.join(" · ");
  }
  function place(plan, sitting) {
    const here = plan.sittings[sitting];
    return plan.marked && here ? `Sitting ${here.number} of ${plan.sittings.length}: ${here.title}` : plan.title;
  }
  function firstOpen(plan, cards, done) {
    for (const [at, sitting] of plan.sittings.entries()) {
      const screen = sitting.screens.find(({ card }) => card && !isSettled(cards.get(card)) && !done.has(card));
      if (screen) return { sitting: at, cell: screen.last, card: screen.card };
    }
    return void 0;
  }

  // src/layout/sight.js
  var FOLDED = "ck-folded";
  var LATER = "ck-later";
  var PROSE = ":is(.jp-MarkdownOutput, .ck-prose)";
  var OUTPUT = ":is(.jp-OutputArea, .ck-output)";
  function laterLine(open) {
    return h(
      "div",
      { class: "ck-later-line" },
      h("span", null, "Afterwards: opens with your answer"),
      h("button", { type: "button", class: "ck-link", on: { click: open } }, "Open it now")
    );
  }
  function fold(cells, folds, open) {
    cells.forEach(({ node }, at) => {
      node.classList.toggle(FOLDED, Boolean(folds.hidden[at]));
      const later = Boolean(folds.later[at]);
      if (later === node.classList.contains(LATER)) return;
      node.classList.toggle(LATER, later);
      if (later) node.append(laterLine(() => open(at)));
      else node.querySelector(":scope > .ck-later-line")?.remove();
    });
  }
  function edge() {
    const node = h("div", { class: "ck-onward", role: "group", "aria-label": "Going on" });
    const below2 = new MutationObserver(() => {
      const cell = node.parentElement;
      if (cell && cell.lastElementChild !== node) keepFocus(() => cell.append(node));
    });
    function keepFocus(change) {
      const { activeElement } = document;
      const at = activeElement && node.contains(activeElement) ? [...node.children].indexOf(activeElement) : -1;
      change();
      if (at >= 0) (node.children[at] ?? node.lastElementChild)?.focus({ preventScroll: true });
    }
    return {
      node,
      /** Bring them into sight, and the focus to the first; false where none stand. */
      come() {
        const first2 = node.isConnected ? node.querySelector("button") : null;
        node.scrollIntoView({ block: "nearest" });
        first2?.focus({ preventScroll: true });
        return first2 !== null;
      },
      /**
       * @param {{ node: HTMLElement } | undefined} cell  at whose foot they stand
       * @param {{ label: string, main?: boolean, press: () => void }[]} ways
       */
      stand(cell, ways) {
        if (!cell || ways.length === 0) {
          below2.disconnect();
          node.remove();
          return;
        }
        const labels = ways.map(({ label }) => label).join("\n");
        if (node.dataset.labels !== labels || node.childElementCount === 0) {
          node.dataset.labels = labels;
          const buttons = ways.map(
            ({ label, main }, at) => h("button", { type: "button", class: main ? "ck-main" : "ck-link", data: { way: at } }, label)
          );
          keepFocus(() => node.replaceChildren(...buttons));
        }
        node.onclick = (event) => {
          const pressed = (
            /** @type {HTMLElement} */
            event.target.closest("button")
          );
          if (pressed) ways[Number(pressed.dataset.way)]?.press();
        };
        if (node.parentElement === cell.node && node === cell.node.lastElementChild) return;
        keepFocus(() => cell.node.append(node));
        below2.disconnect();
        below2.observe(cell.node, { childList: true });
      }
    };
  }
  function show(node, { focus = false } = {}) {
    if (focus) {
      const words2 = (
        /** @type {HTMLElement} */
        node.querySelector(`${PROSE} :is(h1, h2, h3), ${PROSE} > *`) ?? node
      );
      if (!words2.hasAttribute("tabindex")) words2.tabIndex = -1;
      words2.focus({ preventScroll: true });
    }
    node.scrollIntoView({ block: "start" });
  }
  var MARGIN = 16;
  function showVerdict(scroller2, card) {
    const foot = card.querySelector(".ck-foot");
    if (!foot?.checkVisibility()) return;
    const { top, bottom } = edgesOf(scroller2);
    const below2 = foot.getBoundingClientRect().bottom + MARGIN - bottom;
    if (below2 <= MARGIN) return;
    const verdict = card.querySelector(".ck-feedback:not([hidden])") ?? foot;
    const by = Math.min(below2, verdict.getBoundingClientRect().top - top - MARGIN);
    if (by <= 0) return;
    scroller2.scrollBy({ top: by, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  }
  function focusCard(node) {
    node.querySelector(`${OUTPUT} :is(input, textarea, select, button):not([hidden])`)?.focus({ preventScroll: true });
  }

  // src/layout/states.js
  var CARDS = ".ck-question[data-question][data-state], .ck-door[data-task][data-state]";
  function statesIn(root) {
    const found = /* @__PURE__ */ new Map();
    for (const node of root.querySelectorAll(CARDS)) {
      const { question, task, state = "", points, of, again, answered } = (
        /** @type {HTMLElement} */
        node.dataset
      );
      const id = question ?? task ?? "";
      const card = { state, points: Number(points) || 0, of: Number(of) || 0, again: again === "true", answered: answered === "true" };
      if (!found.has(id) || state !== "open") found.set(id, card);
    }
    return found;
  }
  var key = (states) => JSON.stringify([...states]);
  function watchStates(root, told) {
    let last = "";
    let due = 0;
    const look = () => {
      due = 0;
      const states = statesIn(root);
      const now = key(states);
      if (now === last) return;
      last = now;
      told(states);
    };
    const soon = () => {
      due ||= requestAnimationFrame(look);
    };
    const observer = new MutationObserver(soon);
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state", "data-points", "data-again", "data-answered"] });
    soon();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(due);
    };
  }

  // src/layout/ways.js
  function nextStop(plan, where, folds, cards, at) {
    const sitting = plan.sittings[where.sitting];
    for (let cell = Math.max(at + 1, sitting.first); cell <= sitting.last; cell += 1) {
      if (folds.hidden[cell]) break;
      const title2 = sitting.steps.find(({ first: first2 }) => first2 === cell)?.title;
      if (title2) return { kind: "step", cell, label: `Next: ${title2}` };
      const { card, id } = plan.cells[cell];
      if (card && !isDone(cards.get(id)) && !where.done.has(id)) return { kind: "card", cell, label: "Next: the next question" };
    }
    if (!folds.atEnd) {
      const card = sitting.screens.find(({ key: key2 }) => key2 === folds.passes)?.card;
      if (card) return { kind: "waits", cell: cellOf(plan, card), label: "Next: the question that waits" };
      return { kind: "on", cell: folds.next, label: "Next: go on" };
    }
    const next = plan.sittings[where.sitting + 1];
    return next && { kind: "sitting", cell: next.first, label: `On to sitting ${next.number}: ${next.title}` };
  }
  function headingBefore(sitting, at) {
    return sitting.steps.findLast(({ first: first2 }) => first2 < at)?.first ?? -1;
  }
  function returnTo(plan, where, folds, left) {
    const sitting = plan.sittings[where.sitting];
    const inSight2 = (cell) => cell >= sitting.first && cell <= sitting.last && !folds.hidden[cell];
    const touched = left.card ? cellOf(plan, left.card) : -1;
    if (inSight2(touched)) return touched;
    const step = sitting.steps.find(({ title: title2, first: first2 }) => title2 === left.step && inSight2(first2)) ?? sitting.steps[0];
    const begun = step !== sitting.steps[0] || sitting.screens.some(({ key: key2 }) => where.done.has(key2));
    if (!begun) return where.sitting > 0 ? sitting.first : -1;
    const open = sitting.screens.find(({ card }) => card && !where.done.has(card) && inSight2(cellOf(plan, card)));
    return open ? cellOf(plan, open.card) : step.first;
  }
  function leftBehind(plan, cards) {
    const answered = plan.cells.filter(({ card, id }) => card && isDone(cards.get(id))).map(({ id }) => id);
    return answered.slice(0, -1);
  }

  // src/layout/lesson.js
  var STATUS = { waits: "Starting…", runs: "Laying out…", ready: "Ready", late: "Not laid out yet", idle: "Not laid out yet" };
  var LEFT = { focus: false, hold: true };
  function createLesson(page4, switches, shelf2) {
    const { cells, scroller: scroller2 } = page4;
    const kept = drawer(`coursekit:lesson:${shelf2}:${page4.path}`);
    const memory = read(kept.get());
    let cut = planOf(page4.raw());
    const where = {
      sitting: Math.min(memory?.sitting ?? 0, cut.sittings.length - 1),
      done: new Set(memory?.done),
      rest: new Set(memory?.rest),
      opened: new Set(memory?.opened),
      answered: new Set(memory?.answered),
      all: false,
      head: false
    };
    let cards = /* @__PURE__ */ new Map();
    let folds = foldsOf(cut, where);
    let phase = "idle";
    let at = 0;
    let touched = memory?.card ?? "";
    let pressed = false;
    let awaited = false;
    let end = () => {
    };
    const onward = edge();
    const bar = createBar({ step: goStep, sitting: goSitting, head: head2, everything, run: runByHand }, cut.unit);
    const hand = follow(page4, scrolled);
    const stopStates = watchStates(page4.node, heard);
    const stopSwitches = switches.watch(apply);
    page4.changed(() => {
      cut = planOf(page4.raw());
      apply();
    });
    page4.node.addEventListener("click", toCard);
    for (const kind of ["focusin", "pointerdown"]) page4.node.addEventListener(kind, touch);
    const sitting = () => cut.sittings[where.sitting];
    const whole = () => where.all || switches.author || switches.plain;
    const step = () => sitting().steps[stepAt(sitting(), at)];
    function apply() {
      folds = foldsOf(cut, { ...where, all: whole() });
      fold(cells(), folds, (at2) => {
        where.opened.add(cut.cells[at2].after);
        keep();
        apply();
      });
      stand();
      draw();
    }
    function keep() {
      kept.put(written(where, step()?.title ?? "", touched));
    }
    function stand() {
      const own2 = ahead(cut.onwards, page4.path).map((way, at2) => ({
        label: `On to ${way.exercise ? "exercise" : "lesson"} ${way.number}`,
        main: at2 === 0,
        press: () => page4.open(resolve(way.path, page4.path))
      }));
      if (switches.plain || switches.author) return onward.stand(void 0, []);
      if (whole()) return onward.stand(cells()[cut.sittings.at(-1)?.foot ?? -1], own2);
      if (folds.edge >= 0) {
        const screen = sitting().screens.find(({ key: key2 }) => key2 === folds.passes);
        return onward.stand(cells()[folds.edge], [
          { label: screen?.card && !where.answered.has(screen.card) ? "Go on without answering" : "Go on", main: !screen?.card, press: goOn2 },
          { label: `Show the rest of this ${cut.marked ? "sitting" : cut.unit}`, press: rest }
        ]);
      }
      const next = cut.sittings[where.sitting + 1];
      const ways = next ? [{ label: `Go on to sitting ${next.number}: ${next.title}`, main: true, press: () => goSitting(where.sitting + 1) }] : own2;
      onward.stand(cells()[sitting().foot], ways);
    }
    function draw() {
      const known2 = cards.size > 0;
      bar.draw({
        place: place(cut, where.sitting) || `This ${cut.unit}`,
        progress: known2 && !["waits", "runs"].includes(phase) ? words(progressOf([sitting()], cards), cut.marked) : "",
        status: phase === "ready" && hand.touched ? "" : said2(),
        run: !known2 && (phase === "idle" || phase === "late"),
        back: headingBefore(sitting(), at) >= 0 || where.sitting > 0,
        next: nextStop(cut, where, folds, cards, at)?.label ?? "",
        all: where.all,
        sittings: cut.marked ? cut.sittings.map(describe) : []
      });
    }
    const said2 = () => (phase === "idle" ? void 0 : page4.words?.[phase]) ?? STATUS[phase];
    function describe(each, at2) {
      const { answered, asked } = progressOf([each], cards);
      return { label: `${each.number}. ${each.title}`, goal: [asked ? `${answered} of ${asked}` : "", each.goal].filter(Boolean).join(" · "), now: at2 === where.sitting };
    }
    function heard(states) {
      const was = cards.get(touched)?.state;
      cards = states;
      const known2 = where.answered.size;
      for (const [id, card] of states) if (isDone(card) || card.answered) where.answered.add(id);
      const behind = memory || hand.touched ? [] : leftBehind(cut, states);
      const fresh = [...states].filter(([id, card]) => (isSettled(card) || behind.includes(id)) && !where.done.has(id)).map(([id]) => id);
      for (const id of fresh) where.done.add(id);
      const before_ = folds.next;
      if (fresh.length || where.answered.size > known2) keep();
      apply();
      if (awaited && !hand.touched) settle();
      if (hand.touched && was === "open" && isDone(cards.get(touched))) verdict();
      const opened = fresh.length && phase === "ready" && before_ >= 0 && !folds.hidden[before_];
      if (opened && cut.sittings.every(({ steps }) => steps.every(({ first: first2 }) => first2 !== before_))) return;
      if (opened) bar.tell(`Next: ${sitting().steps[stepAt(sitting(), before_)].title}`);
    }
    function verdict() {
      const card = page4.node.querySelector(`.ck-question[data-question="${CSS.escape(touched)}"]`);
      if (card) showVerdict(scroller2, card);
    }
    function touch(event) {
      const { question, task } = (
        /** @type {HTMLElement | null} */
        /** @type {HTMLElement} */
        event.target.closest?.(".ck-question, .ck-door[data-task]")?.dataset ?? {}
      );
      const id = question ?? task ?? "";
      if (!id || id === touched) return;
      touched = id;
      keep();
    }
    function scrolled() {
      const { first: first2, last } = sitting();
      const seen = cut.cells.map((_, cell) => cell).filter((cell) => cell >= first2 && cell <= last && !folds.hidden[cell]);
      const now = cellRead(scroller2, seen, cells());
      if (now === at) return;
      at = now;
      keep();
      draw();
    }
    function reach(cell, { focus = true, hold = false } = {}) {
      at = cell;
      keep();
      apply();
      page4.at(cell);
      show(cells()[cell].node, { focus });
      hand.brought(hold ? cells()[cell].node : null);
      if (focus) reached(cell);
    }
    function reachCard(cell) {
      touched = cut.cells[cell].id;
      reach(cell, { focus: false });
      focusCard(cells()[cell].node);
      reached(cell);
    }
    function reached(cell) {
      const rest2 = cells().slice(cell);
      const ends = rest2.findIndex((_, at2) => folds.hidden[cell + at2]);
      const next = rest2.slice(0, ends < 0 ? rest2.length : ends).map(({ node }) => node.querySelector(".ck-door, [data-question]")).find(Boolean);
      (next ?? page4.node).dispatchEvent(new CustomEvent("coursekit:reached"));
    }
    function goOn2() {
      const cell = folds.next;
      where.done.add(folds.passes);
      touched = "";
      reach(cell);
    }
    function rest() {
      const cell = folds.next;
      where.rest.add(sitting().number);
      touched = "";
      reach(cell);
    }
    function goStep(by) {
      if (by < 0) {
        const heading = headingBefore(sitting(), at);
        if (heading >= 0) return reach(heading);
        return where.sitting > 0 ? goSitting(where.sitting - 1, { end: true }) : void 0;
      }
      const stop = nextStop(cut, where, folds, cards, at);
      if (!stop) return;
      if (stop.kind === "on") return goOn2();
      if (stop.kind === "sitting") return goSitting(where.sitting + 1);
      if (stop.kind === "step") return reach(stop.cell);
      if (stop.kind === "waits" && touched === cut.cells[stop.cell].id && onward.come()) return;
      reachCard(stop.cell);
      if (stop.kind === "waits") bar.tell("This question waits. To go on all the same, press the button below it.");
    }
    function goSitting(number, { end: end2 = false } = {}) {
      Object.assign(where, { sitting: number, all: false, head: false });
      touched = "";
      const { edge: last } = foldsOf(cut, { ...where, all: whole() });
      reach(end2 ? last < 0 ? sitting().last : last : sitting().first);
      bar.tell(place(cut, number));
    }
    function head2() {
      where.head = true;
      apply();
      show(cells()[0].node, { focus: true });
    }
    function everything() {
      where.all = !where.all;
      apply();
      show(cells()[folds.hidden[at] ? sitting().first : at].node);
    }
    function toCard(event) {
      const id = (
        /** @type {HTMLElement} */
        event.target.closest?.("[data-ck-go]")?.getAttribute("data-ck-go")
      );
      const cell = id ? cellOf(cut, id) : -1;
      if (cell >= 0) come(cell);
    }
    function come(cell) {
      where.sitting = sittingAt(cut, cell);
      if (foldsOf(cut, where).hidden[cell]) where.rest.add(sitting().number);
      if (cut.cells[cell].card) reachCard(cell);
      else reach(cell);
    }
    function settle() {
      const left = memory ? returnTo(cut, where, folds, memory) : -1;
      if (left >= 0) return reach(left, LEFT);
      if (phase !== "ready") return;
      awaited = !memory && cut.sittings.some(({ questions }) => questions.some((id) => !cards.has(id)));
      if (awaited) return;
      const open = !memory && [...cards.values()].some(isDone) ? firstOpen(cut, cards, where.done) : void 0;
      if (open) {
        where.sitting = open.sitting;
        for (const key2 of before(sitting(), open.cell)) where.done.add(key2);
        reach(open.cell, LEFT);
      } else if (pressed) show(cells()[cut.cells.findIndex(({ prose }) => !prose)].node);
    }
    function phased(next) {
      phase = next;
      page4.node.classList.toggle("ck-begins", next !== "late");
      draw();
      if (next !== "ready") return;
      bar.tell(`The ${cut.unit} is ready.`);
      if (!hand.touched || pressed) settle();
      hand.touched = false;
    }
    function runByHand() {
      pressed = true;
      end = page4.begin(phased);
    }
    apply();
    if (!switches.plain) {
      settle();
      if (page4.trusted) end = page4.begin(phased);
    }
    return {
      bar: bar.node,
      /** Come to a cell, and stay there while cards come alive. */
      to(cell) {
        hand.touched = true;
        come(cell);
      },
      dispose() {
        end();
        hand.dispose();
        stopStates();
        stopSwitches();
        bar.dispose();
      }
    };
  }

  // src/lab/shared.js
  var known = {};
  function take(scope) {
    known = scope ?? {};
  }
  async function shared(name) {
    const [version] = Object.values(known[name] ?? {});
    if (!version) throw new Error(`coursekit: JupyterLab does not share ${name}`);
    return (await /** @type {any} */
    version.get())();
  }

  // src/lab/starting.js
  var RUN = "notebook:run-all-cells";
  var LOOK = 200;
  var PATIENCE = 12e4;
  var isTrusted = (panel2) => Array.from(panel2.content.widgets, (cell) => cell.model).every(({ type, trusted }) => type !== "code" || trusted);
  var isUp = (panel2) => {
    const kernel = panel2.sessionContext?.session?.kernel;
    return kernel?.connectionStatus === "connected" && ["idle", "busy"].includes(kernel.status);
  };
  function begin(app, panel2, told) {
    let rested = 0;
    const until = Date.now() + PATIENCE;
    told("waits");
    const look = setInterval(async () => {
      if (panel2.isDisposed) return over();
      if (app.shell.currentWidget !== panel2) return;
      rested = isUp(panel2) ? rested + 1 : 0;
      if (rested < 2) {
        if (Date.now() > until) {
          over();
          told("late");
        }
        return;
      }
      over();
      run(app, panel2, told);
    }, LOOK);
    const over = () => clearInterval(look);
    return over;
  }
  async function run(app, panel2, told) {
    told("runs");
    try {
      const { NotebookActions } = await shared("@jupyterlab/notebook");
      const { content, sessionContext } = panel2;
      if (NotebookActions.runCells) await NotebookActions.runCells(content, content.widgets, sessionContext);
      else await app.commands.execute(RUN);
      told("ready");
    } catch {
      told("late");
    }
  }

  // src/lab/home.js
  var HOME = "index.ipynb";
  var isHome = (raw) => raw.some(({ code, source }) => code && /^from coursekit\.lesson import home\s/.test(source.trimStart()));
  var isApart = (raw) => raw.some(({ code, source }) => code && /^from coursekit\.lesson import (review|practice)\s/.test(source.trimStart()));
  var VERDICTS = ["right", "partly", "wrong"];
  var isAnswered = (panel2) => !panel2.node.querySelector(".ck-practice") && Array.from(panel2.node.querySelectorAll(".ck-question"), (card) => card.dataset.state ?? "").every((state) => VERDICTS.includes(state));
  function homeOf(path) {
    const [, folder] = /(?:^|\/)(lessons|exercises\/[^/]+)\/[^/]+$/.exec(path) ?? [];
    if (!folder) return "";
    return resolve(folder === "lessons" ? HOME : `../../lessons/${HOME}`, path);
  }
  function keepFresh(app, panel2) {
    let stop = () => {
    };
    const fronted = () => {
      if (app.shell.currentWidget !== panel2 || !isTrusted(panel2) || !isAnswered(panel2)) return;
      stop();
      stop = begin(app, panel2, () => {
      });
    };
    app.shell.currentChanged.connect(fronted);
    panel2.disposed.connect(() => {
      stop();
      app.shell.currentChanged.disconnect(fronted);
    });
    fronted();
  }
  async function lists(app, folder, path) {
    try {
      const { content } = await app.serviceManager.contents.get(folder);
      return content.some((each) => each.path === path);
    } catch {
      return false;
    }
  }
  async function wayHome(app, panel2, bar) {
    const path = homeOf(panel2.context.path);
    if (!path) return;
    const folder = path.slice(0, -HOME.length - 1);
    const above = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
    if (!await lists(app, above, folder) || !await lists(app, folder, path)) return;
    const go = () => app.commands.execute("docmanager:open", { path });
    const button = h("button", { type: "button", class: "ck-progress-home", title: "All lessons, and where you are", on: { click: go } }, "Home");
    bar.querySelector(".ck-progress-steps")?.prepend(button);
  }

  // src/lab/notebook-page.js
  var rawOf = (notebook) => notebook.widgets.map(({ model }) => ({ code: model.type === "code", source: model.sharedModel.getSource() }));
  function notebookPage(app, panel2) {
    const notebook = panel2.content;
    return {
      node: panel2.node,
      path: panel2.context.path,
      scroller: notebook.node.querySelector(".jp-WindowedPanel-outer") ?? notebook.node,
      cells: () => notebook.widgets,
      raw: () => rawOf(notebook),
      changed: (listener) => notebook.model?.cells.changed.connect(listener),
      at(cell) {
        notebook.activeCellIndex = cell;
        notebook.deselectAll();
      },
      open: (path) => app.commands.execute("docmanager:open", { path }),
      begin: (told) => begin(app, panel2, told),
      get trusted() {
        return isTrusted(panel2);
      }
    };
  }

  // src/lab/quiet.js
  var LESSON = ".jp-NotebookPanel[data-ck-lesson] .jp-Notebook";
  var TYPED = ".ck, input, textarea, select, [contenteditable=true], .cm-editor";
  var PASS = /* @__PURE__ */ new Set(["Tab", "Escape", "ContextMenu"]);
  function strays({ key: key2, ctrlKey, metaKey, altKey }) {
    return !(ctrlKey || metaKey || altKey || PASS.has(key2) || /^F\d+$/.test(key2));
  }
  function quiet(wanted) {
    const over = (event) => {
      const target = (
        /** @type {Element | null} */
        event.composedPath()[0] ?? null
      );
      return wanted() && target?.closest?.(LESSON) ? target : null;
    };
    window.addEventListener(
      "keydown",
      (event) => {
        const target = over(event);
        if (target && !target.closest(TYPED) && strays(event)) event.stopImmediatePropagation();
      },
      true
    );
    window.addEventListener(
      "dblclick",
      (event) => {
        const target = over(event);
        if (target?.closest(".jp-MarkdownCell") && !target.closest(".cm-editor")) event.stopImmediatePropagation();
      },
      true
    );
  }

  // src/unit.js
  function unitOf(el) {
    const said2 = (
      /** @type {HTMLElement | null | undefined} */
      el?.closest("[data-ck-unit]")?.dataset.ckUnit
    );
    return said2 === "exercise" ? said2 : "lesson";
  }
  var unitInFront = () => unitOf(globalThis.document?.body);
  var said = (name) => globalThis.document?.body?.dataset[name] ?? "";
  var anewInFront = (unit = unitInFront()) => said("ckAnew") || `run the ${unit} again`;
  var awaitedInFront = () => said("ckAwaited");
  var sentence = (words2) => words2.charAt(0).toUpperCase() + words2.slice(1);

  // src/lab/switches.js
  var SWITCHES = {
    author: { command: "coursekit:author", label: () => unitInFront() === "exercise" ? "Edit This Exercise" : "Edit This Lesson", caption: "Double click opens the source, keys act on cells, nothing is folded" },
    plain: { command: "coursekit:plain", label: "Plain Notebooks", caption: "Lessons and exercises are not folded, and begin when their button is pressed" }
  };
  var RANK = 900;
  function makeSwitches(app) {
    const watching = /* @__PURE__ */ new Set();
    const on = { author: false, plain: false };
    for (const [name, { command, label, caption }] of Object.entries(SWITCHES)) {
      const key2 = (
        /** @type {"author" | "plain"} */
        name
      );
      const kept = drawer(command);
      on[key2] = kept.get() === "on";
      app.commands.addCommand(command, {
        label,
        caption,
        isToggled: () => on[key2],
        execute: () => {
          on[key2] = !on[key2];
          kept.put(on[key2] ? "on" : null);
          for (const each of watching) each();
        }
      });
    }
    inMenu(app);
    return {
      get author() {
        return on.author;
      },
      get plain() {
        return on.plain;
      },
      watch(listener) {
        watching.add(listener);
        return () => watching.delete(listener);
      }
    };
  }
  async function inMenu(app) {
    try {
      const { IMainMenu } = await shared("@jupyterlab/mainmenu");
      const menu = await app.resolveOptionalService(IMainMenu);
      menu?.viewMenu.addGroup(Object.values(SWITCHES).map(({ command }) => ({ command })), RANK);
    } catch {
    }
  }

  // src/lab/layout.js
  var FACTORIES = ["Notebook", "Jupytext Notebook"];
  async function head(panel2, bar) {
    const { Widget } = await shared("@lumino/widgets");
    if (panel2.isDisposed) return;
    const widget = new Widget();
    widget.addClass("ck-lesson-head");
    widget.node.append(bar);
    panel2.contentHeader.addWidget(widget);
    const fit = () => {
      const height = `${bar.offsetHeight}px`;
      if (widget.node.style.minHeight === height) return;
      widget.node.style.minHeight = height;
      panel2.contentHeader.fit();
    };
    const watch = new ResizeObserver(fit);
    watch.observe(bar);
    widget.disposed.connect(() => watch.disconnect());
  }
  function nameFront(app) {
    document.body.dataset.ckUnit = unitOf(app.shell.currentWidget?.node);
  }
  function layout(app) {
    const style = document.createElement("style");
    style.textContent = layout_default;
    document.head.append(style);
    const switches = makeSwitches(app);
    const named = shelf();
    const inFront = bringBack(app);
    quiet(() => !switches.author && !switches.plain);
    const attach = async (panel2) => {
      await panel2.context.ready;
      if (panel2.isDisposed) return;
      const page4 = notebookPage(app, panel2);
      if (isHome(page4.raw())) {
        panel2.node.dataset.ckLesson = "";
        if (!switches.plain && !switches.author) app.restored.then(() => app.shell.collapseLeft?.());
        return keepFresh(app, panel2);
      }
      if (isApart(page4.raw())) {
        panel2.node.dataset.ckLesson = "";
        return keepFresh(app, panel2);
      }
      const { ours, unit } = planOf(page4.raw());
      if (!ours) return;
      Object.assign(panel2.node.dataset, { ckLesson: "", ckUnit: unit });
      nameFront(app);
      inFront(panel2);
      const lesson = createLesson(page4, switches, named);
      panel2.disposed.connect(() => lesson.dispose());
      const shown = () => {
        panel2.node.classList.toggle("ck-plain", switches.plain);
        panel2.node.classList.toggle("ck-author", switches.author);
      };
      panel2.disposed.connect(switches.watch(shown));
      shown();
      if (!switches.plain && !switches.author) app.restored.then(() => app.shell.collapseLeft?.());
      await head(panel2, lesson.bar);
      await wayHome(app, panel2, lesson.bar);
    };
    const extension = {
      createNew(panel2) {
        attach(panel2);
      }
    };
    app.shell.currentChanged?.connect(() => nameFront(app));
    for (const factory of FACTORIES) app.docRegistry.addWidgetExtension(factory, extension);
  }

  // src/style/pane.css
  var pane_default = `/* The pane: the documents of a lesson, beside it or over it from below. */
.ck.ck-pane {
  display: flex;
  flex-direction: column;
  max-width: none;
  height: 100%;
  margin: 0;
}
.ck-pane-head {
  flex: none;
  padding: 0.35rem 0.7rem;
  border-bottom: 1px solid var(--ck-line);
  background: var(--ck-wash);
}
.ck-pane-row,
.ck-pane-tabs,
.ck-pane-choice {
  display: flex;
  flex-wrap: wrap;
  gap: 0.2rem 0.35rem;
  align-items: center;
}
.ck-pane-tabs {
  flex: 1;
}
.ck-pane-choice {
  padding-top: 0.2rem;
}
.ck :is(.ck-pane-tab, .ck-pane-do) {
  min-height: calc(var(--ck-target) - 0.35rem);
  padding: 0.15rem 0.6rem;
  border: 1px solid transparent;
  border-radius: 7px;
  background: none;
  color: var(--ck-ink);
  font-size: 0.8125rem;
  cursor: pointer;
}
.ck :is(.ck-pane-tab, .ck-pane-do):hover {
  background: var(--ck-paper);
}
.ck .ck-pane-tab[aria-pressed="true"] {
  border-color: var(--ck-edge);
  background: var(--ck-paper);
  font-weight: 600;
  text-decoration: underline 2px var(--ck-accent);
  text-underline-offset: 4px;
}
.ck .ck-pane-choice > .ck-pane-tab {
  padding-inline: 0.35rem;
  font-size: 0.78125rem;
}
.ck .ck-pane-do {
  color: var(--ck-accent);
}
.ck-pane-only {
  overflow: hidden;
  color: var(--ck-soft);
  font-size: 0.8125rem;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.ck .ck-pane-do:disabled {
  color: var(--ck-soft);
  cursor: default;
}
.ck .ck-pane-asks {
  display: -webkit-box;
  margin-top: 0.25rem;
  overflow: hidden;
  font-size: 0.8125rem;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
}
.ck .ck-pane-asks[hidden] {
  display: none;
}
@media (pointer: coarse) {
  .ck :is(.ck-pane-tab, .ck-pane-do) {
    min-height: var(--ck-target);
  }
}
.ck-pane-slot {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
  outline-offset: -3px;
}
.ck-pane-slot > .ck {
  max-width: none;
  margin: 0;
  border: 0;
  border-radius: 0;
}
/* What the tabs say need not be said again; the tags and the button stay in sight. */
.ck-pane .ck-reader > .ck-bar {
  padding-block: 0.4rem;
  border-radius: 0;
}
.ck-pane .ck-reader > .ck-bar > :is(.ck-sig, .ck-title, .ck-space),
.ck-pane .ck-reader > .ck-bar:has(> .ck-space:last-child) {
  display: none;
}
.ck-pane .ck.ck-reader > .ck-tools,
.ck-pane .ck.ck-pointing > .ck-point-bar {
  position: sticky;
}
/* Marking beside the lesson: the text has most of the room. The tags are small, one line is for all else, a note opens
   below the line of its words, and what is not open stands in the list. */
@container ck (max-width: 47rem) {
  .ck-pane .ck-palette {
    gap: 0.3rem 0.35rem;
    padding: 0.4rem 0.7rem 0.1rem;
  }
  .ck-pane .ck-tag {
    min-height: 1.75rem;
    padding-inline: 0.45rem;
  }
  .ck-pane .ck-tag kbd {
    display: none;
  }
  .ck-pane .ck-tools > .ck-foot {
    gap: 0 0.55rem;
    padding-inline: 0.7rem;
  }
  .ck-pane .ck-foot-first {
    flex-wrap: nowrap;
    gap: 0.1rem;
  }
  .ck-pane .ck-foot .ck-space {
    flex: 0 1 0;
    margin-left: auto;
  }
  .ck-pane .ck-row:has(.ck-note.ck-open) {
    position: relative;
    z-index: 1;
    content-visibility: visible;
  }
  .ck-pane .ck-desk:has(> .ck-row:last-child .ck-note.ck-open) {
    padding-bottom: 9rem;
  }
  .ck-pane .ck-desk .ck-notes > .ck-note:not(.ck-open, .ck-expert) {
    display: none;
  }
  .ck-pane .ck-desk .ck-note.ck-open {
    position: absolute;
    top: calc(var(--ck-at, 0px) + 0.35rem);
    right: 0.4rem;
    left: calc(var(--ck-margin) + 1.2rem);
    margin: 0;
    border: 1px solid var(--ck-edge);
    border-left: 6px solid var(--ck-c, var(--ck-accent));
    box-shadow: 0 3px 12px rgb(0 0 0 / 22%);
  }
  .ck-pane .ck-note.ck-open .ck-quoted {
    display: none; /* its words stand right above */
  }
  .ck-pane .ck-editor textarea {
    min-height: 2em;
  }
}
@container ck (max-width: 22rem) {
  .ck-pane .ck-desk .ck-note.ck-open {
    left: 0.4rem;
  }
}
.ck-point-bar {
  display: flex;
  flex-wrap: wrap;
  gap: 0.3rem 0.8rem;
  align-items: center;
  padding: 0.5rem 1.1rem;
}
:is(.ck-pointing, .ck-only-read) > .ck-pointed-text {
  padding: 0.9rem 1.1rem;
}
.ck-pane-icon {
  box-sizing: border-box;
  width: 14px;
  height: 17px;
  margin: auto;
  padding: 0 2px 2px;
  border: 1.5px solid currentcolor;
  border-radius: 1px;
  background: repeating-linear-gradient(transparent 0 3px, currentcolor 3px 4px) content-box;
}
.ck-pane-empty {
  padding: 1.1rem;
}

/* A sheet from below, in a narrow window: the question stays in sight above it. */
.ck-pane-below {
  position: fixed;
  z-index: 900;
  inset: auto 0 0;
  height: 60vh;
  height: 60dvh;
}
.ck-pane-below[hidden],
.ck-pane-below:not(.ck-low) > .ck-pane-bar {
  display: none;
}
/* Sunk to one line: what it shows is as it was left. */
.ck-pane-below.ck-low {
  height: auto;
}
.ck-low > .ck.ck-pane {
  position: absolute;
  inset: 100% 0 auto;
  height: 60vh;
  height: 60dvh;
  visibility: hidden;
}
.ck.ck-pane-bar {
  max-width: none;
  margin: 0;
  border-top: 3px solid var(--ck-accent);
  background: var(--ck-wash);
}
.ck .ck-pane-rise {
  width: 100%;
  min-height: 2.75rem;
  border: 0;
  background: none;
  color: var(--ck-accent);
  font-weight: 600;
  font-size: 0.875rem;
  text-decoration: underline;
  text-underline-offset: 3px;
  cursor: pointer;
}
.ck.ck-pane.ck-below {
  border-top: 3px solid var(--ck-accent);
  box-shadow: 0 -6px 24px rgb(0 0 0 / 25%);
}
/* Its head is two lines, however much there is to choose: what does not fit is drawn along. In the second, what is asked
   has the room that is left, where that is enough for some words: the question itself stands above the sheet. */
.ck-below .ck-pane-head {
  padding-block: 0;
}
.ck-below :is(.ck-pane-row, .ck-pane-tabs, .ck-pane-choice) {
  flex-wrap: nowrap;
}
.ck-below :is(.ck-pane-tabs, .ck-pane-choice) {
  min-width: 0;
  overflow-x: auto;
  scrollbar-width: none;
}
.ck-below .ck-pane-tabs {
  flex: 1 1 auto;
}
.ck-below .ck-pane-choice {
  padding: 0;
}
.ck-below .ck-pane-second:has(> .ck-pane-choice:not([hidden])) {
  display: flex;
  flex-wrap: wrap;
  gap: 0 0.6rem;
  align-items: center;
  height: var(--ck-target);
  overflow: hidden;
}
.ck-below .ck-pane-choice:not([hidden]) + .ck-pane-asks {
  flex: 1 0 8rem;
  min-width: 0;
}
.ck-below .ck-pane-choice:not([hidden]) + .ck-pane-asks .ck-soft {
  display: none;
}
.ck-below .ck-pane-second:has(> .ck-pane-reads) {
  flex-wrap: nowrap;
}
.ck-below .ck-pane-choice:not([hidden]) + .ck-pane-reads {
  flex: 1 1 5.5rem;
  min-width: 5.5rem;
}
/* What is pressed there is as high as a finger needs, and looks lower. */
.ck.ck-below :is(.ck-pane-tab, .ck-pane-do) {
  position: relative;
  isolation: isolate;
  flex: none;
  min-width: var(--ck-target);
  min-height: var(--ck-target);
  border-color: transparent;
  background: none;
  outline-offset: -3px;
  white-space: nowrap;
}
.ck.ck-below :is(.ck-pane-tab, .ck-pane-do)::before {
  content: "";
  position: absolute;
  z-index: -1;
  inset: 0.2rem 0;
  border: 1px solid transparent;
  border-radius: 7px;
}
.ck.ck-below :is(.ck-pane-tab[aria-pressed="true"], .ck-pane-close, .ck-pane-tab:hover)::before {
  border-color: var(--ck-edge);
  background: var(--ck-paper);
}
.ck-below .ck-pane-do:disabled {
  display: none; /* nothing to go back to */
}
.ck-below .ck-pane-asks {
  margin-top: 0;
  -webkit-line-clamp: 1; /* the question itself stands above the sheet */
}
.ck.ck-below .ck-pane-close {
  font-weight: 600;
}
/* There the tools have a line each, which is drawn along where it is longer; the tags spread once there is something to
   mark, and give way to what is unfolded. */
.ck-below :is(.ck-palette, .ck-tools > .ck-foot) {
  flex-wrap: nowrap;
  padding-block: 0.3rem 0.1rem;
  overflow-x: auto;
}
.ck-below :is(.ck-palette, .ck-tools > .ck-foot) > * {
  flex: none;
}
/* What is drawn along fades at its end. */
.ck-below :is(.ck-palette, .ck-tools > .ck-foot)::after {
  content: "";
  position: sticky;
  right: -0.7rem;
  order: 3;
  flex: none;
  align-self: stretch;
  width: 2.5rem;
  background: linear-gradient(to right, transparent, var(--ck-wash) 80%);
  pointer-events: none;
}
.ck-below .ck-has-pick .ck-palette::after {
  content: none;
}
.ck-below .ck-tools > .ck-foot > .ck-foot-first {
  order: 1; /* what the tags mean and "I have finished" are in sight before all else */
}
.ck-below .ck-tools > .ck-foot > .ck-status {
  order: 2;
}
.ck-below .ck-tools > .ck-foot > .ck-status:is([data-state="failed"], [data-state="refused"]) {
  order: -1;
}
@container ck (max-width: 22rem) {
  .ck-below .ck-tools > .ck-foot {
    flex-wrap: wrap;
  }
}
.ck-below .ck-has-pick .ck-palette {
  flex-wrap: wrap;
  max-height: 6.5rem;
  overflow: hidden auto;
}
.ck-below .ck-tool-fold {
  max-height: 7.5rem;
}
.ck-below .ck-unfolded .ck-palette {
  display: none;
}
@media (max-height: 30rem) {
  .ck-below .ck.ck-reader > .ck-tools {
    position: static;
  }
}
.ck-below [data-how="true"] {
  display: none;
}
@container ck (max-width: 30rem) {
  .ck-pane-name {
    display: none;
  }
}

/* What the sheet covers can still be scrolled up to above it. */
.ck-has-below .jp-WindowedPanel-outer {
  box-sizing: border-box;
  padding-bottom: 62vh !important;
}

/* In the lesson's prose and in a card's questions: a place in a document. */
.ck-ref {
  display: inline;
  padding: 0;
  border: 0;
  background: none;
  color: var(--jp-content-link-color, #1f5673);
  font: inherit;
  text-align: left;
  text-decoration: underline dotted;
  text-underline-offset: 3px;
  cursor: pointer;
}
:is(td, th) .ck-ref,
.ck-ref-line {
  white-space: nowrap;
}
.ck-ref:hover {
  text-decoration-style: solid;
}
.ck-ref:focus-visible {
  outline: 2px solid currentcolor;
  outline-offset: 2px;
  border-radius: 2px;
}

/* Where a passage would open below a paragraph, nothing stands while none is open. */
.ck.ck-lent:not(:has(> :not([hidden]))) {
  display: none;
}

.ck-cited-fact > * {
  margin: 0;
  padding: 0.2rem 0 0.2rem 0.9rem;
  border-inline-start: 3px solid var(--ck-line);
  list-style: none;
}

/* In the lesson: the door to a text. */
.ck-door {
  display: flex;
  flex-wrap: wrap;
  gap: 0.6rem 1.1rem;
  align-items: center;
  justify-content: space-between;
  max-width: 46rem;
  padding: 0.9rem 1.1rem;
}
.ck-door-words {
  flex: 1 1 18rem;
}
.ck-door-prompt {
  padding: 0.3rem 0 !important;
}
.ck-door > button {
  place-items: center;
  display: inline-grid;
}
.ck-door > button > span {
  grid-area: 1 / 1;
}
.ck-door[data-shown="true"] .ck-door-to,
.ck-door:not([data-shown="true"]) .ck-door-here {
  visibility: hidden;
}
@container ck (max-width: 30rem) {
  .ck-pane-head {
    padding-inline: 0.4rem;
  }
}
`;

  // src/typing.js
  var JUST_NOW = 2e3;
  function typeOn(body, fields) {
    let typed = Number.NEGATIVE_INFINITY;
    body.addEventListener("input", (event) => {
      const field = (
        /** @type {Element} */
        event.target
      );
      if (field.closest(".ck") && field.matches(fields)) typed = performance.now();
    });
    new MutationObserver((changes) => {
      if (performance.now() - typed > JUST_NOW) return;
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLElement) goOn(node);
    }).observe(body, { childList: true });
  }
  function goOn(box) {
    if (!box.matches(".jp-Dialog")) return;
    const buttons = box.querySelectorAll("button.jp-Dialog-button");
    if (buttons.length !== 1 || box.querySelector("input, select, textarea")) return;
    const told = [".jp-Dialog-header", ".jp-Dialog-body"].map((part) => box.querySelector(part)?.textContent?.trim() ?? "");
    announce(told.filter(Boolean).join(": "));
    buttons[0].click();
  }

  // src/keys.js
  var SHARED2 = /* @__PURE__ */ Symbol.for("coursekit.keys");
  var page2 = (
    /** @type {Record<symbol, any>} */
    /** @type {unknown} */
    globalThis
  );
  var EDITING = /* @__PURE__ */ new Set(
    ["a", "c", "v", "x", "y", "z", "backspace", "delete", "home", "end", "arrowleft", "arrowright", "arrowup", "arrowdown"]
  );
  var TYPED2 = ".ck-cell select, .ck-cell input, textarea, input:not([type=radio]):not([type=checkbox]):not([type=range]):not([type=button]), [contenteditable=true]";
  function passes(event, typing) {
    const key2 = String(event.key ?? "").toLowerCase();
    if (key2 === "tab") return true;
    if (event.getModifierState?.("AltGraph")) return false;
    if (!(event.ctrlKey || event.metaKey || event.altKey)) return false;
    if (key2 === "enter") return false;
    if (typing && EDITING.has(key2)) return false;
    return true;
  }
  function shared2() {
    if (page2[SHARED2]) return page2[SHARED2];
    const handlers = /* @__PURE__ */ new WeakMap();
    globalThis.addEventListener(
      "keydown",
      (event) => {
        const path = (
          /** @type {Element[]} */
          event.composedPath()
        );
        const target = path[0];
        if (!target?.closest?.(".ck, .ck-ref")) return;
        if (passes(event, target.matches(TYPED2))) return;
        event.stopImmediatePropagation();
        if (event.isComposing) return;
        for (const node of path) {
          for (const handler of handlers.get(node) ?? []) {
            if (handler(event) === true) {
              event.preventDefault();
              return;
            }
          }
          if (node.classList?.contains("ck") && !node.parentElement?.closest(".ck")) return;
        }
      },
      true
    );
    typeOn(document.body, TYPED2);
    page2[SHARED2] = { handlers };
    return page2[SHARED2];
  }
  function shield() {
    shared2();
  }
  function onKey(node, handler) {
    const { handlers } = shared2();
    const list = handlers.get(node) ?? [];
    handlers.set(node, [...list, handler]);
    return () => handlers.set(node, (handlers.get(node) ?? []).filter((item) => item !== handler));
  }

  // src/ids.js
  var SIGLUM = "[A-Z][A-Z0-9]{1,9}";
  var ID = "[a-z]{1,3}[0-9]{1,4}(?:\\.[a-z])?";
  var WHOLE = /^([a-z]{1,3})([0-9]{1,4})(?:\.([a-z]))?$/;
  function partsOf(id) {
    const [, letters = "", number = "", field = ""] = WHOLE.exec(id) ?? [];
    return { letters, number: Number(number), field };
  }

  // src/pane/ranges.js
  function follows(earlier, id) {
    const [before2, here] = [partsOf(earlier), partsOf(id)];
    if (!here.letters || before2.letters !== here.letters || Boolean(before2.field) !== Boolean(here.field)) return false;
    return here.number === before2.number + 1 || here.number === before2.number && here.field !== before2.field;
  }
  function spell(ids, most = Infinity) {
    const runs = [];
    for (const id of ids) {
      const run2 = runs.at(-1);
      if (run2 && follows(run2.at(-1) ?? "", id)) run2.push(id);
      else runs.push([id]);
    }
    const named = runs.flatMap((run2) => run2.length < 3 ? run2 : `${run2[0]}–${run2[run2.length - 1]}`);
    return named.length > most ? `${named.slice(0, most).join(", ")} …` : named.join(", ");
  }

  // src/pane/choosing.js
  var RANK2 = { text: 0, task: 2, point: 3 };
  var OWN = 1;
  var MOST_NAMED = 1;
  function sheetFor(sheets, current, { source, paragraph, to = paragraph, question = "" }) {
    const all = sheets.filter((sheet) => sheet.siglum === source && sheet.ids.includes(paragraph));
    const ready = all.filter((sheet) => sheet.ready());
    const rank = ({ id, kind, ids }) => {
      const own2 = question !== "" && id === `point:${question}`;
      const sort = own2 ? id === current ? RANK2.text : OWN : RANK2[kind];
      return 4 * sort + (id === current ? 0 : 2) + (ids.includes(to) ? 0 : 1);
    };
    return (ready.length > 0 ? ready : all).sort((one, other) => rank(one) - rank(other))[0] ?? null;
  }
  function onlyToRead({ id, kind, read: read2, ready }, current, reads, question = "") {
    if (!read2 || !ready()) return false;
    if (kind === "task") return id !== current || reads;
    return kind === "point" && id !== `point:${question}`;
  }
  function leadsTo(sheets, current, { question, refs }) {
    const now = sheets.find(({ id }) => id === current);
    if (now?.id === `point:${question}`) return "";
    const stale = now?.kind === "point" && now.done?.() === true;
    const rests = ({ siglum, ids }) => refs.some(({ source, from }) => source === siglum && ids.includes(from));
    if (now && !stale && (refs.length === 0 || rests(now))) return "";
    const texts2 = sheets.filter(({ kind, ready }) => kind === "text" && ready());
    const wanted = texts2.find(rests) ?? (stale ? texts2.find(({ siglum }) => siglum === now?.siglum) : void 0);
    return wanted && wanted !== now ? wanted.id : "";
  }
  function choices(sheets, current, met, reads = false) {
    const now = sheets.find((sheet) => sheet.id === current) ?? null;
    const listed = sheets.filter((sheet) => sheet.kind !== "task" || sheet === now || met.has(sheet.id));
    const sources = [...new Map(listed.map((sheet) => [sheet.siglum, sheet.title]))].map(([siglum, title2]) => ({ siglum, title: title2, on: siglum === now?.siglum }));
    const atWork = (sheet) => sheet === now && !reads;
    const own2 = listed.filter((sheet) => sheet.siglum === now?.siglum && (sheet.kind === "text" || atWork(sheet) || sheet.kind === "task" && met.has(sheet.id)));
    const within2 = own2.map((sheet) => ({ id: sheet.id, label: sheet.label, about: sheet.about, ids: sheet.ids, on: atWork(sheet) }));
    const only = reads && now ? [{ id: "", label: `Read ${now.title}`, about: now.about, ids: now.ids, on: true }] : [];
    return { sources, within: toldApart([...only, ...within2]) };
  }
  function toldApart(tabs) {
    return tabs.map(({ ids, ...tab }) => {
      const alone = tabs.filter(({ label }) => label === tab.label).length === 1;
      return alone ? tab : { ...tab, label: `${tab.label}, ${spell(ids, MOST_NAMED)}` };
    });
  }
  function firstToShow(sheets, left = "") {
    const before2 = sheets.find(({ id, done }) => id === left && !done?.());
    return before2 ?? sheets.find(({ kind }) => kind === "text") ?? sheets.find(({ kind }) => kind === "task") ?? sheets[0] ?? null;
  }
  function firstOf(sheets, siglum, seen) {
    const own2 = sheets.filter((sheet) => sheet.siglum === siglum);
    return own2.find((sheet) => sheet.id === seen) ?? own2.find((sheet) => sheet.kind === "text") ?? own2[0] ?? null;
  }

  // src/pane/lent.js
  function createLent(changed) {
    const lenders = /* @__PURE__ */ new Set();
    return {
      /** Whether somebody can be asked. */
      get open() {
        return lenders.size > 0;
      },
      /** All passages that have come so far. */
      passages: () => Object.assign({}, ...[...lenders].map((each) => each.passages())),
      ask(refs) {
        const [first2] = lenders;
        first2?.ask(refs);
      },
      /** Lend; `arrived()` tells that something has come, `end()` ends it. */
      lend(lender) {
        lenders.add(lender);
        changed();
        return { arrived: changed, end: () => lenders.delete(lender) };
      }
    };
  }

  // src/pane/met.js
  function createMet(changed) {
    const ids = /* @__PURE__ */ new Set();
    const awaited = /* @__PURE__ */ new Map();
    const eye = new IntersectionObserver((entries) => {
      const seen = entries.filter(({ isIntersecting }) => isIntersecting);
      for (const { target } of seen) {
        ids.add(awaited.get(target) ?? "");
        eye.unobserve(target);
        awaited.delete(target);
      }
      if (seen.length > 0) changed();
    });
    return {
      ids,
      watch({ id, kind, anchor }) {
        if (kind !== "task" || ids.has(id)) return;
        awaited.set(anchor, id);
        eye.observe(anchor);
      },
      leave({ anchor }) {
        eye.unobserve(anchor);
        awaited.delete(anchor);
      }
    };
  }

  // src/pane/place.js
  var FRAMES = 4;
  var SOME = 80;
  var going = /* @__PURE__ */ new WeakMap();
  function placeIn(slot) {
    const edge2 = slot.getBoundingClientRect().top;
    const rows = [...slot.querySelectorAll("[data-p]")];
    const row = slot.scrollTop > 0 ? rows.find((each) => each.getBoundingClientRect().bottom > edge2 + 1) : void 0;
    return { top: slot.scrollTop, p: (
      /** @type {HTMLElement | undefined} */
      row?.dataset.p ?? ""
    ), off: row ? row.getBoundingClientRect().top - edge2 : 0 };
  }
  function sees(slot, paragraph) {
    const row = slot.querySelector(`[data-p="${CSS.escape(paragraph)}"]`)?.getBoundingClientRect();
    const { top, bottom } = slot.getBoundingClientRect();
    const some = Math.min(SOME, row?.height ?? 0);
    return row !== void 0 && row.bottom - top >= some && bottom - row.top >= some;
  }
  function stay(slot) {
    const next = (going.get(slot) ?? 0) + 1;
    going.set(slot, next);
    return next;
  }
  function putBack(slot, place2) {
    const own2 = stay(slot);
    const row = place2?.p ? slot.querySelector(`[data-p="${CSS.escape(place2.p)}"]`) : null;
    if (!place2 || !row) {
      slot.scrollTop = place2?.top ?? 0;
      return;
    }
    let left = FRAMES;
    function step() {
      if (!place2 || !row?.isConnected || going.get(slot) !== own2) return;
      slot.scrollTop += row.getBoundingClientRect().top - slot.getBoundingClientRect().top - place2.off;
      left -= 1;
      if (left > 0) requestAnimationFrame(step);
    }
    step();
  }

  // src/pane/trail.js
  var MOST2 = 40;
  function createTrail() {
    let stops = [];
    return {
      get empty() {
        return stops.length === 0;
      },
      add(stop) {
        stops = [...stops, stop].slice(-MOST2);
      },
      /** The last stop that `is` still there, taken off with all that came after it; null where there is none. */
      back(is) {
        while (stops.length > 0) {
          const last = (
            /** @type {Stop} */
            stops.at(-1)
          );
          stops = stops.slice(0, -1);
          if (is(last)) return last;
        }
        return null;
      }
    };
  }

  // src/text.js
  var EMPHASIS = /\*([^*\s](?:[^*]{0,200}[^*\s])?)\*/g;
  function pieces(prose) {
    const text = String(prose ?? "");
    const found = [];
    let at = 0;
    for (const match of text.matchAll(EMPHASIS)) {
      if (match.index > at) found.push({ text: text.slice(at, match.index), em: false });
      found.push({ text: match[1], em: true });
      at = match.index + match[0].length;
    }
    if (at < text.length) found.push({ text: text.slice(at), em: false });
    return found;
  }
  function rich(prose) {
    return pieces(prose).map((piece) => piece.em ? h("em", null, piece.text) : piece.text);
  }

  // src/pane/view.js
  var ONLY_READ = "Only to read: nothing is marked or pointed at here.";
  function inSight(strip) {
    const on = strip.querySelector("[aria-pressed=true]");
    if (!on || strip.scrollWidth <= strip.clientWidth) return;
    const [outer, inner] = [strip.getBoundingClientRect(), on.getBoundingClientRect()];
    strip.scrollLeft += Math.max(0, inner.right - outer.right) - Math.max(0, outer.left - inner.left);
  }
  function createView(act) {
    const sources = h("div", { class: "ck-pane-tabs", role: "group", "aria-label": "Documents" });
    const sheets = h("div", { class: "ck-pane-choice", role: "group", "aria-label": "What to do in it" });
    const asks = h("p", { class: "ck-pane-asks" });
    const back = h("button", { type: "button", class: "ck-pane-do", on: { click: () => act.back() } }, "‹ Back");
    const close = h("button", { type: "button", class: "ck-pane-do ck-pane-close", on: { click: () => act.close() } }, "Close");
    const slot = h("div", { class: "ck-pane-slot", tabindex: "-1" });
    const element = h(
      "section",
      { class: "ck ck-pane", "aria-label": "The documents" },
      h("div", { class: "ck-pane-head" }, h("div", { class: "ck-pane-row" }, sources, back, close), h("div", { class: "ck-pane-second" }, sheets, asks)),
      slot
    );
    const tab = (key2, words2, on, click, title2 = "") => h("button", { type: "button", class: "ck-pane-tab", title: title2 || null, "aria-pressed": String(on), data: { key: key2 }, on: { click } }, words2);
    let drawn = "";
    const watch = new ResizeObserver((told) => {
      for (const { target } of told) inSight(
        /** @type {HTMLElement} */
        target
      );
    });
    for (const strip of [sources, sheets]) watch.observe(strip);
    return {
      element,
      slot,
      /** Show what there is to choose. `below`: the pane is a sheet that comes from below, over the lesson. */
      draw(all, current, { canBack, below: below2, met, reads }) {
        const offered = choices(all, current, met, reads);
        const question = !reads && all.find(({ id }) => id === current)?.asks || "";
        const next = JSON.stringify([offered, question, reads, canBack, below2]);
        if (next === drawn) return;
        drawn = next;
        const focused = (
          /** @type {HTMLElement | null} */
          document.activeElement
        );
        const key2 = element.contains(focused) ? focused?.dataset.key : "";
        const [only, ...others] = offered.sources;
        if (only && others.length === 0) fill(sources, h("span", { class: "ck-pane-only", title: only.title }, h("span", { class: "ck-sig" }, only.siglum), " ", only.title));
        else fill(sources, offered.sources.map(({ siglum, title: title2, on }) => tab(siglum, [siglum, " ", h("span", { class: "ck-pane-name" }, title2)], on, () => act.source(siglum))));
        fill(sheets, offered.within.map(({ id, label, about, on }) => tab(id, label, on, () => act.sheet(id), about)));
        sheets.hidden = offered.within.length < 2 && !reads;
        fill(asks, reads ? ONLY_READ : question ? [h("span", { class: "ck-soft" }, "For the question: "), rich(question)] : []);
        element.dataset.source = offered.sources.find(({ on }) => on)?.siglum ?? "";
        asks.title = question;
        asks.classList.toggle("ck-pane-reads", reads);
        asks.hidden = !question && !reads;
        for (const strip of [sources, sheets]) if (below2) inSight(strip);
        back.disabled = !canBack;
        element.classList.toggle("ck-below", below2);
        say(close, below2 ? "To the question" : "Close");
        if (key2) element.querySelector(`[data-key="${CSS.escape(key2)}"]`)?.focus();
      }
    };
  }

  // src/pane/lesson.js
  function createLesson2(stage, drawer2) {
    const known2 = /* @__PURE__ */ new Map();
    const places = /* @__PURE__ */ new Map();
    const last = /* @__PURE__ */ new Map();
    const seen = /* @__PURE__ */ new Map();
    const trail = createTrail();
    const met = createMet(draw);
    const lent = createLent(tell);
    let current = "";
    let reads = false;
    let needed = false;
    let awaited = null;
    let chosen = false;
    let mounted = null;
    let opener = null;
    const listeners = /* @__PURE__ */ new Set();
    const view = createView({
      source: (siglum) => go(firstOf(sheets(), siglum, seen.get(siglum))?.id),
      sheet: go,
      back: () => lesson.back(),
      close: leave
    });
    function sheets() {
      const all = [...known2.values()].flatMap((views) => views.at(-1) ?? []);
      return all.sort((one, other) => one.anchor.compareDocumentPosition(other.anchor) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    }
    const sheet = (id) => known2.get(id)?.at(-1) ?? null;
    function draw() {
      view.draw(sheets(), current, { canBack: !trail.empty, below: stage.below, met: met.ids, reads });
      tell();
    }
    function tell() {
      for (const listener of listeners) listener();
    }
    const spot = (id, onlyRead) => onlyRead ? `read ${id}` : id;
    function keepPlace() {
      if (!mounted) return;
      const place2 = placeIn(view.slot);
      places.set(spot(mounted.sheet.id, mounted.reads), place2);
      last.set(mounted.sheet.siglum, place2.p || (mounted.sheet.ids[0] ?? ""));
    }
    function takeDown() {
      if (!mounted) return;
      keepPlace();
      mounted.life.destroy();
      mounted = null;
      view.slot.replaceChildren();
      view.slot.scrollTop = 0;
    }
    function mount() {
      const wanted = view.element.isConnected ? sheet(current) : null;
      const onlyRead = reads && Boolean(wanted?.read);
      if (mounted?.sheet === wanted && mounted?.reads === onlyRead) return;
      const carried = wanted ? lesson.picked(wanted.siglum) : [];
      takeDown();
      if (!wanted) {
        if (known2.size === 0) view.slot.replaceChildren(h("p", { class: "ck-pane-empty" }, `The documents of this ${unitInFront()} come here when it is laid out.`));
        return;
      }
      view.slot.replaceChildren();
      const left = places.get(spot(wanted.id, onlyRead));
      const life = onlyRead && wanted.read ? wanted.read(view.slot) : wanted.mount(view.slot);
      mounted = { sheet: wanted, reads: onlyRead, life };
      if (left?.top) putBack(view.slot, left);
      const here = last.get(wanted.siglum);
      if (!left && here) life.begin?.(here);
      if (carried.length === 0 || !life.pick) return;
      stay(view.slot);
      life.pick(carried);
    }
    function note() {
      if (mounted) trail.add({ id: mounted.sheet.id, reads: mounted.reads, place: placeIn(view.slot) });
    }
    function turnTo(id, onlyRead = false) {
      current = id;
      reads = onlyRead;
      chosen = true;
      if (!reads) {
        seen.set(sheet(id)?.siglum ?? "", id);
        drawer2.put(id);
      }
      mount();
      draw();
    }
    function go(id) {
      if (!id || id === current && !reads) return;
      note();
      turnTo(id);
    }
    function lead(refs, back) {
      const now = mounted;
      if (!now || now.reads || now.sheet.kind !== "text" || !now.sheet.ready()) return;
      const own2 = refs.filter(({ source, from }) => source === now.sheet.siglum && now.sheet.ids.includes(from));
      if (own2.length === 0 || own2.some(({ from }) => sees(view.slot, from))) return;
      if (back) note();
      stay(view.slot);
      now.life.show(own2[0].from, "", { focus: false, to: own2[0].to ?? own2[0].from });
      draw();
    }
    function leave() {
      const inside = view.element.contains(document.activeElement);
      stage.close();
      if (inside && opener?.isConnected) opener.focus();
    }
    function focusText() {
      const stop = view.slot.querySelector(".ck-words[tabindex='0']") ?? view.slot.querySelector("button, input");
      (stop ?? view.slot).focus();
    }
    onKey(view.element, (event) => {
      if (event.key !== "Escape" || !opener?.isConnected) return false;
      if (stage.below) leave();
      else opener.focus();
      return true;
    });
    const lesson = {
      element: view.element,
      lent,
      add(added) {
        known2.set(added.id, [...known2.get(added.id) ?? [], added]);
        if (!chosen) current = firstToShow(sheets(), drawer2.get() ?? "")?.id ?? "";
        met.watch(added);
        mount();
        draw();
        stage.offer(lesson);
        return () => {
          met.leave(added);
          const rest = (known2.get(added.id) ?? []).filter((each) => each !== added);
          if (rest.length > 0) known2.set(added.id, rest);
          else known2.delete(added.id);
          if (mounted?.sheet === added) mount();
          draw();
        };
      },
      /** Whether a sheet has this paragraph, be it shut or open. */
      knows: (source, paragraph) => sheetFor(sheets(), current, { source, paragraph }) !== null,
      /** Turn to a sheet and bring the pane up. `from`: where the focus goes back to; `focus`: take it to the text. */
      open(id, { from = null, focus = false } = {}) {
        if (!sheet(id)) return false;
        opener = from ?? opener;
        go(id);
        stage.bring(lesson, from);
        if (focus || stage.below) focusText();
        return true;
      },
      /** Turn to a sheet if the pane is open beside the lesson; the focus stays where it is. */
      follow(id, from = null) {
        if (!sheet(id) || !stage.beside(lesson)) return;
        opener = from ?? opener;
        go(id);
      },
      /**
       * Turn to a sheet that is needed now; the pane comes up beside the lesson, unless it was put away. Not to be called
       * while somebody presses: the lesson gets narrower, and what is pressed would move away from under the mouse.
       */
      need(id, from = null) {
        needed = true;
        stage.offer(lesson);
        lesson.follow(id, from);
      },
      /** A card is worked at: the text that it rests on, where another one shows. `comes`: one has only just come to it. */
      work(card, { comes = false } = {}) {
        if (!stage.beside(lesson)) return;
        const left = mounted;
        go(leadsTo(sheets(), current, card));
        if (comes) lead(card.refs, mounted === left);
      },
      show(at, { from = null, focus = false } = {}) {
        const found = sheetFor(sheets(), current, at);
        if (!found) return false;
        const onlyRead = onlyToRead(found, current, reads, at.question);
        opener = from ?? opener;
        note();
        if (found.id !== current || onlyRead !== reads) turnTo(found.id, onlyRead);
        else draw();
        stage.bring(lesson, from);
        stay(view.slot);
        mounted?.life.show(at.paragraph, at.quote ?? "", { focus: focus || stage.below, to: at.to ?? at.paragraph });
        return true;
      },
      back() {
        const stop = trail.back(({ id }) => sheet(id) !== null);
        if (!stop) {
          draw();
          return false;
        }
        if (stop.id === current && stop.reads === reads) putBack(view.slot, stop.place);
        else {
          takeDown();
          places.set(spot(stop.id, stop.reads), stop.place);
          turnTo(stop.id, stop.reads);
        }
        draw();
        if (trail.empty && document.activeElement === document.body) view.slot.focus();
        return true;
      },
      /** What is selected in the sheet that shows, if that has words of this source to read and nothing to do: [span]. */
      picked(siglum) {
        if (mounted?.sheet.siglum !== siglum || mounted.sheet.kind !== "text" && !mounted.reads) return [];
        return mounted.life.picked?.() ?? [];
      },
      get shows() {
        return mounted && !reads ? current : "";
      },
      /** Hear when other sheets are there, or another one shows. Returns the function that stops it. */
      on(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      /** Whether there is something to read or to mark, or words to point at that are needed now. */
      get offers() {
        return needed || sheets().some(({ kind }) => kind !== "point");
      },
      get has() {
        return known2.size > 0 || awaited;
      },
      /** Its cells are read: documents are to come, or none. */
      awaits(documents) {
        awaited = documents;
        stage.offer(lesson);
      },
      /** The stage puts the pane in `node`, or (null) takes it off. */
      stand(node) {
        if (node ? view.element.parentElement === node : !view.element.isConnected) {
          draw();
          return;
        }
        keepPlace();
        if (!node) takeDown();
        view.element.remove();
        node?.append(view.element);
        if (mounted) putBack(view.slot, places.get(spot(mounted.sheet.id, mounted.reads)));
        mount();
        draw();
      }
    };
    return lesson;
  }

  // src/pane/client.js
  var HOST = /* @__PURE__ */ Symbol.for("coursekit.pane");
  var byKeyboard = (event) => event.detail === 0;

  // src/question/long.js
  function folded(nodes) {
    const inside = h("div", { class: "ck-long-words" }, nodes);
    const more = h("button", { type: "button", class: "ck-link", "aria-expanded": "false", hidden: true, on: { click: toggle } }, "Show all of it");
    const box = h("div", { class: "ck-long" }, inside, more);
    const sized = new ResizeObserver(() => {
      if (!box.isConnected) sized.disconnect();
      else if (more.hidden) more.hidden = inside.scrollHeight <= inside.clientHeight + 1;
      box.classList.toggle("ck-is-long", !more.hidden);
    });
    sized.observe(inside);
    function toggle() {
      const open = box.classList.toggle("ck-long-open");
      more.setAttribute("aria-expanded", String(open));
      more.textContent = open ? "Show less" : "Show all of it";
      if (!open) box.scrollIntoView({ block: "nearest" });
    }
    return box;
  }

  // src/question/refs.js
  var REF = new RegExp(`^(${SIGLUM}) (${ID})(?:-(${ID}))?$`);
  function parseRef(ref) {
    const match = REF.exec(String(ref ?? "").trim());
    return match ? { source: match[1], from: match[2], to: match[3] ?? match[2] } : null;
  }
  function within(source, paragraph, ref) {
    const range = parseRef(ref);
    const here = partsOf(paragraph);
    if (!range || !here.letters || range.source !== source) return false;
    if (paragraph === range.from || paragraph === range.to) return true;
    const [from, to] = [partsOf(range.from), partsOf(range.to)];
    if (from.letters !== to.letters || here.letters !== from.letters) return false;
    if (here.number === from.number && from.number === to.number) return here.field >= from.field && here.field <= to.field;
    return here.number > from.number && here.number < to.number;
  }
  function passagesFor(ref, passages) {
    if (passages?.[ref]) return [{ ref, ...passages[ref] }];
    return Object.entries(passages ?? {}).flatMap(([key2, passage]) => {
      const at = parseRef(key2);
      return at && at.from === at.to && within(at.source, at.from, ref) ? [{ ref: key2, at, ...passage }] : [];
    }).sort((a, b) => partsOf(a.at.from).number - partsOf(b.at.from).number || (a.at.from < b.at.from ? -1 : 1)).map(({ at: _at, ...passage }) => passage);
  }
  function quotedPieces(text, quotes) {
    const points = [...String(text ?? "")];
    const found = [];
    let at = 0;
    for (const [start, end] of [...quotes ?? []].sort((a, b) => a[0] - b[0])) {
      if (!(start >= at && end > start && end <= points.length)) continue;
      if (start > at) found.push({ text: points.slice(at, start).join(""), quoted: false });
      found.push({ text: points.slice(start, end).join(""), quoted: true });
      at = end;
    }
    if (at < points.length) found.push({ text: points.slice(at).join(""), quoted: false });
    return found;
  }

  // src/question/passages.js
  var SHOW = "coursekit:show";
  function askReaders(ref, quote = "") {
    const at = parseRef(ref);
    if (!at) return false;
    const event = new CustomEvent(SHOW, { cancelable: true, detail: { source: at.source, paragraph: at.from, to: at.to, quote } });
    return !window.dispatchEvent(event);
  }
  function figure(passage) {
    return h(
      "figure",
      { class: "ck-inline-passage" },
      h("figcaption", null, h("span", { class: "ck-sig" }, passage.ref), passage.title ? ` ${passage.title}` : ""),
      h(
        "blockquote",
        { dir: "auto" },
        quotedPieces(passage.text, passage.quotes).map(
          (piece) => piece.quoted ? h("span", { class: "ck-quoted" }, piece.text) : piece.text
        )
      )
    );
  }
  function passageLink(ref, words2, shelf2) {
    const id = uid("passage");
    const place2 = h("div", { id, class: "ck-inline", hidden: true });
    const button = h(
      "button",
      { type: "button", class: "ck-link", "aria-expanded": "false", "aria-controls": id, on: { click: toggle } },
      words2
    );
    let wanted = false;
    let timer2 = 0;
    function open(is) {
      wanted = is;
      place2.hidden = !is;
      button.setAttribute("aria-expanded", String(is));
    }
    function update() {
      if (!wanted) return;
      const known2 = passagesFor(ref, shelf2.passages());
      if (known2.length === 0) return;
      clearTimeout(timer2);
      fill(place2, folded(known2.map(figure)));
    }
    function toggle(event) {
      if (wanted) {
        open(false);
        return;
      }
      if (shelf2.show(ref, event)) return;
      if (askReaders(ref)) {
        announce(`The reader shows ${ref}.`);
        return;
      }
      open(true);
      if (passagesFor(ref, shelf2.passages()).length === 0) {
        fill(place2, h("p", { class: "ck-soft" }, `Fetching ${ref}…`));
        shelf2.ask([ref]);
        clearTimeout(timer2);
        timer2 = setTimeout(
          () => fill(place2, h("p", { class: "ck-soft" }, awaitedInFront() ? `${ref} comes ${awaitedInFront()}.` : `${ref} cannot be shown now. ${sentence(anewInFront())}, or look it up in the reader.`)),
          4e3
        );
      }
      update();
    }
    return { button, place: place2, update };
  }

  // src/pane/prose-facts.js
  var LESSON2 = ".jp-NotebookPanel, main";
  function factShown(from, id) {
    return (
      /** @type {HTMLElement | null} */
      from.closest(LESSON2)?.querySelector(`[data-fact="${id}"]`) ?? null
    );
  }
  function factLink(shown, words2, put) {
    const id = uid("fact");
    const row = (
      /** @type {HTMLElement} */
      shown.cloneNode(true)
    );
    row.removeAttribute("data-fact");
    const place2 = h("div", { id, class: "ck-cited-fact", hidden: true }, h(row.matches("li") ? "ul" : "dl", null, row));
    const button = h("button", { type: "button", class: "ck-ref", title: "Open this fact here", "aria-expanded": "false", "aria-controls": id, on: { click: toggle } }, words2);
    function toggle() {
      place2.hidden = !place2.hidden;
      button.setAttribute("aria-expanded", String(!place2.hidden));
    }
    put(place2);
    return button;
  }

  // src/pane/prose-refs.js
  var PART = new RegExp(`\\b(?:[Ff]act[  ])?(F\\d+[a-z]?)\\b|\\b(${SIGLUM})[  ](${ID})\\b|\\b(${ID})\\b|[()]`, "g");
  var TO = new RegExp(`^(?:–|-|‑| to )(${ID})\\b`);
  var begin2 = () => ({ depth: 0, source: "" });
  function references(text, state) {
    const found = [];
    let at = 0;
    for (const match of text.matchAll(PART)) {
      const [all, fact, siglum, first2, plain2] = match;
      if (match.index < at) continue;
      if (all === "(" || all === ")") {
        state.depth = Math.max(0, state.depth + (all === "(" ? 1 : -1));
        state.source = "";
        continue;
      }
      if (fact) {
        if (match.index > at) found.push({ text: text.slice(at, match.index) });
        found.push({ text: all, fact });
        at = match.index + all.length;
        continue;
      }
      const source = siglum ?? (state.depth > 0 ? state.source : "");
      const paragraph = first2 ?? plain2;
      if (siglum && state.depth > 0) state.source = siglum;
      if (!source) continue;
      const end = match.index + all.length;
      const [rest = "", to = paragraph] = TO.exec(text.slice(end)) ?? [];
      if (match.index > at) found.push({ text: text.slice(at, match.index) });
      found.push({ text: all + rest, source, paragraph, to });
      at = end + rest.length;
    }
    if (at < text.length) found.push({ text: text.slice(at) });
    return found;
  }
  var OPENING = /[([‘“]*$/;
  var CLOSING = /^[)\]’”.,;:!?]*/;
  function withSigns(pieces2, known2) {
    const found = pieces2.map(({ text }) => ({ text, opening: "", closing: "" }));
    for (const [n, piece] of found.entries()) {
      if (known2[n]) continue;
      if (known2[n - 1]) found[n - 1].closing = CLOSING.exec(piece.text)?.[0] ?? "";
      const rest = piece.text.slice(found[n - 1]?.closing.length ?? 0);
      if (known2[n + 1]) found[n + 1].opening = OPENING.exec(rest)?.[0] ?? "";
      piece.text = rest.slice(0, rest.length - (found[n + 1]?.opening.length ?? 0));
    }
    return found;
  }

  // src/pane/prose.js
  var BLOCKS = "p, li, td, th, dd, dt, blockquote, figcaption";
  var CELLS = "td, th, li, dd";
  var LEFT2 = "button, a, code, pre, script, style, textarea, .ck, h1, h2, h3, h4, h5, h6";
  function texts(block) {
    const found = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(
      /** @type {Text} */
      walker.currentNode
    );
    return found;
  }
  var leaves = (block) => texts(block).filter((leaf) => leaf.parentElement?.closest(BLOCKS) === block);
  function shownLink(lesson, { text, ...at }) {
    const button = h(
      "button",
      { type: "button", class: "ck-ref", title: "Show it in the document", on: { click: (event) => lesson.show(at, { from: button, focus: byKeyboard(event) }) } },
      text
    );
    return button;
  }
  function lentLink(block, lesson, { text, source = "", paragraph = "", to = paragraph }) {
    const link = passageLink(to === paragraph ? `${source} ${paragraph}` : `${source} ${paragraph}-${to}`, text, {
      passages: lesson.lent.passages,
      ask: lesson.lent.ask,
      show: (_ref, event) => lesson.show({ source, paragraph, to }, { from: link.button, focus: byKeyboard(event) })
    });
    link.button.className = "ck-ref";
    below(block, link.place);
    const stop = lesson.on(() => link.button.isConnected ? link.update() : stop());
    return link.button;
  }
  function inOne(pieces2) {
    const found = [];
    for (const piece of pieces2) {
      const before2 = found.at(-1);
      if (typeof piece === "string" && typeof before2 === "string") found[found.length - 1] = before2 + piece;
      else found.push(piece);
    }
    return found;
  }
  function below(block, opens) {
    const place2 = h("div", { class: "ck ck-lent" }, opens);
    if (block.matches(CELLS)) block.append(place2);
    else block.after(place2);
  }
  function decorate(block, lesson, own2 = leaves(block), left = LEFT2, lends = true) {
    const state = begin2();
    for (const leaf of own2) {
      const pieces2 = references(leaf.data, state);
      if (leaf.parentElement?.closest(left)) continue;
      const there = pieces2.map(({ source = "", paragraph = "" }) => Boolean(source) && lesson.knows(source, paragraph));
      const facts = pieces2.map(({ fact }) => fact && lends ? factShown(block, fact) : null);
      const known2 = pieces2.map(({ source }, n) => there[n] || Boolean(facts[n]) || lends && Boolean(source) && lesson.lent.open);
      if (!known2.includes(true)) continue;
      const signs = withSigns(pieces2, known2);
      leaf.replaceWith(
        ...inOne(pieces2.map(({ source = "", paragraph = "", to }, n) => {
          const { text, opening, closing } = signs[n];
          if (!known2[n]) return text;
          const fact = facts[n];
          const button = fact ? factLink(fact, text, (opens) => below(block, opens)) : there[n] ? shownLink(lesson, { text, source, paragraph, to }) : lentLink(block, lesson, { ...pieces2[n], text });
          return opening || closing ? h("span", { class: "ck-ref-line" }, opening, button, closing) : button;
        }))
      );
    }
  }
  function followProse(root, lesson, prose) {
    let timer2 = 0;
    function pass() {
      timer2 = 0;
      for (const part of root.querySelectorAll(prose)) for (const block of part.querySelectorAll(BLOCKS)) decorate(block, lesson);
    }
    const soon = () => {
      if (!timer2) timer2 = setTimeout(pass);
    };
    shield();
    lesson.on(soon);
    const shows = (node) => node instanceof Element && node.querySelector("[data-fact]") !== null;
    new MutationObserver((records) => {
      if (records.some(({ target, addedNodes }) => (
        /** @type {Element} */
        target.closest?.(prose) || [...addedNodes].some(shows)
      ))) soon();
    }).observe(root, { childList: true, subtree: true });
    soon();
  }

  // src/pane/host.js
  function offerPane(stage, rootOf2, prose, drawerOf) {
    const lessons = /* @__PURE__ */ new WeakMap();
    const host = {
      /** The documents of the lesson that an element stands in; null where it stands in none. */
      lessonOf(el) {
        const root = rootOf2(el);
        if (!root) return null;
        const known2 = lessons.get(root);
        if (known2) return known2;
        const made2 = createLesson2(stage, drawerOf(root));
        lessons.set(root, made2);
        followProse(root, made2, prose);
        root.addEventListener("coursekit:reached", () => made2.work({ question: "", refs: [] }));
        return made2;
      }
    };
    /** @type {unknown} */
    globalThis[HOST] = host;
    return host;
  }

  // src/spans/reveal.js
  function scroller(node) {
    for (let each = node.parentElement; each; each = each.parentElement) {
      const { overflowY } = getComputedStyle(each);
      if (/auto|scroll|overlay/.test(overflowY) && each.scrollHeight > each.clientHeight + 1) return each;
    }
    return document.scrollingElement;
  }
  var FRAMES2 = 4;
  var sought = /* @__PURE__ */ new WeakMap();
  function reveal(node, place2 = node, { below: below2 = 0, middle = false } = {}) {
    const box = scroller(node);
    if (!box) return;
    sought.set(box, place2);
    let left = FRAMES2;
    function step() {
      if (!box || !node.isConnected || sought.get(box) !== place2) return;
      const by = missing(box, place2, below2, middle);
      if (by !== 0) box.scrollBy({ top: by, behavior: "instant" });
      left -= 1;
      if (left > 0) requestAnimationFrame(step);
    }
    step();
  }
  function missing(box, place2, below2, middle) {
    const rect = place2.getBoundingClientRect();
    const page4 = box === document.scrollingElement;
    const view = page4 ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
    const [top, bottom] = [view.top + 12, Math.min(view.bottom, innerHeight) - below2 - 12];
    const begins = rect.top - top;
    if (begins >= 0 && rect.bottom <= bottom) return 0;
    if (middle) return Math.min(begins, (rect.top + rect.bottom) / 2 - (top + bottom) / 2);
    return begins < 0 ? begins : Math.min(rect.bottom - bottom, begins);
  }

  // src/pane/sheet.js
  var FAR = 60;
  var WRITING = "textarea, input:not([type]), input:is([type=text], [type=search], [type=number]), [contenteditable=true]";
  function createSheet(changed) {
    const rise = h("button", { type: "button", class: "ck-pane-rise", on: { click: () => sink(false, { focus: true }) } }, "To the document");
    const element = h("div", { class: "ck-pane-below", hidden: true }, h("div", { class: "ck ck-pane-bar" }, rise));
    const onScreen = matchMedia("(pointer: coarse)");
    let low = false;
    let from = Number.NaN;
    let rolled = 0;
    function sink(next, { focus = false } = {}) {
      [from, rolled] = [Number.NaN, 0];
      if (low === next) return;
      low = next;
      element.classList.toggle("ck-low", low);
      changed();
      if (focus) element.querySelector(".ck-pane-slot")?.focus();
    }
    const outside = ({ target }) => !element.hidden && !low && target instanceof Node && !element.contains(target);
    const options = { capture: true, passive: true };
    document.addEventListener("touchstart", (event) => from = outside(event) ? event.touches[0]?.clientY ?? Number.NaN : Number.NaN, options);
    document.addEventListener("touchmove", (event) => Math.abs((event.touches[0]?.clientY ?? from) - from) > FAR && sink(true), options);
    document.addEventListener("wheel", (event) => {
      rolled = outside(event) ? rolled + Math.abs(event.deltaY) : 0;
      if (rolled > 2 * FAR) sink(true);
    }, options);
    document.addEventListener("focusin", (event) => outside(event) && onScreen.matches && /** @type {Element} */
    event.target.matches(WRITING) && sink(true));
    return {
      element,
      get low() {
        return low;
      },
      rise: () => sink(false)
    };
  }

  // src/pane/stage.js
  var NARROW_WINDOW = "(max-width: 899.98px)";
  function createStage(side, closed) {
    const narrow = matchMedia(NARROW_WINDOW);
    const sheet = createSheet(put);
    const below2 = sheet.element;
    let front = null;
    let standing = null;
    let up2 = false;
    function put() {
      const open = Boolean(front) && (narrow.matches ? up2 : side.open);
      const next = open ? front : null;
      if (standing && standing !== next) standing.stand(null);
      standing = next;
      below2.hidden = !(next && narrow.matches);
      if (!below2.isConnected && next) document.body.append(below2);
      document.documentElement.classList.toggle("ck-has-below", !below2.hidden && !sheet.low);
      next?.stand(narrow.matches ? below2 : side.node);
    }
    function rest() {
      const has = front ? front.has : false;
      if (has !== null) side.rest?.(!has);
    }
    narrow.addEventListener("change", () => {
      if (!narrow.matches && up2) side.show();
      put();
    });
    side.onChange(() => {
      if (front?.offers && !narrow.matches) closed.put(side.open ? null : "1");
      put();
    });
    const stage = {
      get below() {
        return narrow.matches;
      },
      /** Whether a lesson's pane can be seen beside it. */
      beside: (lesson) => !narrow.matches && standing === lesson,
      /** Bring a lesson's pane up, because somebody asked for it; where it covers the lesson, `from` stays in sight. */
      bring(lesson, from = null) {
        front = lesson;
        rest();
        if (narrow.matches) up2 = true;
        else side.show();
        sheet.rise();
        put();
        if (up2 && from) reveal(from, from, { below: below2.clientHeight });
      },
      /** A lesson has something to show: the pane comes up beside it, unless it was put away. */
      offer(lesson) {
        if (lesson !== front) return;
        rest();
        if (!narrow.matches && !side.open && lesson.offers && closed.get() === null) side.show();
        put();
      },
      close() {
        if (narrow.matches) up2 = false;
        else side.hide();
        put();
      },
      /** Another lesson is in front, or (null) something that is none. */
      turn(lesson) {
        if (lesson !== front) up2 = false;
        front = lesson;
        rest();
        if (lesson) stage.offer(lesson);
        put();
      }
    };
    return stage;
  }

  // src/lab/area.js
  var ID2 = "coursekit-pane";
  var LEAST = 360;
  var SHARE = 0.45;
  var NARROW = matchMedia(NARROW_WINDOW);
  function createArea(app, width) {
    const node = document.createElement("div");
    node.className = "ck-pane-side";
    node.style.height = "100%";
    const listeners = [];
    let widget = null;
    let wanted = false;
    let resting = false;
    let placed = false;
    let opening = false;
    function tell() {
      for (const listener of listeners) listener();
    }
    function split() {
      let child = widget;
      let parent = widget?.parent;
      while (parent && !parent.setRelativeSizes) [child, parent] = [parent, parent.parent];
      return parent ? { panel: parent, at: parent.widgets.indexOf(child) } : null;
    }
    function widen() {
      const found = split();
      const all = found?.panel.node.clientWidth ?? 0;
      if (!found || !all) return;
      const wide = Math.min(all - LEAST, Math.max(LEAST, Number(width.get()) || SHARE * all));
      const { widgets } = found.panel;
      const sizes = widgets.map((each) => each.isHidden ? 0 : each.node.clientWidth);
      const main = found.at - 1;
      sizes[found.at] = wide;
      sizes[main] = 0;
      sizes[main] = all - sizes.reduce((sum, each) => sum + each, 0);
      found.panel.setRelativeSizes(sizes);
    }
    function keepWidth() {
      if (widget.isVisible) width.put(String(Math.round(widget.node.clientWidth)));
    }
    function attach() {
      const out = NARROW.matches || resting;
      if (!widget || out === !widget.parent) return;
      if (out) {
        wanted = placed ? widget.isVisible : wanted;
        placed = false;
        if (wanted) app.shell.collapseRight();
        widget.parent = null;
      } else {
        app.shell.add(widget, "right", { rank: 100 });
        split()?.panel.handleMoved?.connect(keepWidth);
        requestAnimationFrame(() => {
          placed = Boolean(widget.parent);
          if (wanted) side.show();
        });
      }
    }
    const side = {
      node,
      get open() {
        return Boolean(widget?.isVisible);
      },
      show() {
        wanted = true;
        if (!placed || widget.isVisible) return;
        opening = true;
        app.shell.activateById(ID2);
        widen();
        opening = false;
        if (widget.isVisible) tell();
      },
      hide() {
        wanted = false;
        if (widget?.isVisible) app.shell.collapseRight();
      },
      rest(on) {
        resting = on;
        attach();
      },
      onChange(listener) {
        listeners.push(listener);
      }
    };
    return {
      side,
      fill(Widget) {
        class Pane extends Widget {
          onAfterShow() {
            if (!opening) tell();
          }
          onAfterHide() {
            tell();
          }
        }
        widget = new /** @type {any} */
        Pane({ node: document.createElement("div") });
        widget.node.append(node);
        widget.id = ID2;
        widget.title.caption = "The documents";
        widget.title.icon = {
          render(host) {
            const drawn = document.createElement("div");
            drawn.className = "ck-pane-icon";
            host.replaceChildren(drawn);
          }
        };
        attach();
        NARROW.addEventListener("change", attach);
      }
    };
  }

  // src/lab/panel.js
  var rootOf = (el) => (
    /** @type {HTMLElement | null} */
    el.closest(".jp-NotebookPanel")
  );
  async function panel(app) {
    const style = document.createElement("style");
    style.textContent = pane_default;
    document.head.append(style);
    const area = createArea(app, drawer(paneKey("width")));
    const stage = createStage(area.side, drawer(paneKey("closed")));
    const pathOf = (root) => [...app.shell.widgets("main")].find(({ node }) => node === root)?.context?.path ?? "";
    const host = offerPane(stage, rootOf, ".jp-RenderedMarkdown", (root) => drawer(paneKey(`shown:${pathOf(root)}`)));
    const turn = async () => {
      const now = app.shell.currentWidget;
      const lesson = now?.node.classList.contains("jp-NotebookPanel") ? host.lessonOf(now.node) : null;
      stage.turn(lesson);
      await now?.context?.ready;
      if (lesson && !now.isDisposed) lesson.awaits(hasDocuments(rawOf(now.content)));
    };
    app.shell.currentChanged?.connect(turn);
    app.restored.then(turn);
    const { Widget } = await shared("@lumino/widgets");
    await app.restored;
    area.fill(Widget);
  }

  // src/lab/run.js
  var RUN_ALL = /* @__PURE__ */ new Set(["notebook:run-all-cells", "runmenu:run-all", "notebook:restart-run-all"]);
  var SHOWN = "docmanager:show-in-file-browser";
  var NARROW2 = 900;
  var LOOK2 = 250;
  var PATIENCE2 = 12e4;
  var up = (panel2) => {
    const kernel = panel2.sessionContext?.session?.kernel;
    return kernel?.connectionStatus === "connected" && ["idle", "busy"].includes(kernel.status);
  };
  var ran = (notebook) => notebook.widgets.map((cell) => `${cell.model.executionCount ?? ""}${cell.promptNode?.textContent.includes("*") ? "*" : ""}`).join();
  function whenUp(app, panel2, id) {
    const notebook = panel2.content;
    const before2 = ran(notebook);
    const until = Date.now() + PATIENCE2;
    let rested = 0;
    panel2.node.dataset.ckWaiting = "";
    const look = setInterval(() => {
      rested = up(panel2) ? rested + 1 : 0;
      const over = panel2.isDisposed || Date.now() > until || ran(notebook) !== before2;
      if (!over && rested < 3) return;
      clearInterval(look);
      delete panel2.node.dataset.ckWaiting;
      if (!over) app.commands.execute(id);
    }, LOOK2);
  }
  function giveRoom(app) {
    const shown = async (_, { id, result }) => {
      if (id !== SHOWN) return;
      app.commands.commandExecuted.disconnect(shown);
      await result;
      app.shell.collapseLeft?.();
    };
    app.commands.commandExecuted.connect(shown);
  }
  function runInPlace(app) {
    let place2 = null;
    const note = () => {
      const notebook = app.shell.currentWidget?.content;
      const scroller2 = notebook?.node?.querySelector(".jp-WindowedPanel-outer");
      place2 = scroller2 ? { notebook, scroller: scroller2, top: scroller2.scrollTop, cell: notebook.activeCellIndex } : null;
    };
    const back = () => {
      if (!place2 || place2.notebook.isDisposed) return;
      place2.notebook.activeCellIndex = place2.cell;
      place2.notebook.deselectAll();
      place2.scroller.scrollTop = place2.top;
    };
    for (const kind of ["pointerdown", "keydown", "click"]) document.addEventListener(kind, note, true);
    app.commands.commandExecuted.connect((_, { id }) => {
      if (!RUN_ALL.has(id)) return;
      back();
      const panel2 = app.shell.currentWidget;
      if (panel2?.content?.widgets && !up(panel2) && !("ckWaiting" in panel2.node.dataset)) whenUp(app, panel2, id);
      requestAnimationFrame(() => {
        back();
        requestAnimationFrame(back);
      });
    });
    if ("ckNotebooks" in document.documentElement.dataset) giveRoom(app);
    app.restored.then(() => {
      app.shell.collapseRight?.();
      if (window.innerWidth < NARROW2) app.shell.collapseLeft?.();
    });
  }

  // src/lab/index.js
  var plugin = {
    id: "coursekit-lesson:plugin",
    description: "A lesson with its documents beside it",
    autoStart: true,
    activate(app) {
      runInPlace(app);
      panel(app);
      layout(app);
    }
  };
  var page3 = (
    /** @type {Record<string, any>} */
    /** @type {unknown} */
    globalThis
  );
  page3._JUPYTERLAB ??= {};
  page3._JUPYTERLAB["coursekit-lesson"] = {
    init: async (scope) => take(scope),
    get: async () => () => ({ __esModule: true, default: [plugin] })
  };
})();
