/**
 * What to paste into a page, out of a bundle: the tag, and for whoever can change their
 * head the lines by which a browser asks for the lists' program before it has the loader.
 *
 *   node tools/snippet.mjs DIST
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The lists' glue and their WebAssembly. */
const LISTS = /^newsrail-[0-9a-f]{8}\.(js|wasm)$/;

/** The folder that stands for the publisher's own. */
const CDN = 'https://cdn.example/';

/** The lines for the head, of a bundle with files of these names in the folder `base`. Glue and WebAssembly are asked for as the loader will (web/loader/files.js), or they would be loaded twice. */
export const preloads = (names, base = CDN) => names.filter((name) => LISTS.test(name)).sort().map((name) => name.endsWith('.wasm')
  ? `<link rel="preload" as="fetch" crossorigin href="${base}${name}">`
  : `<link rel="modulepreload" crossorigin href="${base}${name}">`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = preloads(readdirSync(process.argv[2] ?? 'dist'));
  if (lines.length !== 2) throw new Error('there should be one glue and one WebAssembly of the lists');
  console.log(`
where the lists are to stand:
  <script async src="${CDN}newsrail.js"></script>
in the head, where they are in the first screen, for lists sooner on a first visit (docs/publish/embed.md#sooner-on-a-first-visit):
  ${lines.join('\n  ')}`);
}
