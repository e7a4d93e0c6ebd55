// Has the browser render each string of a batch as it is, each in a frame of its own;
// whether it has run.
const strings = await (await fetch(`/strings?b=${arguments[0]}`)).json();
const frames = strings.map((string) => {
  const frame = document.createElement('iframe');
  // It may run there, and go nowhere else.
  frame.sandbox = 'allow-scripts allow-same-origin';
  document.body.append(frame);
  const { contentWindow: inside, contentDocument: page } = frame;
  page.open();
  inside.hits = [];
  for (const name of ['hit', 'alert', 'confirm', 'prompt', 'print']) inside[name] = () => { inside.hits.push(name); };
  (page.ownWrite ?? page.write).call(page, '<body>' + string);
  page.close();
  return frame;
});
/** How many have run, and how many frames have come to their end. */
const state = () => {
  let [hits, complete] = [0, 0];
  for (const { contentWindow: inside, contentDocument: page } of frames) {
    try {
      hits += inside.hits.length;
      complete += page.readyState === 'complete';
    } catch {
      // It has led its frame away.
    }
  }
  return `${hits} ${complete}`;
};
/** Ends when nothing more has run for some turns in a row. */
const still = async () => {
  for (let same = 0, before; same < 5;) {
    await new Promise((go) => setTimeout(go, 50));
    const now = state();
    same = now === before ? same + 1 : 0;
    before = now;
  }
};
await still();
const ran = [];
for (const { contentWindow: inside, contentDocument: page } of frames) {
  try {
    handle([...page.querySelectorAll('*')]);
  } catch {
    // It has led its frame away.
  }
  await 0;
  ran.push(inside);
}
await still();
return ran.map((inside) => {
  try {
    return inside.hits.length > 0;
  } catch {
    return false;
  }
});
