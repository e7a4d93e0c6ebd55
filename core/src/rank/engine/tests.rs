//! The index on a small feed.

mod alone;
mod initials;
mod languages;
mod latent;
mod limits;
mod spelling;
mod templates;
mod words;

use super::*;
use crate::article::Author;

fn article(title: &str, summary: &str) -> Article {
    Article {
        title: title.into(),
        summary: summary.into(),
        ..Article::default()
    }
}

fn feed() -> Vec<Article> {
    vec![
        article(
            "Harbor bridge closes for repairs",
            "Cracks in two of the bridge's cables",
        ),
        article(
            "Council sets the budget",
            "The council raises fees for the ferry",
        ),
        article(
            "Cable makers named in bridge inquiry",
            "The harbor inquiry opens",
        ),
        article("Rovers win the cup", "A late goal for the Rovers"),
        article("Rovers sign a keeper", "He comes after the cup"),
    ]
}

fn index(articles: &[Article]) -> Index {
    let mut index = Index::new(Language::ENGLISH);
    index.extend(articles);
    index
}

fn like(index: &Index, query: Query<'_>) -> Vec<usize> {
    let hits = index.like(query, 10, &|_| true, &mut Scratch::default());
    assert!(
        hits.iter()
            .all(|hit| hit.score.is_finite() && (0.0..=1.0).contains(&hit.cosine))
    );
    hits.iter().map(|hit| hit.article).collect()
}

#[test]
fn the_same_story_comes_first() {
    let articles = feed();
    let index = index(&articles);
    assert_eq!(like(&index, Query::Known(0))[0], 2);
    assert_eq!(like(&index, Query::Known(3))[0], 4);
    let mut bridge = like(
        &index,
        Query::Other(&article("The bridge and its cables", "")),
    );
    bridge.sort_unstable();
    assert_eq!(bridge, [0, 2]);
    assert!(like(&index, Query::Other(&article("", ""))).is_empty());
    assert!(like(&index, Query::Other(&article("Zebra quagga", ""))).is_empty());
    assert!(like(&index, Query::Known(99)).is_empty());
    assert!(
        index
            .like(Query::Known(0), 0, &|_| true, &mut Scratch::default())
            .is_empty()
    );
}

#[test]
fn grown_is_as_built_at_once() {
    let articles = feed();
    let whole = index(&articles);
    let mut grown = index(&articles[..2]);
    grown.extend(&articles[2..3]);
    grown.extend(&articles[3..]);
    let mut taken = Index::new(Language::ENGLISH);
    let mut rest = &*articles;
    while !rest.is_empty() {
        let left = taken.take(rest, &|| true);
        assert_eq!(left.len() + 1, rest.len());
        rest = left;
    }
    taken.weigh();
    let mut scratch = Scratch::default();
    for at in 0..articles.len() {
        assert_eq!(
            whole.like(Query::Known(at), 5, &|_| true, &mut scratch),
            grown.like(Query::Known(at), 5, &|_| true, &mut scratch)
        );
        assert_eq!(
            whole.like(Query::Known(at), 5, &|_| true, &mut scratch),
            taken.like(Query::Known(at), 5, &|_| true, &mut scratch)
        );
    }
    assert_eq!(whole.len(), 5);
}

#[test]
fn an_article_outside_is_ranked_as_inside() {
    let articles = feed();
    let index = index(&articles);
    let mut scratch = Scratch::default();
    let outside = index.like(Query::Other(&articles[0]), 5, &|_| true, &mut scratch);
    // The index does not know that it is the same, and gives it first.
    assert_eq!(outside[0].article, 0);
    assert!(outside[0].cosine > 0.99);
}

#[test]
fn labels_and_dates_decide_between_equals() {
    let mut articles = vec![
        article("Storm warning", "Wind and rain"),
        article("Flood in the valley", ""),
        article("Frost on the fields", ""),
        article("Heat in the city", ""),
        article("Other matters", "of another kind"),
        article("Still more matters", "of a kind"),
    ];
    articles[0].tags = vec!["Extreme weather".into()];
    articles[2].tags = vec!["extreme Weather".into()];
    articles[0].authors = vec![Author {
        name: "A. Moss".into(),
        ..Author::default()
    }];
    articles[3].authors = articles[0].authors.clone();
    assert_eq!(like(&index(&articles), Query::Known(0)), [2, 3]);
    let day = 86_400;
    for (at, days) in [(0, 100), (2, 20), (3, 100)] {
        articles[at].tags.clear();
        articles[at].authors.clear();
        articles[at].section = "Weather".into();
        articles[at].published = Some(days * day);
    }
    assert_eq!(like(&index(&articles), Query::Known(0)), [3, 2]);
}

#[test]
fn why_and_by_which_words() {
    let articles = feed();
    let index = index(&articles);
    let mut scratch = Scratch::default();
    let hit = index.like(Query::Known(0), 1, &|_| true, &mut scratch)[0];
    let shares = index.explain(&hit, &scratch);
    let terms: Vec<u32> = shares.iter().map(|share| share.term).collect();
    let found: Vec<String> = names(&index, &articles[hit.article], &terms)
        .into_iter()
        .map(|name| name.text)
        .collect();
    for word in ["Cable", "bridge", "harbor"] {
        assert!(found.iter().any(|name| name == word), "{found:?}");
    }
    let direct: f32 = shares.iter().map(|share| share.direct).sum();
    assert!((direct - hit.cosine).abs() < 0.001);
}

#[test]
fn next_to_nothing() {
    for articles in [
        vec![],
        vec![article("", "")],
        vec![article("One", "")],
        vec![article("", ""); 5],
        vec![
            article("🚢", "🌉🌉"),
            article("🚢", "🌉"),
            article("❤️", ""),
        ],
        vec![article("word", ""); 3],
    ] {
        let index = index(&articles);
        for at in 0..articles.len() {
            like(&index, Query::Known(at));
        }
        like(&index, Query::Other(&article("word", "One")));
    }
}

#[test]
fn dates_at_the_ends_of_time() {
    let mut articles = feed();
    articles[0].published = Some(i64::MAX);
    articles[2].published = Some(i64::MIN);
    articles[3].published = Some(0);
    assert_eq!(like(&index(&articles), Query::Known(0))[0], 2);
}
