//! What newsrail says in its own words, in English: the constants of
//! `locales/en.json`, as `build.rs` writes them. The other files of that folder have
//! the same texts in other languages, by the same keys.
//!
//! A program has the English texts that it names, and no others. `web/host/texts.js`
//! looks a text up in the language of the element that says it.

/// A text. What stands in braces in it is replaced by a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it is called in every language, and behind `text-` in an attribute.
    pub key: &'static str,
    /// What it is in English.
    pub english: &'static str,
}

/// A text that differs with a number, `{count}`. Its forms are called by its key, a
/// hyphen and a category of CLDR's plural rules, of which English has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural {
    /// What all its forms are called.
    pub key: &'static str,
    /// What is said of one, in English.
    pub one: &'static str,
    /// What is said of any other number, in English.
    pub other: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
