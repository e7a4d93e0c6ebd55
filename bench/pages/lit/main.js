/** The two lists as one custom element of Lit's, in shadow roots as newsrail's are. */
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { lists } from '../lists.js';

class NewsList extends LitElement {
  static properties = {
    heading: {},
    items: { attribute: false },
    excerpts: { type: Boolean },
  };

  static styles = css`
    :host { display: block }
    ul { margin: 0; padding: 0; list-style: none }
    li { padding: .5em 0 }
    h3, p { margin: 0; font-size: 1em }
  `;

  render() {
    return this.items && html`
      <h2>${this.heading}</h2>
      <ul>${repeat(this.items, (item) => item.id, ({ url, title, summary }) => html`
        <li>
          <h3><a href=${url}>${title}</a></h3>
          ${this.excerpts ? html`<p>${summary}</p>` : nothing}
        </li>`)}
      </ul>`;
  }
}
customElements.define('news-list', NewsList);

lists().then(({ popular, related }) => {
  document.getElementById('popular').items = popular;
  document.getElementById('more').items = related;
});
