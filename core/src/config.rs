//! Attributes to settings: closed sets, ranges, defaults.
//!
//! An element's own attribute counts, else the script tag's `data-*` of that
//! name, else the default. A value outside its set is never used: the default
//! is, and a [`Complaint`] says so.

pub mod page;
pub mod sign_up;

use crate::WHOLE;
use crate::feed::filter::{Filter, age};
use crate::rank::related::DIVERSITY;
use crate::text::number;
use crate::text::split::{comma_separated, until};

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `<newsrail-popular>`
    Popular,
    /// `<newsrail-more-like-this>`
    MoreLikeThis,
    /// `<newsrail-subscribe>`
    Subscribe,
    /// `<newsrail-article>`
    Article,
    /// `<newsrail-share>`
    Share,
    /// `<newsrail-reply>`
    Reply,
    /// `<newsrail-author>`
    Author,
    /// `<newsrail-slot>`
    Slot,
    /// `<newsrail-front>`
    Front,
    /// `<newsrail-search>`
    Search,
}

impl Kind {
    /// The kind of an element by its name, in any case.
    #[must_use]
    pub fn of(element: &str) -> Option<Self> {
        let name = element.to_ascii_lowercase();
        Some(match name.strip_prefix("newsrail-")? {
            "popular" => Self::Popular,
            "more-like-this" => Self::MoreLikeThis,
            "subscribe" => Self::Subscribe,
            "article" => Self::Article,
            "share" => Self::Share,
            "reply" => Self::Reply,
            "author" => Self::Author,
            "slot" => Self::Slot,
            "front" => Self::Front,
            "search" => Self::Search,
            _ => return None,
        })
    }

    /// Whether it shows something of a feed.
    #[must_use]
    pub fn reads_feed(self) -> bool {
        !matches!(
            self,
            Self::Subscribe | Self::Share | Self::Reply | Self::Slot
        )
    }

    /// Whether it is a list beside an article, which stands once it is known.
    #[must_use]
    pub fn is_list(self) -> bool {
        matches!(self, Self::Popular | Self::MoreLikeThis)
    }

    /// Whether it shows the article that is being read.
    #[must_use]
    pub fn is_article(self) -> bool {
        self == Self::Article
    }
}

/// How a list's items stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Below one another.
    #[default]
    List,
    /// Beside one another, each with its picture on top.
    Cards,
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
}

