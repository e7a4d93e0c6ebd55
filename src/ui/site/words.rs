//! What front page and search say in newsrail's own words.

pub(crate) const FRONT_PAGE: &str = "Front page";
pub(crate) const MORE: &str = "More stories";
pub(crate) const SEARCH: &str = "Search";
/// Before the words that were searched for: none, one, and behind a number.
pub(crate) const FOUND_NONE: &str = "Nothing was found for ";
pub(crate) const FOUND_ONE: &str = "One story for ";
pub(crate) const FOUND: &str = " stories for ";
pub(crate) const MORE_FOUND: &str = "Show more";
