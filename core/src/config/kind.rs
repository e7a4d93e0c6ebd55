//! The kinds of elements, by their names.

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
