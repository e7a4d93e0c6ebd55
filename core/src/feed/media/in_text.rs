//! The first picture in an HTML text that is a picture of something.
//!
//! Between the words of a text stand emoji, and at its end a pixel that counts readers.
//! Scripts that load pictures late put a blank one in the place of each, with the address
//! of the picture in an attribute of their own.

use crate::article::Image;
use crate::feed::WIDE;
use crate::text::html::{Tag, Token, tokens};
use crate::text::link::resolve;

/// The most pixels that an emoji is wide or high.
const SMALL: u32 = 32;

/// The attributes with the address of a picture that is loaded late.
const LATE: [&str; 8] = [
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-original-src",
    "data-lazy",
    "data-lazyload",
    "data-img-src",
    "data-echo",
];

/// The same where the picture itself has none: what a gallery opens.
const LARGE: [&str; 2] = ["data-large-file", "data-orig-file"];

/// The attributes with several sizes of one.
const LATE_SETS: [&str; 2] = ["data-srcset", "data-lazy-srcset"];

/// Parts of the addresses of emoji, and of those who count readers.
const OF_NOTHING: [&str; 7] = [
    "//s.w.org/images/core/emoji/",
    "/twemoji/",
    "//pixel.wp.com/",
    "//stats.wordpress.com/",
    ".vgwort.de/",
    "//feeds.feedburner.com/~",
    ".doubleclick.net/",
];

/// The names of pictures that stand where another will be.
const BLANKS: [&str; 20] = [
    "1x1",
    "1x1.trans",
    "1px",
    "blank",
    "clear",
    "dot",
    "empty",
    "gray",
    "grey",
    "lazy",
    "lazy_placeholder",
    "lazy-placeholder",
    "loader",
    "loading",
    "pixel",
    "placeholder",
    "spacer",
    "spinner",
    "trans",
    "transparent",
];

/// The first picture of a text, its address resolved against `base`.
pub(super) fn in_text(html: &str, base: &str) -> Option<Image> {
    if !html.contains("<img") && !html.contains("<IMG") {
        return None;
    }
    // Where no script runs stands the picture that a script loads late.
    let html = html.replace("<noscript>", "").replace("</noscript>", "");
    let mut hidden: Option<Hidden> = None;
    let mut source = None;
    for token in tokens(&html) {
        match (token, &mut hidden) {
            (Token::Open(name, _), Some(of)) => of.open += usize::from(name == of.name),
            (Token::Close(name, _), Some(of)) => {
                of.open -= usize::from(name == of.name);
                if of.open == 0 {
                    hidden = None;
                }
            }
            (Token::Open(name, tag), None) => match name.as_str() {
                "source" => source = source.or_else(|| late(tag, base)),
                "img" if !is_ornament(tag) => {
                    if let Some(url) = address(tag, base).or(source.take()) {
                        let alt = tag.attribute("alt").unwrap_or_default().into_owned();
                        return Some(Image {
                            url,
                            alt,
                            ..Image::default()
                        });
                    }
                }
                _ if WRAPPERS.contains(&name.as_str()) && is_hidden(tag) => {
                    hidden = Some(Hidden { name, open: 1 });
                }
                _ => {}
            },
            (Token::Close(name, _), None) if name == "picture" => source = None,
            _ => {}
        }
    }
    None
}

/// An element that is not seen, and how many of its name are open in it, itself included.
struct Hidden {
    name: String,
    open: usize,
}

/// Elements that hide what is within.
const WRAPPERS: [&str; 7] = ["a", "aside", "div", "figure", "p", "section", "span"];

/// Whether it is an emoji or counts readers.
fn is_ornament(tag: Tag<'_>) -> bool {
    let of = |name| tag.attribute(name).unwrap_or_default();
    let is_emoji = of("class")
        .split_ascii_whitespace()
        .any(|class| ["wp-smiley", "emoji"].contains(&class));
    is_emoji || is_small(&of("width")) || is_small(&of("height")) || is_hidden(tag)
}

