//! Which language a feed is read in.

use crate::article::Article;
use crate::text::language::Language;

/// Articles that a language is guessed from.
const SAMPLE: usize = 50;

/// The language that a tag names, else the one that the first articles'
/// headlines and summaries seem to be in.
#[must_use]
pub fn language(tag: &str, articles: &[Article]) -> Language {
    if !tag.is_empty() {
        return Language::of(tag);
    }
    let mut sample = String::new();
    for article in articles.iter().take(SAMPLE) {
        sample.extend([&article.title, " ", &article.summary, " "]);
    }
    Language::guess(&sample)
}
