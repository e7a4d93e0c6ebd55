import { LitElement, html } from 'lit';
import { goOn, here, numberOf, setHead } from '../address.js';

class ThePage extends LitElement {
  static properties = { number: { state: true } };

  constructor() {
    super();
    this.number = numberOf(here());
    addEventListener('popstate', () => { this.number = numberOf(here()); });
  }

  updated() {
    setHead(this.number);
  }

  render() {
    return html`
      <h1>Article ${this.number}</h1>
      <button id="next" @click=${() => { this.number = goOn(); }}>Next</button>
      <newsrail-more-like-this .feed=${'/feed.json'} .count=${1} .excerpts=${false}><a href="/own">Ours, ${this.number}</a></newsrail-more-like-this>
      <newsrail-popular .feed=${'/feed.json'} .count=${3}><a href="/own">Ours</a></newsrail-popular>`;
  }
}

customElements.define('the-page', ThePage);
