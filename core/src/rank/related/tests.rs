//! Lists of a small feed.

mod bad_input;

use super::*;
use crate::rank::popular::latest;
use crate::text::language::Language;
use std::cell::Cell;

fn article(title: &str, summary: &str, section: &str) -> Article {
    Article {
        title: title.into(),
        summary: summary.into(),
        section: section.into(),
        ..Article::default()
    }
}

fn feed() -> Vec<Article> {
    vec![
        article(
            "Harbor Bridge closes for repairs",
            "Cracks were found in two cables of the Harbor Bridge, the port says",
            "City",
        ),
        article(
            "Port: cables of Harbor Bridge are cracked",
            "Engineers found cracks in the cables last week",
            "City",
        ),
        article(
            "Port says cables of Harbor Bridge are cracked",
            "Engineers found cracks in the cables last week",
            "City",
        ),
        article(
            "Ferries carry commuters while the bridge is shut",
            "The port pays for more ferries to Harbor East",
            "City",
        ),
        article(
            "Rovers win the cup",
            "A late goal by Okafor decides the final against United",
            "Sport",
        ),
        article(
            "Okafor signs for two more years",
            "The Rovers keep their striker after the final",
            "Sport",
        ),
        article(
            "Council sets the budget",
            "Fees rise for the ferries",
            "City",
        ),
    ]
}

fn list(articles: &[Article], query: Query<'_>, options: &RelatedOptions) -> Vec<Listed> {
    let mut index = Index::new(Language::ENGLISH);
    index.extend(articles);
    related(
        &index,
        articles,
        &latest(articles, None),
        query,
        &|_| true,
        options,
        &mut Scratch::default(),
    )
}

fn order(list: &[Listed]) -> Vec<usize> {
    list.iter().map(|listed| listed.article).collect()
}

#[test]
fn copies_are_folded_and_each_says_why() {
    let found = list(
        &feed(),
        Query::Known(0),
        &RelatedOptions {
            count: 3,
            ..RelatedOptions::default()
        },
    );
    let found_order = order(&found);
    assert!(
        found_order.contains(&1) != found_order.contains(&2),
        "{found:?}"
    );
    assert!(found_order.contains(&3), "{found:?}");
    let about = Reason::Shares(vec![
        "Harbor Bridge".into(),
        "cables".into(),
        "cracked".into(),
    ]);
    assert!(
        found.iter().any(|listed| listed.reason == about),
        "{found:?}"
    );
}

#[test]
fn a_copy_of_what_is_read_comes_last() {
    let of = |count: usize| {
        let options = RelatedOptions {
            count,
            ..RelatedOptions::default()
        };
        order(&list(&feed(), Query::Known(1), &options))
    };
    assert!(!of(5).contains(&2));
    assert_eq!(of(9).len(), 6);
    assert_eq!(of(9)[5], 2);
}

/// They share six words of ten, and each says something else. The list was empty.
#[test]
fn two_short_articles_of_one_river_are_no_copies() {
    let articles = [
        article("Flood on the river Sellet", "flood river sellet water", ""),
        article("River Sellet falls", "river sellet water falls", ""),
    ];
    for at in [0, 1] {
        let found = list(&articles, Query::Known(at), &RelatedOptions::default());
        assert_eq!(order(&found), [1 - at]);
        assert!(matches!(found[0].reason, Reason::Shares(_)), "{found:?}");
    }
    let mut index = Index::new(Language::ENGLISH);
    index.extend(&articles);
    assert!(index.repeats(0, 1) < COPY);
    assert!(index.repeats(0, 0) > COPY);
}

