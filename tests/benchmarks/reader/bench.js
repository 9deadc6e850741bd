// Measures in the page: how long until the second animation frame after a first draw, after one more span.
// The contestants are real bundles on a stand-in for the kernel; what they send is counted.

const LENGTH = 30_000;
const PARAGRAPH = 500;
const SPAN = 12; // characters
const WORDS = "the report of many people who went there and came back says that some of it was true while others wrote".split(" ");

/** The same text every time: made-up prose of exactly LENGTH characters in paragraphs of PARAGRAPH. */
function paragraphs() {
  let at = 7;
  const next = () => (at = (at * 1103515245 + 12345) % 2147483648);
  return Array.from({ length: LENGTH / PARAGRAPH }, () => {
    let text = "";
    while (text.length < PARAGRAPH) text += `${WORDS[next() % WORDS.length]} `;
    return text.slice(0, PARAGRAPH);
  });
}

/** Places for n spans; with `overlapping` every second one overlaps the one before it by half. */
function places(n, overlapping) {
  const groups = overlapping ? n / 2 : n;
  const found = [];
  const width = Math.min(SPAN, Math.floor(LENGTH / groups) - 2);
  for (let k = 0; k < groups; k += 1) {
    const start = Math.floor((k * LENGTH) / groups);
    // None runs over the end of a paragraph.
    const base = Math.min(start, Math.floor(start / PARAGRAPH) * PARAGRAPH + PARAGRAPH - width - SPAN);
    found.push([base, base + width]);
    if (overlapping) found.push([base + width / 2, base + width / 2 + width].map(Math.floor));
  }
  return found;
}

const frame = () => new Promise((done) => requestAnimationFrame(done));
const idle = (ms) => new Promise((done) => setTimeout(done, ms));

/** Milliseconds from just before `work` to the second animation frame after it. */
async function toSecondFrame(work) {
  await frame();
  await idle(0);
  const start = performance.now();
  work();
  await frame();
  await frame();
  return performance.now() - start;
}

/** A stand-in for the kernel: traits that tell of changes at once, messages acknowledged, bytes counted. */
function kernel(traits, answer) {
  const heard = {};
  const model = {
    sent: 0,
    got: 0,
    get: (name) => traits[name],
    set(name, value) {
      traits[name] = value;
      model.dirty = { ...model.dirty, [name]: value };
      for (const each of heard[`change:${name}`] ?? []) each();
    },
    save_changes() {
      model.sent += JSON.stringify(model.dirty ?? {}).length;
      model.dirty = {};
    },
    on: (event, listener) => (heard[event] ??= []).push(listener),
    off: (event, listener) => (heard[event] = (heard[event] ?? []).filter((each) => each !== listener)),
    send(content) {
      if (content.n) model.sent += JSON.stringify(content).length;
      setTimeout(() => {
        for (const reply of answer?.(content) ?? []) {
          model.got += JSON.stringify(reply).length;
          for (const each of heard["msg:custom"] ?? []) each(reply);
        }
      }, 1);
    },
  };
  return model;
}

const TAGS = [1, 2, 3, 4, 5, 6].map((colour) => ({ id: `T${colour}`, name: `Tag ${colour}`, definition: "", example: "", colour, line: ["solid", "dashed", "dotted", "double", "wavy", "solid"][colour - 1] }));

