/** The two lists as Preact components, each drawn into its own place. */
import { render } from 'preact';
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
  render(<List heading="Popular" items={popular} />, document.getElementById('popular'));
  render(<List heading="More like this" items={related} excerpts />, document.getElementById('more'));
});
