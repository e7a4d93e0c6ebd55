//! Whatever stands in articles, they can be ranked.

use newsrail_core::article::Article;
use newsrail_core::rank::engine::{Index, Query, Scratch, language};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::related::{RelatedOptions, related};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// What once failed, tried first in every run. The file is made by the first
/// failure and belongs into the repository.
const FAILED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/ranking/failed.txt");

/// It once was beside the tests of another folder, where nobody looks and no
/// commit takes it up.
#[test]
fn what_fails_is_noted_beside_the_tests() {
    let beside = std::path::Path::new(FAILED).parent().expect("a folder");
    assert!(beside.join("main.rs").is_file(), "{FAILED}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(FAILED))),
        ..ProptestConfig::default()
    })]

    /// Whatever stands in them, articles have lists: of others, each once, as many as
    /// there are.
    #[test]
    fn any_text_has_a_list(
        texts in prop::collection::vec(("[A-Ea-e '’.,:東京都ชาวא😀-]{0,40}", ".{0,60}"), 2..7),
    ) {
        let articles: Vec<Article> = texts
            .into_iter()
            .map(|(title, summary)| Article {
                title,
                summary,
                ..Article::default()
            })
            .collect();
        let mut index = Index::new(language("", &articles));
        index.extend(&articles);
        let mut scratch = Scratch::default();
        for at in 0..articles.len() {
            for query in [Query::Known(at), Query::Other(&articles[at])] {
                let list = related(
                    &index,
                    &articles,
                    &latest(&articles, None),
                    query,
                    &|other| other != at,
                    &RelatedOptions::default(),
                    &mut scratch,
                );
                let mut listed: Vec<usize> = list.iter().map(|listed| listed.article).collect();
                prop_assert!(!listed.contains(&at));
                let count = listed.len();
                listed.sort_unstable();
                listed.dedup();
                prop_assert_eq!(listed.len(), count);
                prop_assert_eq!(count, (articles.len() - 1).min(5));
            }
        }
    }
}
