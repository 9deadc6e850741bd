// A page of the pages edition: what its builder wrote into it is brought to life.
import { showFront } from "./site/front.js";
import { bringToLife } from "./site/page.js";

const written = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");

const [page, front] = [written("ck-page-data"), written("ck-front-data")];
if (page) bringToLife(page);
if (front) showFront(front);
