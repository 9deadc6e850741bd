import { mountReader } from "./reader/reader.js";

export default {
  render: ({ model, el }) => mountReader(model, el),
};
