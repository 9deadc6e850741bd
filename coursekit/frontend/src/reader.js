import { mountReader } from "./reader/reader.js";

export default {
  render: (/** @type {{ model: Model, el: HTMLElement }} */ { model, el }) => mountReader(model, el),
};
