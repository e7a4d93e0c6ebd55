//! What an element reads.

use crate::config::{Config, Kind};

/// Something that articles are read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The feed at this address.
    Feed(String),
    /// The articles that the page at this address lists in its JSON-LD.
    ListOfPage(String),
    /// The article that the page at this address says it is.
    ArticleOfPage(String),
}

impl Wanted {
    /// The address of the feed or of the page.
    #[must_use]
    pub fn url(&self) -> &str {
        let (Self::Feed(url) | Self::ListOfPage(url) | Self::ArticleOfPage(url)) = self;
        url
    }
}

/// What the host page is asked about feeds.
pub trait HostPage {
    /// An address as the page means it, if it is http or https.
    fn absolute(&self, href: &str) -> Option<String>;
    /// The address of the feed that the page announces.
    fn announced_feed(&self) -> Option<String>;
    /// The page's address, where its JSON-LD may tell of articles.
    fn with_json_ld(&self) -> Option<String>;
}

/// The feeds that an element reads as one: those that it names, else the one that
/// the page announces, else the order that Popular names, else what the page's
/// JSON-LD lists. Empty where there is none of these.
///
/// A name that is no web address stays as it is written: asking for it says so.
pub fn feeds(kind: Kind, config: &Config, page: &impl HostPage) -> Vec<Wanted> {
    let Some(named) = config.feed.as_deref() else {
        let found = page
            .announced_feed()
            .or_else(|| popular(kind, config, page));
        let found = found.map(Wanted::Feed);
        let found = found.or_else(|| page.with_json_ld().map(Wanted::ListOfPage));
        return found.into_iter().collect();
    };
    let mut feeds = Vec::new();
    for href in named.split_ascii_whitespace() {
        let url = page.absolute(href).unwrap_or_else(|| href.to_owned());
        feeds.push(Wanted::Feed(url));
    }
    feeds
}

/// The address whose order says what is read most.
fn popular(kind: Kind, config: &Config, page: &impl HostPage) -> Option<String> {
    let named = config.popular.as_deref().filter(|_| kind == Kind::Popular);
    named.and_then(|href| page.absolute(href))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Attributes;

    /// A page at `https://p.example/`, with the feed and the JSON-LD that it has.
    #[derive(Default)]
    struct Page {
        feed: Option<&'static str>,
        has_json_ld: bool,
    }

    impl HostPage for Page {
        fn absolute(&self, href: &str) -> Option<String> {
            let path = href.strip_prefix('/');
            let own = path.map(|path| ["https://p.example/", path].concat());
            own.or_else(|| href.starts_with("https:").then(|| href.to_owned()))
        }

        fn announced_feed(&self) -> Option<String> {
            self.feed.map(str::to_owned)
        }

        fn with_json_ld(&self) -> Option<String> {
            self.has_json_ld.then(|| "https://p.example/".to_owned())
        }
    }

    const ANNOUNCED: Page = Page {
        feed: Some("https://p.example/feed"),
        has_json_ld: true,
    };

    fn config(kind: Kind, attributes: &[(&str, &str)]) -> Config {
        let value = |name: &str| attributes.iter().find(|(other, _)| *other == name);
        let value = |name| value(name).map(|(_, value)| (*value).to_owned());
        Config::read(kind, &mut Attributes::new(&value, &mut Vec::new()))
    }

    fn feed(url: &str) -> Wanted {
        Wanted::Feed(url.to_owned())
    }

    #[test]
    fn what_an_element_names_comes_before_what_the_page_announces() {
        let named = config(
            Kind::Popular,
            &[("feed", " /a.json\n\t\x0chttps://q.example/b  mailto:c ")],
        );
        let wanted = [
            feed("https://p.example/a.json"),
            feed("https://q.example/b"),
            feed("mailto:c"),
        ];
        assert_eq!(feeds(Kind::Popular, &named, &ANNOUNCED), wanted);
        let none = config(Kind::Popular, &[]);
        let wanted = [feed("https://p.example/feed")];
        assert_eq!(feeds(Kind::Popular, &none, &ANNOUNCED), wanted);
    }

    #[test]
    fn popular_is_a_feed_where_there_is_no_other_and_for_popular_alone() {
        let attributes = [("popular", "/most-read.json")];
        let page = Page {
            has_json_ld: true,
            ..Page::default()
        };
        let of = |kind| feeds(kind, &config(kind, &attributes), &page);
        assert_eq!(
            of(Kind::Popular),
            [feed("https://p.example/most-read.json")]
        );
        assert_eq!(
            of(Kind::MoreLikeThis),
            [Wanted::ListOfPage("https://p.example/".to_owned())]
        );
    }

    #[test]
    fn a_page_without_any_feed_gives_none() {
        let none = config(Kind::MoreLikeThis, &[]);
        assert_eq!(feeds(Kind::MoreLikeThis, &none, &Page::default()), []);
        let odd = config(Kind::Popular, &[("popular", "mailto:a")]);
        assert_eq!(feeds(Kind::Popular, &odd, &Page::default()), []);
    }
}
