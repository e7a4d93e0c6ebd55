/**
 * page.js, the standalone page's own part: which feed, and what of it, is on
 * view. All that is in its address, so that every view can be shared:
 *
 *   ?feed=        any address that answers with a feed; without it the samples
 *   &section=     a section of it; &id= an article of it; &q= a search in it
 *   &subscribe=   what takes sign-ups; &comments= what takes comments
 *
 * A view is a template of index.html. Each is made anew as it comes, of the
 * elements that any other page uses; the feed is fetched once. Back and forward
 * come back to where the reader was: to the same place of the page, with the
 * focus on the link that was followed.
 */
(() => {
  'use strict';

  const SAMPLES = 'samples/feed.json';
  const READERS = 'newsrail-front, newsrail-search, newsrail-article, newsrail-author, newsrail-popular, newsrail-more-like-this, newsrail-reply';

  const room = document.querySelector('.page');
  const paper = document.querySelector('.name a');
  const sections = document.querySelector('nav ul');

  const asked = () => new URLSearchParams(location.search);

  /** The address of a view of the feed that is being read. */
  const address = (view) => {
    const to = new URLSearchParams();
    for (const name of ['feed', 'subscribe', 'comments']) {
      if (asked().has(name)) to.set(name, asked().get(name));
    }
    for (const [name, value] of Object.entries(view)) to.set(name, value);
    return location.pathname + (to.size ? '?' + to : '');
  };

  /** Where the reader was on each entry of the history: how far down, and at which link. */
  let places = {};
  let here = history.state?.at ?? 0;
  try {
    places = JSON.parse(sessionStorage.getItem('newsrail-page')) ?? {};
  } catch {
    // Denied, or somebody else's: then a reload begins at the top.
  }

  /** What is still to be done once the view stands there. */
  let arrive;

  /** Gives the view its name: in the title, and for those who hear where the focus has come to. */
  const call = (headline) => {
    const query = asked();
    const words = query.get('q');
    const names = query.get('id') ? [headline] : words === null ? [query.get('section')] : [words && `“${words}”`, 'Search'];
    const known = names.filter(Boolean);
    document.title = [...known, paper.textContent].join(' – ');
    room.querySelector('main').setAttribute('aria-label', known[0] ?? (query.get('id') ? 'Article' : 'Front page'));
  };

  /** Shows what the address says; `isNew` is a view that the reader has just asked for. */
  const show = (isNew) => {
    const query = asked();
    const [id, words, section] = ['id', 'q', 'section'].map((name) => query.get(name));
    const name = id ? 'article' : words !== null ? 'search' : 'front';
    const view = document.importNode(document.getElementById(name).content, true);
    const feed = query.get('feed') || SAMPLES;
    for (const element of view.querySelectorAll(READERS)) {
      element.setAttribute('feed', feed);
      if (id) element.setAttribute('article', id);
    }
    for (const [element, name, own] of [['reply', 'comments', feed.includes('wp/v2/posts')], ['subscribe', 'subscribe', false]]) {
      const form = view.querySelector('newsrail-' + element);
      if (query.get(name)) form?.setAttribute(name, query.get(name));
      else if (!own) form?.remove();
    }
    const main = view.querySelector(`newsrail-${name}`);
    if (words) main.setAttribute('query', words);
    if (section && name === 'front') {
      main.setAttribute('section', section);
      main.setAttribute('count', 20);
    }
    const heading = view.querySelector('h1');
    if (section && heading) {
      heading.textContent = section;
      heading.classList.remove('hidden');
    }
    // What an article has told of itself is not true of the next view.
    document.head.querySelector('script[data-newsrail]')?.remove();
    room.replaceChildren(view);
    call();
    mark();
    arrive = () => {
      arrive = undefined;
      const place = isNew ? undefined : places[here];
      scrollTo({ top: place?.y ?? 0, behavior: 'instant' });
      const links = [...room.querySelectorAll('*')].flatMap((element) => [...element.shadowRoot?.querySelectorAll('[part~=headline]') ?? []]);
      const left = place?.left && links.find((link) => link.href === place.left);
      const field = isNew && name === 'search' && !words && main.shadowRoot?.querySelector('input');
      (left || field || room.querySelector('main')).focus({ preventScroll: true });
    };
    if (isNew) scrollTo({ top: 0, behavior: 'instant' });
  };

  /** Says which of the links above is the page that is on view. */
  const mark = () => {
    for (const link of document.querySelectorAll('nav a')) {
      const to = new URL(link.href).searchParams;
      const same = ['section', 'q'].every((name) => name === 'q' ? to.has(name) === asked().has(name) : to.get(name) === asked().get(name));
      if (same && !asked().has('id')) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };

  const leave = (left) => {
    places[here] = { y: scrollY, left };
  };

  const go = (to, left) => {
    leave(left);
    here += 1;
    history.pushState({ at: here }, '', to);
    show(true);
  };

  // The browser would restore before there is anything to scroll.
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => {
    leave(places[here]?.left);
    here = history.state?.at ?? 0;
    show(false);
  });
  addEventListener('pagehide', () => {
    leave(places[here]?.left);
    try {
      sessionStorage.setItem('newsrail-page', JSON.stringify(places));
    } catch {
      // Denied: see above.
    }
  });

  // A click that is to open a tab of its own stays what it is.
  let click;
  addEventListener('click', (event) => {
    click = event;
  }, true);
  const isPlain = () => !(click.button || click.altKey || click.ctrlKey || click.metaKey || click.shiftKey);
  const link = () => click.composedPath().find((node) => node.localName === 'a');

  // A headline leads to the article's own page; here it is read in place.
  document.addEventListener('newsrail-select', (event) => {
    if (!isPlain()) return;
    event.preventDefault();
    const { id, url } = event.detail;
    go(address({ id: id || url }), link()?.href);
  });
  addEventListener('click', (event) => {
    const to = link();
    if (!to || event.defaultPrevented || !isPlain() || to.target || to.origin + to.pathname !== location.origin + location.pathname) return;
    event.preventDefault();
    if (to.hash) room.querySelector('main').focus();
    else go(to.href, to.href);
  });
  // The element shows what it finds by itself; the address says what was asked.
  document.addEventListener('newsrail-search', ({ detail }) => {
    leave();
    const to = address({ q: detail.query });
    if (asked().get('q')) {
      here += 1;
      history.pushState({ at: here }, '', to);
    } else {
      history.replaceState(history.state, '', to);
    }
  });

  document.addEventListener('newsrail-load', ({ target, detail }) => {
    if (!target.matches('newsrail-front, newsrail-search, newsrail-article')) return;
    // Some feeds do not say whose they are.
    paper.textContent = detail.feed || (asked().get('feed') ? new URL(asked().get('feed'), location).hostname : 'The newspaper');
    sections.replaceChildren(...[undefined, ...detail.sections].map((section) => {
      const item = document.createElement('li');
      const to = document.createElement('a');
      to.href = address(section ? { section } : {});
      to.textContent = section ?? 'Front page';
      item.append(to);
      return item;
    }));
    mark();
    // Once it stands there; an article gives the page a title of its own first.
    setTimeout(() => {
      if (!target.isConnected) return;
      call(detail.items[0]?.title);
      arrive?.();
    });
  });

  const today = document.querySelector('.today time');
  const now = new Date();
  today.dateTime = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  today.textContent = now.toLocaleDateString('en', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  paper.href = address({});
  document.querySelector('.search').href = address({ q: '' });
  const place = places[here];
  show(false);
  // A page that has just been opened has its focus where the browser puts it.
  if (!place) arrive = undefined;
})();
