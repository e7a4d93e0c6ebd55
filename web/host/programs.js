/**
 * The programs that few pages and readers need, each loaded when it is: FORMATS
 * and POST are their names, which the build fills in. What passes is text, and
 * bytes.
 */
import { RESPONSE_TIMEOUT } from '../shared.js';

/** The loader's function that brings a program by its name. */
let bring;

/** Whether the program that posts has been asked for ahead. */
let expected;

export const begin = (loader) => {
  bring = loader;
};

/** Bytes, address and type of a feed in any format: a JSON Feed. */
export const convert = async (...feed) => {
  const formats = await bring(FORMATS);
  return formats.convert(...feed, formats.head());
};

/** Somebody may post soon. A failure is said by the loader, and counts only once they do. */
export const expect = () => {
  expected ??= bring(POST).catch(() => {});
};

/** Posts what a form says. A program that comes later than an answer may sends nothing: the reader has been told that it was not sent. */
export const post = async (text) => {
  const late = new Promise((_, fail) => setTimeout(fail, RESPONSE_TIMEOUT, 'the program that sends it is too slow to come'));
  return (await Promise.race([bring(POST), late])).post(text);
};
