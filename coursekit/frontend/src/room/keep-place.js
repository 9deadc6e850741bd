// What is drawn anew while somebody works in it: the focus stays on the same control, and what was open stays open.

/**
 * @param {HTMLElement} node
 * @param {() => void} draw  draws what is in it anew
 */
export function keepPlace(node, draw) {
  const controls = () => [.../** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll("button, summary"))];
  const folds = () => [...node.querySelectorAll("details")];
  const at = controls().indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const open = folds().map((each) => each.open);
  draw();
  folds().forEach((each, number) => {
    each.open = open[number] ?? each.open;
  });
  if (at >= 0) controls()[at]?.focus();
}
