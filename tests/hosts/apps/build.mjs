// Builds the pages of real frameworks beside, each by its own bundler, into target/apps/NAME:
// `tests/e2e/frameworks.rs` serves them, and fills in what stands in double braces.
//
//   node tests/hosts/apps/build.mjs
//
// Those that are rendered ahead and hydrated are built as for their development: only
// then do React, Vue and Svelte say in full that what they find is not what they expect.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build as astro } from 'astro';
import { build } from 'vite';

const here = import.meta.dirname;
// Astro looks for packages from where it is run.
process.chdir(here);
const apps = join(process.env.CARGO_TARGET_DIR ?? join(here, '../../../target'), 'apps');

/** What each is built with, and the script that renders it ahead, where one does. */
const APPS = {
  turbo: {},
  htmx: {},
  lit: {},
  react: { esbuild: { jsx: 'automatic', jsxDev: true }, client: 'client.jsx', server: 'server.jsx' },
  vue: { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('newsrail-') } } })], server: 'server.js' },
  svelte: { plugins: [svelte()], server: 'server.js' },
};

const built = async (name, { client, server, ...options }) => {
  const root = join(here, name);
  const outDir = join(apps, name);
  const mode = server ? 'development' : 'production';
  process.env.NODE_ENV = mode;
  const config = { configFile: false, root, mode, logLevel: 'warn', ...options };
  const rollupOptions = client ? { input: join(root, client), output: { entryFileNames: 'client.js' } } : {};
  await build({ ...config, build: { outDir, emptyOutDir: true, minify: mode === 'production', target: 'es2022', rollupOptions } });
  if (!server) return;
  const ssr = join(apps, 'server', name);
  await build({ ...config, build: { outDir: ssr, emptyOutDir: true, ssr: server }, ssr: { noExternal: true } });
  const { paths, render } = await import(pathToFileURL(join(ssr, 'server.js')));
  const page = client ? '' : await readFile(join(outDir, 'index.html'), 'utf8');
  for (const path of paths) {
    await mkdir(join(outDir, path), { recursive: true });
    await writeFile(join(outDir, path, 'index.html'), await render(path, page));
  }
};

await rm(apps, { recursive: true, force: true });
for (const [name, options] of Object.entries(APPS)) await built(name, options);
process.env.NODE_ENV = 'production';
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await astro({ root: join(here, 'astro'), outDir: join(apps, 'astro'), logLevel: 'warn' });
