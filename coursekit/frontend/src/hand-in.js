// The HandIn widget: what anywidget calls.
import { createForm } from "./hand-in/form.js";
import { shield } from "./keys.js";
import { prepare } from "./live.js";

export default {
  render(/** @type {{ model: Model, el: HTMLElement }} */ { model, el }) {
    shield();
    prepare();
    return createForm(model, el);
  },
};
