//! Cutting and marking the end of an HTML text that is known by its words.

use crate::text::boilerplate;
use crate::text::entities::decode;
use crate::text::html::{Token, tokens};
use crate::text::plain::{LONGEST, plain};
use std::collections::VecDeque;

/// How many tags and texts at the end are looked at.
const LAST: usize = 80;

/// Elements that are left empty, and so cut as well.
const WRAPPERS: [&str; 12] = [
    "a", "b", "br", "div", "em", "footer", "hr", "i", "p", "small", "span", "strong",
];

/// A tag or a text, and where it begins.
enum Piece<'t> {
    Text(&'t str),
    /// The opening tag of one of the [`WRAPPERS`].
    Wrapper,
    Other,
}

/// Cuts what a content system has put behind an article's text.
pub(super) fn cut_phrases(html: &mut String, headline: &str) {
    let Some(text) = last_text(html) else {
        return;
    };
    let end = boilerplate::end(&text, headline);
    if end < text.len() {
        cut(html, &text[end..]);
    }
}

/// The plain text of the end.
pub(super) fn last_text(html: &str) -> Option<String> {
    let start = pieces(html).front()?.0;
    let last = &html[start..];
    (last.len() <= LONGEST).then(|| plain(last))
}

/// Cuts these words from the end, if it ends in them.
fn cut(html: &mut String, words: &str) {
    if let Some(start) = start_of(html, words) {
        html.truncate(html[..start].trim_ascii_end().len());
    }
}

/// Marks where these words begin, if it ends in them.
pub(super) fn mark(html: &mut String, words: &str) {
    if let Some(start) = start_of(html, words) {
        html.insert_str(start, boilerplate::MARK);
    }
}

/// Where some HTML ends in these words, with what would be left empty before them.
fn start_of(html: &str, words: &str) -> Option<usize> {
    let words = words.trim_ascii();
    if words.is_empty() {
        return None;
    }
    let start = letters_from_end(html, letters(words))?;
    (plain(&html[start..]) == words).then_some(start)
}

fn pieces(html: &str) -> VecDeque<(usize, Piece<'_>)> {
    let place = |part: &str| part.as_ptr() as usize - html.as_ptr() as usize;
    let mut pieces = VecDeque::new();
    for token in tokens(html) {
        if pieces.len() == LAST {
            pieces.pop_front();
        }
        pieces.push_back(match token {
            Token::Text(text) => (place(text), Piece::Text(text)),
            Token::Open(name, tag) if WRAPPERS.contains(&name.as_str()) => {
                (place(tag.raw), Piece::Wrapper)
            }
            Token::Open(_, tag) | Token::Close(_, tag) => (place(tag.raw), Piece::Other),
        });
    }
    pieces
}

/// Where in some HTML the last so many letters begin, with the tags before them that have
/// nothing else within. They are counted, since tags stand between and within words.
fn letters_from_end(html: &str, mut left: usize) -> Option<usize> {
    let mut pieces = pieces(html);
    let mut start = None;
    while left > 0 {
        let (at, Piece::Text(text)) = pieces.pop_back()? else {
            continue;
        };
        let (within, rest) = in_text(text, left)?;
        left = rest;
        start = Some(at + within);
        if !text[..within].trim_ascii().is_empty() {
            return start;
        }
    }
    while let Some((at, piece)) = pieces.pop_back() {
        match piece {
            Piece::Wrapper => start = Some(at),
            Piece::Text(text) if text.trim_ascii().is_empty() => {}
            _ => break,
        }
    }
    start
}

/// Where in a text its last so many letters begin, and how many it lacks. They must begin
/// with a word.
fn in_text(text: &str, mut left: usize) -> Option<(usize, usize)> {
    let mut start = text.len();
    for word in text.split_ascii_whitespace().rev() {
        left = left.checked_sub(letters(&decode(word)))?;
        start = word.as_ptr() as usize - text.as_ptr() as usize;
        if left == 0 {
            break;
        }
    }
    Some((start, left))
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_ascii_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::{cut, cut_phrases};

    #[test]
    fn the_end_of_a_text_with_the_tags_around_it() {
        for (html, words, wanted) in [
            ("<p>Wet.</p>\n<p><em>By Bo</em></p>", "By Bo", "<p>Wet.</p>"),
            ("<p>Wet.<br />\n<br>By <b>B</b>o</p>", "By Bo", "<p>Wet."),
            (
                "Wet &amp; cold. By&nbsp;B&#246;",
                "By\u{a0}Bö",
                "Wet &amp; cold.",
            ),
            ("<p>Wet. By Bo</p>", "By Al", "<p>Wet. By Bo</p>"),
            ("<p>Wet.</p><p>Not by Bo</p>", "by Bo", "<p>Wet.</p><p>Not"),
            ("<p>Wet.Bo</p>", "Bo", "<p>Wet.Bo</p>"),
            ("<x>By Bo", "By Bo", "<x>"),
            ("", "By Bo", ""),
        ] {
            let mut left = html.to_owned();
            cut(&mut left, words);
            assert_eq!(left, wanted, "{html}");
        }
    }

    #[test]
    fn what_wordpress_puts_behind_a_text() {
        for (html, wanted) in [
            (
                "<p>All of it.</p>\n<p>The post <a href='/r'>Rain &#038; wind</a> appeared first on <a href='/'>The Paper</a>.</p>\n",
                "<p>All of it.</p>",
            ),
            (
                "<p>Some [&hellip;] <a href='/r'>Continue reading <span>Rain &amp; wind</span> &rarr;</a></p>",
                "<p>Some [&hellip;]",
            ),
            ("<p>Some.</p><div><a>Read more</a></div>", "<p>Some.</p>"),
            ("<p>Read more</p>", "<p>Read more</p>"),
        ] {
            let mut left = html.to_owned();
            cut_phrases(&mut left, "Rain & wind");
            assert_eq!(left, wanted);
        }
    }
}
