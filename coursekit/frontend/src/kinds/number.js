// A number, typed as people write it: the kernel reads comma and point.
import { field } from "./parts/field.js";

export default function number(/** @type {View} */ view, /** @type {Room} */ room) {
  const decimals = view.decimals;
  const how = decimals === 0 ? "A whole number." : decimals ? `To ${decimals} decimal place${decimals === 1 ? "" : "s"}.` : "A number.";
  return field(room, { hint: how, unit: view.unit ?? "", inputmode: "decimal", width: "9em" });
}
