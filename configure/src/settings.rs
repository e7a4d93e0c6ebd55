//! What is set in the configurator, and what may be.

pub mod address;
mod value;

pub use value::{Wrong, check, check_property};

use newsrail_core::config::Kind;
use newsrail_core::surface::{ATTRIBUTES, Attribute, KINDS};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Values by the name of what is set to them.
pub type Values = BTreeMap<String, String>;

/// Everything that is set. What says nothing is not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The addresses of a site or of feeds, as they were typed.
    pub site: String,
    /// The elements that are shown, in their order.
    pub show: Vec<String>,
    /// The language that they speak; empty for that of the page.
    pub lang: String,
    /// Attributes of all elements.
    pub all: Values,
    /// Attributes of one element, by its kind.
    pub own: BTreeMap<String, Values>,
    /// Texts by their keys.
    pub texts: Values,
    /// Custom properties.
    pub properties: Values,
    /// The folder of newsrail's files; empty for that of the configurator.
    pub files: String,
    /// The article that is read on the preview's page; empty for the feed's first.
    pub reading: String,
    /// How wide that page is.
    pub width: Width,
    /// Which colours it has.
    pub scheme: Scheme,
}

/// How wide the preview's page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Width {
    /// 390 pixels.
    #[default]
    Phone,
    /// 768 pixels.
    Tablet,
    /// 1280 pixels.
    Desktop,
}

/// Which colours the preview's page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Width {
    /// Every width with its word.
    pub const ALL: [(Self, &str); 3] = [
        (Self::Phone, "phone"),
        (Self::Tablet, "tablet"),
        (Self::Desktop, "desktop"),
    ];

    /// How high its window is at most, in CSS pixels.
    #[must_use]
    pub fn height(self) -> u32 {
        match self {
            Self::Phone => 700,
            Self::Tablet => 1024,
            Self::Desktop => 800,
        }
    }

    /// In CSS pixels.
    #[must_use]
    pub fn pixels(self) -> u32 {
        match self {
            Self::Phone => 390,
            Self::Tablet => 768,
            Self::Desktop => 1280,
        }
    }
}

impl Scheme {
    /// Both with their words.
    pub const ALL: [(Self, &str); 2] = [(Self::Light, "light"), (Self::Dark, "dark")];
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            site: String::new(),
            show: ["popular", "more-like-this"].map(str::to_owned).into(),
            lang: String::new(),
            all: Values::new(),
            own: BTreeMap::new(),
            texts: Values::new(),
            properties: Values::new(),
            files: String::new(),
            reading: String::new(),
            width: Width::default(),
            scheme: Scheme::default(),
        }
    }
}

/// The kind of an element by what its name has behind `newsrail-`.
#[must_use]
pub fn kind_of(name: &str) -> Option<Kind> {
    let found = KINDS.iter().find(|(_, known)| *known == name);
    found.map(|(kind, _)| *kind)
}

/// The attributes that an element reads, but for the feed's address, which is what the
/// whole page is of.
pub fn attributes_of(name: &str) -> impl Iterator<Item = &'static Attribute> {
    let kind = kind_of(name);
    let read = move |one: &&Attribute| kind.is_some_and(|kind| one.on.contains(&kind));
    ATTRIBUTES.iter().filter(read)
}

impl Settings {
    /// The attributes that may be set for all elements that are shown: what any of them
    /// reads, but what is one element's alone.
    #[must_use]
    pub fn attributes(&self) -> Vec<&'static Attribute> {
        let is_read = |one: &&Attribute| {
            let on = |name: &String| kind_of(name).is_some_and(|kind| one.on.contains(&kind));
            one.name != "feed" && self.show.iter().any(on)
        };
        ATTRIBUTES.iter().filter(is_read).collect()
    }

    /// What an attribute of an element says, and for want of that what it says for all.
    #[must_use]
    pub fn value(&self, element: &str, attribute: &str) -> Option<&str> {
        let own = self.own.get(element).and_then(|own| own.get(attribute));
        own.or_else(|| self.all.get(attribute)).map(String::as_str)
    }

    /// Sets an attribute of one element, or of all; an empty value is what is not set,
    /// but for one that is `""` where that says something.
    pub fn set(&mut self, element: Option<&str>, attribute: &str, value: Option<String>) {
        let values = match element {
            Some(element) => self.own.entry(element.to_owned()).or_default(),
            None => &mut self.all,
        };
        put(values, attribute, value);
        self.own.retain(|_, values| !values.is_empty());
    }

    /// Shows an element, or shows it no more. They stand in the order of the documents.
    pub fn show(&mut self, name: &str, shown: bool) {
        let was: Vec<String> = std::mem::take(&mut self.show);
        let stays = |known: &str| {
            if known == name {
                shown
            } else {
                was.iter().any(|one| one == known)
            }
        };
        self.show = KINDS
            .iter()
            .map(|(_, known)| *known)
            .filter(|known| stays(known))
            .map(str::to_owned)
            .collect();
    }
}

/// Puts a value among others, or takes it out.
pub fn put(values: &mut Values, name: &str, value: Option<String>) {
    match value {
        Some(value) => drop(values.insert(name.to_owned(), value)),
        None => drop(values.remove(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_element_says_counts_before_what_is_said_for_all() {
        let mut settings = Settings::default();
        settings.set(None, "count", Some("3".into()));
        settings.set(Some("popular"), "count", Some("7".into()));
        assert_eq!(settings.value("popular", "count"), Some("7"));
        assert_eq!(settings.value("more-like-this", "count"), Some("3"));
        settings.set(Some("popular"), "count", None);
        assert_eq!(settings.value("popular", "count"), Some("3"));
        assert!(settings.own.is_empty());
    }

    #[test]
    fn elements_stand_in_the_order_of_the_documents() {
        let mut settings = Settings::default();
        settings.show("search", true);
        settings.show("subscribe", true);
        settings.show("popular", false);
        assert_eq!(settings.show, ["more-like-this", "subscribe", "search"]);
    }
}
