// Runs before the first byte of a page whose clock the test moves: timers of a second
// and more, and what is given up after a time, wait for that.
const now = Date.now, set = setTimeout, unset = clearTimeout, held = new Map();
let ahead = 0, last = 0;
Date.now = () => now.call(Date) + ahead;
const hold = (act, time) => {
  held.set(--last, [Date.now() + time, act]);
  return last;
};
self.setTimeout = (act, time, ...rest) => (time >= 1000 ? hold(act, time) : set(act, time, ...rest));
self.clearTimeout = (timer) => held.delete(timer) || unset(timer);
AbortSignal.timeout = (time) => {
  const controller = new AbortController();
  hold(() => controller.abort(new DOMException('signal timed out', 'TimeoutError')), time);
  return controller.signal;
};
/** Lets so many seconds pass. */
self.pass = (seconds) => {
  ahead += seconds * 1000;
  for (const [timer, [end, act]] of [...held]) if (end <= Date.now() && held.delete(timer)) act();
};
