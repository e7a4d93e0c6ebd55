import { StrictMode, useEffect, useRef, useState } from 'react';
import { goOn, here, numberOf, variantOf } from '../address.js';

/** A component that appends the tag on each mount, of which React makes two here. */
function Tag({ rails }) {
  const place = useRef(null);
  useEffect(() => {
    const tag = document.createElement('script');
    tag.src = '/newsrail/newsrail.js';
    tag.dataset.feed = '/feed.json';
    if (rails) tag.dataset.rails = rails;
    place.current.append(tag);
  }, []);
  return <aside ref={place} />;
}

function Elements({ number }) {
  return (
    <aside>
      <newsrail-more-like-this feed="/feed.json" count={1} excerpts="false"><a href="/own">Ours, {number}</a></newsrail-more-like-this>
      <newsrail-popular feed="/feed.json" count={3}><a href="/own">Ours</a></newsrail-popular>
    </aside>
  );
}

/** Every article so far, each with a tag of its own. */
function Endless({ number }) {
  return Array.from({ length: number + 1 }, (_, at) => (
    <article key={at}><h2>Article {at}</h2><Tag rails="popular" /></article>
  ));
}

/** All that a page has of one article. */
function Story() {
  return (
    <section>
      <newsrail-article feed="/feed.json" />
      <newsrail-share networks="email" />
      <newsrail-author feed="/feed.json" count={1} />
      <newsrail-reply feed="/feed.json" comments="/replies" />
    </section>
  );
}

const VARIANTS = {
  story: Story,
  elements: Elements,
  bare: ({ number }) => <Tag key={number} />,
  rails: ({ number }) => <Tag key={number} rails="more-like-this popular" />,
  endless: Endless,
};

export function App({ path }) {
  const [number, setNumber] = useState(numberOf(path));
  const Lists = VARIANTS[variantOf(path)];
  useEffect(() => {
    window.hydrated = true;
    const read = () => setNumber(numberOf(here()));
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  return (
    <StrictMode>
      <html lang="en">
        <head>
          <meta charSet="utf-8" />
          <title>{`Article ${number}`}</title>
          <link rel="canonical" href={`/${number}`} />
          {[Elements, Story].includes(Lists) && <script async src="/newsrail/newsrail.js" />}
          <script async type="module" src="/client.js" />
        </head>
        <body>
          <main>
            <h1>Article {number}</h1>
            <button id="next" onClick={() => setNumber(goOn())}>Next</button>
            <Lists number={number} />
          </main>
        </body>
      </html>
    </StrictMode>
  );
}
