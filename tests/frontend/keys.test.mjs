import assert from "node:assert/strict";
import { test } from "node:test";
import { passes } from "../../coursekit/frontend/src/keys.js";

const key = (name, more = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });

test("unmodified keys, and keys with Shift, stay in the widget", () => {
  for (const name of ["a", "b", "x", "d", "j", "0", "Enter", "Escape", "ArrowUp", " ", "F", "PageDown", "Backspace", "Dead", "Process"]) {
    assert.equal(passes(key(name), false), false, name);
    assert.equal(passes(key(name, { shiftKey: true }), true), false, name);
  }
});

test("Tab always passes", () => {
  assert.equal(passes(key("Tab"), true), true);
  assert.equal(passes(key("Tab", { shiftKey: true }), false), true);
});

test("saving and the palette pass", () => {
  assert.equal(passes(key("s", { ctrlKey: true }), true), true);
  assert.equal(passes(key("S", { metaKey: true }), true), true);
  assert.equal(passes(key("C", { ctrlKey: true, shiftKey: true }), false), true);
});

test("running the cell from inside its widget does not", () => {
  assert.equal(passes(key("Enter", { ctrlKey: true }), false), false);
  assert.equal(passes(key("Enter", { altKey: true }), true), false);
});

test("editing keys belong to a field that is typed in, and to nothing else", () => {
  for (const name of ["z", "a", "v", "Backspace", "ArrowLeft"]) {
    assert.equal(passes(key(name, { ctrlKey: true }), true), false, name);
    assert.equal(passes(key(name, { ctrlKey: true }), false), true, name);
  }
});

test("a letter typed with AltGr is a letter", () => {
  const event = { ...key("ą", { ctrlKey: true, altKey: true }), getModifierState: (name) => name === "AltGraph" };
  assert.equal(passes(event, true), false);
});
