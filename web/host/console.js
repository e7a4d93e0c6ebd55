/**
 * Lines in the console. A page may have put functions of its own there that throw:
 * a line that cannot be written is no reason to stop what it is about.
 */
const line = (kind) => (text) => {
  try {
    console[kind](text);
  } catch {
    // It is lost.
  }
};

export const warn = line('warn');
export const error = line('error');
