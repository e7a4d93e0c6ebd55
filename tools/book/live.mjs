/**
 * mdBook's preprocessor (book.toml): puts the elements of every example of HTML that is
 * marked `live` above it, at work on the sample feed, and mends the links that lead out of
 * docs/ into the repository, or to a README.
 *
 *   node tools/book/live.mjs supports RENDERER    succeeds for HTML alone
 *   node tools/book/live.mjs                      [context, book] in, the book out, as JSON
 *
 * The protocol is mdBook's: https://rust-lang.github.io/mdBook/for_developers/preprocessors.html
 */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const PROJECT = new URL('../../', import.meta.url);

/** The folder that dist/ is to a chapter, from the folder that it is shown in. */
const folderOf = (path) => '../'.repeat(path.split('/').length);

/** An example as it stands in a document, to what works in the site. */
const atWork = (html, folder) => html
  .replaceAll('https://paper.example/', `${folder}samples/`)
  // A blank line would end the block of HTML.
  .replace(/\n\s*\n/g, '\n').trim();

/** A chapter's Markdown with its live examples shown; `path` is its file in docs/. */
export const live = (markdown, path) => {
  const folder = folderOf(path);
  let isLive = false;
  const shown = markdown.replace(/^```html,live\n([^]*?)^```$/gm, (block, html) => {
    isLive = true;
    return `<div class="at-work">\n${atWork(html, folder)}\n</div>\n\n${block}`;
  });
  return isLive ? `${shown}\n<script async src="${folder}newsrail.js"></script>\n` : shown;
};

/** Links to files of the repository that are no part of the site lead to where the repository is. */
export const outward = (markdown, path, repository) => markdown.replace(/\]\(((?:\.\.\/)[^)#\s]*)(#[^)\s]*)?\)/g, (link, to, heading = '') => {
  const file = posix.join('docs', posix.dirname(path), to);
  return file.startsWith('docs/') || !existsSync(new URL(file, PROJECT)) ? link : `](${repository}/blob/main/${file}${heading})`;
});

/** Links to a folder's README, of which mdBook makes its index. */
export const toIndex = (markdown) => markdown.replace(/(\]\((?!https?:)[^)]*?)README\.md(?=[)#])/g, '$1index.md');

const chaptersIn = (items) => items.flatMap(({ Chapter }) => Chapter ? [Chapter, ...chaptersIn(Chapter.sub_items)] : []);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'supports') process.exit(process.argv[3] === 'html' ? 0 : 1);
  const [context, book] = JSON.parse(await text(process.stdin));
  const repository = context.config.output.html['git-repository-url'];
  for (const chapter of chaptersIn(book.items ?? book.sections)) {
    if (chapter.path) chapter.content = toIndex(outward(live(chapter.content, chapter.path), chapter.path, repository));
  }
  process.stdout.write(JSON.stringify(book));
}
