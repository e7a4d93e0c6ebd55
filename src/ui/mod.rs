//! What the reader sees. Leptos components, one per file; `element` mounts
//! them in a shadow root, `stand` feeds them.
//!
//! Components are written with Leptos's builder and not with `view!`: the macro
//! turns static markup into `innerHTML`, which throws on a page that requires
//! Trusted Types.

pub(crate) mod article;
pub(crate) mod dom;
pub mod element;
pub(crate) mod library;
pub(crate) mod rail;
pub(crate) mod stand;
pub(crate) mod state;
pub(crate) mod subscribe;
pub(crate) mod words;

use leptos::prelude::WithValue;

/// The class of a theme, with a blank behind it; none for the page's own.
fn theme(theme: crate::config::Theme) -> &'static str {
    match theme {
        crate::config::Theme::Auto => "",
        crate::config::Theme::Light => "light ",
        crate::config::Theme::Dark => "dark ",
    }
}

/// What is shown in place of anything whose feed could not be had: what the
/// author put inside, the failure in words, and a way to try again.
fn failed(stand: rail::Owned<stand::Stand>) -> Vec<dom::El> {
    let retry = dom::el("button")
        .attr("type", "button")
        .on("click", move |_| stand.with_value(stand::Stand::retry))
        .text(words::TRY_AGAIN);
    vec![dom::el("slot"), rail::notice(words::FAILED), retry]
}
