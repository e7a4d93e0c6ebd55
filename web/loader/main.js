/**
 * newsrail.js, the one file that a page names.
 *
 * It defines the custom elements, holds the space that each will take, and
 * brings in the rest from beside itself when the first element comes near the
 * viewport: glue, WebAssembly and feed side by side. What an attribute means
 * is decided in Rust; here is only what must be known before Rust is there.
 */
import { Rail } from './element.js';
import { KINDS, PREFIX, isSecond } from './kinds.js';
import { look } from './load.js';
import { placeRails } from './placement.js';
import { script } from './script.js';

addEventListener('readystatechange', look, true);
// Before elements are made of what stands there: it is laid out as it was
// drawn, and would be laid out anew afterwards.
look();

for (const kind of KINDS) {
  if (!isSecond) customElements.define(PREFIX + kind, class extends Rail {});
}

placeRails(script);
