/** What each peer's page loads for its two lists. */
import { gzipped } from '../lib/assets.mjs';
import { bytes } from '../lib/numbers.mjs';
import { section, table } from '../lib/report.mjs';
import { PEERS } from '../pages/peers.mjs';

const weigh = (files) => files.map((file) => [file.body.length, gzipped(file), file.brotli.length]);
const sum = (weights) => weights.reduce((sum, weight) => sum.map((value, at) => value + weight[at]), [0, 0, 0]);

export const weight = (assets, forms, ahead, latent) => {
  const rows = [];
  const totals = {};
  for (const { name, title } of PEERS) {
    const files = assets.get(name);
    const weights = weigh(files);
    const total = sum(weights);
    totals[name] = total[2];
    const kind = (file) => (file.name.endsWith('.wasm') ? 'WebAssembly' : file.name === 'newsrail.js' ? 'loader' : name === 'newsrail' ? 'glue' : 'script');
    if (files.length > 1) files.forEach((file, at) => rows.push([`${title}: ${kind(file)}`, ...weights[at].map(bytes)]));
    rows.push([files.length > 1 ? `${title}: all` : title, ...total.map(bytes)]);
    if (name !== 'newsrail') continue;
    rows.push([`${title}: further, what keeps lists for the next page`, ...sum(weigh(ahead)).map(bytes)]);
    rows.push([`${title}: further, what learns more of a feed of a hundred articles`, ...sum(weigh(latent)).map(bytes)]);
    rows.push([`${title}: further, where there is a form to sign up`, ...sum(weigh(forms)).map(bytes)]);
  }
  const [loader] = assets.get('newsrail');
  return {
    figures: { totals, loader: loader.brotli.length },
    text: section(
      'Weight',
      'Bytes that a page loads for the two lists. newsrail’s have the choosing and what keeps feeds fresh in them; the others list by views and by words in common, in a few lines; InstantSearch’s widgets are meant to ask its service, by the client that its documentation has installed beside them, which is in its figure. The form to sign up newsrail loads where a page has one, or a reader comes near the button that opens it, what keeps lists for the next page once its lists are chosen, and what learns more of a feed of a hundred articles after that: none of them is part of the total.',
      table(['', 'raw', 'gzip 9', 'brotli 11'], rows),
    ),
  };
};
