//! Lists of a small feed.

use super::*;
use crate::rank::popular::latest;
use crate::text::language::Language;

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
    let mut index = Index::new(Language::English);
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
fn a_copy_of_what_is_read_is_not_listed() {
    assert!(!order(&list(&feed(), Query::Known(1), &RelatedOptions::default())).contains(&2));
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
    let articles = vec![article("One headline for all", "and one text", "City"); 1_000];
    let mut index = Index::new(Language::English);
    index.extend(&articles);
    let order = latest(&articles, None);
    let (query, options) = (Query::Known(7), RelatedOptions::default());
    let scratch = &mut Scratch::default();
    let found = related(&index, &articles, &order, query, &may, &options, scratch);
    assert_eq!(found, []);
    assert!(asked.get() >= LOOKS && asked.get() < 2 * LOOKS);
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
