//! What is pasted, in the forms that sites take it: HTML, the head's lines and a content
//! security policy, blocks of WordPress, an import, Ghost's code injection.
//!
//! Whatever stands in it may have come from an address that anybody has written. So each
//! value is escaped for the place where it stands, and the preview is made of the same
//! text.

mod ghost;
mod head;
mod html;
mod npm;
mod policy;
mod wordpress;

pub use ghost::ghost;
pub use head::head;
pub(crate) use html::of_page;
pub use html::{body, html, space};
pub use npm::npm;
pub use policy::policy;
pub use wordpress::wordpress;

use crate::preview::Seen;
use crate::report::Report;
use crate::settings::Settings;

/// The address that stands where a publisher has to write their own.
pub const YOURS: &str = "https://your-site.example/feed.json";

/// All that a snippet is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// What is set.
    pub settings: Settings,
    /// What was found of its feeds.
    pub report: Report,
    /// The folder of newsrail's files, with a slash behind it.
    pub files: String,
    /// `integrity` of `newsrail.js` in that folder, where that could be read.
    pub integrity: Option<String>,
    /// What the preview has shown of it.
    pub seen: Seen,
}

impl Given {
    /// The feed as the snippet names it; `None` where the page itself has it.
    #[must_use]
    pub fn feed(&self) -> Option<String> {
        let written = self.settings.all.get("feed");
        if let Some(written) = written {
            return Some(written.clone());
        }
        if self.report.is_sample {
            return Some(YOURS.to_owned());
        }
        let addresses = self
            .report
            .feeds
            .iter()
            .map(|feed| match (&feed.text, &feed.page) {
                (None, _) => feed.url.as_str(),
                // Handed over: only its owner knows where it will be.
                (Some(_), None) => YOURS,
                (Some(_), Some(_)) => "",
            });
        let addresses: Vec<&str> = addresses.filter(|address| !address.is_empty()).collect();
        (!addresses.is_empty()).then(|| addresses.join(" "))
    }

    /// The attributes of an element, in the order of the documents: only its own, or with
    /// those of the whole page where nothing else says them.
    fn attributes(&self, element: &str, with_page_s: bool) -> Vec<(String, String)> {
        let mut attributes = Vec::new();
        if !self.settings.lang.is_empty() {
            attributes.push(("lang".to_owned(), self.settings.lang.clone()));
        }
        for attribute in crate::settings::attributes_of(element) {
            let own = self
                .settings
                .own
                .get(element)
                .and_then(|own| own.get(attribute.name));
            let of_page = || match attribute.name {
                "feed" if reads_feed(element) => self.feed(),
                "feed" => None,
                name => self.settings.all.get(name).cloned(),
            };
            let value = own.cloned().or_else(|| with_page_s.then(of_page).flatten());
            attributes.extend(value.map(|value| (attribute.name.to_owned(), value)));
        }
        if with_page_s {
            let texts = self.settings.texts.iter();
            attributes.extend(texts.map(|(key, text)| (format!("text-{key}"), text.clone())));
        }
        attributes
    }

    /// The address of `newsrail.js`.
    fn script(&self) -> String {
        [&self.files, "newsrail.js"].concat()
    }
}

/// Whether an element shows something of a feed: `reply` asks it where comments are.
fn reads_feed(element: &str) -> bool {
    element == "reply"
        || crate::settings::kind_of(element).is_some_and(newsrail_core::config::Kind::reads_feed)
}

/// A text as it stands in an attribute's quotes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Attributes as they stand in a tag, a blank before each. What is empty has no value.
fn written(attributes: &[(String, String)]) -> String {
    let one = |(name, value): &(String, String)| format!(" {name}=\"{}\"", escaped(value));
    attributes.iter().map(one).collect()
}

#[cfg(test)]
mod tests;
