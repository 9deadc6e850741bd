// The Marking widget: what anywidget calls.
import { shield } from "./keys.js";
import { prepare } from "./live.js";
import { createGradingPage } from "./marking/page.js";

export default {
  render(/** @type {{ model: Model, el: HTMLElement }} */ { model, el }) {
    shield();
    prepare();
    return createGradingPage(model, el);
  },
};
