//! Which articles a list may choose from.

use super::*;
use crate::article::Author;

fn article() -> Article {
    Article {
        url: "https://www.paper.example/sport/rovers-win/".into(),
        title: "Rovers win the cup at last".into(),
        section: "Local Sport".into(),
        tags: vec!["Rovers".into(), "Cup".into()],
        authors: vec![Author {
            name: "Ana Ruiz".into(),
            url: String::new(),
            ..Author::default()
        }],
        published: Some(1_000_000),
        ..Article::default()
    }
}

fn keeps(filter: &Filter) -> bool {
    filter.keeps(&article(), "en-GB", 1_000_000 + 3600)
}

fn list(of: &[&str]) -> Vec<String> {
    of.iter().map(|&term| term.to_owned()).collect()
}

#[test]
fn what_it_must_be() {
    assert!(keeps(&Filter::default()));
    for (sections, tags, authors, kept) in [
        (&["local-sport"][..], &[][..], &[][..], true),
        (&["city", "Local sport"], &[], &[], true),
        (&["sport"], &[], &[], false),
        (&[], &["cup", "x"], &["ana ruiz"], true),
        (&[], &["ro"], &[], false),
        (&[], &["cup"], &["Ana"], false),
    ] {
        let filter = Filter {
            sections: list(sections),
            tags: list(tags),
            authors: list(authors),
            ..Filter::default()
        };
        assert_eq!(keeps(&filter), kept, "{filter:?}");
    }
    let by_tag = Article {
        section: String::new(),
        ..article()
    };
    let filter = Filter {
        sections: list(&["cup"]),
        ..Filter::default()
    };
    assert!(filter.keeps(&by_tag, "", 0));
}

#[test]
fn what_it_must_not_be() {
    for (term, kept) in [
        ("the cup", false),
        ("cu", true),
        ("local-sport", false),
        ("ana ruiz", false),
        ("/sport/", false),
        ("/sport/rovers-win", false),
        ("/spor", true),
        ("https://paper.example/sport", false),
        ("http://other.example/sport", true),
        (" ", true),
        ("!", true),
    ] {
        let filter = Filter {
            exclude: list(&[term]),
            ..Filter::default()
        };
        assert_eq!(keeps(&filter), kept, "{term}");
    }
}

#[test]
fn age_and_language() {
    for (text, wanted) in [
        ("7", Some(604_800)),
        ("48h", Some(172_800)),
        ("2 w", Some(1_209_600)),
        ("0", None),
        ("-1", None),
        ("1y", None),
        ("d", None),
        ("99999999999", None),
    ] {
        assert_eq!(age(text), wanted, "{text}");
    }
    let aged = |max_age| Filter {
        max_age: Some(max_age),
        ..Filter::default()
    };
    assert!(keeps(&aged(3600)) && !keeps(&aged(3599)));
    let embargo = Filter {
        embargo: true,
        ..Filter::default()
    };
    let published = article().published.expect("a date");
    assert!(embargo.keeps(&article(), "", published));
    assert!(!embargo.keeps(&article(), "", published - 1));
    let undated = Article::default();
    assert!(embargo.keeps(&undated, "", 0));
    assert!(!aged(3600).keeps(&undated, "", 0));
    for (language, kept) in [
        ("en", true),
        ("EN-gb", true),
        ("en-US", false),
        ("e", false),
    ] {
        let filter = Filter {
            language: language.into(),
            ..Filter::default()
        };
        assert_eq!(keeps(&filter), kept, "{language}");
        assert!(filter.keeps(&undated, "", 0));
    }
}

#[test]
fn a_feed_loses_what_does_not_fit() {
    let mut feed = Feed {
        articles: vec![article(), Article::default()],
        ..Feed::default()
    };
    assert_eq!(
        Filter {
            tags: list(&["cup"]),
            ..Filter::default()
        }
        .apply(&mut feed, 0),
        1
    );
    assert_eq!(feed.articles.len(), 1);
}
