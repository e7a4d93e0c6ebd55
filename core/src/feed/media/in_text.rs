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
const LATE: [&str; 3] = ["data-src", "data-lazy-src", "data-original"];

/// The attributes with several sizes of one.
const LATE_SETS: [&str; 2] = ["data-srcset", "data-lazy-srcset"];

/// The names of pictures that stand where another will be.
const BLANKS: [&str; 14] = [
    "1x1",
    "1px",
    "blank",
    "clear",
    "empty",
    "lazy",
    "lazy_placeholder",
    "lazy-placeholder",
    "loader",
    "loading",
    "pixel",
    "placeholder",
    "spacer",
    "transparent",
];

/// The first picture of a text, its address resolved against `base`.
pub(super) fn in_text(html: &str, base: &str) -> Option<Image> {
    if !html.contains("<img") && !html.contains("<IMG") {
        return None;
    }
    tokens(html).find_map(|token| match token {
        Token::Open(name, tag) if name == "img" && !is_ornament(tag) => Some(Image {
            url: address(tag, base)?,
            alt: tag.attribute("alt").unwrap_or_default().into_owned(),
            ..Image::default()
        }),
        _ => None,
    })
}

/// Whether it is an emoji or counts readers.
fn is_ornament(tag: Tag<'_>) -> bool {
    let of = |name| tag.attribute(name).unwrap_or_default();
    let is_emoji = of("class")
        .split_ascii_whitespace()
        .any(|class| ["wp-smiley", "emoji"].contains(&class));
    is_emoji || is_small(&of("width")) || is_small(&of("height")) || hides(&of("style"))
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
    let several = |name| of_several(&tag.attribute(name)?, base);
    LATE.into_iter()
        .find_map(one)
        .or_else(|| LATE_SETS.into_iter().find_map(several))
        .or_else(|| one("src"))
        .or_else(|| several("srcset"))
}

/// The absolute address, unless it is that of a blank.
fn real(href: &str, base: &str) -> Option<String> {
    resolve(base, href).filter(|url| !is_blank(url))
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
mod tests {
    use super::in_text;

    const BASE: &str = "https://paper.example/a/";

    fn found(html: &str) -> Option<String> {
        let url = in_text(html, BASE)?.url;
        Some(
            url.strip_prefix("https://paper.example")
                .unwrap_or(&url)
                .to_owned(),
        )
    }

    #[test]
    fn the_first_picture_is_no_emoji_and_no_counter() {
        for ornament in [
            "<img class='wp-smiley' src=/e.png>",
            "<img src=/e.png alt=':)' class=\"emoji big\" style='height: 1em'>",
            "<img src=/e.png width=16 height=16>",
            "<img src=/e.png width='32' height='200'>",
            "<img src=/e.png style='height:1em;max-height:1em'>",
            "<IMG SRC=/p.gif WIDTH=1PX>",
            "<img src=/p.gif width=1>",
            "<img src=/p.gif height=\"1px\">",
            "<img src=/p.gif width=0>",
            "<img src=/p.gif style='border:0;Display : none !important'>",
            "<img src=/p.gif style='visibility:hidden'>",
            "<img src=/p.gif style='width:1.0px'>",
            "<img src=/images/blank.gif>",
            "<img src=/Spacer.GIF?v=2>",
            "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
            "<img>",
        ] {
            assert_eq!(found(ornament), None, "{ornament}");
            let html = format!("<p>{ornament} Rain</p><img src='/d.jpg' width='33'>");
            assert_eq!(found(&html).as_deref(), Some("/d.jpg"), "{ornament}");
        }
    }

    #[test]
    fn a_picture_of_a_size_or_with_a_blank_s_name_is_one() {
        for picture in [
            "<img src=/d.jpg width=640 height=480>",
            "<img src=/d.jpg width=100%>",
            "<img src=/d.jpg width=auto height=''>",
            "<img src=/d.jpg style='width:100%;height:auto;display:block'>",
            "<img src=/d.jpg style='max-width:1px'>",
            "<img src=/d.jpg class=wp-image-7>",
            "<img src=/d.jpg srcset='/d-300.jpg 300w, /d-900.jpg 900w'>",
        ] {
            assert_eq!(found(picture).as_deref(), Some("/d.jpg"), "{picture}");
        }
        // A ship that is loading is one, too.
        assert_eq!(
            found("<img src=/loading.jpg>").as_deref(),
            Some("/loading.jpg")
        );
    }

    #[test]
    fn a_picture_that_is_loaded_late() {
        for attributes in [
            "src=/blank.gif data-src=/d.jpg",
            "src='data:image/svg+xml,%3Csvg%3E' data-lazy-src='/d.jpg'",
            "data-original=/d.jpg src=/small.jpg",
            "src=/blank.gif srcset='/s.jpg 300w, /d.jpg 600w,/l.jpg 1200w'",
            "data-srcset='/s.jpg 100w, /d.jpg 300w' src=/blank.gif",
            "src=/placeholder.svg data-src=/blank.gif srcset='/d.jpg'",
            "src=/1x1.png srcset='data:image/gif;base64,R0l= 1w, /d.jpg 2x'",
            "src=/1x1.png srcset='/blank.gif, /d.jpg 2x'",
        ] {
            let html = format!("<img {attributes}><img src=/next.jpg>");
            assert_eq!(found(&html).as_deref(), Some("/d.jpg"), "{attributes}");
        }
        let commas = "<img src=/blank.gif srcset='/w_640,h_480/d.jpg 640w, /x.jpg 320w'>";
        assert_eq!(found(commas).as_deref(), Some("/w_640,h_480/d.jpg"));
        assert_eq!(found("<img src=/blank.gif data-src=/d.jpg width=1>"), None);
    }

    #[test]
    fn sets_without_end_are_read_once() {
        for set in [
            ",".repeat(1 << 20),
            " 1w".repeat(1 << 18),
            "a,".repeat(1 << 18),
        ] {
            in_text(&format!("<img srcset='{set}'>"), BASE);
        }
    }
}
