/**
 * InstantSearch's widgets for the two lists. Its service is not asked: a search
 * client of the page's own answers from the feed, as the documentation of
 * custom clients describes.
 */
import instantsearch from 'instantsearch.js/es';
import { relatedProducts, trendingItems } from 'instantsearch.js/es/widgets';
import { lists } from '../lists.js';

const answers = lists();

const searchClient = {
  search: async (requests) => ({
    results: requests.map(({ indexName, params }) => ({
      index: indexName, params: '', query: params?.query ?? '', hits: [], nbHits: 0, nbPages: 0, page: 0,
      hitsPerPage: 0, processingTimeMS: 0, exhaustiveNbHits: true,
    })),
  }),
  getRecommendations: async (requests) => {
    const { popular, related } = await answers;
    return {
      results: requests.map(({ model }) => {
        const items = model === 'trending-items' ? popular : related;
        const hits = items.map((item) => ({ ...item, objectID: item.id }));
        return { hits, nbHits: hits.length, processingTimeMS: 0 };
      }),
    };
  },
};

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
