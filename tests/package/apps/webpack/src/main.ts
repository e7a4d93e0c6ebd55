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
}, { once: true });
document.addEventListener('newsrail-sign-up-result', ({ detail: { outcome } }) => {
  // @ts-expect-error no sign-up ends so
  console.log(outcome === 'perhaps');
});
document.addEventListener('newsrail-sign-up', (event) => {
  event.preventDefault();
  event.detail.respond('subscribed', `Welcome, ${event.detail.email}.`);
  // @ts-expect-error no sign-up ends so
  event.detail.respond('perhaps');
});
document.addEventListener('newsrail-reply', ({ detail }) => {
  // @ts-expect-error newsrail alone shows a site's own form
  detail.respond('own-form', detail.comment);
});
// @ts-expect-error a colour is no theme
list.theme = undefined ?? 'blue';
list.theme = null;
// A number is read as one.
const count: number | null = list.count;
console.log(count);
const more = document.createElement('newsrail-more-like-this');
more.articles = [{ id: '12', url: '/bridge', title: 'The bridge reopens', _newsrail: { views: 7 } }];
// @ts-expect-error a title is a text
more.articles = [{ title: 12 }];
more.articles = null;
more.impressions = true;
addEventListener('newsrail-impression', ({ detail }) => {
  const place: number = detail.place;
  console.log(place, detail.list === 'popular');
});
void list.ready.then(() => list.reload());
document.body.append(list);
