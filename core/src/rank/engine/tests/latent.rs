//! Likeness of the second order.

use super::*;
use crate::rank::engine::latent::LEAST;
use crate::rank::engine::learning::Learning;

/// A hundred and more articles of twenty subjects, each of two of its subject's ten words.
fn subjects() -> Vec<Article> {
    let mut articles = Vec::new();
    for subject in 0..20 {
        for first in 0..10 {
            for second in (first + 1..10).step_by(3) {
                let word = |n: usize| format!("w{}x", subject * 10 + n);
                articles.push(article(&word(first), &word(second)));
            }
        }
    }
    articles
}

fn is_of_subject(found: &[usize], articles: &[Article]) -> usize {
    let number = |article: &Article| article.title[1..article.title.len() - 1].parse::<usize>();
    let of = |at: usize| number(&articles[at]).expect("a number") / 10;
    found.iter().filter(|&&at| of(at) == of(0)).count()
}

/// The first has the words 0 and 1. No other of 3 and 6 shares one.
#[test]
fn other_words_of_the_same_subject_are_found() {
    let articles = subjects();
    assert!(articles.len() >= LEAST);
    let index = index(&articles);
    let other = articles
        .iter()
        .position(|article| article.title == "w3x" && article.summary == "w7x")
        .expect("one");
    let score = |index: &Index| {
        let hits = index.like(Query::Known(0), 400, &|_| true, &mut Scratch::default());
        let hit = hits.iter().find(|hit| hit.article == other).copied();
        hit.map_or(0.0, |hit| hit.score)
    };
    let before = score(&index);
    index.learn();
    assert!(score(&index) > before, "{} {before}", score(&index));
    let found = like(&index, Query::Known(0));
    assert_eq!(is_of_subject(&found, &articles), 10, "{found:?}");
    // From outside, too.
    assert_eq!(
        is_of_subject(&like(&index, Query::Other(&articles[0])), &articles),
        10
    );
}

#[test]
fn in_pieces_it_is_as_at_once() {
    let articles = subjects();
    let (whole, pieces) = (index(&articles), index(&articles));
    whole.learn();
    let lists = pieces.posting_lists().expect("enough articles");
    let mut learning = Learning::new(pieces.len(), &Tuning::NEWS);
    let mut turns = 1;
    while !learning.go_on(&lists, &|| true) {
        turns += 1;
    }
    pieces.keep_coordinates(learning.coordinates());
    assert!(turns > 3, "{turns}");
    for at in [0, 7, 99] {
        let hits =
            |index: &Index| index.like(Query::Known(at), 9, &|_| true, &mut Scratch::default());
        assert_eq!(hits(&whole), hits(&pieces));
    }
    assert!(whole.memory() > index(&articles).memory());
}

#[test]
fn a_small_feed_is_as_it_was() {
    let articles = subjects();
    let few = index(&articles[..LEAST - 1]);
    assert!(few.posting_lists().is_none());
    let before = like(&few, Query::Known(0));
    few.learn();
    assert_eq!(like(&few, Query::Known(0)), before);
}

/// More articles make what was learnt of the fewer untrue.
#[test]
fn growing_forgets_it() {
    let articles = subjects();
    let mut grown = index(&articles[..LEAST]);
    grown.learn();
    grown.extend(&articles[LEAST..]);
    grown.learn();
    let whole = index(&articles);
    whole.learn();
    assert_eq!(like(&grown, Query::Known(0)), like(&whole, Query::Known(0)));
}

/// A matrix of one vector, of none, and of two scripts: no step divides by 0, and there
/// are as many as of any other.
#[test]
fn what_gives_no_vectors() {
    let steps = |articles: &[Article]| {
        let index = index(articles);
        let looks = std::cell::Cell::new(0);
        let enough = || {
            looks.set(looks.get() + 1);
            false
        };
        let lists = index.posting_lists().expect("enough articles");
        let mut learning = Learning::new(index.len(), &Tuning::NEWS);
        assert!(learning.go_on(&lists, &enough));
        index.keep_coordinates(learning.coordinates());
        for at in [0, 1, 99] {
            like(&index, Query::Known(at));
        }
        looks.get()
    };
    let same = article("One headline for all", "and one text of some words");
    let mut mixed = vec![article("橋は閉鎖された", "東京都"); 60];
    mixed.extend(vec![
        article("The bridge is closed", "Мост закрыт");
        60
    ]);
    mixed.push(article("", ""));
    assert!(steps(&vec![same; 200]) > 0);
    assert!(steps(&vec![article("", ""); 200]) > 0);
    assert!(steps(&mixed) > 0);
}

/// What another program hands back may be of another feed, or nothing.
#[test]
fn coordinates_of_other_articles_change_nothing() {
    let articles = subjects();
    let index = index(&articles);
    let before = like(&index, Query::Known(0));
    for wrong in [vec![1; articles.len() + 1], vec![1; 7], Vec::new()] {
        index.keep_coordinates(wrong);
        assert_eq!(like(&index, Query::Known(0)), before);
    }
    index.learn();
    assert_ne!(like(&index, Query::Known(0)), before);
}
