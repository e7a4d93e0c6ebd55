/** A headless Chromium with caches on disk, as a reader's has, and a page of it. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { watch } from './watch.js';

/** What a machine without a screen, or a container with root alone, does not have. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost',
];

/** How a reader is slowed down: nothing, or a phone on a mobile network. */
export const PACES = {
  free: { title: 'no throttle' },
  slow: { title: '4 × CPU, 150 ms, 1.6 Mbit/s', cpu: 4, latency: 150, throughput: 1.6e6 / 8 },
};

const executable = () => process.env.CHROMIUM
  ?? execFileSync('/bin/sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], { encoding: 'utf8' }).trim();

export const launch = async () => {
  const profile = await mkdtemp(join(tmpdir(), 'newsrail-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable(), headless: true, args: FLAGS, viewport: { width: 1280, height: 900 },
  });
  const [first] = context.pages();
  const { product } = await (await context.newCDPSession(first)).send('Browser.getVersion');
  return {
    version: product,
    /** A new page that is watched from its first moment, at some pace. */
    open: async (pace = PACES.free) => {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await page.addInitScript(watch);
      if (pace.cpu) {
        await session.send('Emulation.setCPUThrottlingRate', { rate: pace.cpu });
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', {
          offline: false, latency: pace.latency, downloadThroughput: pace.throughput, uploadThroughput: pace.throughput,
        });
      }
      return { page, session };
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};

/** Goes to a page and waits until both its lists are painted; what was seen until then. */
export const visit = async (page, url) => {
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(() => globalThis.watched.painted);
};

/** For how many milliseconds a reader presses a link. */
export const PRESS = 80;

/** The same, following the page's link to another. */
export const follow = async (page, url) => {
  await Promise.all([page.waitForURL(url, { waitUntil: 'commit' }), page.click('#next', { delay: PRESS, noWaitAfter: true })]);
  return page.evaluate(() => globalThis.watched.painted);
};

/** Waits until the page has been quiet for a while; what was seen in all. */
export const settle = async (page, milliseconds) => {
  await page.waitForTimeout(milliseconds);
  return page.evaluate(() => globalThis.watched.report());
};
