//! The space that a list takes, as the loader will hold it (web/loader/space.js).

use newsrail_core::config::{Config, Layout};

/// The style that holds it, in em: of a list with a way to subscribe below it, or
/// without.
pub(super) fn space(config: &Config, subscribes: bool) -> String {
    let if_set = |is_set: bool, em: f32| if is_set { em } else { 0.0 };
    let head = if_set(config.heading.as_deref() != Some(""), 3.0);
    let foot = if_set(subscribes, 4.0);
    let rows = if config.layout.is_cards() {
        1
    } else {
        config.count
    };
    let row = row(config) + if_set(config.reasons, 1.5) + if_set(config.has_meta, 1.5);
    format!(
        "--newsrail-row:var(--newsrail-row-height,{row}em);--newsrail-rail:calc({head}em + {rows}*var(--newsrail-row));min-height:calc({foot}em + var(--newsrail-rail))"
    )
}

/// One row without its small print.
fn row(config: &Config) -> f32 {
    let Config {
        images, excerpts, ..
    } = *config;
    match config.layout {
        Layout::Text => 2.25,
        Layout::Cards | Layout::Carousel => {
            6.0 + if images { 9.0 } else { 0.0 } + if excerpts { 4.0 } else { 0.0 }
        }
        Layout::Compact if excerpts => 4.75,
        Layout::Compact => 3.25,
        Layout::List | Layout::Numbered if excerpts => 7.0,
        Layout::List | Layout::Numbered if images => 5.5,
        Layout::List | Layout::Numbered => 4.0,
    }
}
