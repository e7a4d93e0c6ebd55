/**
 * Acts of a reader's that a page may take upon itself, a sign-up or a reply. Their event
 * comes before anything is sent. A page that cancels it, or answers within it, has taken
 * the act, and says by `respond`, once, what became of it.
 */
import { warnOf } from './console.js';
import { tell } from './events.js';

/** For how many milliseconds a page may leave an act that it has taken without an answer: it may have something to ask the reader first. */
const PATIENCE = 60000;

/** What an act comes to that is not answered, or by no outcome that there is. */
const UNKNOWN = 'unreachable';

/**
 * Offers an act to the page, with what was filled in for it and the outcomes that it may
 * have. Undefined where the page leaves it to newsrail, else the act: `answer` is a
 * Promise of its outcome and the page's own words for it, a list of two texts; `leave`
 * says that its form is gone.
 */
export const offer = (element, name, filled, outcomes) => {
  let closed, settle, timer;
  const answer = new Promise((go) => {
    settle = go;
  });
  const say = (text) => warnOf(element, name + ': ' + text);
  const close = (why, outcome = UNKNOWN, words = '') => {
    clearTimeout(timer);
    closed ??= why;
    settle([outcome, words]);
  };
  const respond = (outcome, message) => {
    const words = message ?? '';
    if (closed) return say('respond is not used: ' + closed);
    const [isKnown, isText] = [outcomes.includes(outcome), typeof words === 'string'];
    if (!isKnown) say(`respond: ${typeof outcome === 'string' ? `"${outcome}"` : typeof outcome} is no outcome; using "${UNKNOWN}"`);
    if (!isText) say('respond: the message is no text, and is not shown');
    close('it was called before', isKnown ? outcome : UNKNOWN, isText ? words : '');
  };
  const isLeft = tell(element, name, { ...filled, respond });
  if (isLeft && !closed) {
    closed = 'the event was not cancelled, so newsrail has sent it';
    return;
  }
  if (!closed) {
    timer = setTimeout(() => {
      say('cancelled, but respond was not called within a minute');
      close('a minute has passed');
    }, PATIENCE);
  }
  return { answer, leave: () => close('the form is gone') };
};
