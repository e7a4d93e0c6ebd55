/**
 * What chooses lists for the page that the reader goes to next: web/ahead.js, a file of
 * its own, whose name AHEAD the build fills in. No list on this page waits for it, and
 * without it the next page is like any other.
 */
import { beside as file } from './files.js';

/** From now on has lists chosen, by `beside`, for the page that a link leads to. */
export const chooseAhead = (script, beside) => file(AHEAD).then(({ watch }) => watch(script, beside), () => {});
