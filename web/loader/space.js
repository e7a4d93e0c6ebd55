/**
 * The space that an element will take, known from its attributes alone.
 * docs/publish/embed.md gives the same rule for the host page's own style sheet;
 * style/lists.css keeps to it.
 */
import { repliesAt } from '../host/links.js';
import { kindOf } from './kinds.js';
import { countOf, flag, hasMeta, layoutOf, networksOf, setting, sizesOf, topicsOf } from './settings.js';

/** In em, each 0 where it is missing: an element's heading, what is below, what is below that, one row, and how many rows there are beside the rest. */
const space = (element) => {
  const kind = kindOf(element);
  const head = setting(element, 'heading') === '' ? 0 : 3;
  const subscribe = setting(element, 'subscribe');
  if (['article', 'slot', 'front'].includes(kind)) return [];
  if (kind === 'search') return [head, 3.5];
  if (kind === 'share') return [head, 0, .5];
  if (kind === 'reply') return repliesAt(setting(element, 'comments'), setting(element, 'feed')) ? [head, 36] : [];
  if (kind === 'subscribe') {
    const topics = topicsOf(element);
    const asked = (flag(element, 'names') ? 4.75 : 0) + (topics > 1 ? 2.5 + 2 * topics : 0) +
      (setting(element, 'consent') || setting(element, 'privacy') ? 3.5 : 0);
    return subscribe ? [head, 10 + asked] : [];
  }
  const layout = layoutOf(element);
  const cards = /^ca/.test(layout); // cards and carousel
  const images = flag(element, 'images', cards);
  const excerpts = flag(element, 'excerpts', kind === 'more-like-this');
  const row = layout === 'text' ? 2.25 : (flag(element, 'reasons') ? 1.5 : 0) + (hasMeta(element) ? 1.5 : 0) + (cards
    ? 6 + (images ? 9 : 0) + (excerpts ? 4 : 0)
    : layout === 'compact' ? (excerpts ? 4.75 : 3.25) : excerpts ? 7 : images ? 5.5 : 4);
  const rows = cards ? 1 : countOf(element);
  return kind === 'author' ? [head, 8.25, 0, row, rows] : [head, 0, subscribe ? 4 : 0, row, rows];
};

/** The pixels that a slot takes, by the viewport's width. */
const pixels = (element) => {
  if (kindOf(element) !== 'slot') return '';
  const label = setting(element, 'label') === '' ? 0 : 1.75;
  const sizes = sizesOf(element).sort(([, from = 0], [, other = 0]) => from - other);
  return sizes.map(([, from = 0, height]) => `@media(min-width:${from}px){:host{min-height:calc(${height}px + ${label}em)}}`).join('');
};

/** The ways to share that an element shows: they break into rows of themselves. */
export const waysOf = (element) => kindOf(element) === 'share'
  ? networksOf(element).filter((network) => network !== 'sheet' || navigator.share)
  : [];

/** Style sheets by their text: elements that are set alike share one, which a browser then works through once. */
const sheets = { __proto__: null };

/** The style sheet that holds an element's space. */
export const holding = (element) => {
  const [head = 0, rest = 0, foot = 0, row = 0, rows = 0] = space(element);
  const style =
    `:host{--newsrail-row:var(--newsrail-row-height,${row}em);--newsrail-list:calc(${rest}em + ${rows}*var(--newsrail-row));--newsrail-rail:calc(${head}em + var(--newsrail-list));display:flow-root!important;box-sizing:border-box;min-height:calc(${foot}em + var(--newsrail-rail))}` +
    ':host([hidden]){display:none!important}' +
    `.wait{height:var(--newsrail-list);margin-top:${head}em;opacity:.12;background:linear-gradient(#0000 1em,currentColor 1em 2em,#0000 2em)top/92% ${row || 12}em repeat-y}` +
    pixels(element) +
    '.ways{display:grid;grid-template-columns:repeat(auto-fill,minmax(6.75em,1fr));gap:.5em;height:auto;padding-bottom:.5em;background:none}i{height:2.5em;background:currentColor}';
  if (!sheets[style]) (sheets[style] = new CSSStyleSheet()).replaceSync(style);
  return sheets[style];
};
