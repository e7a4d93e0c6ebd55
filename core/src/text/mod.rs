//! Text as it comes and text as it is shown: HTML to plain text, HTML to the
//! few elements that may stand, excerpts, words, dates and links.

pub mod alphanumeric;
pub mod boilerplate;
pub mod date;
pub mod entities;
pub mod excerpt;
pub mod fold;
pub mod html;
pub mod language;
pub mod link;
pub mod normal_form;
pub mod number;
pub mod plain;
pub mod platform;
pub mod reading;
pub mod safe;
pub mod split;
pub mod stem;
mod word_list;
pub mod words;
