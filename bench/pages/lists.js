/**
 * What the peers list, as simple as a site writes it for itself. newsrail and
 * InstantSearch's service do far more to choose; that is not compared here.
 */

const LENGTH = 5;

/** The most read. */
export const popular = (items, current) => items
  .filter((item) => item.url !== current)
  .sort((a, b) => b._newsrail.views - a._newsrail.views)
  .slice(0, LENGTH);

const wordsOf = (item) => new Set(`${item.title} ${item.summary}`.toLowerCase().match(/\p{L}{4,}/gu));

/** Those with the most words in common with the article being read, none of them `taken`. */
export const related = (items, current, taken) => {
  const words = wordsOf(items.find((item) => item.url === current));
  const inCommon = (item) => [...wordsOf(item)].filter((word) => words.has(word)).length;
  const common = new Map(items.map((item) => [item, inCommon(item)]));
  return items
    .filter((item) => item.url !== current && !taken.includes(item))
    .sort((a, b) => common.get(b) - common.get(a))
    .slice(0, LENGTH);
};

/** The page's feed, asked for at once, and both lists. */
export const lists = async () => {
  const { feed } = document.querySelector('aside').dataset;
  const current = document.querySelector('link[rel=canonical]').href;
  const { items } = await (await fetch(feed)).json();
  const first = popular(items, current);
  return { popular: first, related: related(items, current, first) };
};