/// Daily columns: forty articles, ten of each theme with all its words. A list had three.
#[test]
fn a_list_is_as_long_as_the_feed_allows() {
    let themes = [
        (
            "Weather for the coast",
            "Clouds in the morning, sun and a light wind later",
        ),
        (
            "Markets at noon",
            "Shares are mixed and oil is steady in thin trade",
        ),
        (
            "Morning links",
            "What other papers say of town hall and harbour",
        ),
        (
            "Tides and moon",
            "High water at the pier twice between dusk and dawn",
        ),
    ];
    let mut articles = Vec::new();
    for _ in 0..10 {
        for (title, summary) in themes {
            articles.push(article(title, summary, ""));
        }
    }
    for count in [5, 20, 39, 50] {
        let options = RelatedOptions {
            count,
            ..RelatedOptions::default()
        };
        let mut found = order(&list(&articles, Query::Known(0), &options));
        assert_eq!(found.len(), count.min(39));
        // One of each other theme stands before the repeats.
        let mut first: Vec<usize> = found[..3].iter().map(|at| at % 4).collect();
        first.sort_unstable();
        assert_eq!(first, [1, 2, 3], "{found:?}");
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), count.min(39));
        assert!(!found.contains(&0));
    }
}

/// Feeds of next to nothing have whatever there is.
#[test]
fn a_list_where_there_is_anything_to_list() {
    for number in 0..4 {
        for text in ["", "word", "The same headline", "東京都"] {
            let articles = vec![article(text, "", ""); number];
            for at in 0..number {
                let found = list(&articles, Query::Known(at), &RelatedOptions::default());
                assert_eq!(found.len(), number - 1);
            }
            let outside = article("Another", "", "");
            let found = list(
                &articles,
                Query::Other(&outside),
                &RelatedOptions::default(),
            );
            assert_eq!(found.len(), number);
        }
    }
}

#[test]
fn filled_from_the_section_then_the_latest() {
    let mut articles = feed();
    articles[4].published = Some(20);
    articles[6].published = Some(10);
    let lonely = article("Zoo", "", "Sport");
    let found = list(
        &articles,
        Query::Other(&lonely),
        &RelatedOptions {
            count: 3,
            ..RelatedOptions::default()
        },
    );
    assert_eq!(order(&found), [4, 5, 6]);
    assert_eq!(found[0].reason, Reason::Section("Sport".into()));
    assert_eq!(found[2].reason, Reason::Latest);
    let bare = RelatedOptions {
        fill: false,
        ..RelatedOptions::default()
    };
    assert!(list(&articles, Query::Other(&lonely), &bare).is_empty());
}

/// Each of ten thousand copies was compared with all others, in the hope of
/// one that is none. What is compared has been asked about before.
#[test]
fn copies_are_not_compared_to_the_end() {
    let asked = Cell::new(0);
    let may = |_| {
        asked.set(asked.get() + 1);
        true
    };
    let articles = vec![article("A headline for all articles", "and the same text", "City"); 1_000];
    let mut index = Index::new(Language::ENGLISH);
    index.extend(&articles);
    let by_date = latest(&articles, None);
    let (query, options) = (Query::Known(7), RelatedOptions::default());
    let scratch = &mut Scratch::default();
    let found = related(&index, &articles, &by_date, query, &may, &options, scratch);
    assert_eq!(order(&found), [0, 1, 2, 3, 4]);
    assert!(
        asked.get() >= LOOKS && asked.get() < 2 * LOOKS,
        "{}",
        asked.get()
    );
}

#[test]
fn what_is_old_comes_later() {
    let mut articles = feed();
    for (at, article) in articles.iter_mut().enumerate() {
        article.published = Some(1_700_000_000 + i64::try_from(at).expect("few") * 60);
    }
    articles[1].published = Some(1_600_000_000);
    articles[2].published = Some(1_600_000_000);
    let found = order(&list(
        &articles,
        Query::Known(0),
        &RelatedOptions::default(),
    ));
    assert_eq!(found[0], 3, "{found:?}");
    assert!(freshness(Some(DAY * 90), Some(0)) < freshness(Some(DAY), Some(0)));
    assert!(freshness(Some(i64::MAX), Some(i64::MIN)) >= OLD);
}
