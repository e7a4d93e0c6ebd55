//! What a site's system writes into every article makes none like another.

use super::*;
use crate::choose::list;
use crate::feed::read_text;
use crate::rank::reason::Reason;
use std::fmt::Write;

/// The newspaper five times over, in a JSON Feed: each copy is about other things in the
/// same way. What the system says stands around each body.
fn feed(before: &str, after: &str) -> Feed {
    let mut items = String::new();
    for (at, article) in newspaper().articles.iter().cycle().take(40).enumerate() {
        let mut body = String::new();
        for text in [&article.title, &article.summary] {
            for word in text.split(' ') {
                let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
                write!(body, "{word}{} ", at / 8).expect("memory");
            }
        }
        let after = after.replace("{title}", &format!("Headline {}", at + 1));
        write!(
            items,
            r#"{}{{"id":"{1}","url":"https://p.example/{1}","title":"Headline {1}","content_html":"<p>{before}</p><p>{body}</p><p>{after}</p>"}}"#,
            if at == 0 { "" } else { "," },
            at + 1,
        )
        .expect("memory");
    }
    let text = format!(
        r#"{{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","language":"en","items":[{items}]}}"#
    );
    read_text(&text, FEED).expect("a feed")
}

/// The list beside an article, each item by its number and why it is there.
fn related(feed: &Feed, number: usize) -> Vec<(String, Reason)> {
    let index = index(feed);
    let config = config(Kind::MoreLikeThis, &[("count", "2")]);
    let mut given = given(feed);
    given.index = Some(&index);
    let state = shown(list(&beside(number, Kind::MoreLikeThis, &config), &given));
    let items = state.items();
    items
        .iter()
        .map(|item| (item.id.clone(), item.reason.clone()))
        .collect()
}

#[test]
fn it_is_neither_a_likeness_nor_a_reason() {
    let plain = feed("", "");
    for (before, after) in [
        (
            "",
            "The post {title} appeared first on The Port Averil Lantern.",
        ),
        ("Listen to this article read aloud.", ""),
        (
            "PORT AVERIL (Harbour News Agency) —",
            "Sign up to our newsletter for the morning's stories. Continue reading",
        ),
    ] {
        let templated = feed(before, after);
        let said = [before, after].join(" ");
        for number in [1, 3, 13, 39] {
            let (wanted, found) = (related(&plain, number), related(&templated, number));
            let numbers = |list: &[(String, Reason)]| -> Vec<String> {
                let mut numbers: Vec<_> = list.iter().map(|(number, _)| number.clone()).collect();
                numbers.sort();
                numbers
            };
            assert_eq!(numbers(&found), numbers(&wanted), "{said}");
            let Reason::Shares(words) = &found[0].1 else {
                panic!("{found:?}");
            };
            assert!(!words.is_empty(), "{said}");
            for word in words.iter().flat_map(|name| name.split(' ')) {
                assert!(!said.contains(word), "{word} of {said}: {found:?}");
            }
        }
    }
}
