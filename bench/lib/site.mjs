/**
 * The servers of a page: the site, a CDN for scripts and one for feeds, each an
 * origin of its own, with CORS and caching as in real use. They answer at one
 * port under any name `site.NAME.localhost`, so a page that nothing is cached of
 * is one under a new name: browsers cache by site.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { articlePage } from '../pages/article.mjs';
import { asset } from './assets.mjs';
import { picture } from './picture.mjs';

const FIVE_MINUTES = 'public, max-age=300';

/** The origin that the feeds' articles are made with. */
const FIRST = 'https://paper.example';

/** How many paragraphs an article page has. */
const PARAGRAPHS = 12;

const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Timing-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** Starts it. `assets` are the CDN's files; `feeds` the articles of each by its name. */
export const startSite = async (assets, feeds) => {
  const scripts = new Map(assets.map((file) => [`/${file.name}`, file]));
  const lead = asset('lead.png', picture(760, 428), FIVE_MINUTES);
  /** Pages and feeds by address, as they were asked for, and the articles of those. */
  const pages = new Map();
  const papers = new Map();
  const articles = new Map();

  const find = (host, path) => {
    if (host.startsWith('cdn.')) return [scripts.get(path), OPEN];
    if (host.startsWith('feed.')) return [papers.get(host + path), OPEN];
    return path === '/lead.png' ? [lead, {}] : [pages.get(host + path), ISOLATED];
  };

  const server = createServer((request, response) => {
    const [file, headers] = find(request.headers.host, request.url);
    if (!file) {
      response.writeHead(404, OPEN).end();
      return;
    }
    const packed = file.brotli && /\bbr\b/.test(request.headers['accept-encoding']) ? file.brotli : undefined;
    const body = packed ?? file.body;
    response.writeHead(200, {
      'Content-Type': file.type, 'Content-Length': body.length, 'Cache-Control': file.cache, Vary: 'Accept-Encoding',
      ...(packed && { 'Content-Encoding': 'br' }), ...headers,
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();

  /** A site's own copy of a feed: its articles are that site's pages. */
  const paper = (host, feed, site) => {
    const path = `${host}/${feed}.json`;
    if (!papers.has(path)) {
      const items = feeds.get(feed).items.map((item) => ({ ...item, url: item.url.replace(FIRST, site) }));
      articles.set(path, items);
      papers.set(path, asset('feed.json', JSON.stringify({ ...feeds.get(feed), items }), FIVE_MINUTES));
    }
    return articles.get(path);
  };

  return {
    /** The address of a page with a peer's lists beside article `at` of a feed, under a site's name; it links to article `next`. `write` makes another of its HTML, its address and the feed's articles. */
    page: ({ name, peer, script, at = 3, next, feed = 'hundred', picture = false, write = (html) => html }) => {
      const origin = (part) => `http://${part}.${name}.localhost:${port}`;
      const items = paper(`feed.${name}.localhost:${port}`, feed, origin('site'));
      const article = items[at];
      const page = { feed: `${origin('feed')}/${feed}.json`, script: `${origin('cdn')}/${script.name}`, article };
      const html = articlePage({
        article, next: items[next],
        text: Array.from({ length: PARAGRAPHS }, (_, n) => items[(at + n * 7) % items.length].summary.repeat(2)),
        picture: picture && '/lead.png',
        aside: peer.aside(page), below: peer.below?.(page), script: peer.script(page),
      });
      pages.set(article.url.replace('http://', ''), asset('page.html', write(html, article.url, items), 'no-cache'));
      return article.url;
    },
    /** The address of a page with nothing on it but a module of the CDN's. */
    bare: (name, module) => {
      const html = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="http://cdn.${name}.localhost:${port}/${module.name}"></script>`;
      pages.set(`site.${name}.localhost:${port}/`, asset('page.html', html, 'no-cache'));
      return `http://site.${name}.localhost:${port}/`;
    },
    stop: () => server.close(),
  };
};
