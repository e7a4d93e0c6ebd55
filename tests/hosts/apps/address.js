/** What an app's address says, `/VARIANT/NUMBER`, and the way to another. */
export const numberOf = (path) => Number(path.split('/')[2]);
export const variantOf = (path) => path.split('/')[1];
export const here = () => location.pathname;

/** Goes to the next article, as a router does; where that is. */
export const goOn = () => {
  history.pushState(null, '', `/${variantOf(here())}/${numberOf(here()) + 1}`);
  return numberOf(here());
};

/** What the head says of an article, where no framework sees to it. */
export const setHead = (number) => {
  document.title = `Article ${number}`;
  document.querySelector('link[rel=canonical]').href = `/${number}`;
};

/** Where the address asks for it, waits until newsrail has been at the elements first. */
export const whenAsked = async () => {
  if (location.search !== '?late') return;
  const lists = [...document.querySelectorAll('newsrail-popular, newsrail-more-like-this')];
  await Promise.all(lists.map(async (list) => {
    await customElements.whenDefined(list.localName);
    await list.ready;
  }));
};
