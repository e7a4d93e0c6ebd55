/** Apps that have the package as anybody's would: each in a folder of its own, outside the project. */
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';

const project = new URL('../../', import.meta.url).pathname;
const inProject = (path) => join(project, path);

/** The tarball that `make package` has made. */
export const tarball = async () => {
  const version = (await readFile(inProject('Cargo.toml'), 'utf8')).match(/^version = "(.*)"/m)[1];
  return join(process.env.CARGO_TARGET_DIR ?? inProject('target'), 'npm', `newsrail-${version}.tgz`);
};

/** Runs a command in an app; what it says. A failure has what it said in it. */
export const run = async (app, command, ...options) => {
  try {
    const { stdout } = await promisify(execFile)(command, options, { cwd: app, maxBuffer: Infinity });
    return stdout;
  } catch ({ stdout, stderr, message }) {
    throw new Error(`${message}\n${stdout}\n${stderr}`);
  }
};

/** The folders that apps are in. */
const folders = [];

/** An empty folder, outside the project: what lies above an app is found by it, too. */
export const emptyFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newsrail-app-'));
  folders.push(folder);
  return folder;
};

/** Removes all apps. */
export const removeApps = () => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 })));

/** Puts the sample feed where an app serves it. */
export const giveFeed = async (app, folder) => {
  await mkdir(join(app, folder), { recursive: true });
  await cp(inProject('samples/feed.json'), join(app, folder, 'feed.json'));
};

/** An app out of apps/, its packages and then the tarball installed. */
export const fresh = async (name) => {
  const app = await emptyFolder();
  await cp(inProject(`tests/package/apps/${name}`), app, { recursive: true });
  await run(app, 'npm', 'ci');
  await run(app, 'npm', 'install', '--no-save', await tarball());
  return app;
};

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

/** All that a page of newsrail's needs to be allowed. */
const POLICY = (types) => `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; style-src 'self'; require-trusted-types-for 'script'; trusted-types ${types}`;

/** Serves a folder under a strict policy, which names the app's own types; its address, and what stops it. */
export const serve = async (folder, { types = "'none'", page } = {}) => {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(new URL(url, 'http://app').pathname);
    try {
      const body = path === '/' && page ? page : await readFile(join(folder, path === '/' ? 'index.html' : path));
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/html');
      response.setHeader('Content-Security-Policy', POLICY(types));
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
};

/** Starts a server that says its address; the address, and what stops it. */
export const start = (app, command, ...options) => new Promise((started, failed) => {
  const server = spawn(command, options, { cwd: app, detached: true, env: { ...process.env, NO_COLOR: '1' } });
  const stop = () => process.kill(-server.pid);
  let said = '';
  const read = (text) => {
    said += text;
    const [address] = said.match(/http:\/\/(localhost|127\.0\.0\.1):\d+(?=[/\s])/) ?? [];
    if (address) started({ address: `${address}/`, stop });
  };
  server.stdout.on('data', read);
  server.stderr.on('data', read);
  server.on('exit', (code) => failed(new Error(`${command} ended with ${code}: ${said}`)));
});

/** Writes a file of an app. */
export const write = (app, name, text) => writeFile(join(app, name), text);
