//! A list made at publishing time is the list made in a browser: this runs natively and
//! among the browser's tests, and must find the same bits.

use newsrail_core::article::Article;
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::text::language::Language;

/// What the bits of all scores come to.
const DIGEST: u32 = 2_404_473_272;

/// Two hundred articles of words that whole numbers choose.
fn articles() -> Vec<Article> {
    let mut state = 1_u32;
    let mut below = |most: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % most
    };
    let mut articles = Vec::new();
    for at in 0..200 {
        let subject = below(12) * 20;
        let mut text = |words: u32| {
            let words = (0..words).map(|n| match n % 3 {
                0 => format!("common{}", below(60)),
                _ => format!("Subject{}", subject + below(20)),
            });
            words.collect::<Vec<_>>().join(" ")
        };
        articles.push(Article {
            title: text(6),
            summary: text(24),
            published: Some(1_700_000_000 + at * 40_000),
            ..Article::default()
        });
    }
    articles
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn the_same_bits_natively_and_in_a_browser() {
    let articles = articles();
    let mut index = Index::new(Language::ENGLISH);
    index.extend(&articles);
    let mut scratch = Scratch::default();
    let mut digest = 0_u32;
    for learns in [false, true] {
        if learns {
            index.learn();
        }
        for at in 0..articles.len() {
            for hit in index.like(Query::Known(at), 10, &|_| true, &mut scratch) {
                let place = u32::try_from(hit.article).expect("few");
                for bits in [place, hit.score.to_bits(), hit.cosine.to_bits()] {
                    digest = (digest ^ bits).wrapping_mul(16_777_619);
                }
            }
        }
    }
    assert_eq!(digest, DIGEST);
}
