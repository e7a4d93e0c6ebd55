/**
 * The way to subscribe below a list: a link, or a button that puts a
 * `<newsrail-subscribe>` in its place.
 *
 * The loader defines that element and brings its program, as it does for one that a page
 * has written. So a list has no form, and pays for none.
 */
import { errorOf } from '../host/console.js';
import { create } from '../host/document.js';
import { absolute } from '../host/links.js';

/** The attributes of a list that are its form's as they are written. The script tag's `data-*` the form reads itself. */
const OF_FORM = ['subscribe', 'provider', 'names', 'topics', 'consent', 'privacy', 'field'];

/** What was last told of the place below a list. */
const latest = new WeakMap();

/** The address that takes sign-ups; nothing, and a line in the console, where what is written is none. */
const addressOf = ({ element, written }) => {
  const address = written(element, 'subscribe')?.trim();
  if (!address) return;
  const found = absolute(address);
  if (!found) errorOf(element, `${address}: the attribute subscribe needs an http or https address`);
  return found;
};

/** What the link or the button says, which is also what the form is called. */
const name = ({ element, english, said }) => said(element, 'subscribe', english);

/** Whether the address is that of a page that takes sign-ups itself. */
const isPage = ({ element, written }) => written(element, 'provider')?.trim().toLowerCase() === 'page';

/** The link to that page. */
const link = (address) => {
  const made = create('a');
  made.className = 'button';
  made.setAttribute('part', 'subscribe');
  made.href = address;
  return made;
};

/** The button. Who comes near it, by pointer or keyboard, may want the form soon. */
const button = (place, { expectForms }) => {
  const made = create('button');
  made.type = 'button';
  made.setAttribute('aria-expanded', 'false');
  made.onpointerover = made.onfocus = expectForms;
  made.onclick = () => open(place);
  return made;
};

/** Puts the form in the place of the button. It has the focus until the form is there, which takes it from here. */
const open = (place) => {
  const form = create('newsrail-subscribe');
  form.setAttribute('heading', '');
  form.setAttribute('theme', 'auto');
  form.setAttribute('exportparts', 'form'); // the list's to a page's style sheet
  form.addEventListener('close', () => close(place));
  const group = create('div');
  group.setAttribute('role', 'group');
  group.tabIndex = -1;
  group.onkeydown = ({ key, isComposing }) => {
    // While a word is being composed, Escape is of that.
    if (key === 'Escape' && !isComposing) close(place);
  };
  hand(group, form, latest.get(place));
  group.append(form);
  place.replaceChildren(group);
  group.focus();
};

/** The reader has closed the form. */
const close = (place) => {
  const hadFocus = place.contains(place.getRootNode().activeElement);
  place.replaceChildren();
  foot(latest.get(place));
  if (hadFocus) place.querySelector('button')?.focus();
};

/** Hands on to a form what its list is set to. */
const hand = (group, form, told) => {
  group.className = told.className;
  group.setAttribute('aria-label', name(told));
  for (const attribute of OF_FORM) {
    const value = told.element.getAttribute(attribute);
    if (value === null) form.removeAttribute(attribute);
    else form.setAttribute(attribute, value);
  }
};

/** The link or the button. */
const closed = (place, address, told) => {
  const way = isPage(told) ? link(address) : button(place, told);
  way.textContent = name(told);
  const around = create('div');
  around.className = told.className;
  around.append(way);
  return around;
};

/**
 * Shows below a list what its attributes and the reader have it: web/host/looks.js says
 * what is told of it. A form stands by itself, and is not made anew under the hands of a
 * reader who is typing.
 */
export const foot = (told) => {
  const { place } = told;
  latest.set(place, told);
  const address = addressOf(told);
  const form = place.querySelector('newsrail-subscribe');
  if (form && address && !isPage(told)) hand(form.parentNode, form, told);
  else place.replaceChildren(...(address ? [closed(place, address, told)] : []));
};
