//! Attributes to settings: closed sets, ranges, defaults.
//!
//! An element's own attribute counts, else the script tag's `data-*` of that
//! name, else the default. A value outside its set is never used: the default
//! is, and a [`Complaint`] says so. [`Config`] is what a list is set to, and what
//! all that show something of a feed have in common with it; what only some
//! elements are set to is in `sign_up` and `page`, and read where it is shown.

mod attributes;
mod kind;
pub mod page;
pub mod sign_up;

#[cfg(test)]
mod tests;

pub use attributes::Attributes;
pub use kind::Kind;

use crate::WHOLE;
use crate::feed::filter::{Filter, age};
use crate::rank::related::DIVERSITY;
use crate::shared::{COUNT_DEFAULT, COUNT_LEAST, COUNT_MOST, META};

/// How a list's items stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Below one another.
    #[default]
    List,
    /// The same, each with its place in large figures.
    Numbered,
    /// Beside one another, each with its picture on top.
    Cards,
    /// The same, one after the other by buttons.
    Carousel,
    /// Below one another, in little space.
    Compact,
    /// Below one another, each in a line.
    Text,
}

/// The words of `layout`.
pub(crate) const LAYOUTS: [(&str, Layout); 6] = [
    ("list", Layout::List),
    ("numbered", Layout::Numbered),
    ("cards", Layout::Cards),
    ("carousel", Layout::Carousel),
    ("compact", Layout::Compact),
    ("text", Layout::Text),
];

impl Layout {
    /// Whether items stand beside one another.
    #[must_use]
    pub fn is_cards(self) -> bool {
        matches!(self, Self::Cards | Self::Carousel)
    }

    /// Its classes in the style sheets, each with a blank behind it; rows have none.
    #[must_use]
    pub fn classes(self) -> &'static str {
        match self {
            Self::List => "",
            Self::Numbered => "numbered ",
            Self::Cards => "cards ",
            Self::Carousel => "cards carousel ",
            Self::Compact => "compact ",
            Self::Text => "lines ",
        }
    }
}

/// Which colours an element has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the page around it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// One of those two, by the page's `color-scheme`.
    Scheme,
}

/// The words of `theme`.
pub(crate) const THEMES: [(&str, Theme); 4] = [
    ("auto", Theme::Auto),
    ("light", Theme::Light),
    ("dark", Theme::Dark),
    ("scheme", Theme::Scheme),
];

impl Theme {
    /// The one that `theme` names.
    pub fn read(attributes: &mut Attributes<'_>) -> Self {
        attributes.one_of("theme", &THEMES)
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        THEMES[self as usize].0
    }

    /// Its class in the style sheets; the page's own colours have none.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Auto => "",
            theme => theme.word(),
        }
    }
}

/// What an element is set to.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch that a publisher sets by itself"
)]
pub struct Config {
    /// The addresses of the feeds, as written, with white space between them.
    pub feed: Option<String>,
    /// Up to how many articles further pages of the feeds are asked for, 1 to
    /// 1000.
    pub max_articles: usize,
    /// The address of a list of articles, most read first, as written.
    pub popular: Option<String>,
    /// The address of a list made for the article being read, with `{id}` or
    /// `{url}` in place of which it is.
    pub related: Option<String>,
    /// Identifier or address of the article being read.
    pub article: Option<String>,
    /// How many items a list has, 1 to 20.
    pub count: usize,
    /// The heading; empty for none, `None` for the one that fits the list.
    pub heading: Option<String>,
    /// How the items stand.
    pub layout: Layout,
    /// Whether items have pictures: cards do unless told otherwise, and lines never.
    pub images: bool,
    /// Whether items have excerpts.
    pub excerpts: bool,
    /// Whether items say why they are listed.
    pub reasons: bool,
    /// Whether the page is told which items a reader has seen.
    pub impressions: bool,
    /// Whether a line below each headline says what [`meta`] names.
    pub has_meta: bool,
    /// The sections and tags whose articles somebody has paid for.
    pub paid: Vec<String>,
    /// Which of the levels of headings the element's own has, 1 to 5.
    pub heading_level: usize,
    /// Hours in which an article's readers become half as many; 0 takes counts
    /// of views as they are.
    pub half_life: u16,
    /// Which of the feed's articles may be listed.
    pub filter: Filter,
    /// How much likeness within a list counts against an article, in percent.
    pub diversity: u8,
    /// The colours.
    pub theme: Theme,
    /// After how many minutes the feeds are asked for again, 1 to 1440; `None`
    /// for never.
    pub refresh: Option<u16>,
    /// The name of the author whom an author element shows; `None` for the one of
    /// the article being read.
    pub author: Option<String>,
    /// The words that a search element looks for.
    pub query: Option<String>,
}

