//! Feedback from articles that are of another story.

use super::*;

/// One relative, and a story of four that shares a word with the query. Feedback asked
/// two of the four, which brought the others before the relative of few words.
#[test]
fn another_story_is_asked_for_less() {
    let mut articles = vec![
        article("Pier opens after storm", "Ropes and paint were new"),
        article("Paint for the pier", "A gull watched for an hour"),
    ];
    for (title, summary) in [
        (
            "Storm takes roofs in Selby",
            "Selby farms lose roofs and barns",
        ),
        (
            "Selby counts roofs lost in storm",
            "Barns and farms of Selby are bare",
        ),
        (
            "Storm barns: Selby farms get aid",
            "Roofs in Selby are mended",
        ),
        (
            "Selby farms mend barns after storm",
            "Roofs of Selby cost more",
        ),
    ] {
        articles.push(article(title, summary));
    }
    for n in 0..40 {
        articles.push(article(
            &format!("Other {n}x matter"),
            &format!("Of kind {}k", n / 3),
        ));
    }
    let index = index(&articles);
    let mut scratch = Scratch::default();
    let hits = index.like(Query::Known(0), 10, &|_| true, &mut scratch);
    let score = |at: usize| {
        let hit = hits.iter().find(|hit| hit.article == at);
        hit.map_or(0.0, |hit| hit.score)
    };
    assert_eq!(hits[0].article, 1, "{hits:?}");
    for other in 2..6 {
        assert!(score(1) > 3.0 * score(other), "{hits:?}");
    }
    // The relative has no nearer article, and is asked in full.
    assert_eq!(like(&index, Query::Known(1))[0], 0);
}
