//! The XML namespaces that feeds use, by the names that they are given.

/// The vocabularies that feeds are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::feed) enum Space {
    /// The format's own: that of the root element, RSS, or none.
    Own,
    Atom,
    Content,
    Dc,
    Itunes,
    Media,
    Other,
    Rdf,
    Terms,
    Xhtml,
}

/// What a namespace's name contains, in lower case; the first that fits counts.
/// Feeds write these names in many ways.
const SPACES: [(&str, Space); 12] = [
    ("mrss", Space::Media),
    ("modules/content", Space::Content),
    ("modules/", Space::Other),
    ("dc/elements", Space::Dc),
    ("dc/terms", Space::Terms),
    ("itunes", Space::Itunes),
    ("1999/xhtml", Space::Xhtml),
    ("rdf-syntax", Space::Rdf),
    ("2005/atom", Space::Atom),
    ("atom/ns", Space::Atom),
    ("rss", Space::Own),
    ("netscape", Space::Own),
];

/// What a prefix means that no element declares.
const PREFIXES: [(&str, Space); 8] = [
    ("atom", Space::Atom),
    ("content", Space::Content),
    ("dc", Space::Dc),
    ("dcterms", Space::Terms),
    ("itunes", Space::Itunes),
    ("media", Space::Media),
    ("rdf", Space::Rdf),
    ("xhtml", Space::Xhtml),
];

impl Space {
    /// The vocabulary of a namespace by its name.
    pub(super) fn of(namespace: &str) -> Self {
        let name = namespace.to_ascii_lowercase();
        let known = SPACES.iter().find(|(part, _)| name.contains(part));
        match known {
            Some((_, space)) => *space,
            None if name.is_empty() => Self::Own,
            None => Self::Other,
        }
    }

    /// The vocabulary of a prefix that no element declares.
    pub(super) fn of_prefix(prefix: &str) -> Self {
        let known = PREFIXES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(prefix));
        match known {
            Some((_, space)) => *space,
            None if prefix.is_empty() => Self::Own,
            None => Self::Other,
        }
    }
}
