import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { NewsrailLoadDetail } from 'newsrail/react';
import 'newsrail/react';

// @ts-expect-error a colour is no theme
export const wrong = <newsrail-subscribe theme="blue" />;

function Lists() {
  const [shown, setShown] = useState<NewsrailLoadDetail>();
  return (
    <>
      <newsrail-popular feed="/feed.json" count={3} theme="light" onnewsrail-load={({ detail }) => setShown(detail)} />
      <newsrail-more-like-this feed="/feed.json" maxAge={null} max-articles="50" reasons />
      <newsrail-author articles={[{ id: 12, title: 'The bridge reopens' }]} />
      <p id="told">{shown?.items.length}</p>
    </>
  );
}

createRoot(document.getElementById('app')!).render(<Lists />);
