/**
 * The article page that every peer stands on: a headline, a lead picture where
 * that is of interest, some paragraphs, and beside them an aside for the two lists, whose space the
 * page's own style holds, as each peer's publisher would.
 */

const STYLE = `
  body { margin: 0 auto; max-width: 76rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif }
  .page { display: grid; grid-template-columns: minmax(0, 2fr) minmax(16rem, 1fr); gap: 2rem }
  img { display: block; width: 100%; height: auto }
  #popular { display: block; min-height: 23em }
  #more { display: block; min-height: 38em }
  ul { margin: 0; padding: 0; list-style: none }
  aside li { padding: .5em 0 }
  aside h3, aside p { margin: 0; font-size: 1em }
  .many { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 1rem }
  .many > * { min-height: 23em }`;

/** A page with `aside` and `script` for some peer, and `below` the article whatever is to follow; its header links to the article `next`. */
export const articlePage = ({ article, next, text, picture, aside, below = '', script = '' }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${article.title}</title>
<link rel="canonical" href="${article.url}">
<link rel="icon" href="data:,">
<style>${STYLE}</style>
${script}
</head>
<body>
<header><p>The Paper${next ? `: <a id="next" href="${next.url}">${next.title}</a>` : ''}</p></header>
<div class="page">
<main>
<h1>${article.title}</h1>
${picture ? `<img src="${picture}" width="760" height="428" alt="" fetchpriority="high">` : ''}
${text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</main>
${aside}
</div>
${below}
</body>
</html>
`;
