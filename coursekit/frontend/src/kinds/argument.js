// Argument: claims with their grounds. A table that happens to be about an argument.
export { default } from "./table.js";
