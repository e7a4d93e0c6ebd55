//! For a site on Ghost: Settings, Code injection. Its footer stands at the end of every
//! page, so the elements wait in a template, and a line puts them below a post.

use super::html::{elements, tag};
use super::{Given, space};

/// What goes into the site's header, and what into its footer. `.gh-content` is what
/// Ghost's own themes call a post's text.
#[must_use]
pub fn ghost(given: &Given) -> String {
    let elements = elements(given, false);
    // Pages that are no post have the tag, too, and are to have no lists.
    let tag = tag(given, &given.script(), true);
    format!(
        "<!-- Site header -->\n{}\n<!-- Site footer -->\n<template id=\"newsrail-below\">\n{elements}</template>\n<script>\n  document.querySelector('.post-template .gh-content')?.after(document.getElementById('newsrail-below').content);\n</script>\n{tag}\n",
        space(given)
    )
}
