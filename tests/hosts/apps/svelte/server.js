import { render as rendered } from 'svelte/server';
import App from './App.svelte';

export const paths = ['/elements/0'];
export const render = (path, page) => {
  const { head, body } = rendered(App, { props: { path } });
  return page.replace('<!--head-->', head).replace('<!--body-->', body);
};
