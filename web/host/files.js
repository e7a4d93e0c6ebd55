/**
 * The scripts that lie beside a program, by their names. A bundler's build has
 * web/module/beside.js in its place.
 */
export const beside = (name) => import(new URL(name + '.js', import.meta.url).href);
