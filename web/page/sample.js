/**
 * The forms of the standalone page while it is a sample, as `make serve` shows it: on the
 * built-in articles, and with no address that its publisher has named. They stand there as
 * on any news site. The page takes upon itself what a reader does with them, as any page
 * may (docs/publish/events.md): nothing is sent, and it says so.
 */
import { meant, publisher } from './addresses.js';

const FEED = 'samples/feed.json';

/** What forms of a sample are set to. Nothing is sent there; the second has the comments that are there. */
export const FORMS = { subscribe: 'samples/', comments: 'samples/comments.json' };

/** What of its form an act comes to: both forms are done with then, and neither asks for anything. */
const OUTCOMES = { 'newsrail-sign-up': ['subscribe', 'accepted'], 'newsrail-reply': ['comments', 'held'] };

/** Whether the page is a sample, of what it reads. */
export const isSample = (feeds) =>
  !publisher.subscribe && !publisher.comments && feeds.length === 1 && feeds[0] === meant(FEED).href;

/** From now on takes what readers do with such forms; `words` says what they are told. */
export const keepToThePage = (words) => {
  for (const [name, [form, outcome]] of Object.entries(OUTCOMES)) {
    document.addEventListener(name, (event) => {
      if (event.target.getAttribute(form) !== FORMS[form]) return;
      event.preventDefault();
      event.detail.respond(outcome, words());
    });
  }
};
