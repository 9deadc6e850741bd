// A stand-in for anywidget's model and the kernel behind it. `window.kernel` decides what comes back.
export function makeModel(traits, kernel = {}) {
  const listeners = new Map();
  const model = {
    sent: [],
    kernel: { alive: true, mark: () => null, passages: {}, text: [], locked: "", hints: [], at: "14:02", ...kernel },
    get: (name) => structuredClone(traits[name]),
    set: (name, value) => (traits[name] = value),
    save_changes() {},
    on: (name, callback) => listeners.set(name, [...(listeners.get(name) ?? []), callback]),
    off: (name, callback) => listeners.set(name, (listeners.get(name) ?? []).filter((one) => one !== callback)),
    emit: (name, value) => (listeners.get(name) ?? []).forEach((callback) => callback(value)),
    say: (content) => model.emit("msg:custom", content),
    send(message) {
      model.sent.push(structuredClone(message));
      if (model.kernel.throws) throw new Error("no kernel");
      if (model.kernel.alive) setTimeout(() => model.answer(message), model.kernel.delay ?? 1);
    },
    answer(message) {
      const { kernel: k } = model;
      if (message.op === "passages") return model.say({ op: "passages", passages: k.passages });
      if (message.op === "text") return model.say({ op: "text", paragraphs: k.locked ? [] : k.text, locked: k.locked });
      if (message.op === "hint") {
        model.say({ op: "ack", n: message.n, at: k.at });
        return model.say({ op: "hints", hints: k.hints.slice(0, message.step) });
      }
      if (k.refuse) return model.say({ op: "refused", n: message.n, why: k.refuse });
      const { n, answer, check } = message;
      if (!check) model.say({ op: "changed", n, answer, at: k.at, mark: null });
      model.say({ op: "ack", n, at: k.at });
      const mark = check && k.mark(answer);
      if (mark) model.say({ op: "marked", n, answer, at: k.at, mark, passages: k.passages });
      return undefined;
    },
  };
  return model;
}
