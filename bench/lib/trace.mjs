/** The main thread's tasks, as Chromium's own trace has them. */

/** No more than is looked at: what is written down takes its time too. */
const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8'];

/**
 * Whether something that ran in a task is a peer's script: it is from the CDN,
 * as nothing else is, or it is WebAssembly being compiled, or the continuation
 * of some promise, which the trace gives no address for. The page has no script
 * of its own, and what watches it has no long promises.
 */
const isPeers = ({ name, args, dur }) =>
  /\/\/cdn\./.test(args?.data?.url ?? args?.fileName ?? '') || name.startsWith('v8.wasm.') ||
  (name === 'BlinkScheduler_PerformMicrotaskCheckpoint' && dur > 1000);

/** Runs something and gives back the events of its trace. */
export const traced = async (session, run) => {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordUntilFull' } });
  await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
};

/** The tasks of the main thread that a page was drawn by, from its commit on, each with what ran in it; nothing where the trace has lost the page. */
export const tasksOf = (events, url) => {
  const start = events.find(({ name, args }) => name !== 'FrameCommittedInBrowser' && (args?.data?.url ?? args?.beginData?.url) === url);
  if (!start) return undefined;
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === start.pid && tid === start.tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks = [];
  for (const event of own) {
    const last = tasks.at(-1);
    if (last && event.ts < last.ts + last.dur) last.inside.push(event);
    else if (/RunTask$/.test(event.name)) tasks.push({ at: (event.ts - start.ts) / 1000, ts: event.ts, dur: event.dur, inside: [] });
  }
  // What was before its commit was another page's.
  return tasks.filter(({ at }) => at >= 0);
};

/** A page's longest task while something ran, and the longest with a peer's script in it, in milliseconds. */
export const longestTasks = async (session, url, run) => {
  const tasks = tasksOf(await traced(session, run), url);
  if (!tasks) return undefined;
  const longest = (list) => Math.max(0, ...list.map(({ dur }) => dur / 1000));
  return { longest: longest(tasks), script: longest(tasks.filter(({ inside }) => inside.some(isPeers))) };
};
