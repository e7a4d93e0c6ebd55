import 'newsrail';

const list = document.createElement('newsrail-popular');
list.feed = '/feed.json';
list.count = 3;
list.excerpts = true;
list.setAttribute('theme', 'light');
list.addEventListener('newsrail-load', ({ detail }) => {
  const told = document.createElement('p');
  told.id = 'told';
  told.textContent = `${detail.items.length}`;
  document.body.append(told);
});
document.addEventListener('newsrail-sign-up', ({ detail: { outcome } }) => {
  // @ts-expect-error no sign-up ends so
  console.log(outcome === 'perhaps');
});
// @ts-expect-error a colour is no theme
list.theme = undefined ?? 'blue';
list.theme = null;
// What is read is what the attribute says, a text.
const count: string | null = list.count;
console.log(count);
document.body.append(list);
