/**
 * What a publisher may put there, and what each page says for it. The order is
 * that of the tables.
 */

/** Two places of the page's own, and a script in its head. */
const inPlaces = ({ feed, article }, place = (id) => `<section id="${id}"></section>`) =>
  `<aside data-feed="${feed}" data-article="${article.id}">${place('popular')}${place('more')}</aside>`;

const deferred = ({ script }) => `<script defer src="${script}"></script>`;

export const PEERS = [
  { name: 'plain', title: 'hand-written JavaScript', aside: (page) => inPlaces(page), script: deferred },
  {
    name: 'newsrail',
    title: 'newsrail',
    // As docs/publish/embed.md says: two elements, and the tag where they stand.
    aside: ({ feed, script }) =>
      `<aside><newsrail-popular id="popular" feed="${feed}"></newsrail-popular>` +
      `<newsrail-more-like-this id="more" feed="${feed}"></newsrail-more-like-this>` +
      `<script async src="${script}"></script></aside>`,
    script: () => '',
  },
  { name: 'instantsearch', title: 'InstantSearch', aside: (page) => inPlaces(page), script: deferred },
  { name: 'preact', title: 'Preact', aside: (page) => inPlaces(page), script: deferred },
  {
    name: 'lit',
    title: 'Lit',
    aside: (page) => inPlaces(page, (id) => (id === 'popular'
      ? '<news-list id="popular" heading="Popular"></news-list>'
      : '<news-list id="more" heading="More like this" excerpts></news-list>')),
    script: deferred,
  },
  { name: 'react', title: 'React', aside: (page) => inPlaces(page), script: deferred },
];

/** An article page with that many of newsrail's lists, none without any. */
export const withLists = (count) => ({
  name: 'newsrail',
  aside: ({ feed }) => `<aside>${count > 0 && count <= 4 ? tags(count, feed) : ''}</aside>`,
  // More than an aside holds stand below the article.
  below: ({ feed }) => (count > 4 ? `<div class="many">${tags(count, feed)}</div>` : ''),
  script: ({ script }) => (count ? `<script async src="${script}"></script>` : ''),
});

/** Lists that are like the article, and popular ones, in turn. */
const tags = (count, feed) => Array.from({ length: count }, (_, at) => {
  const [name, id] = at % 2 ? ['newsrail-popular', 'popular'] : ['newsrail-more-like-this', 'more'];
  return `<${name}${at < 2 ? ` id="${id}"` : ''} feed="${feed}"></${name}>`;
}).join('');
