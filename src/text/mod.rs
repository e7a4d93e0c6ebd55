//! Text as it comes and text as it is shown: HTML to plain text, HTML to the
//! few elements that may stand, excerpts, words, dates and links.

pub mod date;
pub mod entities;
pub mod excerpt;
pub mod fold;
pub mod html;
pub(crate) mod json;
#[cfg(feature = "page")]
pub mod json_ld;
pub mod language;
pub(crate) mod letter;
pub mod link;
pub(crate) mod number;
pub mod plain;
#[cfg(feature = "page")]
pub mod reading;
#[cfg(feature = "page")]
pub mod safe;
pub(crate) mod scan;
pub mod stem;
pub mod words;
