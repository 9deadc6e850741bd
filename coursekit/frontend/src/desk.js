// The TeachingDesk widget: what anywidget calls.
import { createDesk } from "./desk/page.js";
import { shield } from "./keys.js";
import { prepare } from "./live.js";

export default {
  render(/** @type {{ model: Model, el: HTMLElement }} */ { model, el }) {
    shield();
    prepare();
    return createDesk(model, el);
  },
};
