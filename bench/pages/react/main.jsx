/** The two lists as React components, each a root of its own in a page that is not React's. */
import { createRoot } from 'react-dom/client';
import { lists } from '../lists.js';

const Item = ({ url, title, summary, excerpts }) => (
  <li>
    <h3><a href={url}>{title}</a></h3>
    {excerpts && <p>{summary}</p>}
  </li>
);

const List = ({ heading, items, excerpts }) => (
  <>
    <h2>{heading}</h2>
    <ul>{items.map((item) => <Item key={item.id} excerpts={excerpts} {...item} />)}</ul>
  </>
);

lists().then(({ popular, related }) => {
  createRoot(document.getElementById('popular')).render(<List heading="Popular" items={popular} />);
  createRoot(document.getElementById('more')).render(<List heading="More like this" items={related} excerpts />);
});
