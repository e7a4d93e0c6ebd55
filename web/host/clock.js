/** The alarm of src/host/clock.rs: one timer for the whole page. */

let ring, timer;

// On the window, which it bubbles to: the document's own method may be hidden by markup.
addEventListener('visibilitychange', () => ring?.());

/** What is called when the alarm rings, and whenever the page is hidden or seen again. */
export const rings = (call) => {
  ring = call;
};

/** Rings in so many seconds and not at any time that was set before; never after `Infinity`. */
export const alarm = (seconds) => {
  clearTimeout(timer);
  if (seconds < Infinity) timer = setTimeout(() => ring(), seconds * 1000);
};
