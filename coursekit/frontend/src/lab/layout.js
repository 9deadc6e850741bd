// How a lesson is laid out: sittings, steps, and what stands after an answer.
export function layout(/** @type {any} */ _app) {}