const contestants = {
  reader(n) {
    const texts = paragraphs();
    const annotations = places(n, true).map(([start, end], k) => {
      const p = Math.floor(start / PARAGRAPH);
      const [a, b] = [start - p * PARAGRAPH, end - p * PARAGRAPH];
      const quote = texts[p].slice(a, b);
      const span = { source: "LET", edition: "guide", paragraph: `p${p}`, start: a, end: b, quote, prefix: texts[p].slice(Math.max(0, a - 32), a), suffix: texts[p].slice(b, b + 32) };
      return { id: String(k).padStart(32, "0"), source: "LET", task: "", tag: TAGS[k % 6].id, comment: k % 3 ? "" : "Who says so?", spans: [span] };
    });
    const setup = {
      source: { siglum: "LET", title: "Letter", short: "the letter" },
      editions: [{ name: "guide", label: "Guide", paragraphs: texts.map((text, p) => ({ id: `p${p}`, voice: "", text, quotes: [] })) }],
      links: {}, tags: TAGS, task: null, annotations, unplaced: [], locked: "", readonly: false, revision: 0,
    };
    const model = kernel({ setup }, (content) => (content.op === "add" ? [{ op: "changed", changes: [{ op: "add", annotation: content.annotation }] }, { op: "ack", n: content.n, at: "2026-01-01T12:00:00Z" }] : []));
    return {
      model,
      async pick(k) {
        const leaf = document.querySelectorAll(".ck-words")[k].firstChild;
        document.getSelection().setBaseAndExtent(leaf, 40 + k, leaf, 60 + k);
        leaf.parentElement.focus();
        await idle(150); // the selection is taken after a pause
      },
      add: () => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "2", bubbles: true, cancelable: true, composed: true })),
      count: () => Number.parseInt(document.querySelector(".ck-marks").textContent, 10),
    };
  },
  spanmark(n, overlapping) {
    const text = paragraphs().join("");
    const spans = places(n, overlapping).map(([start, end], k) => ({ start, end, label: TAGS[k % 6].id, source: "user", _id: `u${k}` }));
    const traits = {
      text, labels: TAGS.map((tag) => tag.id), spans, doc_id: "d", index: 0, total: 1, answer: "", flagged: false, allow_overlaps: overlapping,
      can_undo: false, complete: false, reviewing_flagged: false, decided_count: 0, accept_count: 0, reject_count: 0, ignore_count: 0, flagged_count: 0, trim_whitespace: true, event: {}, status: "",
    };
    const model = kernel(traits);
    const layer = () => document.querySelector(".so-textlayer");
    return {
      model,
      async pick(k) {
        // Inline, the free places are between spans; there the text is in pieces.
        const walker = document.createTreeWalker(layer(), NodeFilter.SHOW_TEXT);
        let leaf = walker.nextNode();
        const wanted = overlapping ? 0 : k + 1;
        for (let seen = 0; leaf; leaf = walker.nextNode()) {
          const free = leaf.parentElement === layer() && (overlapping || leaf.data.trim().length > 1);
          if (free && seen++ >= wanted) break;
        }
        const from = overlapping ? 40 + k * PARAGRAPH : leaf.data.search(/\S/);
        document.getSelection().setBaseAndExtent(leaf, from, leaf, overlapping ? from + 20 : from + 1);
        await idle(150);
      },
      add: () => layer().dispatchEvent(new MouseEvent("mouseup", { bubbles: true })),
      count: () => model.get("spans").length,
    };
  },
};

/** A pane beside the lesson, as the pages and JupyterLab offer one; here it is always open. */
async function offerPane() {
  const [{ offerPane: offer }, { createStage }] = await Promise.all([import("/src/pane/host.js"), import("/src/pane/stage.js")]);
  const side = { node: document.getElementById("side"), open: true, show() {}, hide() {}, onChange() {} };
  side.node.hidden = false;
  const lesson = document.getElementById("widget");
  const stage = createStage(side);
  const host = offer(stage, () => lesson, ".none", () => ({ get: () => null, put() {} }));
  stage.turn(host.lessonOf(lesson));
}

/** One run: {floor, draw, add: [ms], sent, got} for a contestant on n spans. */
async function measure(name, n, overlapping, adds) {
  const ours = name !== "spanmark";
  if (name === "pane") await offerPane();
  const widget = (await import(ours ? "/dist/reader.js" : "/spanmark/widget.js")).default;
  const { model, pick, add, count } = contestants[ours ? "reader" : name](n, overlapping);
  const el = document.getElementById("widget");
  await idle(300);
  const floors = [];
  for (let k = 0; k < 9; k += 1) floors.push(await toSecondFrame(() => {}));
  const draw = await toSecondFrame(() => widget.render({ model, el }));
  await idle(1500); // what is done when there is nothing else to do is not part of either
  const times = [];
  const before = count();
  model.sent = 0;
  model.got = 0;
  for (let k = 0; k < adds; k += 1) {
    await pick(k);
    times.push(await toSecondFrame(add));
    await idle(100);
  }
  if (count() !== before + adds) throw new Error(`${name}: ${count() - before} of ${adds} spans were added`);
  return { floors, draw, adds: times, sent: model.sent / adds, got: model.got / adds };
}
/** A result, or the error that it took too long. */
const within = (ms, work) => Promise.race([work, idle(ms).then(() => Promise.reject(new Error(`more than ${ms / 1000} s`)))]);

window.measure = measure;
window.within = within;
window.ready = true;
