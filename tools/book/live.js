/**
 * What the documents' live elements do in the site: a form sends nothing and says so, a
 * headline leads nowhere, a slot has something in it, and below each element stands what it
 * told the page last.
 */
(() => {
  const KEPT = 'This page sends nothing.';
  const OUTCOMES = { 'newsrail-sign-up': 'accepted', 'newsrail-reply': 'held' };
  const EVENTS = ['load', 'error', 'select', 'impression', 'sign-up', 'sign-up-result', 'reply', 'reply-result', 'search', 'slot', 'share'];

  /** What is said of an event: its name, and its `detail` without the texts of articles. */
  const told = ({ type, detail }) => {
    const said = JSON.stringify(detail, (key, value) => key === 'items' ? value.length : value);
    return `${type} ${said}`;
  };

  for (const name of EVENTS) {
    document.addEventListener(`newsrail-${name}`, (event) => {
      const room = event.target.closest('.at-work');
      if (!room) return;
      const { type, detail } = event;
      if (OUTCOMES[type]) {
        event.preventDefault();
        detail.respond(OUTCOMES[type], KEPT);
      }
      if (type === 'newsrail-select') event.preventDefault();
      if (type === 'newsrail-slot' && detail.width) event.target.textContent = `Yours, ${detail.width} × ${detail.height}`;
      let line = room.querySelector('output');
      if (!line) {
        line = document.createElement('output');
        room.append(line);
      }
      line.textContent = told(event);
    });
  }
})();
