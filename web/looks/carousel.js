/**
 * A carousel: a list of cards that is turned over by buttons, by the arrow keys, and by
 * touch, which the browser does. Without this script it is a row that can be scrolled.
 */
import { looks as english } from '../../locales/en.json';
import { create } from '../host/document.js';

/** From how many items on a reader may want to skip them all. */
const LONG = 3;

/** How many pixels a browser may be off. */
const OFF = 2;

const button = (name, act) => {
  const made = create('button');
  made.type = 'button';
  made.className = name;
  made.onclick = act;
  return made;
};

const isFromRight = (list) => getComputedStyle(list).direction === 'rtl';

/** Turns a list over, forward or back. */
const turn = (list, step) => {
  const [{ offsetWidth: card }] = list.children;
  const gap = parseFloat(getComputedStyle(list).columnGap) || 0;
  // A browser gives a card's width in whole pixels.
  const cards = Math.max(1, Math.floor((list.clientWidth + gap + OFF) / (card + gap)));
  // By script alone: a style would make keys glide, and a glide that the next key cuts short ends anywhere.
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  list.scrollBy({ __proto__: null, left: step * cards * (card + gap) * (isFromRight(list) ? -1 : 1), behavior });
};

/** The buttons to turn a list by. They are gone where all of it is in view. */
const turns = (list, say) => {
  const group = create('div');
  group.className = 'turns';
  const [back, forward] = [['previous', '‹', -1], ['next', '›', 1]].map(([key, sign, step]) => {
    const made = button(key, () => turn(list, step));
    made.textContent = sign;
    made.setAttribute('aria-label', say(key));
    return made;
  });
  group.append(back, forward);
  const look = () => {
    const [at, most] = [Math.abs(list.scrollLeft), list.scrollWidth - list.clientWidth];
    group.hidden = most <= OFF;
    back.setAttribute('aria-disabled', at <= OFF);
    forward.setAttribute('aria-disabled', at >= most - OFF);
  };
  list.addEventListener('scroll', look);
  new ResizeObserver(look).observe(list);
  return group;
};

/** A button that leads past a list by keyboard, and the place behind it. From one that no key reaches, Chromium's next stop would be the list's first. */
const skip = (list, say) => {
  const end = create('span');
  const made = button('skip', () => {
    end.tabIndex = 0;
    end.focus();
  });
  end.onblur = () => end.removeAttribute('tabindex');
  made.textContent = say('skip-list');
  list.after(end);
  return made;
};

/** The arrow keys go from headline to headline. */
const walk = (list) => list.addEventListener('keydown', (event) => {
  const step = { __proto__: null, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...list.querySelectorAll('h3 a')];
  const next = links[links.indexOf(event.target) + (isFromRight(list) ? -step : step)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

/** Gives a list its buttons once it stands on a page as a carousel: one that is kept for the next has none. */
export const carousel = ({ element, list, said }) => queueMicrotask(() => {
  const { children: { length } } = list;
  if (!list.isConnected || !list.closest('.carousel') || length < 2) return;
  const say = (key) => said(element, key, english[key]);
  walk(list);
  list.before(...length > LONG ? [skip(list, say)] : [], turns(list, say));
});
