/** Chromium, for the tests beside: pages that complain of nothing. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const executablePath = () => process.env.CHROMIUM
  ?? execFileSync('/bin/sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], { encoding: 'utf8' }).trim();

/** Starts Chromium. */
export const launch = () => chromium.launch({ executablePath: executablePath(), args: ['--no-sandbox', '--no-proxy-server'] });

/** Opens a page; what it complains of is collected, but for the icon that a browser asks for by itself. */
export const openPage = async (browser, address) => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const complaints = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && !/favicon/.test(line.location().url) && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, complaints };
};

/** Waits until an element shows items of a list; the headlines. */
export const headlinesOf = async (page, element) => {
  await page.waitForSelector(element, { state: 'attached' });
  await page.locator(element).first().scrollIntoViewIfNeeded();
  await page.waitForFunction((name) => document.querySelector(name).shadowRoot?.querySelector('h3 a'), element);
  return page.evaluate((name) => [...document.querySelector(name).shadowRoot.querySelectorAll('h3 a')].map((link) => link.textContent), element);
};

/** Opens a page and has `look` look at it; what that makes of it. The page complains of nothing. */
export const lookAt = async (browser, address, look) => {
  const { page, complaints } = await openPage(browser, address);
  try {
    const seen = await look(page);
    assert.deepEqual(complaints, []);
    return seen;
  } catch (error) {
    throw new Error(`${error.message}\n${complaints.join('\n')}`);
  } finally {
    await page.close();
  }
};

/** Both lists of a page have headlines, none twice, and the page complains of nothing. */
export const assertLists = (browser, address, isNot) => lookAt(browser, address, async (page) => {
  const popular = await headlinesOf(page, 'newsrail-popular');
  const related = await headlinesOf(page, 'newsrail-more-like-this');
  const all = [...popular, ...related];
  assert.equal(new Set(all).size, all.length, all.join('\n'));
  if (isNot) assert.ok(!all.includes(isNot), `the article that is being read is listed: ${all.join('\n')}`);
  return all;
});
