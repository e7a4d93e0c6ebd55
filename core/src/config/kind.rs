//! The kinds of elements, by their names.

use crate::WHOLE;

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

/// By what their names have behind `newsrail-`: those that every program knows.
const OF_LISTS: [(&str, Kind); 3] = [
    ("popular", Kind::Popular),
    ("more-like-this", Kind::MoreLikeThis),
    ("subscribe", Kind::Subscribe),
];

/// Those that a page's program has beside them.
const OF_PAGE: [(&str, Kind); 7] = [
    ("article", Kind::Article),
    ("share", Kind::Share),
    ("reply", Kind::Reply),
    ("author", Kind::Author),
    ("slot", Kind::Slot),
    ("front", Kind::Front),
    ("search", Kind::Search),
];

impl Kind {
    /// The kind of an element by its name, in any case. Programs that read no whole
    /// articles have none but lists and the form.
    #[must_use]
    pub fn of(element: &str) -> Option<Self> {
        let name = element.to_ascii_lowercase();
        let name = name.strip_prefix("newsrail-")?;
        let of = |kinds: &[(&str, Self)]| {
            let found = kinds.iter().find(|(known, _)| *known == name);
            found.map(|(_, kind)| *kind)
        };
        let of_page = || if WHOLE { of(&OF_PAGE) } else { None };
        of(&OF_LISTS).or_else(of_page)
    }

    /// Whether it shows something of a feed.
    #[must_use]
    pub fn reads_feed(self) -> bool {
        self.is_list()
            || WHOLE
                && matches!(
                    self,
                    Self::Article | Self::Author | Self::Front | Self::Search
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
        WHOLE && self == Self::Article
    }

    /// Whether it shows stories with standfirst and picture, as a front page does.
    #[must_use]
    pub fn is_full(self) -> bool {
        WHOLE && matches!(self, Self::Front | Self::Search)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_name() {
        assert_eq!(
            Kind::of("NEWSRAIL-MORE-LIKE-THIS"),
            Some(Kind::MoreLikeThis)
        );
        assert_eq!(Kind::of("newsrail-else"), None);
        let of_page = [
            (Kind::Article, true),
            (Kind::Share, false),
            (Kind::Reply, false),
            (Kind::Author, true),
            (Kind::Slot, false),
            (Kind::Front, true),
            (Kind::Search, true),
        ];
        for (kind, reads_feed) in of_page {
            let name = ["newsrail-", &format!("{kind:?}").to_lowercase()].concat();
            assert_eq!(Kind::of(&name), WHOLE.then_some(kind));
            assert_eq!(kind.reads_feed(), WHOLE && reads_feed);
        }
        assert!(Kind::Popular.reads_feed() && !Kind::Subscribe.reads_feed());
    }
}
