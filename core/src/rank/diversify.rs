//! Diversity: copies of what is listed are left out, and likeness to what is listed
//! already counts against an article.
//!
//! This is maximal marginal relevance (Carbonell and Goldstein, "The use of MMR,
//! diversity-based reranking for reordering documents and producing summaries",
//! 1998), with the greatest score in place of 1.

use super::engine::{Hit, Index, Scratch};

/// How far two articles [repeat](Index::repeats) each other that count as one text. Of the
/// labelled pairs from here on by headline and summary all have the same body, as
/// `make tune` says with `--copies`. The share of common words alone, .6 of them, was met
/// by as many pairs of different articles as of the same.
pub const COPY: f32 = 0.65;
/// Cosine below which two articles are no copies, however they are worded.
pub const NO_COPY: f32 = 0.5;

/// Picks at most `count` hits, one after the other that of the best score less its
/// likeness to those picked. Copies of one that is picked are left out.
/// `diversity` is how much likeness counts, 0 to 1, in parts of the best score.
pub(super) fn diversified(
    index: &Index,
    hits: &[Hit],
    count: usize,
    diversity: f32,
    scratch: &mut Scratch,
) -> Vec<Hit> {
    let vectors = index.vectors(hits);
    let best = hits.iter().fold(0.0_f32, |best, hit| best.max(hit.score));
    // The greatest cosine with one that is picked; infinite for one that is picked itself
    // or a copy.
    let mut likeness = vec![0.0_f32; hits.len()];
    let mut picked = Vec::new();
    while picked.len() < count {
        let value = |at: usize| hits[at].score - diversity * best * likeness[at];
        let mut next: Option<usize> = None;
        for (at, likeness) in likeness.iter().enumerate() {
            if likeness.is_finite() && next.is_none_or(|other| value(at) > value(other)) {
                next = Some(at);
            }
        }
        let Some(next) = next else { break };
        vectors.compare(next, scratch, &mut |other, cosine| {
            let copy =
                cosine >= NO_COPY && index.repeats(hits[next].article, hits[other].article) >= COPY;
            let cosine = if copy { f32::INFINITY } else { cosine };
            likeness[other] = likeness[other].max(cosine);
        });
        likeness[next] = f32::INFINITY;
        picked.push(hits[next]);
    }
    picked
}
