//! The "More like this" list: what the index finds, repeats last, not too old, and
//! with a reason for each.

use super::diversify::diversified;
pub use super::diversify::{COPY, NO_COPY};
use super::engine::{Hit, Index, Query, Scratch};
use super::math::exp2;
use super::reason::{Reason, shared};
use crate::article::Article;
use crate::text::date::Timestamp;

/// Least cosine. Set by judgement, not measured: it costs little nDCG.
const FLOOR: f32 = 0.06;
/// The part of its score that an article keeps however old it is: twice as close, it comes first. Not measured.
const OLD: f32 = 0.5;
/// Days after which half of the rest is gone: a season. Not measured: one set alone has dates.
const OLD_DAYS: f32 = 90.0;
/// Weight of likeness to what is listed already, in percent of the best score: costs .002 to .003 of nDCG@10 beside 0.
pub const DIVERSITY: u8 = 30;
/// Hits that are looked at for each that is listed.
const POOL: usize = 4;
/// The least hits that are looked at, whatever the length of the list.
const LEAST_POOL: usize = 16;
/// The most articles that are compared to fill a list: where so many are copies of its articles, so are the others.
const LOOKS: usize = 200;

const DAY: Timestamp = 86_400;

/// How the list is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelatedOptions {
    /// The most articles.
    pub count: usize,
    /// How much likeness to what is listed counts against an article, 0 to 1, in
    /// parts of the best score: see `diversify`.
    pub diversity: f32,
    /// Least cosine of an article that is listed for its words, 0 to 1.
    pub floor: f32,
    /// The present, from which ages count; without it the newest article's date.
    pub now: Option<Timestamp>,
    /// Whether a short list is filled from the same section, then the latest.
    pub fill: bool,
}

impl Default for RelatedOptions {
    fn default() -> Self {
        Self {
            count: 5,
            diversity: f32::from(DIVERSITY) / 100.0,
            floor: FLOOR,
            now: None,
            fill: true,
        }
    }
}

/// An article of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its position among the articles.
    pub article: usize,
    /// Why it is there.
    pub reason: Reason,
}

/// The list for one article, of those that `filter` admits. `articles` are those of the
/// index, in its order, and `latest` their positions by [date](super::popular::latest).
pub fn related(
    index: &Index,
    articles: &[Article],
    latest: &[usize],
    query: Query<'_>,
    filter: &dyn Fn(usize) -> bool,
    options: &RelatedOptions,
    scratch: &mut Scratch,
) -> Vec<Listed> {
    let newest = latest.first().and_then(|&at| articles[at].published);
    let now = options.now.or(newest);
    let itself = match query {
        Query::Known(itself) => Some(itself),
        Query::Other(_) => None,
    };
    let admitted = |at: usize| Some(at) != itself && filter(at);

    let pool = options.count.saturating_mul(POOL) + LEAST_POOL;
    let mut hits = index.like(query, pool, &admitted, scratch);
    hits.retain(|hit| hit.cosine >= options.floor);
    for hit in &mut hits {
        hit.score *= freshness(now, articles[hit.article].published);
    }
    // A copy of the article that is being read is hardly further reading.
    let (mut copies, mut others) = (Vec::new(), Vec::new());
    for hit in hits {
        let is_copy = hit.cosine >= NO_COPY && index.repeats_query(hit.article, scratch) >= COPY;
        if is_copy { &mut copies } else { &mut others }.push(hit);
    }
    let mut list = List {
        count: options.count,
        listed: Vec::new(),
    };
    let picked = diversified(index, &others, options.count, options.diversity, scratch);
    let about = |hit: &Hit| shared(index, &articles[hit.article], &index.explain(hit, scratch));
    // One that shares no more than the section comes with the section.
    list.take(&picked, &about);
    if options.fill && !list.is_full() {
        let section = match query {
            Query::Known(itself) => articles.get(itself).map(|a| a.section.as_str()),
            Query::Other(article) => Some(article.section.as_str()),
        };
        let section = section.unwrap_or_default();
        let mut looks = LOOKS;
        for same_section in [true, false] {
            for &at in latest {
                if looks == 0 || list.is_full() {
                    break;
                }
                let of_section = !section.is_empty() && articles[at].section == section;
                if same_section && !of_section || list.has(at) || !admitted(at) {
                    continue;
                }
                looks -= 1;
                let repeats = |listed: &Listed| index.repeats(listed.article, at) >= COPY;
                if index.repeats_query(at, scratch) < COPY && !list.listed.iter().any(repeats) {
                    list.push(at, filled(of_section, section));
                }
            }
        }
        // Copies come last: a column's articles are alike, and better than nothing.
        list.take(&others, &about);
        list.take(&copies, &about);
        for &at in latest {
            if !list.is_full() && !list.has(at) && admitted(at) {
                let of_section = !section.is_empty() && articles[at].section == section;
                list.push(at, filled(of_section, section));
            }
        }
    }
    list.listed
}

/// The list as far as it has been made.
struct List {
    count: usize,
    listed: Vec<Listed>,
}

impl List {
    fn is_full(&self) -> bool {
        self.listed.len() >= self.count
    }

    fn has(&self, article: usize) -> bool {
        self.listed.iter().any(|listed| listed.article == article)
    }

    fn push(&mut self, article: usize, reason: Reason) {
        self.listed.push(Listed { article, reason });
    }

    /// Takes in what was found, each once, as far as it shares words with the article
    /// being read.
    fn take(&mut self, hits: &[Hit], about: &dyn Fn(&Hit) -> Vec<String>) {
        for hit in hits {
            if self.is_full() || self.has(hit.article) {
                continue;
            }
            let about = about(hit);
            if !about.is_empty() {
                self.push(hit.article, Reason::Shares(about));
            }
        }
    }
}

/// Why an article fills a list.
fn filled(of_section: bool, section: &str) -> Reason {
    if of_section {
        Reason::Section(section.to_owned())
    } else {
        Reason::Latest
    }
}

/// The part of its score that is left of an article at its age.
fn freshness(now: Option<Timestamp>, published: Option<Timestamp>) -> f32 {
    let (Some(now), Some(published)) = (now, published) else {
        return 1.0;
    };
    #[expect(clippy::cast_precision_loss, reason = "days need no more digits")]
    let days = (now.saturating_sub(published).max(0) / DAY) as f32;
    OLD + (1.0 - OLD) * exp2(-days / OLD_DAYS)
}

#[cfg(test)]
mod tests;
