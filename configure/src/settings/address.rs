//! Settings as the part of an address behind `#`, so that a link to the configurator has
//! them and no server is told: pairs as in a form (URL Standard, 5), each of what is set.
//!
//! ```text
//! v=1&site=https://paper.example/&show=popular+subscribe&lang=de&width=phone&scheme=dark
//!   &all.count=3&popular.heading=Most+read&text.popular=Most+read&css.--newsrail-gap=1em
//! ```
//!
//! Anybody can have written it. What it says that cannot be used is named, and costs
//! nothing else.

use super::{Scheme, Settings, Values, Width, attributes_of, check, check_property, kind_of, put};
use crate::documents::{LANGUAGES, TEXTS, properties};
use newsrail_core::surface::ATTRIBUTES;

/// The version of what stands there: one more where an older configurator would take
/// something for what it is not.
pub const VERSION: u32 = 1;

/// The longest that is read.
const LONGEST: usize = 64 << 10;

/// Settings as what stands behind `#`; what is as it is at first is left out.
#[must_use]
pub fn write(settings: &Settings) -> String {
    let usual = Settings::default();
    let mut pairs = Vec::new();
    let mut add = |name: String, value: &str| pairs.push((name, value.to_owned()));
    add("v".into(), &VERSION.to_string());
    for (name, value) in [
        ("site", &settings.site),
        ("lang", &settings.lang),
        ("files", &settings.files),
        ("reading", &settings.reading),
    ] {
        if !value.is_empty() {
            add(name.into(), value);
        }
    }
    if settings.show != usual.show {
        add("show".into(), &settings.show.join(" "));
    }
    if settings.width != usual.width {
        add("width".into(), word(&Width::ALL, settings.width));
    }
    if settings.scheme != usual.scheme {
        add("scheme".into(), word(&Scheme::ALL, settings.scheme));
    }
    let own = settings
        .own
        .iter()
        .map(|(element, values)| (element.as_str(), values));
    let groups = [("all", &settings.all)].into_iter().chain(own);
    for (group, values) in groups.chain([("text", &settings.texts), ("css", &settings.properties)])
    {
        for (name, value) in values {
            add(format!("{group}.{name}"), value);
        }
    }
    serde_urlencoded::to_string(pairs).unwrap_or_default()
}

