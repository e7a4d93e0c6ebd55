// Has PHP 5.2 read files of the plugin: node old-php.mjs FOLDER. Each file ends at
// once where there is no WordPress around it, but only once PHP has read it whole.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNodeRuntime } from '@php-wasm/node';
import { PHP } from '@php-wasm/universal';

const VERSION = '5.2';
const folder = process.argv[2];

/** What a PHP of its own prints that runs this code beside these files; empty where it fails. */
const printed = async (paths, code) => {
  const php = new PHP(await loadNodeRuntime(VERSION, { emscriptenOptions: { processId: process.pid } }));
  try {
    for (const path of paths) {
      const place = `/plugin/${path}`;
      php.mkdir(place.slice(0, place.lastIndexOf('/')));
      php.writeFile(place, readFileSync(join(folder, path)));
    }
    return (await php.run({ code: `<?php ${code}` })).text;
  } catch {
    return '';
  } finally {
    php.exit();
  }
};

for (const path of ['newsrail.php', 'uninstall.php', 'includes/requirements.php', 'includes/load.php']) {
  // PHP runs this when the file has been read and has ended the run.
  const end = "function end_of_run() { if (!error_get_last()) echo 'read'; } register_shutdown_function('end_of_run');";
  const said = await printed([path], `${end} include '/plugin/${path}';`);
  console.log(`${path}: ${said === 'read' ? 'read' : 'not read'}`);
}
const ask = `define('ABSPATH', '/'); include '/plugin/includes/requirements.php';
  foreach (newsrail_unmet(PHP_VERSION, '6.5.5') as $row) echo $row[0], ' ', $row[1], ' ', substr($row[2], 0, 3);`;
console.log(await printed(['includes/requirements.php'], ask));
process.exit();
