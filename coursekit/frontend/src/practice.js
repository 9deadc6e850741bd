// The Practice widget: what anywidget calls.
import { shield } from "./keys.js";
import { prepare } from "./live.js";
import { createPracticePage } from "./practice/page.js";

export default {
  render(/** @type {{ model: Model, el: HTMLElement }} */ { model, el }) {
    shield();
    prepare();
    return createPracticePage(model, el);
  },
};
