//! The picture of an item in XML: Media RSS, an enclosure, iTunes' image, or
//! the first picture in its text.

mod in_text;

use super::WIDE;
use super::xml::{Element, Space};
use crate::article::Image;
use crate::text::link::resolve;
use crate::text::plain::plain;
use in_text::in_text;

/// The picture that may stand beside the headline, its address resolved against `base`.
pub(super) fn picture(item: &Element<'_>, body: &str, base: &str) -> Option<Image> {
    media(item, base)
        .or_else(|| enclosed(item, base))
        .or_else(|| in_text(body, base))
}

/// The narrowest of the pictures that are wide enough, else the first, else the widest
/// thumbnail.
fn media(item: &Element<'_>, base: &str) -> Option<Image> {
    let mut contents: Vec<&Element<'_>> = Vec::new();
    let mut thumbnails: Vec<&Element<'_>> = Vec::new();
    collect(item, &mut contents, &mut thumbnails);
    let width = |element: &Element<'_>| element.attribute("width").parse().unwrap_or(0_u32);
    let wide = contents
        .iter()
        .filter(|content| width(content) >= WIDE)
        .min_by_key(|content| width(content));
    let chosen = wide
        .or(contents.first())
        .or(thumbnails.iter().max_by_key(|thumbnail| width(thumbnail)))?;
    let says = |name| {
        let said = chosen
            .get(Space::Media, name)
            .or_else(|| item.get(Space::Media, name))?;
        Some(plain(&said.text()))
    };
    Some(Image {
        url: resolve(base, &chosen.attribute("url"))?,
        alt: says("description").unwrap_or_default(),
        ..Image::default()
    })
}

/// The pictures among an element's media, also within groups and within one
/// another.
fn collect<'e, 'a>(
    of: &'e Element<'a>,
    contents: &mut Vec<&'e Element<'a>>,
    thumbnails: &mut Vec<&'e Element<'a>>,
) {
    for element in of.elements().filter(|e| e.space == Space::Media) {
        match element.name {
            "content" if is_picture(element, "medium") => contents.push(element),
            "thumbnail" => thumbnails.push(element),
            _ => {}
        }
        if ["content", "group"].contains(&element.name) {
            collect(element, contents, thumbnails);
        }
    }
}

/// Whether its `type`, its `medium` or the end of its address says so.
fn is_picture(element: &Element<'_>, medium: &str) -> bool {
    let (kind, medium) = (element.attribute("type"), element.attribute(medium));
    if !kind.is_empty() || !medium.is_empty() {
        return kind.starts_with("image/") || medium == "image";
    }
    let url = element.attribute("url").to_ascii_lowercase();
    let path = url.split(['?', '#']).next().unwrap_or_default();
    [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"]
        .iter()
        .any(|end| path.ends_with(end))
}

fn enclosed(item: &Element<'_>, base: &str) -> Option<Image> {
    let enclosures = item.all(Space::Own, "enclosure");
    let links = item
        .all(Space::Own, "link")
        .filter(|link| link.attribute("rel") == "enclosure");
    let mut hrefs = enclosures
        .chain(links)
        .filter(|element| is_picture(element, "rel"))
        .map(|element| element.attribute("url") + &element.attribute("href"))
        .chain(
            item.all(Space::Itunes, "image")
                .map(|image| image.attribute("href")),
        );
    let url = hrefs.find_map(|href| resolve(base, &href))?;
    Some(Image {
        url,
        alt: String::new(),
        ..Image::default()
    })
}
