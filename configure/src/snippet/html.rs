//! Elements, the tag that brings newsrail, and the space that is held for them.

use super::{Given, escaped, written};
use crate::documents::LANGUAGES;
use std::fmt::Write;

/// Everything that a page of HTML needs.
#[must_use]
pub fn html(given: &Given) -> String {
    [space(given), body(given, &given.script())].concat()
}

/// The elements and the tag, which names the script at this address.
#[must_use]
pub fn body(given: &Given, script: &str) -> String {
    let html = elements(given, false);
    // A tag without elements beside it would place both lists where it stands.
    html + &tag(given, script, given.settings.show.is_empty()) + "\n"
}

/// The elements, a line for each: only with their own attributes, or with those of the
/// whole page, too.
pub(super) fn elements(given: &Given, with_page_s: bool) -> String {
    let mut html = String::new();
    for element in &given.settings.show {
        let attributes = written(&given.attributes(element, with_page_s));
        let _ = writeln!(
            html,
            "<newsrail-{element}{attributes}></newsrail-{element}>"
        );
    }
    html
}

/// The script's tag with what holds for the whole page. Where it `places_none`, it puts no
/// lists where it stands.
pub(super) fn tag(given: &Given, script: &str, places_none: bool) -> String {
    let settings = &given.settings;
    let mut attributes = vec![("src".to_owned(), script.to_owned())];
    if let Some(integrity) = given
        .integrity
        .as_ref()
        .filter(|_| script == given.script())
    {
        attributes.push(("integrity".to_owned(), integrity.clone()));
        attributes.push(("crossorigin".to_owned(), "anonymous".to_owned()));
    }
    attributes.extend(given.feed().map(|feed| ("data-feed".to_owned(), feed)));
    let of_page = settings.all.iter().filter(|(name, _)| *name != "feed");
    attributes.extend(of_page.map(|(name, value)| (format!("data-{name}"), value.clone())));
    let texts = settings.texts.iter();
    attributes.extend(texts.map(|(key, text)| (format!("data-text-{key}"), text.clone())));
    if places_none {
        attributes.push(("data-rails".to_owned(), String::new()));
    }
    format!("<script async{}></script>", written(&attributes))
}

/// The style sheet that holds the elements' space, as the preview has measured it, and
/// sets the custom properties; empty where there is nothing to say.
#[must_use]
pub fn space(given: &Given) -> String {
    let mut rules = String::new();
    let mut properties = String::new();
    for (name, value) in &given.settings.properties {
        let _ = write!(properties, "; {name}: {value}");
    }
    for element in &given.settings.show {
        let height = given.seen.space.get(element).map(String::as_str);
        let height = height.filter(|height| is_length(height));
        if height.is_none() && properties.is_empty() {
            continue;
        }
        let held = height.map_or(String::new(), |height| format!("; min-height: {height}"));
        let _ = writeln!(
            rules,
            "  newsrail-{element} {{ display: flow-root{held}{properties} }}"
        );
        for (width, height) in given.seen.wider.get(element).into_iter().flatten() {
            if is_length(height) {
                let _ = writeln!(
                    rules,
                    "  @media (min-width: {width}px) {{ newsrail-{element} {{ min-height: {height} }} }}"
                );
            }
        }
    }
    if rules.is_empty() {
        rules
    } else {
        format!("<style>\n{rules}</style>\n")
    }
}

/// Whether what the preview has sent is a length, or a sum of two.
fn is_length(height: &str) -> bool {
    !height.is_empty()
        && height
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ".+()% ".contains(c))
}

/// The language and direction of a page in the language that is set, as `<html>` has them.
#[must_use]
pub(crate) fn of_page(lang: &str) -> String {
    let lang = if LANGUAGES.contains(&lang) {
        lang
    } else {
        "en"
    };
    let direction = if matches!(lang, "ar" | "he") {
        " dir=\"rtl\""
    } else {
        ""
    };
    format!(" lang=\"{}\"{direction}", escaped(lang))
}
