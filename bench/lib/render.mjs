/** `newsrail render`, as a publisher runs it on a page. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch, target } from './paths.mjs';

/** The native command, which the Makefile has built. */
const COMMAND = join(target, 'native', 'newsrail');

/** A page at an address with the lists of a feed of these articles in it; `options` are the command's. */
export const rendered = (html, url, articles, options) => {
  const feed = join(scratch, 'render-feed.json');
  writeFileSync(feed, JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', language: 'en', items: articles }));
  return execFileSync(COMMAND, ['render', '-', '--feed', feed, '--base', url, ...options], { input: html, encoding: 'utf8' });
};