fn is_hidden(tag: Tag<'_>) -> bool {
    let style = tag.attribute("style").unwrap_or_default();
    tag.attribute("hidden").is_some() || hides(&style)
}

/// Whether a style has it not seen, or as small as an emoji.
fn hides(style: &str) -> bool {
    style.to_ascii_lowercase().split(';').any(|declaration| {
        let (name, value) = declaration.split_once(':').unwrap_or_default();
        let value = value
            .trim_ascii()
            .trim_end_matches("!important")
            .trim_ascii();
        match name.trim_ascii() {
            "display" => value == "none",
            "visibility" => value == "hidden",
            "opacity" => value == "0",
            // Beyond the edge of any screen.
            "left" | "top" => value.starts_with("-999"),
            "width" | "height" => is_small(value),
            _ => false,
        }
    })
}

/// Whether a length is known and small: `1`, `16px`, `1em`.
fn is_small(length: &str) -> bool {
    let length = length.trim_ascii();
    let digits = length.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = length.split_at(digits);
    let unit = rest.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let most = match unit.trim_ascii_start() {
        "" | "px" | "PX" => SMALL,
        "em" | "rem" => SMALL / 16,
        _ => return false,
    };
    whole.parse().is_ok_and(|pixels: u32| pixels <= most)
}

/// The address of a picture: where it is loaded late that of the real one, which stands
/// beside `src`.
fn address(tag: Tag<'_>, base: &str) -> Option<String> {
    let one = |name| real(&tag.attribute(name)?, base);
    LATE.into_iter()
        .find_map(one)
        .or_else(|| of_sets(&LATE_SETS, tag, base))
        .or_else(|| one("src"))
        .or_else(|| of_sets(&["srcset"], tag, base))
        .or_else(|| LARGE.into_iter().find_map(one))
}

/// The address that the source of a `<picture>` has.
fn late(tag: Tag<'_>, base: &str) -> Option<String> {
    of_sets(&LATE_SETS, tag, base).or_else(|| of_sets(&["srcset"], tag, base))
}

fn of_sets(names: &[&str], tag: Tag<'_>, base: &str) -> Option<String> {
    names
        .iter()
        .find_map(|name| of_several(&tag.attribute(name)?, base))
}

/// The absolute address, unless it is that of a blank.
fn real(href: &str, base: &str) -> Option<String> {
    let is_of_nothing = |url: &str| OF_NOTHING.iter().any(|part| url.contains(part));
    resolve(base, href).filter(|url| !is_blank(url) && !is_of_nothing(url))
}

fn is_blank(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let (name, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let is = |others: &[&str], own: &str| others.iter().any(|it| it.eq_ignore_ascii_case(own));
    is(&["gif", "png", "svg"], end) && is(&BLANKS, name)
}

/// Of several sizes (HTML Standard, 4.8.4.2) the narrowest that is wide enough, else the
/// widest.
fn of_several(set: &str, base: &str) -> Option<String> {
    let mut best: Option<(u32, String)> = None;
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
        if rest.is_empty() {
            return best.map(|(_, url)| url);
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace());
        let (href, after) = rest.split_at(end.unwrap_or(rest.len()));
        // A comma that ends an address ends the entry; others may be part of it.
        let descriptor = if href.ends_with(',') {
            ""
        } else {
            after.split(',').next().unwrap_or_default()
        };
        rest = &after[descriptor.len()..];
        let width = descriptor.trim_ascii().trim_end_matches('w').parse();
        let width = width.unwrap_or(0);
        if best.as_ref().is_none_or(|best| fits(width, best.0))
            && let Some(url) = real(href.trim_end_matches(','), base)
        {
            best = Some((width, url));
        }
    }
}

/// Whether a width is better than another.
fn fits(width: u32, than: u32) -> bool {
    if than < WIDE {
        width > than
    } else {
        (WIDE..than).contains(&width)
    }
}

#[cfg(test)]
mod tests;
