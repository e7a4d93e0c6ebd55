/**
 * What few elements ask for: layouts beyond rows, a line below each headline, what has
 * been read, a way to subscribe below a list. A script of its own, which the loader brings where an element asks for any
 * of it.
 *
 * STYLE is the text of style/looks.css, which the build fills in.
 */
import { carousel } from './looks/carousel.js';
import { foot } from './looks/foot.js';
import { meta } from './looks/meta.js';
import { read } from './looks/read.js';

const style = new CSSStyleSheet();
style.replaceSync(STYLE);

/** The style sheets of programs that these rules stand in already. */
const sheets = new WeakSet();

/** Finishes a list that a program has made, before it is shown: web/host/looks.js says what it is told of it. */
const finish = (host, element, list, items) => {
  const told = { __proto__: null, ...host, element, list, items };
  meta(told);
  read(told);
  carousel(told);
};

/** Shows the way to subscribe below a list. */
const below = (host, element, place, className, english) => foot({ __proto__: null, ...host, element, place, className, english });

/** Gives a program's glue what it lacks. */
export const begin = ({ sheet, setLooks }) => {
  if (sheets.has(sheet)) return;
  sheets.add(sheet);
  for (const { cssText } of style.cssRules) sheet.insertRule(cssText, sheet.cssRules.length);
  setLooks({ finish, foot: below });
};
