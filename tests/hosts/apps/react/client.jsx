import { hydrateRoot } from 'react-dom/client';
import { here, whenAsked } from '../address.js';
import { App } from './app.jsx';

await whenAsked();
hydrateRoot(document, <App path={here()} />);
