/**
 * Lines in the console. A page may have put functions of its own there that throw:
 * a line that cannot be written is no reason to stop what it is about.
 */
const line = (kind, text) => {
  try {
    console[kind]('newsrail: ' + text);
  } catch {
    // It is lost.
  }
};

/** An element by its name and its identifier, as a publisher has written them. */
const tag = ({ localName, id }) => `<${localName}${id && ` id="${id}"`}> `;

/** A line about no element in particular. */
export const warn = (text) => line('warn', text);

export const warnOf = (element, text) => line('warn', tag(element) + text);
export const errorOf = (element, text) => line('error', tag(element) + text);