/// A value that could not be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// The attribute's name.
    pub attribute: &'static str,
    /// What it said.
    pub value: String,
    /// What is used instead.
    pub used: &'static str,
}

impl Config {
    /// The settings of an element of some kind.
    pub fn read(kind: Kind, attributes: &mut Attributes<'_>) -> Self {
        let filter = filter(attributes);
        // On its own element it is one name, commas and all.
        let filter = match kind {
            Kind::Author if WHOLE => Filter {
                authors: Vec::new(),
                ..filter
            },
            _ => filter,
        };
        let layout = attributes.one_of("layout", &LAYOUTS);
        // A line has room for a headline alone.
        let has_room = layout != Layout::Text || kind.is_full();
        let mut shows = |name, default| attributes.switch(name, default) && has_room;
        let images = shows("images", layout.is_cards() || kind.is_full());
        let excerpts = shows("excerpts", kind == Kind::MoreLikeThis || kind.is_full());
        let reasons = shows("reasons", false);
        Self {
            feed: attributes.text("feed"),
            max_articles: attributes.number("max-articles", 1, 1000, "100").into(),
            popular: attributes.text("popular"),
            related: attributes.text("related"),
            article: attributes.text("article"),
            count: attributes
                .number("count", COUNT_LEAST, COUNT_MOST, COUNT_DEFAULT)
                .into(),
            heading: attributes.maybe_empty("heading"),
            layout,
            images,
            excerpts,
            reasons,
            impressions: attributes.switch("impressions", false),
            has_meta: has_room && attributes.text("meta").is_some(),
            paid: attributes.list("paid"),
            heading_level: heading_level(attributes),
            half_life: attributes.number("half-life", 0, 8760, "24"),
            filter,
            diversity: attributes.percent("diversity", "0.3").unwrap_or(DIVERSITY),
            theme: Theme::read(attributes),
            refresh: Some(attributes.number("refresh", 1, 1440, "off"))
                .filter(|&minutes| minutes > 0),
            author: attributes.text("author"),
            query: attributes.text("query"),
        }
    }
}

/// What a line below each headline says, in this order. In a browser a script of its own
/// reads that (`web/looks/meta.js`).
pub fn meta(attributes: &mut Attributes<'_>) -> Vec<&'static str> {
    attributes.some_of("meta", &META)
}

/// Which of the levels of headings an element's own has.
fn heading_level(attributes: &mut Attributes<'_>) -> usize {
    attributes.number("heading-level", 1, 5, "2").into()
}

fn filter(attributes: &mut Attributes<'_>) -> Filter {
    let oldest = attributes.text("max-age");
    let max_age = oldest.as_deref().and_then(age);
    if let (Some(value), None) = (oldest, max_age) {
        attributes.complain("max-age", value, "no limit");
    }
    Filter {
        sections: attributes.list("section"),
        tags: attributes.list("tag"),
        authors: attributes.list("author"),
        exclude: attributes.list("exclude"),
        max_age,
        embargo: attributes.switch("embargo", false),
        language: attributes.text("language").unwrap_or_default(),
    }
}
