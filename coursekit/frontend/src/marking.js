// The Marking widget: what anywidget calls.
import { shield } from "./keys.js";
import { prepare } from "./live.js";
import { createDesk } from "./marking/desk.js";

export default {
  render({ model, el }) {
    shield();
    prepare();
    return createDesk(model, el);
  },
};
