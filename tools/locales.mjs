/**
 * The texts of locales/, a JSON file for each language, as programs load them.
 *
 * A file has the groups of locales/en.json, in each the same keys, and under a key a
 * text, or its plural forms by CLDR's categories.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = new URL('../locales/', import.meta.url).pathname;

/** The languages beside English, whose texts are in the programs. */
export const TAGS = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).filter((tag) => tag !== 'en').sort();

/** The languages that the loader looks for; that of a script of its own (zh-Hant) has the same. */
export const LOCALES = TAGS.filter((tag) => tag.length === 2).join(' ');

/** The file of a language: its groups. */
export const locale = async (tag) => JSON.parse(await readFile(join(FOLDER, tag + '.json'), 'utf8'));

/** All texts of some groups by key, each plural form by key and category. */
export const flat = (groups, names = Object.keys(groups)) => Object.fromEntries(names.flatMap((name) =>
  Object.entries(groups[name]).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key, text]] : Object.entries(text).map(([category, form]) => [`${key}-${category}`, form]))));

/** The script that a program loads for a language, with the groups that it says. Without a prototype: a host page may have put anything on Object.prototype. */
export const tableOf = async (tag, names) =>
  `export default{__proto__:null,${JSON.stringify({ tag, ...flat(await locale(tag), names) }).slice(1)}`;
