// A stand-in for the kernel of one reader: it takes every change, and says so, unless told otherwise.
import reader from "/dist/reader.js";

const heard = {};
window.sent = []; // changes that reached the kernel, oldest first
window.kernel ??= "alive"; // or "dead", or "full"
window.key ??= null; // what a commitment is answered with

window.say = (content) => {
  for (const listener of heard["msg:custom"] ?? []) listener(content);
};
function take(content) {
  if (window.kernel === "dead" || content.op === "copy") return; // what a file is, the test says
  if (content.n === 0) {
    if (content.op === "commit" && window.key) window.say(window.key);
    return;
  }
  if (window.kernel === "full") {
    window.say({ op: "refused", n: content.n, why: "no space left on this disk" });
    return;
  }
  window.say({ op: "ack", n: content.n, at: "14:02" });
  if (content.op === "commit") window.say(window.key);
}
window.mount = (setup) => {
  const model = {
    get: (name) => (name === "setup" ? setup : undefined),
    on: (event, listener) => (heard[event] ??= []).push(listener),
    off: (event, listener) => (heard[event] = heard[event].filter((each) => each !== listener)),
    send(content, _callbacks, buffers) {
      if (content.n) window.sent.push(buffers ? { ...content, bytes: buffers.map((each) => each.byteLength) } : content);
      setTimeout(() => take(content), 1);
    },
  };
  window.unmount = reader.render({ model, el: document.getElementById("main") });
};
window.painted = () =>
  [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].map((range) => [name, range.startContainer.data.slice(range.startOffset, range.endOffset)]),
  );
window.ready = true;
