import { localeOf } from './locale.js';
import { langOf, tagOf } from './texts.js';

/**
 * The reader's own device: what it keeps, its clipboard, its share sheet, and how
 * dates are written. Each may be missing or denied, and then nothing happens.
 * The names are other ones than in cache.js: wasm-bindgen takes two of a name for one.
 */

/** As long as the tab is there, or until it is taken away. */
const shelf = (tab) => (tab ? sessionStorage : localStorage);

export const kept_text = (tab, name) => {
  try {
    return shelf(tab).getItem(name) ?? '';
  } catch {
    return ''; // in a sandboxed frame, or where the reader has said so, asking throws
  }
};

/** An empty text is none. */
export const keep_text = (tab, name, text) => {
  try {
    if (text) shelf(tab).setItem(name, text);
    else shelf(tab).removeItem(name);
  } catch {
    // No room, or no permission: then it is not kept.
  }
};

export const has_sheet = () => Boolean(navigator.share);

/** What the reader does there is not known here; they may close it, which rejects. */
export const open_sheet = (url, title) => {
  navigator.share({ __proto__: null, url, title }).catch(() => {});
};

/** Whether that was allowed. */
export const copy_text = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** A moment after RFC 3339, in UTC; empty where there is no such moment. */
export const iso = (seconds) => {
  const date = new Date(seconds * 1000);
  return isNaN(date) ? '' : date.toISOString();
};

/**
 * A moment in the language of an element: its day, its time, or both. By a clock that
 * is so many seconds ahead of UTC, else by the reader's own; which zone that is is
 * said where it is not the reader's.
 */
export const written = (element, seconds, zone, day, time) => {
  const there = new Date((seconds + (zone ?? 0)) * 1000);
  if (isNaN(there)) return '';
  const text = there.toLocaleString(localeOf(tagOf(element), langOf(element)), {
    __proto__: null,
    dateStyle: day ? 'long' : undefined,
    timeStyle: time ? 'short' : undefined,
    timeZone: zone === undefined ? undefined : 'UTC',
  });
  const own = -60 * new Date(seconds * 1000).getTimezoneOffset();
  if (!day || !time || (zone ?? own) === own) return text;
  const minutes = Math.trunc(Math.abs(zone) / 60);
  const ahead = minutes && (zone < 0 ? '−' : '+') + Math.trunc(minutes / 60) + (minutes % 60 ? ':' + (minutes % 60) : '');
  return `${text} (UTC${ahead || ''})`;
};
