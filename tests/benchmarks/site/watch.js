// Runs in a page before anything else: notes when its text can be read, when a first control can be used, and when an
// answer that it gives there at once has been checked. Times are milliseconds from asking for the page.
addEventListener("DOMContentLoaded", () => {
  const { text, control, act, done } = WATCHED;
  const noted = {};
  const seen = (selector) => [...document.querySelectorAll(selector)].find((each) => each.checkVisibility() && each.getBoundingClientRect().height > 0);
  // A frame is over when the next has begun: what is there now was painted by then.
  const note = (name) => requestAnimationFrame(() => setTimeout(() => (noted[name] ??= performance.now())));
  function look() {
    if (!("text" in noted) && seen(text)) note("text");
    if (control && !look.used && seen(control)) {
      look.used = true;
      note("control");
      if (act) setTimeout(() => act(seen(control)));
    }
    if (done && document.querySelector(done)) note("done");
    if (("text" in noted || !text) && ("control" in noted || !control) && ("done" in noted || !done)) console.info(`noted ${JSON.stringify(noted)}`);
    else setTimeout(look, 4);
  }
  look();
});
