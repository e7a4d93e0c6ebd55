//! What the texts of a feed's articles end in alike: a byline, a source, a link back.
//!
//! It is no part of what an article says. Where half of all articles end in the same
//! words, these are cut from the summaries. In the articles' texts they are marked, so
//! that they are shown and not compared: a source may have to be named. A headline counts
//! as one word that all articles have in common, since many systems name the article in
//! their last line.

mod markup;

use crate::article::Article;
use crate::sort::sorted;
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::boilerplate;

/// The fewest articles whose endings are compared.
const FEWEST: usize = 3;

/// The most words of an ending.
const MOST_WORDS: usize = 40;

/// What stands for an article's own headline among the words of its ending.
const HEADLINE: &str = "";

/// Signs that end what an author says.
const ENDS: [char; 12] = [
    '.', '!', '?', '…', '。', '！', '？', ']', ')', '"', '”', '»',
];

/// Signs that a line behind that begins with.
const BEGINS: [char; 10] = ['—', '–', '-', '|', '•', '·', '©', '(', '[', '→'];

/// A word, and where it begins in its text.
type Word<'t> = (usize, &'t str);

/// Cuts what is no article's own from all of a feed's articles.
pub(super) fn cut(articles: &mut [Article]) {
    for article in &mut *articles {
        markup::cut_phrases(&mut article.body, &article.title);
    }
    let summary = |article: &Article| article.summary.clone();
    let summaries = parts(articles, &summary);
    for (article, (kept, _)) in articles.iter_mut().zip(summaries) {
        article.summary = kept;
        boilerplate::cut(&mut article.summary, &article.title);
    }
    let last = |article: &Article| markup::last_text(&article.body).unwrap_or_default();
    let lasts = parts(articles, &last);
    for (article, (_, ending)) in articles.iter_mut().zip(lasts) {
        markup::mark(&mut article.body, &ending);
    }
}

/// A text of each article, parted before the ending that it shares.
fn parts(articles: &[Article], text: &dyn Fn(&Article) -> String) -> Vec<(String, String)> {
    let mut texts: Vec<String> = articles.iter().map(text).collect();
    let words: Vec<Vec<Word<'_>>> = texts
        .iter()
        .zip(articles)
        .map(|(text, article)| last_words(text, &article.title))
        .collect();
    let kept: Vec<usize> = texts
        .iter()
        .zip(&words)
        .zip(shared(&words))
        .map(|((text, words), shared)| before(text, &words[..shared]))
        .collect();
    let each = texts.iter_mut().zip(kept);
    each.map(|(text, kept)| {
        let ending = text.split_off(kept);
        (std::mem::take(text), ending)
    })
    .collect()
}

/// How many of its last words each text has in common with enough others.
fn shared(words: &[Vec<Word<'_>>]) -> Vec<usize> {
    let enough = FEWEST.max(words.len().div_ceil(2));
    let mut shared = vec![0; words.len()];
    // Groups of texts that have so many last words in common.
    let mut groups = vec![((0..words.len()).collect::<Vec<usize>>(), 0)];
    while let Some((group, count)) = groups.pop() {
        let next = |at: usize| words[group[at]].get(count).map(|word| word.1);
        let order = sorted(group.len(), &|a, b| next(a).cmp(&next(b)));
        for alike in order.chunk_by(|&a, &b| next(a) == next(b)) {
            if alike.len() < enough || next(alike[0]).is_none() {
                continue;
            }
            let smaller: Vec<usize> = alike.iter().map(|&at| group[at]).collect();
            for &text in &smaller {
                shared[text] = count + 1;
            }
            groups.push((smaller, count + 1));
        }
    }
    shared
}

/// How much of a text stands before a line that is made of these last words, or of some
/// of them. All of it where no line begins there, or where nothing would be left. The mark
/// of a cut is no line: it says that there is more.
fn before(text: &str, words: &[Word<'_>]) -> usize {
    for &(start, _) in words.iter().rev() {
        let kept = text[..start].trim_end();
        if kept.is_empty() {
            break;
        }
        let line = &text[start..];
        let is_line = kept.ends_with(ENDS) || line.starts_with(BEGINS);
        if is_line && line.contains(is_alphanumeric) {
            return kept.len();
        }
    }
    text.len()
}

/// The words of a text, the last first.
fn last_words<'t>(text: &'t str, headline: &str) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    let mut rest = text.trim_end();
    while !rest.is_empty() && words.len() < MOST_WORDS {
        let (start, word) = if let Some(start) = before_headline(rest, headline) {
            (start, HEADLINE)
        } else {
            let start = rest.rfind(' ').map_or(0, |blank| blank + 1);
            (start, &rest[start..])
        };
        words.push((start, word));
        rest = rest[..start].trim_end();
    }
    words
}

/// Where the headline begins that a text ends in, with its quotation marks.
fn before_headline(text: &str, headline: &str) -> Option<usize> {
    let quotes = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'');
    let before = text.trim_end_matches(quotes).strip_suffix(headline)?;
    let before = before.trim_end_matches(quotes);
    let is_apart = before.is_empty() || before.ends_with(' ');
    (is_apart && !headline.is_empty()).then_some(before.len())
}

#[cfg(test)]
mod tests;
