//! What all elements have in common: a section under a heading, the theme, and
//! what is said in place of content.

use crate::ui::dom::{El, el};
use crate::ui::placement::Retry;
use newsrail_core::config::Config;
use newsrail_core::text::number::decimal;
use newsrail_core::texts::{self, Text};
use web_sys::HtmlElement;

/// The section of an element under its own heading, or under `usual`.
pub(crate) fn section(host: &HtmlElement, config: &Config, usual: Text) -> El {
    let class = class("rail ", config);
    named(
        host,
        config.heading_level,
        &class,
        config.heading.as_deref(),
        usual,
    )
}

/// A heading that is usually of that level, where `heading-level` has it.
pub(crate) fn at_level(heading: El, usual: usize, level: usize) -> El {
    // The element's own is usually of the second.
    match level {
        2 => heading,
        _ => heading.attr("aria-level", &decimal(usual + level - 2)),
    }
}

/// A section under a heading, or under `usual`. Without a heading it has that
/// name for those who hear it.
pub(crate) fn named(
    host: &HtmlElement,
    level: usize,
    class: &str,
    heading: Option<&str>,
    usual: Text,
) -> El {
    let section = el!("section", part = "rail").attr("class", class);
    let title = at_level(el!("h2", part = "heading"), 2, level);
    match heading {
        Some("") => section.says_in("aria-label", host, usual),
        // Whatever its language is.
        Some(heading) => section
            .attr("aria-label", heading)
            .child(title.text(heading)),
        None => section
            .says_in("aria-label", host, usual)
            .child(title.says(host, usual)),
    }
}

/// `names`, and those of the layout and the theme.
pub(crate) fn class(names: &str, config: &Config) -> String {
    [names, config.layout.classes(), config.theme.class()].concat()
}

/// Said to those who cannot see that something is on its way.
pub(crate) fn loading(host: &HtmlElement) -> El {
    el!("p", class = "hidden", role = "status").says(host, texts::LOADING)
}

/// What is said in place of content.
pub(crate) fn notice(host: &HtmlElement, text: Text) -> El {
    el!("p", class = "notice", role = "status").says(host, text)
}

/// In place of anything whose feed could not be had: what the author put
/// inside, the failure in words, and a way to try again.
pub(crate) fn failed(host: &HtmlElement, retry: Retry) -> Vec<El> {
    let button = el!("button", type = "button")
        .on("click", move |_| retry())
        .says(host, texts::TRY_AGAIN);
    vec![el!("slot"), notice(host, texts::FAILED), button]
}
