/**
 * page.js, the standalone page's own part: which feed, and what of it, is on
 * view. All that is in its address, so that every view can be shared:
 *
 *   ?feed=        any address that answers with a feed; without it the publisher's
 *   &section=     a section of it; &id= an article of it; &q= a search in it
 *   &subscribe=   what takes sign-ups; &comments= what takes comments
 *   &lang=        the language of all that is not the feed's; else that of <html>
 *
 * The publisher writes `data-feed`, `data-subscribe` and `data-comments` on this
 * script's own tag. Anybody can write an address, though, and send a reader
 * there. So what an address names gets nothing that a reader types, unless it is
 * of the page's own origin or what the publisher has written; and a feed of
 * somebody else's stands there without any form.
 *
 * A view is a template of index.html. Each is made anew as it comes, of the
 * elements that any other page uses; the feed is fetched once. Back and forward
 * come back to where the reader was: to the same place of the page, with the
 * focus on the link that was followed.
 */
import { address, asked, destination, meant, reading, tell } from './page/addresses.js';
import { FORMS, isSample, keepToThePage } from './page/sample.js';

const READERS = 'newsrail-front, newsrail-search, newsrail-article, newsrail-author, newsrail-popular, newsrail-more-like-this, newsrail-reply';
const FORM = 'newsrail-subscribe, newsrail-reply';

/** What sends to the addresses that are named so. */
const SENDERS = { comments: 'newsrail-reply', subscribe: 'newsrail-subscribe, newsrail-popular, newsrail-more-like-this' };

const room = document.querySelector('.page');
const paper = document.querySelector('.name a');
const sections = document.querySelector('nav ul');

/** The page's texts in its language, as its elements have them: `data-text` and `data-label` name them. Without any it is as it was written. */
let texts = {};
const say = (key, english) => texts[key] ?? english;
const speak = (node) => {
  for (const part of node.querySelectorAll('[data-text]')) part.textContent = say(part.dataset.text, part.dataset.english ??= part.textContent);
  for (const part of node.querySelectorAll('[data-label]')) part.setAttribute('aria-label', say(part.dataset.label, part.dataset.english ??= part.getAttribute('aria-label')));
  for (const part of node.querySelectorAll('[data-kept]')) part.setAttribute('consent', staysHere());
};

/** What is said of the forms of a sample. */
const staysHere = () => {
  const { dataset, textContent } = document.getElementById('article').content.querySelector('.sample');
  return say(dataset.text, textContent);
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

/** The headline of the article that is on view. */
let headline;

/** Gives the view its name: in the title, and for those who hear where the focus has come to. */
const call = () => {
  const query = asked();
  const words = query.get('q');
  const names = query.get('id') ? [headline] : words === null ? [query.get('section')] : [words && say('quoted', '“{words}”').replace('{words}', () => words), say('search', 'Search')];
  const known = names.filter(Boolean);
  document.title = [...known, paper.textContent].join(' – ');
  room.querySelector('main').setAttribute('aria-label', known[0] ?? (query.get('id') ? say('article', 'Article') : say('front-page', 'Front page')));
};

/** Shows what the address says; `isNew` is a view that the reader has just asked for. */
const show = (isNew) => {
  const query = asked();
  const [id, words, section] = ['id', 'q', 'section'].map((name) => query.get(name));
  const name = id ? 'article' : words !== null ? 'search' : 'front';
  const view = document.importNode(document.getElementById(name).content, true);
  const [feeds, trusted] = reading();
  for (const element of view.querySelectorAll(READERS)) {
    element.setAttribute('feed', feeds.join(' '));
    if (id) element.setAttribute('article', id);
  }
  const sample = isSample(feeds);
  for (const [name, selector] of Object.entries(SENDERS)) {
    const to = destination(name) || (sample && FORMS[name]);
    // A WordPress site's feed says where its comments are.
    const finds = name === 'comments' && feeds[0]?.includes('wp/v2/posts');
    for (const element of view.querySelectorAll(selector)) {
      if (to && trusted) element.setAttribute(name, to);
      else if ((!finds || !trusted) && element.matches(FORM)) element.remove();
      element.toggleAttribute('data-kept', name === 'subscribe' && to === FORMS[name]);
    }
    if (!trusted && (to || finds)) tell('feed', 'shown without forms: it is not of this page\'s origin, and page.js has no data-feed that says so');
  }
  if (view.querySelector('newsrail-reply')?.getAttribute('comments') !== FORMS.comments) view.querySelector('.sample')?.remove();
  const main = view.querySelector(`newsrail-${name}`);
  if (words) main.setAttribute('query', words);
  if (section && name === 'front') {
    main.setAttribute('section', section);
    main.setAttribute('count', 20);
  }
  const heading = view.querySelector('h1');
  if (section && heading) {
    delete heading.dataset.text;
    heading.textContent = section;
    heading.classList.remove('hidden');
  }
  // What an article has told of itself is not true of the next view.
  document.head.querySelector('script[data-newsrail]')?.remove();
  speak(view);
  headline = undefined;
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
  const name = detail.feed || meant(reading()[0][0])?.hostname;
  if (name) {
    delete paper.dataset.text;
    paper.textContent = name;
  }
  sections.replaceChildren(...[undefined, ...detail.sections].map((section) => {
    const item = document.createElement('li');
    const to = document.createElement('a');
    to.href = address(section ? { section } : {});
    to.textContent = section ?? 'Front page';
    if (!section) to.dataset.text = 'front-page';
    item.append(to);
    return item;
  }));
  speak(sections);
  mark();
  // Once it stands there; an article gives the page a title of its own first.
  setTimeout(() => {
    if (!target.isConnected) return;
    headline = detail.items[0]?.title;
    call();
    arrive?.();
  });
});

const today = document.querySelector('.today time');
const now = new Date();
today.dateTime = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** Says all in the language that the page has now; what newsrail says follows by itself. */
const translate = async () => {
  const root = document.documentElement;
  texts = {};
  try {
    const { language, script } = new Intl.Locale(root.lang).maximize();
    const file = `./${PAGE}-${language}${script === 'Hant' ? '-Hant' : ''}.js`;
    if (LOCALES.includes(language)) texts = (await import(file)).default;
  } catch {
    // newsrail says so
  }
  root.dir = /^(ar|he)/.test(texts.tag) ? 'rtl' : 'ltr';
  today.textContent = now.toLocaleDateString(texts.tag ?? 'en', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  speak(document);
  call();
};

keepToThePage(staysHere);
if (asked().has('lang')) document.documentElement.lang = asked().get('lang');
new MutationObserver(translate).observe(document.documentElement, { attributeFilter: ['lang'] });
paper.href = address({});
document.querySelector('.search').href = address({ q: '' });
const place = places[here];
show(false);
translate();
// A page that has just been opened has its focus where the browser puts it.
if (!place) arrive = undefined;
