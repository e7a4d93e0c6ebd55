import { createSSRApp } from 'vue';
import { here, whenAsked } from '../address.js';
import App from './App.vue';

await whenAsked();
createSSRApp(App, { path: here() }).mount('#app');
