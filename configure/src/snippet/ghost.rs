//! For a site on Ghost: Settings, Code injection. Its footer stands at the end of every
//! page, so the elements wait in a template, and a line puts them below a post.

use super::{Given, body, space};

/// What goes into the site's header, and what into its footer. `.gh-content` is what
/// Ghost's own themes call a post's text.
#[must_use]
pub fn ghost(given: &Given) -> String {
    let body = body(given, &given.script());
    let (elements, tag) = body
        .trim_end()
        .rsplit_once('\n')
        .unwrap_or(("", body.trim_end()));
    format!(
        "<!-- Site header -->\n{}\n<!-- Site footer -->\n<template id=\"newsrail-below\">\n{elements}\n</template>\n<script>\n  document.querySelector('.post-template .gh-content')?.after(document.getElementById('newsrail-below').content);\n</script>\n{tag}\n",
        space(given)
    )
}
