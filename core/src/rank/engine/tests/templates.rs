//! Words that a desk writes into many articles.

use super::*;
use std::fmt::Write;

/// Articles of ten subjects, each with three of its subject's four words, and with words
/// that one other has. Every third begins with a phrase of the desk's.
fn feed(phrase: &str) -> Vec<Article> {
    let mut articles = Vec::new();
    for n in 0..60 {
        let mut text = String::new();
        if n % 3 == 0 {
            text.push_str(phrase);
        }
        for word in 0..14 {
            write!(text, " w{}x", n / 2 * 14 + word).expect("memory");
        }
        for word in 0..4 {
            if word != n % 4 {
                write!(text, " subject{}x{word}", n / 6).expect("memory");
            }
        }
        articles.push(article(&format!("Headline{n}"), &text));
    }
    articles
}

/// "Listen to this article" made every third article like every other.
#[test]
fn what_a_desk_writes_into_many_articles_makes_none_alike() {
    let cosine = |articles: &[Article], one: usize, other: usize| {
        let index = index(articles);
        let hits = index.like(Query::Known(one), 60, &|_| true, &mut Scratch::default());
        let hit = hits.iter().find(|hit| hit.article == other);
        hit.map_or(0.0, |hit| hit.cosine)
    };
    let plain = feed("");
    let templated = feed("Listen to this article read aloud.");
    assert!(cosine(&plain, 0, 30) <= 0.0);
    assert!(cosine(&templated, 0, 30) <= 0.0);
    // What they say themselves counts as before.
    assert!(cosine(&templated, 0, 1) > 0.5);
    assert!((cosine(&templated, 0, 4) - cosine(&plain, 0, 4)).abs() < 0.05);
}

/// A name stands together too. But what is said of it is alike.
#[test]
fn a_name_is_no_template() {
    let mut articles = feed("");
    for n in 0..20 {
        let said = [
            "cables crack",
            "ferry queues",
            "repair costs",
            "traffic jams",
        ];
        let mut text = format!("Amber Creek Bridge has {} and", said[n % 4]);
        for at in [n, n + 1, n + 2] {
            write!(text, " {} near pier{}s", said[at % 4], at % 6).expect("memory");
        }
        for word in 0..8 {
            write!(text, " v{}x", n * 8 + word).expect("memory");
        }
        articles.push(article("Bridge", &text));
    }
    let index = index(&articles);
    for word in ["amber", "creek"] {
        let term = index.dictionary.find(key(word, 0)).expect("a word");
        assert!(index.term_weights[term as usize] > 0.0, "{word}");
    }
}
