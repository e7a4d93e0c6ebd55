/** The recipes of docs/publish/recipes, as their documents have them: files by their names, blocks of code, commands. */
import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { run, tarball, write } from './apps.mjs';

const PROJECT = new URL('../../', import.meta.url).pathname;

const textIn = (document) => readFileSync(join(PROJECT, document), 'utf8');
const recipe = (name) => `docs/publish/recipes/${name}.md`;

/** The files that a recipe names, with their texts: a name as code and a colon, and then the block. */
export const filesOf = (name) => Object.fromEntries(
  [...textIn(recipe(name)).matchAll(/`([^`\n]+)`:\n\n```\w[\w-]*\n([^]*?)^```$/gm)].map(([, file, text]) => [file, text]));

/** The blocks of a language in a document. */
export const blocksIn = (document, language) =>
  [...textIn(document).matchAll(new RegExp('^```' + language + '\\n([^]*?)^```$', 'gm'))].map(([, text]) => text);

/** A recipe's blocks of a language. */
export const blocksOf = (name, language) => blocksIn(recipe(name), language);

/** Writes a recipe's files into an app. */
export const writeRecipe = async (app, name) => {
  const files = Object.entries(filesOf(name));
  if (!files.length) throw new Error(`docs/publish/recipes/${name}.md names no files`);
  for (const [file, text] of files) {
    await mkdir(dirname(join(app, file)), { recursive: true });
    await write(app, file, text);
  }
};

/** Runs a recipe's `npm install`, with the tarball for newsrail and each other package in the version that is tested. */
export const install = async (app, name, versions) => {
  const [command] = blocksOf(name, 'sh').join('').match(/^npm install .*$/m);
  const packages = command.split(' ').slice(2);
  const pinned = await Promise.all(packages.map((one) => one === 'newsrail' ? tarball() : `${one}@${versions[one]}`));
  await run(app, 'npm', 'init', '-y');
  // What makes an app of these writes no type, and npm may write one that Next.js refuses.
  await run(app, 'npm', 'pkg', 'delete', 'type');
  await run(app, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', ...pinned);
};

/** Articles for what makes a site: of one subject, so that each has others like it, and enough for two lists. */
export const ARTICLES = ['bridge', 'harbour', 'ferry', 'tram', 'library', 'school', 'mill', 'market', 'museum', 'station', 'stadium', 'theatre'].map((slug, at) => ({
  slug,
  title: `The ${slug} and the river`,
  text: `Water of the river stood at the ${slug} on Monday. The council of the town spoke of pumps, sandbags and a wall along the quay.`,
  date: `2026-10-${10 + at}T10:00:00Z`,
}));

/** The articles as files with front matter, in a folder of an app. */
export const writeArticles = async (app, folder, matter = '') => {
  await mkdir(join(app, folder), { recursive: true });
  for (const { slug, title, text, date } of ARTICLES) {
    await write(app, join(folder, `${slug}.md`), `---\ntitle: ${title}\ndate: ${date}\n${matter}---\n\n${text}\n`);
  }
};

const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

/**
 * Serves files to any origin: `pages` has texts by their path, and what is none of them is
 * looked for in `folders`. The server's origin, and what stops it.
 */
export const serveSite = async ({ pages = {}, folders = [], headers = {} }) => {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://site').pathname));
    const answer = (body, type) => response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', ...headers }).end(body);
    if (path in pages) return answer(pages[path], 'text/html; charset=utf-8');
    for (const folder of folders) {
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const body = await readFile(file).catch(() => undefined);
      if (body) return answer(body, TYPES[extname(file)] ?? 'text/plain');
    }
    response.writeHead(404).end();
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => new Promise((stopped) => server.close(stopped).closeAllConnections()) };
};

/** The bundle, and the sample newspaper. */
export const BUNDLE = join(PROJECT, 'dist');
export const PAPER = join(PROJECT, 'samples');
