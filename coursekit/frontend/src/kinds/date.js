// A date or a span of dates, in the notation of the course (EDTF) or as people write it.
import { field } from "./parts/field.js";

export default function date(/** @type {View} */ view, /** @type {Room} */ room) {
  const hint = view.hint || "For example 1893-05-03, or 3 May 1893; 1893-05 where only the month is known.";
  return field(room, { hint, width: "18em" });
}
