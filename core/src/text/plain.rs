//! HTML to plain text: a headline or an excerpt without its markup.

use super::entities::decode;
use super::html::{Token, tokens};
use super::split::at_most;
use super::word_list::{WordList, word_list};
use std::borrow::Cow;

/// Elements that stand within a line; their tags leave nothing behind.
const INLINE: WordList = word_list!(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter q rp rt ruby s samp small span strike strong sub sup time tt u var wbr",
    1
);

/// Elements that end a line; their tags leave a space behind.
const BLOCK: WordList = word_list!(
    "address article aside audio blockquote body br button canvas caption center col colgroup dd details dialog div dl dt embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input legend li link main map menu meta nav object ol optgroup option p param picture pre progress section select source summary table tbody td tfoot th thead title tr track ul video",
    1
);

/// The most bytes that are read of a text which is shown whole, as a headline is. More
/// would keep the page waiting while the browser lays it out.
pub const LONGEST: usize = 128 << 10;

/// The most tags and texts between them that are read of one text. Nobody writes
/// half as many, and more would keep the page waiting.
const MOST_TOKENS: usize = 200_000;

/// The one control character of ASCII that is no number below 32.
const DELETE: u8 = 0x7F;

/// The first byte in UTF-8 of the control characters beyond ASCII (U+0080 to U+009F).
/// The letters and signs up to U+00BF begin with it too.
const C1: u8 = 0xC2;

/// The text of some HTML, or the beginning of a text that is longer than [`LONGEST`].
///
/// Tags and comments are taken out. Character references are resolved once. White space
/// and control characters are folded to single spaces, with none at the ends. No-break
/// spaces stay, and so do tags that HTML does not know: feeds whose titles are plain
/// text write "`Vec<String>` explained".
#[must_use]
pub fn plain(html: &str) -> String {
    let html = at_most(html, LONGEST);
    // Most fields of most feeds are: a third of reading one is saved.
    if is_plain(html) {
        return html.to_owned();
    }
    beginning(html, usize::MAX)
}

/// The same for a text of any length. It may end after `least` bytes of plain text.
#[must_use]
pub fn beginning(html: &str, least: usize) -> String {
    let mut out = String::with_capacity(html.len().min(least));
    for token in tokens(html).take(MOST_TOKENS) {
        if out.len() > least {
            break;
        }
        match token {
            Token::Text(text) => push_folded(&mut out, &decode(text)),
            Token::Open(name, tag) | Token::Close(name, tag) => {
                if BLOCK.contains(&name) {
                    push_folded(&mut out, " ");
                } else if !INLINE.contains(&name) {
                    push_folded(&mut out, &decode(tag.raw));
                }
            }
        }
    }
    out.truncate(out.trim_ascii_end().len());
    out
}

/// Whether nothing in a text can be markup and no white space is to be folded.
fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        let is_c1 = before == C1 && byte < 0xA0;
        if matches!(byte, b'<' | b'&' | 0..b' ' | DELETE) || is_c1 || byte == b' ' && before == b' '
        {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// A text that is no HTML, its white space folded as [`plain`] folds it.
#[must_use]
pub fn folded(text: &str) -> String {
    let text = at_most(text, LONGEST);
    let mut out = String::with_capacity(text.len());
    push_folded(&mut out, text);
    out.truncate(out.trim_ascii_end().len());
    out
}

/// A text with a blank in place of each control character but tabs and line breaks,
/// which are layout in some texts.
pub(super) fn without_controls(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_control = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r');
    if text.contains(is_control) {
        Cow::Owned(text.replace(is_control, " "))
    } else {
        text
    }
}

fn push_folded(out: &mut String, text: &str) {
    let mut rest = text;
    // Word by word: most of reading a feed is done here.
    while let Some(end) = (0..rest.len()).find(|&at| gap(&rest.as_bytes()[at..]) > 0) {
        out.push_str(&rest[..end]);
        if !matches!(out.as_bytes().last(), None | Some(b' ')) {
            out.push(' ');
        }
        rest = &rest[end + gap(&rest.as_bytes()[end..])..];
    }
    out.push_str(rest);
}

/// The bytes of the white space or the control character at the beginning of a text; 0
/// where there is none.
fn gap(text: &[u8]) -> usize {
    match *text {
        [0..=b' ' | DELETE, ..] => 1,
        [C1, 0x80..=0x9F, ..] => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_title_says() {
        for (given, wanted) in [
            (
                "Fish &amp; chips: <em>really</em> &#8220;best&#8221;",
                "Fish & chips: really “best”",
            ),
            ("<p>One.</p>\n<p>Two.</p>", "One. Two."),
            ("line<br>break", "line break"),
            ("W<b>or</b>d", "Word"),
            ("  \n spaces\t\tfolded ", "spaces folded"),
            ("10&nbsp;000", "10\u{a0}000"),
            ("&lt;script&gt; is a tag", "<script> is a tag"),
            ("&amp;amp; once", "&amp; once"),
            ("Vec<String> explained", "Vec<String> explained"),
            ("a<script>alert(1)</script>b", "ab"),
            ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
            ("", ""),
            ("<img src=x onerror=alert(1)>", ""),
            // They were passed on, and a NUL ended a text where others were joined by it.
            (
                "Story\0https://a.example\0:host{}\0z",
                "Story https://a.example :host{} z",
            ),
            ("a\u{7f}b\u{80}c\u{9f}d\u{1b}[31m\u{c}", "a b c d [31m"),
            ("&#1;a&#x1f;b&#127;", "a b"),
            ("<b>a</b>\u{85}\u{1}\u{2}<i>b</i>\0", "a b"),
            ("\u{a0}é«»\u{ad}", "\u{a0}é«»\u{ad}"),
        ] {
            assert_eq!(plain(given), wanted, "{given:?}");
        }
    }

    #[test]
    fn a_beginning_is_what_all_of_it_begins_with() {
        let html = "<p>One</p> &amp; <b>two</b> <x> three";
        for least in 0..40 {
            let begun = beginning(html, least);
            assert!(plain(html).starts_with(&begun), "{begun:?}");
            assert!(begun.len() >= least.min(plain(html).len()));
        }
    }

    // A title of four megabytes of tags kept the page waiting for twelve seconds.
    #[test]
    fn a_text_of_nothing_but_tags_is_read_to_a_limit() {
        let html = "<x>".repeat(1_400_000);
        assert_eq!(plain(&html).len(), LONGEST);
        assert_eq!(folded(&html).len(), LONGEST);
        assert_eq!(beginning(&html, usize::MAX).len(), MOST_TOKENS * 3);
        let prose = "<p>a</p>".repeat(50_000);
        assert_eq!(beginning(&prose, usize::MAX).len(), 99_999);
    }
}