fn word<T: Copy + PartialEq>(words: &[(T, &'static str)], wanted: T) -> &'static str {
    words
        .iter()
        .find(|(one, _)| *one == wanted)
        .map_or("", |(_, word)| word)
}

/// Settings from what stands behind `#`, and what of it is not used and why.
#[must_use]
pub fn read(written: &str) -> (Settings, Vec<String>) {
    let mut settings = Settings::default();
    let mut passed_over = Vec::new();
    let written = written.trim_start_matches('#');
    if written.len() > LONGEST {
        passed_over.push("It is longer than 64 KB, and nothing of it is used.".to_owned());
        return (settings, passed_over);
    }
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(written).unwrap_or_default();
    let version = pairs.iter().find(|(name, _)| name == "v");
    match version.map(|(_, version)| version.parse::<u32>()) {
        Some(Ok(version)) if version > VERSION => passed_over.push(format!(
            "It is of a newer configurator (version {version}; this one knows {VERSION}). What both know is used. Open it with the newer one to have all of it."
        )),
        Some(Err(_)) => passed_over.push("Its version is no number.".to_owned()),
        _ => {}
    }
    if version.is_none() && !written.is_empty() {
        passed_over
            .push("It does not say which version it is of, so it may not be whole.".to_owned());
    }
    for (name, value) in &pairs {
        if let Err(reason) = take(&mut settings, name, value) {
            passed_over.push(format!("{name}={value} is not used: {reason}."));
        }
    }
    (settings, passed_over)
}

fn take(settings: &mut Settings, name: &str, value: &str) -> Result<(), String> {
    let text = || value.trim().to_owned();
    match name {
        "v" => {}
        "site" => settings.site = text(),
        "files" => settings.files = text(),
        "reading" => settings.reading = text(),
        "lang" if value.is_empty() || LANGUAGES.contains(&value) => {
            value.clone_into(&mut settings.lang);
        }
        "lang" => return Err("newsrail does not speak this language".into()),
        "width" => settings.width = named(&Width::ALL, value)?,
        "scheme" => settings.scheme = named(&Scheme::ALL, value)?,
        "show" => {
            settings.show.clear();
            let unknown: Vec<&str> = value
                .split_ascii_whitespace()
                .filter(|name| kind_of(name).is_none())
                .collect();
            for name in value
                .split_ascii_whitespace()
                .filter(|name| kind_of(name).is_some())
            {
                settings.show(name, true);
            }
            if !unknown.is_empty() {
                return Err(format!("there is no element {}", unknown.join(", ")));
            }
        }
        _ => {
            let (group, name) = name
                .split_once('.')
                .ok_or("this configurator has no such setting")?;
            return take_one_of(settings, group, name, value);
        }
    }
    Ok(())
}

fn named<T: Copy>(words: &[(T, &str)], value: &str) -> Result<T, String> {
    let found = words.iter().find(|(_, word)| *word == value);
    found
        .map(|(one, _)| *one)
        .ok_or_else(|| "it may not say so".into())
}

fn take_one_of(
    settings: &mut Settings,
    group: &str,
    name: &str,
    value: &str,
) -> Result<(), String> {
    let into: &mut Values = match group {
        "text" => {
            let is_known = TEXTS.iter().any(|(_, key, _)| *key == name);
            is_known.then_some(()).ok_or("newsrail has no such text")?;
            &mut settings.texts
        }
        "css" => {
            let is_known = properties().any(|(known, _)| known == name);
            is_known
                .then_some(())
                .ok_or("newsrail has no such property")?;
            check_property(value).map_err(|wrong| format!("it has to be {}", wrong.0))?;
            &mut settings.properties
        }
        _ => {
            let found = ATTRIBUTES.iter().find(|one| one.name == name);
            let attribute = found.ok_or("newsrail has no such attribute")?;
            check(attribute.values, value).map_err(|wrong| format!("it has to be {}", wrong.0))?;
            if group == "all" && name == "feed" {
                return Err("the site says it".into());
            } else if group == "all" {
                &mut settings.all
            } else {
                let reads = attributes_of(group).any(|one| one.name == name);
                reads
                    .then_some(())
                    .ok_or("no such element has this attribute")?;
                settings.own.entry(group.to_owned()).or_default()
            }
        }
    };
    put(into, name, Some(value.to_owned()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Settings {
        let mut settings = Settings {
            site: "https://paper.example/?a=b&c=d#e https://other.example/".into(),
            lang: "zh-Hant".into(),
            files: "https://cdn.example/0.1.0/".into(),
            reading: "https://paper.example/é".into(),
            width: Width::Desktop,
            scheme: Scheme::Dark,
            ..Settings::default()
        };
        settings.show("subscribe", true);
        settings.set(None, "count", Some("3".into()));
        settings.set(None, "heading", Some(String::new()));
        settings.set(
            Some("popular"),
            "heading",
            Some("Most & best = “read” 100 %".into()),
        );
        settings.texts.insert("popular".into(), "<b>+</b>".into());
        settings
    }

    #[test]
    fn what_is_written_is_read_again() {
        for settings in [Settings::default(), full()] {
            assert_eq!(read(&write(&settings)), (settings, Vec::new()));
        }
        assert_eq!(write(&Settings::default()), "v=1");
        assert_eq!(read(""), (Settings::default(), Vec::new()));
    }

    #[test]
    fn what_cannot_be_used_is_named_and_costs_nothing_else() {
        let (settings, told) = read(
            "#v=1&all.count=3&all.count.x=1&all.layout=table&popular.order=newest&text.none=a&lang=xx&width=watch&show=popular+weather&hue=9&site=paper.example&css.--x=1",
        );
        assert_eq!(settings.all.get("count").map(String::as_str), Some("3"));
        assert_eq!(
            (settings.site.as_str(), settings.show.len()),
            ("paper.example", 1)
        );
        assert_eq!(settings.all.len(), 1);
        let named: Vec<&str> = told
            .iter()
            .filter_map(|line| line.split('=').next())
            .collect();
        assert_eq!(
            named,
            [
                "all.count.x",
                "all.layout",
                "popular.order",
                "text.none",
                "lang",
                "width",
                "show",
                "hue",
                "css.--x"
            ]
        );
        assert!(
            told[1].contains("one of list, numbered, cards"),
            "{}",
            told[1]
        );
    }

    #[test]
    fn a_newer_version_is_said_and_what_both_know_is_used() {
        let (settings, told) = read("v=7&all.count=3&all.sparkle=yes");
        assert_eq!(settings.all.len(), 1);
        assert!(told[0].contains("version 7; this one knows 1"), "{told:?}");
        assert!(told[1].starts_with("all.sparkle=yes"), "{told:?}");
    }

    #[test]
    fn an_address_that_is_broken_breaks_nothing() {
        for written in ["#%", "%ff%fe", "v=&site", "#v=x", "\u{0}"] {
            let (settings, told) = read(written);
            assert_eq!(settings, Settings::default(), "{written}");
            assert!(!told.is_empty(), "{written}");
        }
        let long = format!("v=1&site={}", "a".repeat(LONGEST));
        assert_eq!(read(&long).1.len(), 1);
    }
}
