import 'newsrail';

const list = document.createElement('newsrail-popular');
list.feed = '/feed.json';
list.count = 3;
document.body.append(list);
