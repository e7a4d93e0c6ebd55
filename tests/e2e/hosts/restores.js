// The driver that looks at the page is no part of it: once both lists are there, all
// is as it was before, and the server is told.
self.restores = [];
const timer = setInterval(() => {
  const lists = [...document.querySelectorAll('newsrail-popular, newsrail-more-like-this')];
  if (lists.length < 2 || !lists.every(({ shadowRoot }) => shadowRoot?.querySelector('h3 a'))) return;
  clearInterval(timer);
  for (const restore of restores) restore();
  new Image().src = '/restored';
}, 20);
