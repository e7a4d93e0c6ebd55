/**
 * Resolves in a task of its own, so that the browser may answer the reader
 * before: it draws nothing in between where it knows priorities, since what
 * follows would have it draw again.
 */
export const turn = () => new Promise((go) => {
  if (self.scheduler?.postTask) scheduler.postTask(go, { __proto__: null, priority: 'user-blocking' });
  else setTimeout(go);
});
