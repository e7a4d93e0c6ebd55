/** In place of web/loader/script.js: a module has no tag, so elements alone say what they are set to. */
export const script = null;
