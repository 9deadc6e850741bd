// Way to the words of one question and back, by hand: {presses, there, back} in pixels, or null where there is none.
async ([id, paragraph, points]) => {
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const quiet = async (read) => {
    for (let last = read(), same = 0, n = 0; same < 5 && n < 100; n += 1) {
      await rest(40);
      const now = read();
      same = now === last ? same + 1 : 0;
      last = now;
    }
  };
  const notebook = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden)");
  const page = notebook.querySelector(".jp-WindowedPanel-outer");
  const card = notebook.querySelector(`.ck-question[data-question="${id}"]`);
  const settled = () => quiet(() => `${page.scrollTop} ${card.getBoundingClientRect().top}`);
  const scrollers = (node) => {
    const found = [];
    for (let at = node.parentElement; at; at = at.parentElement)
      if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY)) found.push(at);
    return found;
  };
  /** Scroll by hand until a node is in sight, as little as may be: how many pixels that was. */
  const bring = (node) => {
    let pixels = 0;
    for (const box of scrollers(node)) {
      const outer = box.getBoundingClientRect();
      const inner = node.getBoundingClientRect();
      const high = Math.min(inner.height, outer.height - 24);
      const below = Math.max(0, inner.top + high - outer.bottom + 8);
      const by = inner.top < outer.top ? inner.top - outer.top - 8 : below;
      const before = box.scrollTop;
      box.scrollTop += by;
      pixels += Math.abs(box.scrollTop - before);
    }
    return pixels;
  };
  const seen = (node) => {
    const at = node.getBoundingClientRect();
    if (!node.checkVisibility() || !at.height) return false;
    return scrollers(node).every((box) => {
      const outer = box.getBoundingClientRect();
      return at.top >= outer.top - 4 && Math.min(at.bottom, at.top + 40) <= outer.bottom + 4;
    });
  };
  card.querySelector(".ck-prompt").scrollIntoView({ block: "start" });
  await settled();
  let presses = 0;
  if (points) {
    const wanted = `:is(.ck-question, .ck-pointing)[data-question="${id}"] .ck-prow`;
    const is = (row) => (row.dataset.p ?? row.firstElementChild.textContent.trim()) === paragraph;
    const rows = () => [...document.querySelectorAll(wanted)].filter((each) => is(each) && each.checkVisibility());
    if (rows().length === 0) {
      const ways = [...card.querySelectorAll(".ck-evidence-bar button, .ck-ground button")];
      ways.find((each) => each.checkVisibility())?.click();
      presses += 1;
      for (let n = 0; n < 100 && rows().length === 0; n += 1) await rest(50);
    }
    const [words] = rows();
    if (!words) return { none: `no words of ${paragraph}` };
    await settled();
    const there = seen(words) ? 0 : bring(words);
    return { presses, there, back: bring(card.querySelector(".ck-foot .ck-button")) };
  }
  const link = card.querySelector(".ck-rests-on button, .ck-rests button");
  if (!link?.checkVisibility()) return { none: "no link" };
  let there = bring(link);
  link.click();
  presses += 1;
  await rest(300);
  await settled();
  const found = () => [...document.querySelectorAll(`[data-p="${paragraph}"], .ck-inline-passage`)].filter(seen);
  for (let n = 0; n < 40 && found().length === 0; n += 1) await rest(50);
  if (found().length === 0) {
    const inline = [...card.querySelectorAll(".ck-inline-passage")].find((each) => each.checkVisibility());
    if (!inline) return { none: `${paragraph} did not come` };
    there += bring(inline);
  }
  return { presses, there, back: bring(card.querySelector(".ck-foot .ck-button")) };
}
