// Writes the template of translations: node pot.mjs. With --check it writes
// nothing, and fails where the template is not what the sources say.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const template = join(here, 'newsrail/languages/newsrail.pot');

/** The template that @wp-blocks/make-pot makes of the sources, without what each run has otherwise. */
export const made = () => {
  // The tool takes a folder below its own working folder alone. For block.json it
  // would ask the network; what that says is in includes/blocks.php too.
  const folder = mkdtempSync(join(here, 'node_modules/.pot-'));
  try {
    const tool = join(here, 'node_modules/.bin/makepot');
    const options = ['--slug', 'newsrail', '--domain', 'plugin', '--charset', 'utf-8', '--silent', '--skip-block-json', '--skip-audit'];
    // It waits for an answer where it knows no address; the line with it is taken out below.
    execFileSync('node', [tool, 'newsrail', relative(here, folder), ...options, '--headers=email:nobody@localhost'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
    const isLasting = (line) => !/^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To):/.test(line);
    const text = readFileSync(join(folder, 'newsrail.pot'), 'utf8');
    return text.replace(/^# Copyright.*\n/, '').split('\n').filter(isLasting).join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(template, made());
  } else if (readFileSync(template, 'utf8') !== made()) {
    console.error('newsrail.pot is not what the sources say: node wordpress/pot.mjs');
    process.exitCode = 1;
  }
}