/// What an element is set to.
#[derive(Clone, Debug, PartialEq)]
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
    /// Whether items have pictures: cards do unless told otherwise.
    pub images: bool,
    /// Whether items have excerpts.
    pub excerpts: bool,
    /// Whether items say why they are listed.
    pub reasons: bool,
    /// Hours in which an article's readers become half as many; 0 takes counts
    /// of views as they are.
    pub half_life: u16,
    /// Which of the feed's articles may be listed.
    pub filter: Filter,
    /// How much likeness within a list counts against an article, in percent.
    pub diversity: u8,
    /// The colours.
    pub theme: Theme,
    /// The address that takes sign-ups, as written.
    pub subscribe: Option<String>,
    /// What the form for them asks.
    pub form: sign_up::Form,
    /// After how many minutes the feeds are asked for again, 1 to 1440; `None`
    /// for never.
    pub refresh: Option<u16>,
    /// What only the page's elements are set to.
    pub page: page::Page,
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
    /// The settings of an element of some kind. `attribute` gives the value
    /// that an attribute has on the element or, failing that, on the script
    /// tag. What could not be used is added to `complaints`.
    pub fn new(
        kind: Kind,
        attribute: impl Fn(&'static str) -> Option<String>,
        complaints: &mut Vec<Complaint>,
    ) -> Self {
        let mut read = Reader {
            attribute: &attribute,
            complaints,
        };
        let filter = read.filter();
        // Stories of a front page or of a search have standfirst and picture.
        let is_full = matches!(kind, Kind::Front | Kind::Search);
        // On its own element it is one name, commas and all.
        let filter = match kind {
            Kind::Author => Filter {
                authors: Vec::new(),
                ..filter
            },
            _ => filter,
        };
        let layout = match read.one_of("layout", "list cards") {
            0 => Layout::List,
            _ => Layout::Cards,
        };
        Self {
            feed: read.text("feed"),
            max_articles: read.number("max-articles", 1, 1000, "100").into(),
            popular: read.text("popular"),
            related: read.text("related"),
            article: read.text("article"),
            count: read.number("count", 1, 20, "5").into(),
            heading: attribute("heading").map(|heading| heading.trim_ascii().to_owned()),
            layout,
            images: read.switch("images", layout == Layout::Cards || is_full),
            excerpts: read.switch("excerpts", kind == Kind::MoreLikeThis || is_full),
            reasons: read.switch("reasons", false),
            half_life: read.number("half-life", 0, 8760, "48"),
            filter,
            diversity: read.percent("diversity", "0.3").unwrap_or(DIVERSITY),
            theme: match read.one_of("theme", "auto light dark") {
                0 => Theme::Auto,
                1 => Theme::Light,
                _ => Theme::Dark,
            },
            subscribe: read.text("subscribe"),
            form: sign_up::Form::read(&mut read),
            refresh: Some(read.number("refresh", 1, 1440, "off")).filter(|&minutes| minutes > 0),
            page: if WHOLE {
                page::Page::read(&mut read)
            } else {
                page::Page::default()
            },
        }
    }
}

struct Reader<'r> {
    attribute: &'r dyn Fn(&'static str) -> Option<String>,
    complaints: &'r mut Vec<Complaint>,
}

impl Reader<'_> {
    /// A text that is something: blank counts as not set.
    fn text(&self, name: &'static str) -> Option<String> {
        let value = (self.attribute)(name)?;
        let value = value.trim_ascii();
        (!value.is_empty()).then(|| value.to_owned())
    }

    fn complain(&mut self, attribute: &'static str, value: String, used: &'static str) {
        self.complaints.push(Complaint {
            attribute,
            value,
            used,
        });
    }

    /// A whole number from `least` to `most`, else the default; 0 for one that
    /// is a word.
    fn number(&mut self, name: &'static str, least: u16, most: u16, default: &'static str) -> u16 {
        let whole = |text: &str| number::read(text).and_then(|number| u16::try_from(number).ok());
        if let Some(value) = self.text(name)
            && value != default
        {
            match whole(&value) {
                Some(number) if least <= number && number <= most => return number,
                _ => self.complain(name, value, default),
            }
        }
        whole(default).unwrap_or_default()
    }

    /// A number from 0 to 1 with up to two decimals, in hundredths.
    fn percent(&mut self, name: &'static str, used: &'static str) -> Option<u8> {
        let value = self.text(name)?;
        let found = match value.split_at_checked(1) {
            Some(("1", zeros)) if zeros.trim_end_matches(['.', '0']).is_empty() => Some(100),
            Some(("0", "")) => Some(0),
            Some(("0", decimals)) => hundredths(decimals),
            _ => hundredths(&value),
        };
        if found.is_none() {
            self.complain(name, value, used);
        }
        found
    }

    /// Several texts, with commas between them.
    fn list(&mut self, name: &'static str) -> Vec<String> {
        comma_separated(&self.text(name).unwrap_or_default())
    }

    fn filter(&mut self) -> Filter {
        let oldest = self.text("max-age");
        let max_age = oldest.as_deref().and_then(age);
        if let (Some(value), None) = (oldest, max_age) {
            self.complain("max-age", value, "no limit");
        }
        Filter {
            sections: self.list("section"),
            tags: self.list("tag"),
            authors: self.list("author"),
            exclude: self.list("exclude"),
            max_age,
            language: self.text("language").unwrap_or_default(),
        }
    }

    /// Which of some words with blanks between them; the first is the default.
    fn one_of(&mut self, name: &'static str, words: &'static str) -> usize {
        let Some(value) = self.text(name) else {
            return 0;
        };
        let found = words
            .split(' ')
            .position(|word| value.eq_ignore_ascii_case(word));
        if found.is_none() {
            self.complain(name, value, until(words, &[' ']));
        }
        found.unwrap_or_default()
    }

    /// A switch: there without a value, or `true`, is on; `false` is off.
    fn switch(&mut self, name: &'static str, default: bool) -> bool {
        let Some(value) = (self.attribute)(name) else {
            return default;
        };
        match value.trim_ascii().to_ascii_lowercase().as_str() {
            "" | "true" => true,
            "false" => false,
            word if word == name => true,
            _ => {
                self.complain(name, value, if default { "true" } else { "false" });
                default
            }
        }
    }
}

