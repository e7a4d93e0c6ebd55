/**
 * THIRD-PARTY.txt: whose work is in a release, and under which licence.
 *
 * What cargo has compiled for WebAssembly is what a program may be made of,
 * Rust's own library among it: so cargo's own messages are the list, and not
 * what a manifest may ask for. A licence that nobody has looked at fails the
 * release.
 */
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/**
 * The licences that newsrail may be given on with, in the order of choice where
 * a package leaves one, each with what the name of its file says.
 */
const ACCEPTED = [
  ['MIT', /mit/i],
  ['Zlib', /zlib/i],
  ['BSL-1.0', /boost|bsl/i],
  ['Unicode-3.0', /unicode/i],
  ['Apache-2.0', /apache/i],
  ['Apache-2.0 WITH LLVM-exception', /llvm/i],
];

/** Packages that nobody looks after any more, and who has said so. */
const UNMAINTAINED = [['paste', 'RUSTSEC-2024-0436']];

const LIBRARY = 'rustlib/src/rust/library';

/** Who holds the rights in Rust's own library, and in what it has from others. */
const RUST = `The Rust Project Developers (see https://thanks.rust-lang.org)
Copyright (c) 2019 The Crossbeam Project Developers (std::sync::mpmc)
Copyright (c) 2014 Alex Crichton (backtrace)`;
const RUST_UNICODE = 'core::unicode has tables of Unicode, Inc., 1991-2024, under Unicode-3.0.';

const field = (manifest, name) => manifest.match(new RegExp(`^${name} = "(.*)"`, 'm'))?.[1];

/** What cargo's messages say of each package: where it is, and whether it was compiled for the programs or only to build them. */
export const compiled = (messages, triple) => {
  const packages = new Map();
  for (const line of messages.split('\n').filter((line) => line.startsWith('{'))) {
    const { reason, package_id: id, manifest_path: manifest, target, filenames } = JSON.parse(line);
    if (reason !== 'compiler-artifact' || target.kind.includes('custom-build')) continue;
    const [, name, version] = id.match(/([^/#@]+)(?:#|@)([^#@]+)$/);
    const linked = filenames.some((file) => file.split(sep).includes(triple));
    packages.set(manifest, { name, version, manifest, linked: linked || packages.get(manifest)?.linked });
  }
  return packages;
};

/** The licences that a package is taken under. */
const choose = (name, expression) => expression.split(' AND ').map((part) => {
  const offered = part.replace(/[()]/g, '').split(/ OR |\//);
  const chosen = ACCEPTED.find(([licence]) => offered.includes(licence));
  if (!chosen) throw new Error(`${name}: tools/licences.mjs does not know the licence ${part}`);
  return chosen;
});

/** The files in a package's folder that say what it is licensed under; of Rust's library they may be further up. */
const licenceFiles = async (folder) => {
  const files = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|copyright|notice)/i.test(name)).sort();
  if (files.length || !dirname(folder).includes(LIBRARY + sep)) return files.map((name) => join(folder, name));
  return licenceFiles(dirname(folder));
};

/** The texts of a package, as it carries them; else the licence's own with those whom its manifest names. */
const textsOf = async ({ name, manifest: path }, own) => {
  const manifest = await readFile(path, 'utf8');
  // Some of Rust's library say nothing of themselves.
  const expression = field(manifest, 'license') ?? (path.includes(LIBRARY) ? 'MIT OR Apache-2.0' : 'none');
  const chosen = choose(name, expression);
  const files = await licenceFiles(dirname(path));
  const plain = files.filter((file) => /(licen[cs]e|copying)(\.\w+)?$/i.test(file));
  const wanted = chosen.flatMap(([, mark]) => {
    const marked = files.filter((file) => mark.test(relative(dirname(path), file)));
    return marked.length ? marked : plain;
  });
  const notices = files.filter((file) => /(copyright|notice)[^/\\]*$/i.test(file));
  const texts = await Promise.all([...new Set([...notices, ...wanted])].map((file) => readFile(file, 'utf8')));
  if (!wanted.length) {
    if (chosen.some(([licence]) => licence !== 'MIT')) throw new Error(`${name}: it has no text of its licence ${expression}`);
    const authors = manifest.match(/^authors = \[([^\]]*)\]/m)?.[1].match(/[^"]+(?=")/g)?.filter((author) => /\w/.test(author)).join(', ');
    const holder = path.includes(LIBRARY) ? RUST : authors ?? `the authors of ${field(manifest, 'repository') ?? name}`;
    texts.push(own.replace(/^Copyright.*$/m, () => 'Copyright (c) ' + holder));
  }
  return { expression, texts: texts.map((text) => text.replace(/\r/g, '').replace(/[ \t]+$/gm, '').trim()) };
};

/** By whom a package is wanted that nobody looks after any more. */
const wantedBy = (name, lock, packages) => lock.split('[[package]]')
  .filter((block) => new RegExp(`^ "${name}(?: .*)?",$`, 'm').test(block))
  .map((block) => field(block, 'name'))
  .filter((other) => packages.some((one) => one.name === other));

/** The file's text, of what `compiled` has found. */
export const thirdParty = async (found) => {
  const [own, lock, toolchain] = await Promise.all(['LICENSE-MIT', 'Cargo.lock', 'rust-toolchain.toml'].map((file) => readFile(file, 'utf8')));
  const rust = field(toolchain, 'channel');
  const title = (one) => `${one.name} ${one.manifest.includes(LIBRARY) && one.version === '0.0.0' ? 'of Rust ' + rust : one.version}`;
  const packages = [...found.values()].filter(({ name }) => !/^newsrail\b/.test(name));
  packages.sort((one, other) => (title(one) < title(other) ? -1 : 1));

  const byText = new Map();
  const lines = [];
  for (const one of packages.filter(({ linked }) => linked)) {
    const { expression, texts } = await textsOf(one, own);
    lines.push(`${title(one)}: ${expression}`);
    for (const text of texts) {
      const words = text.replace(/\s+/g, ' ');
      if (!byText.has(words)) byText.set(words, { text, of: [] });
      byText.get(words).of.push(title(one));
    }
  }
  const unmaintained = UNMAINTAINED.map(([name, advisory]) => {
    const one = packages.find((one) => one.name === name);
    if (!one) throw new Error(`${name} is not used any more: take it out of tools/licences.mjs`);
    const where = one.linked ? 'is in the programs' : 'writes code while newsrail is built, and is in no program itself';
    return `${title(one)} is not looked after any more (${advisory}). It ${where}. It comes with ${wantedBy(name, lock, packages).join(', ')}.`;
  });
  const rule = '-'.repeat(80);
  return [
    'newsrail is under the MIT License or the Apache License 2.0, as you like. Its programs are built from the packages below, by others, each under the licence that is named beside it; what they are built with stands behind those, and the texts of the licences at the end. A package that carries no text of its own has the licence\'s, with the authors that it names. The scripts beside the programs are in part written by wasm-bindgen, which is among the packages.',
    ...unmaintained,
    RUST_UNICODE,
    'In the programs:\n\n' + lines.join('\n'),
    'Only used to build them:\n\n' + packages.filter(({ linked }) => !linked).map(title).join('\n'),
    ...[...byText.values()].map(({ text, of }) => `${rule}\n${of.join(', ')}\n${rule}\n\n${text}`),
  ].join('\n\n') + '\n';
};
