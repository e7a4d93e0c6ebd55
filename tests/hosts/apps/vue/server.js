import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { numberOf } from '../address.js';
import App from './App.vue';

export const paths = ['/elements/0'];
export const render = async (path, page) => page
  .replace('<!--head-->', `<title>Article ${numberOf(path)}</title><link rel="canonical" href="/${numberOf(path)}">`)
  .replace('<!--body-->', await renderToString(createSSRApp(App, { path })));
