/**
 * Lists for the page that the reader goes to next.
 *
 * As a link to another article is pressed, the program that is there chooses
 * what the lists would show beside that one. It is kept for the tab, and the
 * loader shows it on that page, with no program loaded yet; what the page's own
 * program chooses then takes its place, which is the same as long as the feed is.
 *
 * What is kept is the page's address, a style sheet, and elements' settings, each
 * followed by its list, with NULs between them. It is HTML, and read by
 * `setHTML` alone, which makes nothing of it that runs: other scripts may write to
 * the page's storage too. Where a browser has no such thing, nothing is kept.
 */

const withoutFragment = (url) => url.split('#')[0];

/** Keeps what a program chooses for the article that a pressed link leads to. */
const keep = (event, settings, program) => {
  const link = event.composedPath().find(({ localName }) => localName === 'a');
  const url = withoutFragment(link?.href ?? '');
  if (link?.origin !== location.origin || url === withoutFragment(location.href)) return;
  const chosen = program.beside(url);
  const [first] = chosen;
  if (!first) return;
  const { cssRules } = first.shadowRoot.adoptedStyleSheets[1];
  sessionStorage.newsrail = [
    url, Array.from(cssRules, ({ cssText }) => cssText).join(''),
    ...chosen.map((node, at) => (at % 2 ? node.outerHTML : settings(node))),
  ].join('\0');
};

/** From now on keeps lists for the page that a link leads to; `settings` tells elements apart. */
export const watch = (settings, program) => {
  if (!ShadowRoot.prototype.setHTML) return;
  addEventListener('pointerdown', (event) => {
    try {
      keep(event, settings, program);
    } catch {
      // There is no room, or no permission: the next page is like any other.
    }
  }, true);
};
