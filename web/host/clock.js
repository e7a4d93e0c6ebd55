/** The alarm of src/host/clock.rs: one timer for the whole page. */

let handler, timer;

// On the window, which it bubbles to: the document's own method may be hidden by markup.
addEventListener('visibilitychange', () => handler?.());

/** What is called when the alarm rings, and whenever the page is hidden or seen again. */
export const onAlarm = (call) => {
  handler = call;
};

/** Rings in so many seconds and not at any time that was set before; never after `Infinity`. */
export const alarm = (seconds) => {
  clearTimeout(timer);
  if (seconds < Infinity) timer = setTimeout(() => handler(), seconds * 1000);
};
