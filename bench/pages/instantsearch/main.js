/**
 * InstantSearch's widgets for the two lists, with the search client that its
 * documentation has publishers install. Its service is not asked: a requester
 * of the page's own answers the client from the feed.
 */
import { liteClient } from 'algoliasearch/lite';
import instantsearch from 'instantsearch.js/es';
import { relatedProducts, trendingItems } from 'instantsearch.js/es/widgets';
import { lists } from '../lists.js';

const answers = lists();

const hitsOf = async (model) => {
  const { popular, related } = await answers;
  return (model === 'trending-items' ? popular : related).map((item) => ({ ...item, objectID: item.id }));
};

/** What the service would answer to a search, whose hits nobody shows, and to a question for recommendations. */
const answer = async ({ indexName, params, model }) => {
  const hits = model ? await hitsOf(model) : [];
  const own = model ? {} : { index: indexName, params: '', query: params?.query ?? '', nbPages: 0, page: 0, hitsPerPage: 0, exhaustiveNbHits: true };
  return { hits, nbHits: hits.length, processingTimeMS: 0, ...own };
};

const requester = {
  send: async ({ data }) => {
    const results = await Promise.all(JSON.parse(data).requests.map(answer));
    return { status: 200, isTimedOut: false, content: JSON.stringify({ results }) };
  },
};

const searchClient = liteClient('newsrail', 'bench', { requester });

const heading = (text) => (_, { html }) => html`<h2>${text}</h2>`;

const search = instantsearch({ indexName: 'articles', searchClient, insights: false });

search.addWidgets([
  trendingItems({
    container: '#popular',
    limit: 5,
    templates: {
      header: heading('Popular'),
      item: ({ url, title }, { html }) => html`<h3><a href=${url}>${title}</a></h3>`,
    },
  }),
  relatedProducts({
    container: '#more',
    objectIDs: [document.querySelector('aside').dataset.article],
    limit: 5,
    templates: {
      header: heading('More like this'),
      item: ({ url, title, summary }, { html }) => html`<h3><a href=${url}>${title}</a></h3><p>${summary}</p>`,
    },
  }),
]);

search.start();
