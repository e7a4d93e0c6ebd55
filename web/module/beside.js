/** In place of web/host/files.js, for the package that bundlers take; see files.js here. */
const scripts = {
  __proto__: null,
  languages: () => import('./languages.js'),
  ahead: () => import('./ahead.js'),
  seen: () => import('./seen.js'),
};

/** The scripts that lie beside a program, by their names. */
export const beside = (name) => scripts[name]();
