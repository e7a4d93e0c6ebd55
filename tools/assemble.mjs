/**
 * Trunk's last step: builds the programs of programs/ into what a page loads, beside
 * what Trunk has staged.
 *
 *   newsrail.js                         the loader, which knows the names of the others
 *   newsrail-HASH.js, .wasm             programs/lists: the lists
 *   newsrail-page-HASH.js, .wasm        programs/page: those, and what a news site is made of
 *   newsrail-forms-HASH.js, .wasm       programs/forms: the form that signs up
 *   newsrail-formats-HASH.js, .wasm     programs/formats: the readers of further formats
 *   newsrail…-HASH-TAG.js               what each of the first three says in a further language (locales/)
 *   newsrail-latent-HASH.js, .wasm      programs/latent: what learns more of a large feed, once its lists are there
 *   newsrail-languages-HASH.js          what ranking knows of languages beside English
 *   newsrail-ahead-HASH.js              what keeps feeds, and lists for the page that the reader goes to next
 *   newsrail-seen-HASH.js               which items of a list the reader sees
 *   newsrail-looks-HASH.js              layouts beyond rows, for elements that ask for one
 *   configure.html and beside it        the configurator (configure.mjs), which none of these needs
 *
 * Formats, forms and latent are bundled first, since the glue of the others has their
 * names in it. HASH is of the files' content, so they may be cached for ever. Trunk's own
 * hash would not do: it is taken before wasm-bindgen and wasm-opt.
 *
 * The same programs go into target/module, as the package has them (npm/pack.mjs):
 * tools/module.mjs makes their scripts for bundlers.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { configurator } from './configure.mjs';
import FLOORS from './floors.json' with { type: 'json' };
import { contributors } from './crates.mjs';
import { compiled, thirdParty } from './licences.mjs';
import { MODULE_NAMES, forBundlers } from './module.mjs';
import { minify, optimise, optimiseWithNames } from './optimise.mjs';
import { rename } from './rename.mjs';
import { LOCALES, TAGS, tableOf } from './locales.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
/** The oldest browsers that newsrail is for; tools/floors.mjs holds all that is shipped against them. */
const target = Object.entries(FLOORS).map(([name, version]) => name + version);
const targets = process.env.CARGO_TARGET_DIR ?? 'target';
const triple = 'wasm32-unknown-unknown';

/** Where the package's files are made. */
const packed = join(targets, 'module');

const web = (file) => JSON.stringify(join(process.cwd(), 'web', file));

/** What goes into a glue beside what Rust exports. In that of elements: what they look like, and when one has all that it says. */
const ELEMENTS = `
  import { start as begin } from './newsrail.js';
  import { sheet } from ${web('style.js')};
  import { setTexts } from ${web('host/texts.js')};
  export { ready } from ${web('host/texts.js')};
`;
const FORM = `${ELEMENTS}
  export const start = (script, early, bring, texts) => {
    setTexts(texts);
    begin(script, sheet);
  };
`;
/** In that of lists: that they are chosen ahead, by a script that no list waits for. */
const LISTS = `${ELEMENTS}
  import { beside } from './newsrail.js';
  import { chooseAhead } from ${web('host/ahead.js')};
  export { sheet };
  export { setLooks } from ${web('host/looks.js')};
  export const start = (script, early, bring, texts) => {
    setTexts(texts);
    begin(script, sheet, early, bring);
    chooseAhead(script, beside);
  };
`;
const HEAD = `export { head } from ${web('host/document.js')};`;

/** In that of the program that learns: that it does so in turns. */
const LATENT = `
  import { Learner } from './newsrail.js';
  import { learning } from ${web('learn.js')};
  export const learn = learning(Learner);
`;

/** Each program, and the name of its files as the sources have it. */
const PROGRAMS = {
  formats: { name: 'FORMATS', exports: ['convert', 'listOfPage', 'articleOfPage'], beside: HEAD },
  forms: { name: 'FORMS', exports: ['mount'], beside: FORM, sheets: ['widget', 'forms'], texts: ['common', 'sign-up'] },
  latent: { name: 'LATENT', exports: [], beside: LATENT },
  page: { name: 'PAGE', exports: ['mount'], beside: LISTS, sheets: ['widget', 'lists', 'forms', 'article', 'share', 'reply', 'author', 'print', 'site'], texts: ['common', 'lists', 'looks', 'page'] },
  lists: { name: 'LISTS', exports: ['mount'], beside: LISTS, sheets: ['widget', 'lists'], texts: ['common', 'lists', 'looks'] },
};

/**
 * What cargo builds in one go: programs that take the same packages with the same
 * features, so that none is compiled twice. The page's come first, since Trunk has
 * had one of them built.
 */
const TOGETHER = [['page', 'formats'], ['lists', 'forms', 'latent']];

