// The Question widget: what anywidget calls.
import { shield } from "./keys.js";
import { prepare } from "./live.js";
import { createCard } from "./question/card.js";

export default {
  render(/** @type {{ model: Model, el: HTMLElement }} */ { model, el }) {
    shield();
    prepare();
    return createCard(model, el);
  },
};
