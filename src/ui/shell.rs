//! What all elements have in common: a section under a heading, the theme, and
//! what is said in place of content.

use crate::ui::dom::{El, el};
use crate::ui::placement::Retry;
use crate::ui::words;
use newsrail_core::config::{Config, Layout, Theme};

/// The section of an element under its own heading, or under `usual`.
pub(crate) fn section(config: &Config, usual: &str) -> El {
    named(&class("rail ", config), config.heading.as_deref(), usual)
}

/// A section under a heading, or under `usual`. Without a heading it has that
/// name for those who hear it.
pub(crate) fn named(class: &str, heading: Option<&str>, usual: &str) -> El {
    let heading = heading.unwrap_or(usual);
    let section = el!("section", part = "rail").attr("class", class);
    if heading.is_empty() {
        return section.attr("aria-label", usual);
    }
    section
        .attr("aria-label", heading)
        .child(el!("h2", part = "heading").text(heading))
}

/// `names`, and those of the layout and the theme.
pub(crate) fn class(names: &str, config: &Config) -> String {
    let layout = match config.layout {
        Layout::List => "",
        Layout::Cards => "cards ",
    };
    [names, layout, theme_class(config.theme)].concat()
}

/// The class of a theme; none for the page's own colours.
pub(crate) fn theme_class(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "",
        theme => theme.word(),
    }
}

/// Said to those who cannot see that something is on its way.
pub(crate) fn loading() -> El {
    el!("p", class = "hidden", role = "status").text(words::LOADING)
}

/// What is said in place of content.
pub(crate) fn notice(text: &str) -> El {
    el!("p", class = "notice", role = "status").text(text)
}

/// In place of anything whose feed could not be had: what the author put
/// inside, the failure in words, and a way to try again.
pub(crate) fn failed(retry: Retry) -> Vec<El> {
    let button = el!("button", type = "button")
        .on("click", move |_| retry())
        .text(words::TRY_AGAIN);
    vec![el!("slot"), notice(words::FAILED), button]
}
