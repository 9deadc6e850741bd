"use strict";
(() => {
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
  function announce(message) {
    const node = region();
    waiting = [...waiting.filter((item) => item !== message), String(message)].slice(-3);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const next = waiting.join(" ");
      waiting = [];
      node.textContent = node.textContent === next ? `${next} ` : next;
    }, 120);
  }

  // src/lab/bar.js
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
    const shut = (event) => {
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
    document.addEventListener("pointerdown", shut, true);
    const progress = h("span", { class: "ck-progress-progress" });
    const status = h("span", { class: "ck-progress-status" });
    const node = h("div", { class: "ck-progress", role: "region", "aria-label": `Where you are in this ${unit}` }, menu, progress, status, run2, h("span", { class: "ck-progress-steps" }, back, next));
    let drawn = "";
    return {
      node,
      draw(line) {
        say(place2, line.place);
        place2.title = line.place;
        say(progress, line.progress);
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
        document.removeEventListener("pointerdown", shut, true);
        node.remove();
      }
    };
  }

  // src/lab/folds.js
  function foldsOf(plan2, where) {
    const hidden = plan2.cells.map(() => false);
    const later = plan2.cells.map(() => false);
    const sitting = plan2.sittings[where.sitting];
    if (where.all || !sitting) return { hidden, later, edge: -1, next: -1, passes: "", atEnd: true };
    const { screens } = sitting;
    const stop = where.rest.has(sitting.number) ? -1 : screens.findIndex((each) => !where.done.has(each.key));
    const open = stop < 0 ? screens.length - 1 : stop;
    const edge2 = screens[open]?.last ?? sitting.last;
    plan2.cells.forEach((cell, at) => {
      const inside = at >= sitting.first && at <= edge2;
      const head2 = at < plan2.head && (where.sitting === 0 || where.head);
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
  function sittingAt(plan2, cell) {
    return Math.max(0, plan2.sittings.findIndex((each) => cell >= each.first && cell <= each.last));
  }
  function stepAt(sitting, cell) {
    return Math.max(0, sitting.steps.findIndex((each) => cell >= each.first && cell <= each.last));
  }
  function cellOf(plan2, id) {
    return plan2.cells.findIndex((cell) => cell.card && cell.id === id);
  }
  function before(sitting, cell) {
    const own2 = sitting.screens.findIndex((each) => cell >= each.first && cell <= each.last);
    return sitting.screens.slice(0, Math.max(0, own2)).map(({ key: key2 }) => key2);
  }

  // src/lab/memory.js
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
        try {
          if (text === null) localStorage.removeItem(name);
          else localStorage.setItem(name, text);
        } catch {
        }
      }
    };
  }

  // src/lab/place.js
  var MOVES = ["pointerdown", "wheel", "touchstart", "keydown"];
  var SLACK = 80;
  var scrollerOf = (notebook) => (
    /** @type {HTMLElement} */
    notebook.node.querySelector(".jp-WindowedPanel-outer") ?? notebook.node
  );
  function cellRead(scroller2, inSight, cells) {
    if (scroller2.scrollTop > 0 && scroller2.scrollTop + scroller2.clientHeight >= scroller2.scrollHeight - 4) return inSight.at(-1) ?? 0;
    const top = scroller2.getBoundingClientRect().top + SLACK;
    return inSight.findLast((at) => (cells[at]?.node.getBoundingClientRect().top ?? Infinity) <= top) ?? inSight[0] ?? 0;
  }
  function follow(node, scroller2, scrolled) {
    let due = 0;
    const found = { touched: false, dispose };
    const soon = () => {
      due ||= requestAnimationFrame(() => {
        due = 0;
        scrolled();
      });
    };
    const touch = () => {
      found.touched = true;
    };
    scroller2.addEventListener("scroll", soon, { passive: true });
    for (const kind of MOVES) node.addEventListener(kind, touch, { capture: true, passive: true });
    function dispose() {
      cancelAnimationFrame(due);
      scroller2.removeEventListener("scroll", soon);
      for (const kind of MOVES) node.removeEventListener(kind, touch, { capture: true });
    }
    return found;
  }

  // src/lab/plan.js
  var SITTING = /^##\s+Sitting\s+(\d{1,3}):\s+(\S.*)$/;
  var STEP = /^#{2,3}\s+(\S.*)$/;
  var TITLE = /^#\s+(\S.*)$/;
  var GOAL = /^\*(?:About\s+(\d{1,3})\s+minutes\.\s+)?Goal:\s+(.*\S)\*$/;
  var AFTERWARDS = "**Afterwards.**";
  var CALL = /^from coursekit\.lesson import (\w+)\s*\n\s*(\w+)\(\s*(?:(["'])(.*?)\3)?/;
  var LINK = /\]\(([^()\s]*?(\d\d)-[a-z0-9-]+\.ipynb)\)/g;
  var QUESTIONS = ["ask", "predict", "reflect"];
  var TASK = "annotate";
  var FOR_PROGRAMS = "points";
  var OF_AN_EXERCISE = ["results", "hand_in"];
  var first = (cell) => cell.code ? "" : cell.source.trimStart().split("\n", 1)[0].trimEnd();
  var title = (cell) => STEP.exec(first(cell))?.[1] ?? "";
  function call(cell) {
    const found = cell.code ? CALL.exec(cell.source.trim()) : null;
    return found && found[1] === found[2] ? { verb: found[1], id: found[4] ?? "" } : { verb: "", id: "" };
  }
  function goalOf(source) {
    const [, after = ""] = source.trimStart().split(/\n\s*\n/);
    const found = GOAL.exec(after.split("\n").map((line) => line.trim()).join(" "));
    return { goal: found?.[2] ?? "", minutes: found?.[1] ? Number(found[1]) : null };
  }
  function described(raw) {
    let above = { verb: "", id: "" };
    return raw.map((cell) => {
      const { verb, id } = call(cell);
      const card = [...QUESTIONS, TASK].includes(verb);
      const waits = first(cell).startsWith(AFTERWARDS) && [...QUESTIONS, TASK].includes(above.verb);
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
        ...heading ? goalOf(raw[start].source) : { goal: "", minutes: null },
        first: start,
        last,
        foot: start + Math.max(0, inside.findLastIndex(({ verb }) => verb !== FOR_PROGRAMS)),
        steps,
        screens: screensOf(steps, cells),
        questions: ids(QUESTIONS),
        tasks: ids([TASK])
      };
    });
    const lead = cells.find(({ prose }) => !prose);
    return {
      ours: Boolean(lead?.verb) && (lead?.verb === "begin" || cells.some(({ card }) => card)),
      unit: cells.some(({ verb }) => OF_AN_EXERCISE.includes(verb)) ? "exercise" : "lesson",
      title: TITLE.exec(raw.map(first).find((line) => TITLE.test(line)) ?? "")?.[1] ?? "",
      marked,
      head: starts[0],
      cells,
      sittings,
      onwards: waysOn(raw.slice(starts.at(-1)))
    };
  }

  // src/lab/progress.js
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
      again: known2.filter((card) => card?.of && ["partly", "wrong"].includes(card.state)).length,
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
  function place(plan2, sitting) {
    const here = plan2.sittings[sitting];
    return plan2.marked && here ? `Sitting ${here.number} of ${plan2.sittings.length}: ${here.title}` : plan2.title;
  }
  function firstOpen(plan2, cards, done) {
    for (const [at, sitting] of plan2.sittings.entries()) {
      const screen = sitting.screens.find(({ card }) => card && !isSettled(cards.get(card)) && !done.has(card));
      if (screen) return { sitting: at, cell: screen.last, card: screen.card };
    }
    return void 0;
  }

  // src/lab/sight.js
  var FOLDED = "ck-folded";
  var LATER = "ck-later";
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
    return {
      node,
      /**
       * @param {{ node: HTMLElement } | undefined} cell  at whose foot they stand
       * @param {{ label: string, main?: boolean, press: () => void }[]} ways
       */
      stand(cell, ways) {
        if (!cell || ways.length === 0) {
          node.remove();
          return;
        }
        const labels = ways.map(({ label }) => label).join("\n");
        if (node.dataset.labels !== labels || node.childElementCount === 0) {
          node.dataset.labels = labels;
          node.replaceChildren(
            ...ways.map(
              ({ label, main }, at) => h("button", { type: "button", class: main ? "ck-main" : "ck-link", data: { way: at } }, label)
            )
          );
        }
        node.onclick = (event) => {
          const pressed = (
            /** @type {HTMLElement} */
            event.target.closest("button")
          );
          if (pressed) ways[Number(pressed.dataset.way)]?.press();
        };
        if (node.parentElement !== cell.node) cell.node.append(node);
      }
    };
  }
  function show(node, { focus = false } = {}) {
    if (focus) {
      const words2 = (
        /** @type {HTMLElement} */
        node.querySelector(".jp-MarkdownOutput :is(h1, h2, h3), .jp-MarkdownOutput > *") ?? node
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
    const { top, bottom } = scroller2.getBoundingClientRect();
    const below = foot.getBoundingClientRect().bottom + MARGIN - bottom;
    if (below <= MARGIN) return;
    const verdict = card.querySelector(".ck-feedback:not([hidden])") ?? foot;
    const by = Math.min(below, verdict.getBoundingClientRect().top - top - MARGIN);
    if (by <= 0) return;
    scroller2.scrollBy({ top: by, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  }
  function focusCard(node) {
    node.querySelector(".jp-OutputArea :is(input, textarea, select, button):not([hidden])")?.focus({ preventScroll: true });
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

  // src/lab/states.js
  var CARDS = ".ck-question[data-question][data-state], .ck-door[data-task][data-state]";
  function statesIn(root) {
    const found = /* @__PURE__ */ new Map();
    for (const node of root.querySelectorAll(CARDS)) {
      const { question, task, state = "", points, of, answered } = (
        /** @type {HTMLElement} */
        node.dataset
      );
      const id = question ?? task ?? "";
      const card = { state, points: Number(points) || 0, of: Number(of) || 0, answered: answered === "true" };
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
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state", "data-points", "data-answered"] });
    soon();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(due);
    };
  }

  // src/lab/ways.js
  function nextStop(plan2, where, folds, cards, at) {
    const sitting = plan2.sittings[where.sitting];
    for (let cell = Math.max(at + 1, sitting.first); cell <= sitting.last; cell += 1) {
      if (folds.hidden[cell]) break;
      const title2 = sitting.steps.find(({ first: first2 }) => first2 === cell)?.title;
      if (title2) return { kind: "step", cell, label: `Next: ${title2}` };
      const { card, id } = plan2.cells[cell];
      if (card && !isDone(cards.get(id)) && !where.done.has(id)) return { kind: "card", cell, label: "Next: the next question" };
    }
    if (!folds.atEnd) {
      const card = sitting.screens.find(({ key: key2 }) => key2 === folds.passes)?.card;
      if (card) return { kind: "waits", cell: cellOf(plan2, card), label: "Next: the question that waits" };
      return { kind: "on", cell: folds.next, label: "Next: go on" };
    }
    const next = plan2.sittings[where.sitting + 1];
    return next && { kind: "sitting", cell: next.first, label: `On to sitting ${next.number}: ${next.title}` };
  }
  function headingBefore(sitting, at) {
    return sitting.steps.findLast(({ first: first2 }) => first2 < at)?.first ?? -1;
  }
  function returnTo(plan2, where, folds, left) {
    const sitting = plan2.sittings[where.sitting];
    const inSight = (cell) => cell >= sitting.first && cell <= sitting.last && !folds.hidden[cell];
    const touched = left.card ? cellOf(plan2, left.card) : -1;
    if (inSight(touched)) return touched;
    const step = sitting.steps.find(({ title: title2, first: first2 }) => title2 === left.step && inSight(first2)) ?? sitting.steps[0];
    const begun = step !== sitting.steps[0] || sitting.screens.some(({ key: key2 }) => where.done.has(key2));
    if (!begun) return where.sitting > 0 ? sitting.first : -1;
    const open = sitting.screens.find(({ card }) => card && !where.done.has(card) && inSight(cellOf(plan2, card)));
    return open ? cellOf(plan2, open.card) : step.first;
  }
  function leftBehind(plan2, cards) {
    const answered = plan2.cells.filter(({ card, id }) => card && isDone(cards.get(id))).map(({ id }) => id);
    return answered.slice(0, -1);
  }

  // src/lab/lesson.js
  var STATUS = { waits: "Starting…", runs: "Laying out…", ready: "Ready", late: "Not laid out yet", idle: "Not laid out yet" };
  var plan = (notebook) => planOf(notebook.widgets.map(({ model }) => ({ code: model.type === "code", source: model.sharedModel.getSource() })));
  function unitIn(notebook) {
    const { ours, unit } = plan(notebook);
    return ours ? unit : null;
  }
  function createLesson(app, panel2, switches, shelf2) {
    const notebook = panel2.content;
    const cells = () => (
      /** @type {{ node: HTMLElement }[]} */
      notebook.widgets
    );
    const kept = drawer(`coursekit:lesson:${shelf2}:${panel2.context.path}`);
    const memory = read(kept.get());
    let cut = plan(notebook);
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
    let top = -1;
    let touched = memory?.card ?? "";
    let pressed = false;
    let awaited = false;
    let end = () => {
    };
    const onward = edge();
    const bar = createBar({ step: goStep, sitting: goSitting, head: head2, everything, run: runByHand }, cut.unit);
    const scroller2 = scrollerOf(notebook);
    const hand = follow(panel2.node, scroller2, scrolled);
    const stopStates = watchStates(panel2.node, heard);
    const stopSwitches = switches.watch(apply);
    const replan = () => {
      cut = plan(notebook);
      apply();
    };
    notebook.model?.cells.changed.connect(replan);
    panel2.node.addEventListener("click", toCard);
    for (const kind of ["focusin", "pointerdown"]) panel2.node.addEventListener(kind, touch);
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
      const own2 = ahead(cut.onwards, panel2.context.path).map((way, at2) => ({
        label: `On to ${way.exercise ? "exercise" : "lesson"} ${way.number}`,
        main: at2 === 0,
        press: () => app.commands.execute("docmanager:open", { path: resolve(way.path, panel2.context.path) })
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
        status: phase === "ready" && hand.touched ? "" : STATUS[phase],
        run: !known2 && (phase === "idle" || phase === "late"),
        back: headingBefore(sitting(), at) >= 0 || where.sitting > 0,
        next: nextStop(cut, where, folds, cards, at)?.label ?? "",
        all: where.all,
        sittings: cut.marked ? cut.sittings.map(describe) : []
      });
    }
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
      const card = panel2.node.querySelector(`.ck-question[data-question="${CSS.escape(touched)}"]`);
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
      if (Math.abs(scroller2.scrollTop - top) < 2) return;
      top = -1;
      const { first: first2, last } = sitting();
      const seen = cut.cells.map((_, cell) => cell).filter((cell) => cell >= first2 && cell <= last && !folds.hidden[cell]);
      const now = cellRead(scroller2, seen, cells());
      if (now === at) return;
      at = now;
      keep();
      draw();
    }
    function reach(cell, focus = true) {
      at = cell;
      keep();
      apply();
      notebook.activeCellIndex = cell;
      notebook.deselectAll();
      show(cells()[cell].node, { focus });
      top = scroller2.scrollTop;
      if (focus) reached(cell);
    }
    function reachCard(cell) {
      touched = cut.cells[cell].id;
      reach(cell, false);
      focusCard(cells()[cell].node);
    }
    function reached(cell) {
      const rest2 = cells().slice(cell);
      const ends = rest2.findIndex((_, at2) => folds.hidden[cell + at2]);
      const card = "[data-question]";
      const next = rest2.slice(0, ends < 0 ? rest2.length : ends).map(({ node }) => node.querySelector(`.ck-door, ${card}`)).find(Boolean);
      if (next && !next.matches(card)) next.dispatchEvent(new CustomEvent("coursekit:reached"));
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
      if (cell < 0) return;
      where.sitting = sittingAt(cut, cell);
      if (foldsOf(cut, where).hidden[cell]) where.rest.add(sitting().number);
      reachCard(cell);
    }
    function settle() {
      const left = memory ? returnTo(cut, where, folds, memory) : -1;
      if (left >= 0) return reach(left, false);
      if (phase !== "ready") return;
      awaited = !memory && cut.sittings.some(({ questions }) => questions.some((id) => !cards.has(id)));
      if (awaited) return;
      const open = !memory && [...cards.values()].some(isDone) ? firstOpen(cut, cards, where.done) : void 0;
      if (open) {
        where.sitting = open.sitting;
        for (const key2 of before(sitting(), open.cell)) where.done.add(key2);
        reach(open.cell, false);
      } else if (pressed) show(cells()[cut.cells.findIndex(({ prose }) => !prose)].node);
    }
    function phased(next) {
      phase = next;
      panel2.node.classList.toggle("ck-begins", next !== "late");
      draw();
      if (next !== "ready") return;
      bar.tell(`The ${cut.unit} is ready.`);
      if (!hand.touched || pressed) settle();
      hand.touched = false;
    }
    function runByHand() {
      pressed = true;
      end = begin(app, panel2, phased);
    }
    apply();
    if (!switches.plain) {
      settle();
      if (isTrusted(panel2)) end = begin(app, panel2, phased);
    }
    return {
      bar: bar.node,
      dispose() {
        end();
        hand.dispose();
        stopStates();
        stopSwitches();
        bar.dispose();
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

  // src/lab/shelf.js
  function shelf() {
    try {
      return String(JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}").serverRoot ?? "").slice(0, 200);
    } catch {
      return "";
    }
  }
  var paneKey = (what, named = shelf()) => `coursekit:pane:${named}:${what}`;

  // src/unit.js
  function unitOf(el) {
    const said = (
      /** @type {HTMLElement | null | undefined} */
      el?.closest("[data-ck-unit]")?.dataset.ckUnit
    );
    return said === "exercise" ? said : "lesson";
  }
  var unitInFront = () => unitOf(globalThis.document?.body);

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
    const switches = makeSwitches(app);
    const named = shelf();
    quiet(() => !switches.author && !switches.plain);
    const attach = async (panel2) => {
      await panel2.context.ready;
      const unit = panel2.isDisposed ? null : unitIn(panel2.content);
      if (!unit) return;
      Object.assign(panel2.node.dataset, { ckLesson: "", ckUnit: unit });
      nameFront(app);
      const lesson = createLesson(app, panel2, switches, named);
      panel2.disposed.connect(() => lesson.dispose());
      const shown = () => {
        panel2.node.classList.toggle("ck-plain", switches.plain);
        panel2.node.classList.toggle("ck-author", switches.author);
      };
      panel2.disposed.connect(switches.watch(shown));
      shown();
      if (!switches.plain && !switches.author) app.restored.then(() => app.shell.collapseLeft?.());
      await head(panel2, lesson.bar);
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
.ck .ck-pane-do {
  color: var(--ck-accent);
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
.ck-pane-below[hidden] {
  display: none;
}
.ck.ck-pane.ck-below {
  border-top: 3px solid var(--ck-accent);
  box-shadow: 0 -6px 24px rgb(0 0 0 / 25%);
}
/* First the way back to the question, then what there is to choose, none of it cut off. */
.ck-below .ck-pane-row {
  flex-direction: row-reverse;
}
.ck-below :is(.ck-pane-tabs, .ck-pane-choice) {
  flex: 1 1 100%;
}
.ck-below .ck-pane-tabs {
  order: 1;
}
.ck-below .ck-pane-tab {
  flex: none;
  white-space: nowrap;
}
.ck-below .ck-pane-close {
  flex: 1;
  border-color: var(--ck-edge) !important;
  background: var(--ck-paper) !important;
  font-weight: 600;
}
/* There the tools have a line each, which is drawn along where it is longer; the tags spread once there is something to
   mark, and give way to what is unfolded. */
.ck-below :is(.ck-palette, .ck-tool-foot > .ck-foot) {
  flex-wrap: nowrap;
  padding-block: 0.3rem 0.1rem;
  overflow-x: auto;
}
.ck-below :is(.ck-palette, .ck-tool-foot > .ck-foot) > * {
  flex: none;
}
.ck-below .ck-tool-foot > .ck-foot {
  flex: 1 1 100%;
}
.ck-below .ck-tool-foot .ck-status:is([data-state="failed"], [data-state="refused"]) {
  flex: 0 0 100%;
  order: -1;
}
.ck-below .ck-has-pick .ck-palette {
  flex-wrap: wrap;
  max-height: 6.5rem;
  overflow: hidden auto;
}
.ck-below .ck-tool-fold {
  max-height: 7.5rem;
}
.ck-below .ck-unfolded :is(.ck-palette, .ck-foot) {
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

  // src/pane/ranges.js
  function brief(ids) {
    const [first2 = "", last = first2] = [ids[0], ids[ids.length - 1]];
    return first2 === last ? first2 : `${first2}–${last}`;
  }

  // src/pane/choosing.js
  var RANK2 = { text: 0, task: 2, point: 3 };
  var OWN = 1;
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
    const within2 = listed.filter((sheet) => sheet.siglum === now?.siglum && (sheet.kind === "text" || atWork(sheet) || sheet.kind === "task" && met.has(sheet.id))).map((sheet) => ({ id: sheet.id, label: sheet.label, about: sheet.about, on: atWork(sheet) }));
    const only = reads && now ? [{ id: "", label: `Read ${brief(now.ids)}`, about: now.about, on: true }] : [];
    return { sources, within: [...only, ...within2] };
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
  function placeIn(slot) {
    const edge2 = slot.getBoundingClientRect().top;
    const rows = [...slot.querySelectorAll("[data-p]")];
    const row = slot.scrollTop > 0 ? rows.find((each) => each.getBoundingClientRect().bottom > edge2 + 1) : void 0;
    return { top: slot.scrollTop, p: (
      /** @type {HTMLElement | undefined} */
      row?.dataset.p ?? ""
    ), off: row ? row.getBoundingClientRect().top - edge2 : 0 };
  }
  function putBack(slot, place2) {
    const row = place2?.p ? slot.querySelector(`[data-p="${CSS.escape(place2.p)}"]`) : null;
    if (!place2 || !row) {
      slot.scrollTop = place2?.top ?? 0;
      return;
    }
    let left = FRAMES;
    function step() {
      if (!place2 || !row?.isConnected) return;
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
      h("div", { class: "ck-pane-head" }, h("div", { class: "ck-pane-row" }, sources, back, close), sheets, asks),
      slot
    );
    const tab = (key2, words2, on, click, title2 = "") => h("button", { type: "button", class: "ck-pane-tab", title: title2 || null, "aria-pressed": String(on), data: { key: key2 }, on: { click } }, words2);
    return {
      element,
      slot,
      /** Show what there is to choose. `below`: the pane is a sheet that comes from below, over the lesson. */
      draw(all, current, { canBack, below, met, reads }) {
        const focused = (
          /** @type {HTMLElement | null} */
          document.activeElement
        );
        const key2 = element.contains(focused) ? focused?.dataset.key : "";
        const offered = choices(all, current, met, reads);
        fill(sources, offered.sources.map(({ siglum, title: title2, on }) => tab(siglum, [siglum, " ", h("span", { class: "ck-pane-name" }, title2)], on, () => act.source(siglum))));
        fill(sheets, offered.within.map(({ id, label, about, on }) => tab(id, label, on, () => act.sheet(id), about)));
        sheets.hidden = offered.within.length < 2 && !reads;
        const question = !reads && all.find(({ id }) => id === current)?.asks || "";
        fill(asks, reads ? ONLY_READ : question ? [h("span", { class: "ck-soft" }, "For the question: "), rich(question)] : []);
        asks.title = question;
        asks.hidden = !question && !reads;
        back.disabled = !canBack;
        element.classList.toggle("ck-below", below);
        say(close, below ? "To the question" : "Close");
        if (key2) element.querySelector(`[data-key="${CSS.escape(key2)}"]`)?.focus();
      }
    };
  }

  // src/pane/lesson.js
  function createLesson2(stage, drawer2) {
    const known2 = /* @__PURE__ */ new Map();
    const places = /* @__PURE__ */ new Map();
    const seen = /* @__PURE__ */ new Map();
    const trail = createTrail();
    const met = createMet(draw);
    const lent = createLent(tell);
    let current = "";
    let reads = false;
    let needed = false;
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
      if (mounted) places.set(spot(mounted.sheet.id, mounted.reads), placeIn(view.slot));
    }
    function takeDown() {
      if (!mounted) return;
      keepPlace();
      mounted.life.destroy();
      mounted = null;
      view.slot.replaceChildren();
    }
    function mount() {
      const wanted = view.element.isConnected ? sheet(current) : null;
      const onlyRead = reads && Boolean(wanted?.read);
      if (mounted?.sheet === wanted && mounted?.reads === onlyRead) return;
      takeDown();
      if (!wanted) {
        if (known2.size === 0) view.slot.replaceChildren(h("p", { class: "ck-pane-empty" }, `The documents of this ${unitInFront()} come here when it is laid out.`));
        return;
      }
      view.slot.replaceChildren();
      const life = onlyRead && wanted.read ? wanted.read(view.slot) : wanted.mount(view.slot);
      mounted = { sheet: wanted, reads: onlyRead, life };
      putBack(view.slot, places.get(spot(wanted.id, onlyRead)));
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
      /** A card is worked at: the text that it rests on, where another one shows. */
      work(card) {
        if (stage.beside(lesson)) go(leadsTo(sheets(), current, card));
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
      /** What is selected in the sheet that shows, if that is a text of this source: [span]. */
      picked(siglum) {
        const here = mounted?.sheet;
        return here && here.siglum === siglum && here.kind === "text" ? mounted?.life.picked?.() ?? [] : [];
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

  // src/question/refs.js
  var REF = /^([A-Z]{3}) ([a-z]\d+(?:\.[a-z])?)(?:-([a-z]\d+(?:\.[a-z])?))?$/;
  function parseRef(ref) {
    const match = REF.exec(String(ref ?? "").trim());
    return match ? { source: match[1], from: match[2], to: match[3] ?? match[2] } : null;
  }
  var parts = (id) => {
    const [, letter = "", number = "", field = ""] = /^([a-z])(\d+)(?:\.([a-z]))?$/.exec(id) ?? [];
    return { letter, number: Number(number), field };
  };
  function within(source, paragraph, ref) {
    const range = parseRef(ref);
    const here = parts(paragraph);
    if (!range || !here.letter || range.source !== source) return false;
    if (paragraph === range.from || paragraph === range.to) return true;
    const [from, to] = [parts(range.from), parts(range.to)];
    if (from.letter !== to.letter || here.letter !== from.letter) return false;
    if (here.number === from.number && from.number === to.number) return here.field >= from.field && here.field <= to.field;
    return here.number > from.number && here.number < to.number;
  }
  function passagesFor(ref, passages) {
    if (passages?.[ref]) return [{ ref, ...passages[ref] }];
    return Object.entries(passages ?? {}).flatMap(([key2, passage]) => {
      const at = parseRef(key2);
      return at && at.from === at.to && within(at.source, at.from, ref) ? [{ ref: key2, at, ...passage }] : [];
    }).sort((a, b) => parts(a.at.from).number - parts(b.at.from).number || (a.at.from < b.at.from ? -1 : 1)).map(({ at: _at, ...passage }) => passage);
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
      fill(place2, known2.map(figure));
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
          () => fill(place2, h("p", { class: "ck-soft" }, `${ref} cannot be shown now. Run the ${unitInFront()} again, or look it up in the reader.`)),
          4e3
        );
      }
      update();
    }
    return { button, place: place2, update };
  }

  // src/pane/prose-refs.js
  var PART = /([A-Z]{3})[ \u00a0]([a-z]\d+(?:\.[a-z])?)|\b([a-z]\d+(?:\.[a-z])?)\b|[()]/g;
  var TO = /^(?:–|-|\u2011| to )([a-z]\d+(?:\.[a-z])?)\b/;
  var begin2 = () => ({ depth: 0, source: "" });
  function references(text, state) {
    const found = [];
    let at = 0;
    for (const match of text.matchAll(PART)) {
      const [all, siglum, first2, plain2] = match;
      if (match.index < at) continue;
      if (all === "(" || all === ")") {
        state.depth = Math.max(0, state.depth + (all === "(" ? 1 : -1));
        state.source = "";
        continue;
      }
      if (siglum && /[A-Za-z0-9]/.test(text[match.index - 1] ?? "")) continue;
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
  var LEFT = "button, a, code, pre, script, style, textarea, .ck, h1, h2, h3, h4, h5, h6";
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
    const place2 = h("div", { class: "ck ck-lent" }, link.place);
    if (block.matches(CELLS)) block.append(place2);
    else block.after(place2);
    const stop = lesson.on(() => link.button.isConnected ? link.update() : stop());
    return link.button;
  }
  function decorate(block, lesson, own2 = leaves(block), left = LEFT, lends = true) {
    const state = begin2();
    for (const leaf of own2) {
      const pieces2 = references(leaf.data, state);
      if (leaf.parentElement?.closest(left)) continue;
      const there = pieces2.map(({ source = "", paragraph = "" }) => Boolean(source) && lesson.knows(source, paragraph));
      const known2 = pieces2.map(({ source }, n) => there[n] || lends && Boolean(source) && lesson.lent.open);
      if (!known2.includes(true)) continue;
      const signs = withSigns(pieces2, known2);
      leaf.replaceWith(
        ...pieces2.map(({ source = "", paragraph = "", to }, n) => {
          const { text, opening, closing } = signs[n];
          if (!known2[n]) return text;
          const button = there[n] ? shownLink(lesson, { text, source, paragraph, to }) : lentLink(block, lesson, { ...pieces2[n], text });
          return opening || closing ? h("span", { class: "ck-ref-line" }, opening, button, closing) : button;
        })
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
    new MutationObserver((records) => {
      if (records.some(({ target }) => (
        /** @type {Element} */
        target.closest?.(prose)
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
  function calm() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }
  function reveal(node, place2 = node, { below = 0, middle = false } = {}) {
    const box = scroller(node);
    if (!box) return;
    const rect = place2.getBoundingClientRect();
    const page4 = box === document.scrollingElement;
    const view = page4 ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
    const [top, bottom] = [view.top + 12, Math.min(view.bottom, innerHeight) - below - 12];
    let by = 0;
    if (middle && (rect.top < top || rect.bottom > bottom)) by = (rect.top + rect.bottom) / 2 - (top + bottom) / 2;
    else if (rect.top < top) by = rect.top - top;
    else if (rect.bottom > bottom) by = Math.min(rect.bottom - bottom, rect.top - top);
    if (by !== 0) box.scrollBy({ top: by, behavior: middle && !calm() ? "smooth" : "auto" });
  }

  // src/pane/stage.js
  var NARROW_WINDOW = "(max-width: 899.98px)";
  function createStage(side, closed) {
    const narrow = matchMedia(NARROW_WINDOW);
    const below = h("div", { class: "ck-pane-below", hidden: true });
    let front = null;
    let standing = null;
    let up2 = false;
    function put() {
      const open = Boolean(front) && (narrow.matches ? up2 : side.open);
      const next = open ? front : null;
      if (standing && standing !== next) standing.stand(null);
      standing = next;
      below.hidden = !(next && narrow.matches);
      if (!below.isConnected && next) document.body.append(below);
      document.documentElement.classList.toggle("ck-has-below", !below.hidden);
      next?.stand(narrow.matches ? below : side.node);
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
        if (narrow.matches) up2 = true;
        else side.show();
        put();
        if (up2 && from) reveal(from, from, { below: below.clientHeight });
      },
      /** A lesson has something to show: the pane comes up beside it, unless it was put away. */
      offer(lesson) {
        if (lesson !== front) return;
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
        if (lesson) stage.offer(lesson);
        put();
      }
    };
    return stage;
  }

  // src/lab/area.js
  var ID = "coursekit-pane";
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
    function attach() {
      if (NARROW.matches) {
        wanted = widget.isVisible;
        app.shell.collapseRight();
        widget.parent = null;
      } else if (!widget.parent) {
        app.shell.add(widget, "right", { rank: 100 });
        if (wanted) side.show();
      }
    }
    const side = {
      node,
      get open() {
        return Boolean(widget?.isVisible);
      },
      show() {
        wanted = true;
        if (!widget?.parent || widget.isVisible) return;
        app.shell.activateById(ID);
        widen();
      },
      hide() {
        wanted = false;
        if (widget?.isVisible) app.shell.collapseRight();
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
            for (const listener of listeners) listener();
          }
          onAfterHide() {
            for (const listener of listeners) listener();
          }
        }
        widget = new /** @type {any} */
        Pane({ node: document.createElement("div") });
        widget.node.append(node);
        widget.id = ID;
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
        split()?.panel.handleMoved?.connect(() => widget.isVisible && width.put(String(Math.round(widget.node.clientWidth))));
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
    const turn = () => {
      const node = app.shell.currentWidget?.node;
      stage.turn(node?.classList.contains("jp-NotebookPanel") ? host.lessonOf(node) : null);
    };
    app.shell.currentChanged?.connect(turn);
    app.restored.then(turn);
    const { Widget } = await shared("@lumino/widgets");
    await app.restored;
    area.fill(Widget);
  }

  // src/lab/run.js
  var RUN_ALL = /* @__PURE__ */ new Set(["notebook:run-all-cells", "runmenu:run-all", "notebook:restart-run-all"]);
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
