// Runs before the first byte of every page and of every frame in it: notes whatever a
// string from outside would have to do to have run, and what a content security policy
// would have kept from running.
self.hits = [];
self.hit = () => self.hits.push('hit');
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'find', 'eval']) {
  if (name !== 'eval') self[name] = () => { self.hits.push(name); };
}
for (const name of ['write', 'writeln']) {
  const own = Document.prototype[name];
  Document.prototype[name] = function (...text) {
    // The control writes into frames of its own by the name that is kept for it.
    self.hits.push(name);
    return own.apply(this, text);
  };
  if (name === 'write') Document.prototype.ownWrite = own;
}
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
  if (effectiveDirective.startsWith('script')) self.violations.push([effectiveDirective, blockedURI, sample].join(' '));
});
self.violations = [];

/** Every element of a root and of the shadow roots in it. */
self.everyElement = (root) => [...root.querySelectorAll('*')].flatMap((element) => element.shadowRoot ? [element, ...everyElement(element.shadowRoot)] : [element]);

/** Does to some elements what a reader may do, and what else an element can be told. */
self.handle = (elements) => {
  const kinds = ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'mouseout', 'dblclick', 'contextmenu',
    'wheel', 'dragstart', 'drag', 'copy', 'cut', 'paste', 'keydown', 'keypress', 'keyup', 'input', 'change', 'toggle', 'begin', 'start', 'animationstart', 'blur'];
  for (const element of elements) {
    for (const kind of kinds) element.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }));
    element.focus?.({ preventScroll: true });
    // What leads away from the page is not followed; what leads nowhere else is.
    const leads = element.localName === 'a' && /^https?:/.test(element.href);
    if (!leads && !['button', 'input', 'select', 'textarea'].includes(element.localName)) element.click?.();
    else element.dispatchEvent(new Event('click', { bubbles: false, cancelable: true }));
  }
};
