/** What few elements ask for: web/looks.js, a script of its own, whose name LOOKS the build fills in. */
import { LAYOUTS, LISTS_KINDS } from '../shared.js';
import { scriptOf } from './files.js';
import { kindOf } from './kinds.js';
import { hasMeta, layoutOf, setting } from './settings.js';

/** Whether an element is one that may be a list. */
const isListed = (element) => [...LISTS_KINDS, 'author'].includes(kindOf(element));

/** Whether an element asks for anything beyond rows. */
const hasLooks = (element) => {
  const read = setting(element, 'read');
  return layoutOf(element) !== LAYOUTS[0] || hasMeta(element) || setting(element, 'subscribe') || (read && read !== 'off');
};

/** Gives a program, its glue or a Promise of it, what an element asks for beyond rows. Without it the element is as it is. */
export const bringLooks = async (element, glue) => {
  if (isListed(element) && hasLooks(element)) {
    await Promise.all([scriptOf(LOOKS), glue]).then(([{ begin }, glue]) => begin(glue), () => {});
  }
};
