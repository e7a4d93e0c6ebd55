import { hydrate } from 'svelte';
import { here, whenAsked } from '../address.js';
import App from './App.svelte';

await whenAsked();
hydrate(App, { target: document.querySelector('#app'), props: { path: here() } });
