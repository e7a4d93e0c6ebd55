//! The elements that a news site has beside its articles: front page and search.

pub(crate) mod front;
pub(crate) mod search;
pub(crate) mod story;