/// `.3` and `.25` in hundredths.
fn hundredths(decimals: &str) -> Option<u8> {
    match decimals.as_bytes() {
        [b'.', tens @ b'0'..=b'9'] => Some((tens - b'0') * 10),
        [b'.', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outbox::provider::Provider;

    fn config(kind: Kind, attributes: &[(&str, &str)]) -> (Config, Vec<Complaint>) {
        let mut complaints = Vec::new();
        let find = |name: &str| {
            attributes
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).to_owned())
        };
        let config = Config::new(kind, find, &mut complaints);
        (config, complaints)
    }

    #[test]
    fn defaults() {
        let (popular, complaints) = config(Kind::Popular, &[]);
        assert!(complaints.is_empty());
        assert_eq!((popular.count, popular.max_articles), (5, 100));
        assert!(!popular.excerpts && !popular.images && popular.heading.is_none());
        assert!(config(Kind::MoreLikeThis, &[]).0.excerpts);
    }

    #[test]
    fn what_is_in_the_set_is_taken() {
        let (config, complaints) = config(
            Kind::MoreLikeThis,
            &[
                ("count", " 20 "),
                ("layout", "Cards"),
                ("theme", "dark"),
                ("images", ""),
                ("excerpts", "false"),
                ("heading", ""),
                ("provider", "form"),
                ("feed", " /feed.json "),
                ("max-articles", "1000"),
            ],
        );
        assert!(complaints.is_empty());
        assert_eq!(
            (config.count, config.layout, config.theme),
            (20, Layout::Cards, Theme::Dark)
        );
        assert_eq!((config.images, config.excerpts), (true, false));
        assert_eq!(config.max_articles, 1000);
        assert_eq!(config.heading.as_deref(), Some(""));
        assert_eq!(config.feed.as_deref(), Some("/feed.json"));
        assert_eq!(config.form.provider, Some(Provider::Form));
    }

    #[test]
    fn what_is_not_is_named_and_the_default_used() {
        let (config, complaints) = config(
            Kind::MoreLikeThis,
            &[
                ("count", "21"),
                ("layout", "grid"),
                ("theme", "sepia"),
                ("images", "yes"),
                ("excerpts", "no"),
                ("provider", "pigeon"),
                ("subscribe", " "),
            ],
        );
        assert_eq!(
            (config.count, config.layout, config.theme),
            (5, Layout::List, Theme::Auto)
        );
        assert_eq!(
            (config.images, config.excerpts, config.form.provider),
            (false, true, None)
        );
        assert_eq!(config.subscribe, None);
        let said: Vec<_> = complaints
            .iter()
            .map(|c| (c.attribute, c.value.as_str(), c.used))
            .collect();
        assert_eq!(
            said,
            [
                ("layout", "grid", "list"),
                ("count", "21", "5"),
                ("images", "yes", "false"),
                ("excerpts", "no", "true"),
                ("theme", "sepia", "auto"),
                ("provider", "pigeon", "auto")
            ]
        );
        for count in ["0", "-1", "+5", "5.5", "five", "1e1"] {
            assert_eq!(
                self::config(Kind::Popular, &[("count", count)]).1.len(),
                1,
                "{count}"
            );
        }
    }

    #[test]
    fn what_ranks_a_list() {
        let (usual, _) = config(Kind::MoreLikeThis, &[]);
        assert_eq!(usual.half_life, crate::rank::popular::HALF_LIFE);
        assert_eq!(usual.filter, Filter::default());
        assert_eq!((usual.diversity, usual.reasons), (30, false));
        for (text, percent) in [("0", 0), ("1", 100), ("1.0", 100), ("0.3", 30), (".25", 25)] {
            let (config, complaints) = config(Kind::MoreLikeThis, &[("diversity", text)]);
            assert!(complaints.is_empty(), "{text}");
            assert_eq!(config.diversity, percent, "{text}");
        }
        for text in ["2", "1.5", "0.333", "-0.1", "much", "0,3", "."] {
            let (config, complaints) = config(Kind::MoreLikeThis, &[("diversity", text)]);
            assert_eq!((config.diversity, complaints.len()), (30, 1), "{text}");
        }
        let set = [("half-life", "0"), ("reasons", "")];
        let (config, complaints) = config(Kind::Popular, &set);
        assert!(complaints.is_empty());
        assert_eq!((config.half_life, config.reasons), (0, true));
    }

    /// The loader must know them before this is there.
    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
    fn the_loader_observes_what_is_read() {
        let asked = std::cell::RefCell::new(std::collections::BTreeSet::new());
        let ask = |name| {
            asked.borrow_mut().insert(name);
            None
        };
        Config::new(Kind::Popular, ask, &mut Vec::new());
        let loader = include_str!("../../web/loader.js");
        let list = loader.split("const ATTRIBUTES = [").nth(1);
        let list = list.and_then(|rest| rest.split(']').next()).unwrap_or("");
        let observed: Vec<&str> = list
            .split(", ")
            .map(|name| name.trim_matches('\''))
            .collect();
        assert_eq!(observed, asked.into_inner().into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn what_may_be_listed() {
        let set = [
            ("section", "Sport, City ,"),
            ("exclude", "/live"),
            ("max-age", "36h"),
            ("language", "de"),
        ];
        let (config, complaints) = config(Kind::Popular, &set);
        assert!(complaints.is_empty());
        let filter = config.filter;
        assert_eq!(filter.sections, ["Sport", "City"]);
        assert_eq!(filter.exclude, ["/live"]);
        assert_eq!(filter.max_age, Some(36 * 3600));
        assert_eq!(filter.language, "de");
        assert!(filter.tags.is_empty() && filter.authors.is_empty());
        let (config, complaints) = self::config(Kind::Popular, &[("max-age", "soon")]);
        assert_eq!(config.filter.max_age, None);
        assert_eq!(complaints[0].used, "no limit");
    }

    #[test]
    fn a_refresh_is_minutes_within_a_day() {
        let refresh = |value| config(Kind::Popular, &[("refresh", value)]);
        for (value, minutes) in [("1", Some(1)), (" 1440 ", Some(1440)), ("off", None)] {
            let (config, complaints) = refresh(value);
            assert_eq!((config.refresh, complaints), (minutes, Vec::new()));
        }
        for value in ["0", "1441", "0.5", "70000", "-5", "true"] {
            let (config, complaints) = refresh(value);
            assert_eq!(config.refresh, None, "{value}");
            assert_eq!(complaints[0].used, "off", "{value}");
        }
    }

    #[test]
    fn kinds_by_name() {
        assert_eq!(
            Kind::of("NEWSRAIL-MORE-LIKE-THIS"),
            Some(Kind::MoreLikeThis)
        );
        assert_eq!(Kind::of("newsrail-else"), None);
    }
}
