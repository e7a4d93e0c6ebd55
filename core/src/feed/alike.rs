//! What the summaries of a feed's articles end in alike: a link to the rest in words that
//! no list knows, a byline.
//!
//! The program of the lists has this for JSON Feed and WordPress. The readers of other
//! formats look closer (`builder/endings.rs`), at more weight.

use crate::article::Article;

/// How long such an ending is at least, in bytes: longer than the mark of a cut.
const SHORTEST: usize = 8;

/// Cuts the line that the first article's summary ends in, where most others of a feed, or
/// of a page of it, end in the same. A chunk of one says too little of that.
pub fn cut_alike(articles: &mut [Article]) {
    let Some(first) = articles.first() else {
        return;
    };
    let text = first.summary.as_bytes();
    let mut at = text.len().saturating_sub(SHORTEST);
    while at > 0 && !(text[at] == b' ' && begins_line(text[at - 1], text[at + 1])) {
        at -= 1;
    }
    if at == 0 {
        return;
    }
    let line = first.summary[at..].to_owned();
    let ends = |one: &Article| one.summary.ends_with(&line);
    let alike = articles.iter().filter(|one| ends(one)).count();
    if alike > 2 && alike * 2 > articles.len() {
        for one in articles {
            if ends(one) {
                one.summary.truncate(one.summary.len() - line.len());
            }
        }
    }
}

/// Whether a line of its own may begin between these bytes: the last of a sign that ends
/// what an author says, or the first of a dash, a bullet, an arrow.
fn begins_line(last: u8, first: u8) -> bool {
    matches!(
        last,
        b'.' | b'!' | b'?' | b']' | b')' | b'"' | 0xA6 | 0x9D | 0xBB
    ) || first == 0xE2
}

#[cfg(test)]
mod tests {
    use super::cut_alike;
    use crate::article::Article;
    use crate::feed::read_text;

    fn left(summaries: &[&str]) -> Vec<String> {
        let article = |text: &&str| Article {
            summary: (*text).to_owned(),
            ..Article::default()
        };
        let mut articles: Vec<_> = summaries.iter().map(article).collect();
        cut_alike(&mut articles);
        articles.into_iter().map(|one| one.summary).collect()
    }

    #[test]
    fn a_line_that_most_articles_end_in() {
        for line in [
            "Weiterlesen",
            "READ MORE",
            "Lees verder",
            "Подробнее",
            "By Bo Writer, the paper’s own.",
            "— Bo Writer",
            "→ Mehr dazu",
        ] {
            let own = [
                "It was wet.",
                "Is it dry?",
                "He said “it is.”",
                "Some […]",
                "It ends…",
            ];
            let with: Vec<_> = own.iter().map(|own| [own, " ", line].concat()).collect();
            let with: Vec<_> = with.iter().map(String::as_str).collect();
            assert_eq!(left(&with), own, "{line}");
            // One that has it not takes it from none of the others.
            let mixed = [with[0], with[1], "Another.", "", with[4]];
            assert_eq!(left(&mixed), [own[0], own[1], "Another.", "", own[4]]);
        }
    }

    #[test]
    fn what_is_an_author_s_own_stays() {
        for own in [
            &["It was. Weiterlesen", "It is. Weiterlesen"][..],
            &["It was. Weiterlesen", "Another.", "It is. Weiterlesen"],
            &[
                "Wir wollen weiterlesen",
                "Sie wollen weiterlesen",
                "Alle wollen weiterlesen",
            ],
            &["Some were […]", "It was. […]", "It is. […]"],
            &["It was …", "It is …", "It will be …"],
            &[
                "It was. Weiterlesen",
                "It is. Weiterlesen",
                "Is it? Weiterlesen",
                "1.",
                "2.",
                "3.",
            ],
            &["Weiterlesen", "Weiterlesen", "Weiterlesen"],
            &["", "", ""],
            &["é é", "é é", "é é"],
            &["It was."],
            &[],
        ] {
            assert_eq!(left(own), own);
        }
    }

    #[test]
    fn in_both_formats_that_lists_read() {
        let items = |item: fn(usize) -> String| (0..4).map(item).collect::<Vec<_>>().join(",");
        let feed = items(|at| {
            format!(
                r#"{{"url":"/{at}","title":"{at}","content_html":"","summary":"It was {at}. Weiterlesen"}}"#
            )
        });
        let posts = items(|at| {
            format!(
                r#"{{"link":"/{at}","title":{{"rendered":"{at}"}},"excerpt":{{"rendered":"<p>It was {at}.</p> <a>READ MORE</a>"}}}}"#
            )
        });
        for text in [
            ["{\"items\":[", &feed, "]}"].concat(),
            ["[", &posts, "]"].concat(),
        ] {
            let read = read_text(&text, "https://paper.example/").expect("a feed");
            let summaries = read.articles.iter().map(|one| one.summary.as_str());
            let wanted = ["It was 0.", "It was 1.", "It was 2.", "It was 3."];
            assert!(summaries.eq(wanted), "{text}");
        }
    }
}