/** Runs a tool and shows what it has to complain of; what it says on its standard output. */
const run = async (tool, ...options) => {
  const { stdout, stderr } = await promisify(execFile)(tool, options, { maxBuffer: Infinity });
  process.stderr.write(stderr);
  return stdout;
};

/** Runs what the loader has asked for, whatever a server calls it: wasm-bindgen's own way is for whoever brings an address or bytes, too. */
const RUN = `
export const run = async (response) => {
  const module = response.headers.get('content-type') === 'application/wasm'
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  const instance = await WebAssembly.instantiate(module, __wbg_get_imports());
  __wbg_finalize_init(instance, module);
};
`;

/** What Rust names of web/ lies beside a glue, without what that imports: a glue is made of web/ itself. */
const sources = {
  name: 'sources',
  setup: ({ onResolve }) => onResolve({ filter: /\/snippets\/[^/]*\/web\// }, ({ path }) => ({ path: resolve('web', path.split('/web/')[1]) })),
};

const definitions = (names) => Object.fromEntries(Object.entries(names).map(([name, file]) => [name, JSON.stringify(file)]));

/** What the files of a program are called, before their hash. */
const bundleName = (which) => which === 'lists' ? 'newsrail' : 'newsrail-' + which;

/** The names of the bundles that are made, as the sources have them. */
const names = {};

/** Writes a script; its name. The package has it, too, under a plain name. */
const written = async (name, script) => {
  await writeFile(join(packed, name.replace('newsrail-', '') + '.js'), script);
  const named = `${name}-${createHash('sha256').update(script).digest('hex').slice(0, 8)}`;
  await writeFile(join(staging, named + '.js'), script);
  return named;
};

/** Writes a script that is nothing but a text; its name. */
const textScript = async (name, file) => written(name, `export default ${JSON.stringify(await readFile(file, 'utf8'))}`);

/** Writes a script that no program belongs to, its style filled in if it has some; its name. */
const plainScript = async (name, file, sheets = []) => {
  const { outputFiles: [script] } = await build({
    entryPoints: [file], define: definitions({ STYLE: await styleOf(sheets) }), bundle: true, format: 'esm', minify: release, charset: 'utf8', target, write: false, logLevel: 'warning',
  });
  return written(name, script.contents);
};

/** What each bundle is made of, for tools/weigh.mjs to print. */
const made = {};

/** The packages that the bundles are built from, and those of the configurator. */
const packages = new Map();
const packagesOfConfigurator = new Map();

/** The style sheet of some elements. */
const styleOf = async (sheets) => {
  const { outputFiles: [style] } = await build({
    stdin: { contents: sheets.map((sheet) => `@import './${sheet}.css';`).join(''), resolveDir: 'style', loader: 'css' },
    bundle: true, minify: release, charset: 'utf8', target, write: false, logLevel: 'warning',
  });
  return style.text.trim();
};

/** The glue and the WebAssembly of a program in its folder. */
const glueIn = (folder) => join(folder, 'newsrail.js');
const wasmIn = (folder) => join(folder, 'newsrail_bg.wasm');

/** Has cargo build some programs, and notes the packages that they are built from. */
const compile = async (programs, packages) => {
  const messages = await run(
    'cargo', 'build', ...(release ? ['--release'] : []), ...programs.flatMap((which) => ['--package', 'newsrail-' + which]),
    '--locked', '--offline', '--quiet', '--message-format', 'json-render-diagnostics', '--target', triple,
  );
  for (const [manifest, one] of compiled(messages, triple)) {
    if (!packages.get(manifest)?.linked) packages.set(manifest, one);
  }
};

/** Has wasm-bindgen lay a program's glue and its WebAssembly into a folder; that folder. */
const bind = async (which) => {
  const folder = join(staging, which);
  const built = join(targets, triple, release ? 'release' : 'debug', `newsrail_${which}.wasm`);
  await run('wasm-bindgen', '--target', 'web', '--no-typescript', '--out-dir', folder, '--out-name', 'newsrail', built);
  return folder;
};

/** Makes what is in that folder as small as it ships; whose bytes it is made of. */
const shrink = async (folder) => {
  const [script, file] = [glueIn(folder), wasmIn(folder)];
  const glue = (await readFile(script, 'utf8')) + RUN;
  if (!release) return writeFile(script, glue);
  const [short, named] = ['short.wasm', 'named.wasm'].map((name) => join(folder, name));
  const shortNames = await minify(file, short);
  await Promise.all([optimise(short, file), optimiseWithNames(short, named)]);
  await writeFile(script, rename(glue, shortNames, await readFile(file)));
  const whose = contributors(await readFile(named));
  await Promise.all([short, named].map((name) => rm(name)));
  return whose;
};

/** The glue in a folder as one file, with the scripts beside what asks for them. */
const glueOf = async (folder, { exports, beside = '', sheets = [] }, names, plugins) => {
  const { outputFiles: [glue] } = await build({
    stdin: { contents: `export { ${['run', ...exports]} } from './newsrail.js'; ${beside}`, resolveDir: folder },
    define: definitions({ ...names, STYLE: await styleOf(sheets) }),
    bundle: true, format: 'esm', minify: release, charset: 'utf8', target, pure: ['FinalizationRegistry'], plugins: [sources, ...plugins], write: false, logLevel: 'warning',
    // wasm-bindgen names a script twice where another's functions stand between its.
    logOverride: { 'duplicate-object-key': 'silent' },
  });
  return glue.contents;
};

/** Turns what is in that folder into what a page loads, and what the package has of it; its name. */
const bundle = async (which, folder, program) => {
  const glue = await glueOf(folder, program, names, []);
  await writeFile(join(packed, which + '.js'), await glueOf(folder, program, MODULE_NAMES, [forBundlers]));
  const wasm = await readFile(wasmIn(folder));
  if (!WebAssembly.validate(wasm)) throw new Error(`${which}: what binaryen wrote is no WebAssembly that this machine takes`);
  const tables = program.texts ? await Promise.all(TAGS.map(async (tag) => [tag, await tableOf(tag, program.texts)])) : [];
  const hash = createHash('sha256').update(glue).update(wasm).update(JSON.stringify(tables)).digest('hex').slice(0, 8);
  const named = `${bundleName(which)}-${hash}`;
  await rm(folder, { recursive: true });
  await writeFile(join(staging, named + '.js'), glue);
  await writeFile(join(staging, named + '.wasm'), wasm);
  await writeFile(join(packed, which + '.wasm'), wasm);
  await Promise.all(tables.flatMap(([tag, table]) => [
    writeFile(join(staging, `${named}-${tag}.js`), table),
    writeFile(join(packed, `${which}-${tag}.js`), table),
  ]));
  return named;
};

/** A program as binaryen leaves it. */
const finish = async (which) => {
  const folder = await bind(which);
  return [which, { folder, whose: await shrink(folder) }];
};

/** All programs. Binaryen, which keeps one core busy, has what is built while cargo goes on with the next. */
const compileAll = async () => {
  const finished = [];
  for (const programs of TOGETHER) {
    await compile(programs, packages);
    finished.push(...programs.map(finish));
  }
  return Object.fromEntries(await Promise.all(finished));
};

// Trunk has built the page's program its own way.
for (const staged of await readdir(staging)) {
  if (/^newsrail-page[-_.]|^snippets$/.test(staged)) await rm(join(staging, staged), { recursive: true });
}
await rm(packed, { recursive: true, force: true });
await mkdir(packed, { recursive: true });
names.AHEAD = await plainScript('newsrail-ahead', 'web/ahead.js');
names.SEEN = await plainScript('newsrail-seen', 'web/seen.js');
names.LOOKS = await plainScript('newsrail-looks', 'web/looks.js', ['looks', 'foot']);
names.LANGUAGES = await textScript('newsrail-languages', 'core/src/text/languages.txt');
const built = await compileAll();
for (const [which, program] of Object.entries(PROGRAMS)) {
  const { folder, whose } = built[which];
  made[bundleName(which)] = whose;
  names[program.name] = await bundle(which, folder, program);
}
if (release) {
  await writeFile(join(targets, 'contributors.json'), JSON.stringify(made));
  await writeFile(join(staging, 'THIRD-PARTY.txt'), await thirdParty(packages));
}

const loaderOf = async (format, names, plugins) => {
  const { outputFiles: [loader] } = await build({
    entryPoints: ['web/loader/main.js'], define: definitions({ ...names, LOCALES }), bundle: true, format, minify: release, target, plugins, write: false, logLevel: 'warning',
  });
  return loader.contents;
};
await writeFile(join(staging, 'newsrail.js'), await loaderOf('iife', names, []));
await writeFile(join(packed, 'index.js'), await loaderOf('esm', MODULE_NAMES, [forBundlers]));

// The standalone page's own part says its texts in the languages of its program.
const { outputFiles: [page] } = await build({
  entryPoints: ['web/page.js'], define: definitions({ ...names, LOCALES }), bundle: true, format: 'iife', minify: release, charset: 'utf8', target, write: false, logLevel: 'warning',
});
await writeFile(join(staging, 'page.js'), page.contents);

// What Trunk builds again is built already, and only put together.
await compile(['configure'], packagesOfConfigurator);
await configurator(staging, targets, release);
if (release) await writeFile(join(staging, 'configure-THIRD-PARTY.txt'), await thirdParty(packagesOfConfigurator));
