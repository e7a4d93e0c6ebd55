/** Tables in Markdown that can be read as they are, on the screen and in a file; and progress. */

/** A table: columns after the first are numbers, and stand to the right. */
export const table = (head, rows) => {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((row) => row[column].length)));
  const pad = (text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[column]));
  const [first, ...rest] = lines.map((row) => `| ${row.map(pad).join(' | ')} |`);
  const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [first, rule, ...rest].join('\n');
};

/** A section of the report. */
export const section = (title, ...parts) => [`## ${title}`, ...parts].join('\n\n');

const started = Date.now();

/** Says on the error output how far it has come. */
export const progress = (...words) => {
  const seconds = String(Math.round((Date.now() - started) / 1000)).padStart(4);
  process.stderr.write(`${seconds} s  ${words.join(' ')}\n`);
};
