//! Which of a feed's articles a list may choose from.

use crate::article::{Article, Author, Feed};
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::date::Timestamp;
use crate::text::fold::folded;
use crate::text::link::{is_address, key, path_of};
use crate::text::number;
use crate::text::split::split_before;

/// The conditions that an article must meet. An empty list asks for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// It is in any of these sections. The tags of an article count as sections where
    /// it names none, as in RSS.
    pub sections: Vec<String>,
    /// It has any of these tags.
    pub tags: Vec<String>,
    /// It is by any of these people.
    pub authors: Vec<String>,
    /// It is none of these. A term with a `/` is an address or a path, and stands for
    /// all that is below it. Any other term is a section, a tag, an author, a kicker,
    /// or whole words of the headline.
    pub exclude: Vec<String>,
    /// It is at most this many seconds old. An article without a date is not known to
    /// be young enough.
    pub max_age: Option<i64>,
    /// It is not dated in the future: it is listed when its time has come.
    pub embargo: bool,
    /// It is in this language (BCP 47): `en` takes `en-GB` too. An article stays if
    /// neither it nor its feed names a language.
    pub language: String,
}

impl Filter {
    /// Removes the articles that do not meet the conditions, and gives back how many
    /// those were. Ages count from `now`.
    pub fn apply(&self, feed: &mut Feed, now: Timestamp) -> usize {
        let before = feed.articles.len();
        let language = std::mem::take(&mut feed.language);
        feed.articles
            .retain(|article| self.keeps(article, &language, now));
        feed.language = language;
        before - feed.articles.len()
    }

    /// Whether an article, of a feed in this language, may be chosen.
    #[must_use]
    pub fn keeps(&self, article: &Article, feed_language: &str, now: Timestamp) -> bool {
        let sections = if article.section.is_empty() {
            &article.tags[..]
        } else {
            std::slice::from_ref(&article.section)
        };
        let language = if article.language.is_empty() {
            feed_language
        } else {
            &article.language
        };
        let is_by = |author: &Author| one_of(&self.authors, &author.name);
        any_of(&self.sections, sections)
            && any_of(&self.tags, &article.tags)
            && (self.authors.is_empty() || article.authors.iter().any(is_by))
            && !self.exclude.iter().any(|term| excludes(term, article))
            && self.is_young(article, now)
            && !(self.embargo && article.published.is_some_and(|published| published > now))
            && is_in(language, &self.language)
    }

    fn is_young(&self, article: &Article, now: Timestamp) -> bool {
        self.max_age.is_none_or(|age| {
            article
                .published
                .is_some_and(|published| now.saturating_sub(published) <= age)
        })
    }
}

/// The seconds of an age as an attribute gives it: a number with `h`, `d` or `w`
/// behind it, or a number of days.
#[must_use]
pub fn age(text: &str) -> Option<i64> {
    let (number, unit) = split_before(text, &['h', 'd', 'w']);
    let hours = match unit.trim_ascii() {
        "h" => 1,
        "" | "d" => 24,
        "w" => 24 * 7,
        _ => return None,
    };
    let number = number::read(number.trim_ascii()).filter(|&number| number > 0)?;
    Some(i64::from(number) * hours * 3600)
}

/// Whether an article is of a section, or has a tag, of these names.
#[must_use]
pub fn has_any(names: &[String], article: &Article) -> bool {
    let mut own = article.tags.iter().chain([&article.section]);
    !names.is_empty() && own.any(|name| one_of(names, name))
}

fn any_of(wanted: &[String], names: &[String]) -> bool {
    wanted.is_empty() || names.iter().any(|name| one_of(wanted, name))
}

fn one_of(wanted: &[String], name: &str) -> bool {
    let name = fold(name);
    wanted.iter().any(|term| fold(term) == name)
}

fn excludes(term: &str, article: &Article) -> bool {
    if term.contains('/') {
        let key = key(&article.url);
        let (place, term) = if is_address(term) {
            (key.as_str(), self::key(term))
        } else {
            (path_of(&key), term.trim_end_matches('/').to_owned())
        };
        let below = place.strip_prefix(term.as_str());
        return below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    }
    let term = fold(term);
    if term.is_empty() {
        return false;
    }
    let is = |name: &String| fold(name) == term;
    is(&article.section)
        || is(&article.kicker)
        || article.tags.iter().any(is)
        || article.authors.iter().any(|author| is(&author.name))
        || has_words(&fold(&article.title), &term)
}

/// Whether a folded text has these words, one after the other.
fn has_words(mut text: &str, words: &str) -> bool {
    loop {
        if let Some(after) = text.strip_prefix(words)
            && (after.is_empty() || after.starts_with(' '))
        {
            return true;
        }
        let Some((_, rest)) = text.split_once(' ') else {
            return false;
        };
        text = rest;
    }
}

/// The words of a text without case and accents, with one blank between them. A name
/// and its slug fold to the same.
fn fold(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in folded(text).chars() {
        if is_alphanumeric(letter) {
            words.push(letter);
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_ascii_end().len());
    words
}

/// Whether a language tag is the wanted one or a variety of it (RFC 4647, 3.3.1).
fn is_in(language: &str, wanted: &str) -> bool {
    let (language, wanted) = (fold(language), fold(wanted));
    language.is_empty()
        || wanted.is_empty()
        || language == wanted
        || language.starts_with(&(wanted + " "))
}

#[cfg(test)]
mod tests;
