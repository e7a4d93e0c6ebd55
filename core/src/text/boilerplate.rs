//! What content systems put behind the text of each article, and no author has written.

mod further;

use crate::WHOLE;

/// The links to the rest of an article.
const READ_ON: [&str; 2] = ["Continue reading", "Read more"];

/// How many bytes may stand behind a link to the rest, beside the headline: an arrow, an
/// ellipsis, brackets.
const SIGNS: usize = 8;

/// The longest headline that is looked for: at each place of a text all of it may have
/// to be compared.
const LONGEST: usize = 512;

/// How many phrases may follow one another.
const MOST_PHRASES: usize = 3;

/// What stands in HTML before an ending that many articles of a feed share: it is shown
/// and not compared.
pub const MARK: &str = "<!--ending-->";

/// Some HTML before that.
#[must_use]
pub fn before_mark(html: &str) -> &str {
    &html[..last(html, MARK).unwrap_or(html.len())]
}

/// Cuts from a plain text what its system has put behind it: "The post … appeared first
/// on …", and the link to the rest of the article with this headline. A text that is
/// nothing else stays.
pub fn cut(text: &mut String, headline: &str) {
    let end = end(text, headline);
    text.truncate(end);
}

/// Where in a plain text that begins. Where all that a feed says is read, further words and
/// languages count.
#[must_use]
pub fn end(text: &str, headline: &str) -> usize {
    if !WHOLE {
        return end_in_common_words(text, headline);
    }
    let known = if headline.len() > LONGEST {
        ""
    } else {
        headline
    };
    let mut end = end_in_common_words(text, headline);
    // A link may stand before the notice of where the article was first.
    for _ in 0..MOST_PHRASES {
        let begins = further::end(&text[..end], known);
        let kept = begins.map_or(0, |at| before_bracket(text, at));
        if kept == 0 {
            break;
        }
        end = kept;
    }
    end
}

/// The same for the words that most systems use.
fn end_in_common_words(text: &str, headline: &str) -> usize {
    let headline = if headline.len() > LONGEST {
        ""
    } else {
        headline
    };
    let post = ["The post ", headline, " appeared first on "].concat();
    let mut end = text.len();
    for phrase in [post.as_str(), READ_ON[0], READ_ON[1]] {
        if let Some(at) = last(&text[..end], phrase) {
            let behind = &text[at + phrase.len()..end];
            if phrase.len() == post.len() || behind.len() < SIGNS || names(behind, headline) {
                end = at;
            }
        }
    }
    let kept = before_bracket(text, end);
    if end == text.len() || kept == 0 {
        text.len()
    } else {
        kept
    }
}

/// The end of a text before the blanks and the opening bracket at its end.
fn before_bracket(text: &str, mut end: usize) -> usize {
    loop {
        match text.as_bytes()[..end] {
            [.., b' ' | b'[' | b'('] => end -= 1,
            // A no-break space.
            [.., 0xC2, 0xA0] => end -= 2,
            _ => return end,
        }
    }
}

fn names(text: &str, headline: &str) -> bool {
    !headline.is_empty() && last(text, headline).is_some()
}

/// Where a phrase stands last. The standard library's search from the end is a kilobyte
/// of the bundle.
fn last(text: &str, phrase: &str) -> Option<usize> {
    let text = text.as_bytes();
    let mut at = text.len();
    while at > 0 {
        at -= 1;
        if text[at..].starts_with(phrase.as_bytes()) {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{MARK, before_mark, cut};

    fn left(text: &str) -> String {
        let mut text = text.to_owned();
        cut(&mut text, "The post office closes");
        text
    }

    #[test]
    fn what_the_system_has_put_behind_a_text() {
        for (text, wanted) in [
            (
                "It was the last. The post The post office closes appeared first on The Paper.",
                "It was the last.",
            ),
            (
                "It was […] The post The post office closes appeared first on The Paper & Co.",
                "It was […]",
            ),
            ("It was […] Continue reading", "It was […]"),
            (
                "It was… Continue reading The post office closes →",
                "It was…",
            ),
            (
                "It was […] Continue reading “The post office closes” The post The post office closes appeared first on Paper.",
                "It was […]",
            ),
            ("It was the last. Read more »", "It was the last."),
            (
                "It was … [Read more...] about The post office closes",
                "It was …",
            ),
            ("It was the\u{a0}(Read more…)", "It was the"),
        ] {
            assert_eq!(left(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_an_author_has_written_stays() {
        for text in [
            "",
            "Read more",
            "[Continue reading]",
            "Continue reading The post office closes",
            "The post The post office closes appeared first on Paper.",
            "Schools say: Read more to your children, and to their friends",
            "Continue reading them: forty books of the year",
            "The post about her appeared first on a blog.",
        ] {
            assert_eq!(left(text), text);
        }
    }

    #[test]
    fn what_stands_before_the_mark() {
        assert_eq!(
            before_mark(&["<p>a</p>", MARK, "<p>b</p>"].concat()),
            "<p>a</p>"
        );
        assert_eq!(before_mark("<p>a</p>"), "<p>a</p>");
        assert_eq!(before_mark(MARK), "");
    }

    #[test]
    fn a_headline_without_end() {
        let headline = "The post ".repeat(10_000);
        let mut text = "Read more ".repeat(10_000) + &headline;
        cut(&mut text, &headline);
        assert_eq!(text.len(), 190_000);
    }

    #[test]
    fn a_text_without_a_headline() {
        let mut text = "It was. Continue reading the whole story".to_owned();
        cut(&mut text, "");
        assert_eq!(text, "It was. Continue reading the whole story");
    }
}
