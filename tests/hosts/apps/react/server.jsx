import { renderToString } from 'react-dom/server';
import { App } from './app.jsx';

export const paths = ['/elements/0', '/bare/0', '/rails/0', '/endless/0', '/story/0'];
export const render = (path) => `<!doctype html>${renderToString(<App path={path} />)}`;
