/** The milliseconds after which whoever waits goes on, where its task was lost. */
const LATEST = 100;

/**
 * Resolves in a task of its own, so that the browser may answer the reader
 * before: it draws nothing in between where it knows priorities, since what
 * follows would have it draw again.
 *
 * Firefox loses such a task of a page that is being left for the back/forward
 * cache; a timer it keeps.
 */
export const turn = () => new Promise((go) => {
  // Where a browser has no scheduler, markup may have given its name to an element.
  const knowsPriorities = typeof self.scheduler?.postTask === 'function';
  setTimeout(go, knowsPriorities ? LATEST : 0);
  if (knowsPriorities) scheduler.postTask(go, { __proto__: null, priority: 'user-blocking' });
});
