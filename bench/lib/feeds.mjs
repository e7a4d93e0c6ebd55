/** The feeds of the pages: articles as the engine's benchmarks have them, with dates, views and tags. */

/** When the newest was published. Lists decay by age, so this is near enough to any run. */
const NEWEST = Date.now() - 3600e3;

/** A feed of so many articles, one every twenty minutes. */
export const feedOf = (engine, count) => {
  const feed = JSON.parse(engine.short_feed(count));
  let random = count;
  feed.items.forEach((item, at) => {
    random = random * 48271 % 0x7fffffff;
    item.date_published = new Date(NEWEST - at * 1200e3).toISOString();
    item.authors = [{ name: `Reporter ${random % 12}` }];
    item.tags = [`topic ${random % 20}`];
    item._newsrail = { views: random % 20000, section: `Desk ${random % 6}` };
  });
  return feed;
};
