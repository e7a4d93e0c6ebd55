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
  page.ownWrite('<body>' + string);
  page.close();
  return frame;
});
await new Promise((go) => setTimeout(go, 300));
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
await new Promise((go) => setTimeout(go, 200));
return ran.map((inside) => {
  try {
    return inside.hits.length > 0;
  } catch {
    return false;
  }
});
