/**
 * Looks at a page from inside, from its first moment. It is handed to the
 * browser as text, so it knows nothing of this module.
 */
export const watch = () => {
  if (globalThis !== globalThis.top) return;
  const seen = { largest: 0, first: 0, shift: 0, tasks: [] };
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => { seen.largest = entry.startTime; });
  observe('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.first = entry.startTime; });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  observe('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));

  /** Whether a list has its five links, in a shadow root or without. */
  const isFull = (id) => {
    const list = document.getElementById(id);
    return (list?.shadowRoot ?? list)?.querySelectorAll('a[href]').length >= 5;
  };

  const painted = new Promise((resolve) => {
    const look = () => {
      // A page of one list has no other.
      const ids = ['popular', 'more'].filter((id) => document.getElementById(id));
      if (!document.body || !ids.length || !ids.every(isFull)) {
        requestAnimationFrame(look);
        return;
      }
      // This frame has them: the next task comes after it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    };
    requestAnimationFrame(look);
  });

  globalThis.watched = {
    painted,
    report: () => ({
      ...seen,
      blocking: seen.tasks.filter(([start]) => start >= seen.first).reduce((sum, [, duration]) => sum + duration - 50, 0),
      longest: Math.max(0, ...seen.tasks.map(([, duration]) => duration)),
      loads: performance.getEntriesByType('resource').map(({ name, startTime, responseEnd, transferSize }) => ({ name, startTime, responseEnd, transferSize })),
    }),
  };
};
