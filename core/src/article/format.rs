//! The formats that feeds come in.

/// What a feed was written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Atom 1.0 or 0.3.
    Atom,
    /// Counts of readers, by address or path.
    Counts,
    /// Ghost's Content API.
    Ghost,
    /// JSON Feed.
    JsonFeed,
    /// schema.org in JSON-LD.
    JsonLd,
    /// One of the small list shapes.
    #[default]
    List,
    /// RSS 1.0.
    Rdf,
    /// RSS 0.9x or 2.0.
    Rss,
    /// WordPress's REST API.
    WordPress,
}

impl Format {
    /// Its name, as publishers know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Atom => "Atom",
            Self::Counts => "counts of readers",
            Self::Ghost => "Ghost Content API",
            Self::JsonFeed => "JSON Feed",
            Self::JsonLd => "JSON-LD",
            Self::List => "JSON list",
            Self::Rdf => "RSS 1.0 (RDF)",
            Self::Rss => "RSS",
            Self::WordPress => "WordPress REST API",
        }
    }
}
