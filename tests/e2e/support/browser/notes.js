// Runs before the first script of a page where the driver keeps no log of the
// console, and offers what it saw as `window.newsrailNotes()`: lines as
// Chromium's log has them. `newsrailForget()` forgets them.
(() => {
  const notes = [];
  const text = (value) => {
    if (value === null || typeof value !== 'object' || value instanceof Error) return String(value);
    try {
      return JSON.stringify(value);
    } catch {
      return String(value);
    }
  };
  const levels = { error: 'SEVERE', warn: 'WARNING', log: 'INFO', info: 'INFO', debug: 'DEBUG' };
  for (const [name, level] of Object.entries(levels)) {
    const own = console[name];
    console[name] = (...values) => {
      notes.push(`${level} console-api: ${values.map(text).join(' ')}`);
      own.apply(console, values);
    };
  }
  addEventListener('error', ({ error, message }) => notes.push(`SEVERE javascript: Uncaught ${error ?? message}`));
  addEventListener('unhandledrejection', ({ reason }) => notes.push(`SEVERE javascript: Uncaught ${reason}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition, sample }) => {
    const level = disposition === 'report' ? 'WARNING' : 'SEVERE';
    notes.push(`${level} security: Refused by the Content Security Policy, ${effectiveDirective}: ${blockedURI} ${sample}`);
  });
  window.newsrailForget = () => { notes.length = 0; };
  window.newsrailNotes = () => ({ page: performance.timeOrigin, notes });
})();
