//! Feeds of next to nothing, and of what no newsroom would send: always a list where there
//! is anything to list, and each article once.

use super::*;

/// A list beside each article of a feed, and beside one of no feed, before more is learnt
/// of it and after: as long as it can be, without the article itself, and the same again.
fn listed_in_full(articles: &[Article]) {
    for learns in [false, true] {
        let index = || {
            let mut index = Index::new(Language::ENGLISH);
            index.extend(articles);
            if learns {
                index.learn();
            }
            index
        };
        let (one, other) = (index(), index());
        let options = RelatedOptions::default();
        let by_date = latest(articles, None);
        let stranger = article("A stranger's bridge", "мост 橋 γέφυρα", "City");
        let known = (0..articles.len()).map(Query::Known);
        for query in known.chain([Query::Other(&stranger)]) {
            let listed = |index: &Index| {
                let scratch = &mut Scratch::default();
                related(
                    index,
                    articles,
                    &by_date,
                    query,
                    &|_| true,
                    &options,
                    scratch,
                )
            };
            let list = listed(&one);
            assert_eq!(list, listed(&other));
            let mut places = order(&list);
            places.sort_unstable();
            places.dedup();
            let others = match query {
                Query::Known(itself) => {
                    assert!(!places.contains(&itself));
                    articles.len() - 1
                }
                Query::Other(_) => articles.len(),
            };
            assert_eq!(places.len(), others.min(options.count));
        }
    }
}

#[test]
fn feeds_of_none_to_three_articles() {
    for few in 0..=3 {
        listed_in_full(&feed()[..few]);
    }
}

#[test]
fn all_the_same_text() {
    for many in [2, 5, 120] {
        listed_in_full(&vec![
            article("One headline", "and one text for all", "City");
            many
        ]);
    }
}

#[test]
fn articles_without_words() {
    for many in [1, 4, 120] {
        listed_in_full(&vec![article("", "", ""); many]);
        listed_in_full(&vec![article("🚢 …", "?! — 🌉", ""); many]);
    }
    let mut some = feed();
    some.push(article("", "", ""));
    some.push(article("…", "", "City"));
    listed_in_full(&some);
}

#[test]
fn mixed_scripts() {
    let scripts = [
        article("The bridge is closed", "Мост закрыт на ремонт", "City"),
        article("橋は閉鎖された", "東京都の橋", "City"),
        article("الجسر مغلق", "גשר נסגר", ""),
        article("पुल बंद है", "สะพานปิด", "市"),
        article("Γέφυρα", "다리 통제", "Город"),
    ];
    listed_in_full(&scripts);
    let many: Vec<Article> = scripts.iter().cloned().cycle().take(130).collect();
    listed_in_full(&many);
}

/// Words of one article each: no two have anything in common, and the matrix that is learnt
/// from has nothing in it. And two halves that share one word: its values are all alike, so
/// that no number of steps would tell its vectors apart.
#[test]
fn what_converges_to_nothing() {
    let strangers = (0..150).map(|n| article(&format!("w{n}x"), &format!("v{n}y"), ""));
    listed_in_full(&strangers.collect::<Vec<_>>());
    let halves = (0..150).map(|n| article(if n % 2 == 0 { "left" } else { "right" }, "", ""));
    listed_in_full(&halves.collect::<Vec<_>>());
}
