//! The "More like this" list: what the index finds, without repeats, not too
//! old, and with a reason for each.

use super::diversify::{COPY, NO_COPY, diversified};
use super::engine::{Index, Query, Scratch};
use super::math::exp2;
use super::reason::{Reason, shared};
use crate::article::Article;
use crate::text::date::Timestamp;
use std::cell::Cell;

/// Least cosine. Set by judgement, not measured: it costs little nDCG.
const FLOOR: f32 = 0.06;
/// What of its score an article keeps however old it is: twice as close, it comes first. Not measured.
const OLD: f32 = 0.5;
/// Days after which half of the rest is gone: a season. Not measured: one set alone has dates.
const OLD_DAYS: f32 = 90.0;
/// Weight of likeness to what is listed already, in percent of the best score: costs .002 to .003 of nDCG@10 beside 0.
pub const DIVERSITY: u8 = 30;
/// How many hits are looked at for one that is listed.
const POOL: usize = 4;
/// Articles of the pool whatever the list's length.
const LEAST_POOL: usize = 16;
/// How many a list is filled from at most: where all of them are copies of what stands there already, so is the rest.
const LOOKS: usize = 200;

const DAY: Timestamp = 86_400;

/// What the list is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelatedOptions {
    /// How many articles at most.
    pub count: usize,
    /// How much likeness to what is listed counts against an article, 0 to 1,
    /// in parts of the best score (Carbonell and Goldstein, "The use of MMR,
    /// diversity-based reranking for reordering documents and producing
    /// summaries", 1998).
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

/// The list for one article. `articles` are those of the index, in its order,
/// `latest` their positions by [date](super::popular::latest); only those that
/// `may` be are listed.
pub fn related(
    index: &Index,
    articles: &[Article],
    latest: &[usize],
    query: Query<'_>,
    may: &dyn Fn(usize) -> bool,
    options: &RelatedOptions,
    scratch: &mut Scratch,
) -> Vec<Listed> {
    let newest = latest.first().and_then(|&at| articles[at].published);
    let now = options.now.or(newest);
    let itself = match query {
        Query::Known(itself) => Some(itself),
        Query::Other(_) => None,
    };
    let admitted = |at: usize| Some(at) != itself && may(at);

    let pool = options.count.saturating_mul(POOL) + LEAST_POOL;
    let mut hits = index.like(query, pool, &admitted, scratch);
    // A copy of what is being read is no further reading.
    hits.retain(|hit| {
        hit.cosine >= options.floor
            && (hit.cosine < NO_COPY || index.repeats_query(hit.article, scratch) < COPY)
    });
    for hit in &mut hits {
        hit.score *= freshness(now, articles[hit.article].published);
    }
    let mut list = Vec::new();
    for hit in diversified(index, &hits, options.count, options.diversity, scratch) {
        let about = shared(index, &articles[hit.article], &index.why(&hit, scratch));
        // One that shares no more than the section comes with the section.
        if !about.is_empty() {
            let reason = Reason::Shares(about);
            list.push(Listed {
                article: hit.article,
                reason,
            });
        }
    }
    if options.fill && list.len() < options.count {
        let section = match query {
            Query::Known(itself) => articles.get(itself).map(|a| a.section.as_str()),
            Query::Other(article) => Some(article.section.as_str()),
        };
        let looks = Cell::new(LOOKS);
        let other = |at: usize| {
            let may = looks.get() > 0 && admitted(at);
            looks.set(looks.get() - usize::from(may));
            may && index.repeats_query(at, scratch) < COPY
        };
        fill(
            index,
            articles,
            latest,
            section.unwrap_or_default(),
            &other,
            options.count,
            &mut list,
        );
    }
    list
}

/// What is left of an article's score at its age.
fn freshness(now: Option<Timestamp>, published: Option<Timestamp>) -> f32 {
    let (Some(now), Some(published)) = (now, published) else {
        return 1.0;
    };
    #[expect(clippy::cast_precision_loss, reason = "days need no more digits")]
    let days = (now.saturating_sub(published).max(0) / DAY) as f32;
    OLD + (1.0 - OLD) * exp2(-days / OLD_DAYS)
}

/// Fills a list with the latest of the same section, then the latest of all.
fn fill(
    index: &Index,
    articles: &[Article],
    latest: &[usize],
    section: &str,
    admitted: &dyn Fn(usize) -> bool,
    count: usize,
    list: &mut Vec<Listed>,
) {
    for same_section in [true, false] {
        if same_section && section.is_empty() {
            continue;
        }
        for &article in latest {
            if list.len() >= count {
                return;
            }
            let stands = |listed: &Listed| {
                listed.article == article || index.repeats(listed.article, article) >= COPY
            };
            if same_section && articles[article].section != section
                || !admitted(article)
                || list.iter().any(stands)
            {
                continue;
            }
            let reason = if same_section {
                Reason::Section(section.to_owned())
            } else {
                Reason::Latest
            };
            list.push(Listed { article, reason });
        }
    }
}

#[cfg(test)]
mod tests {
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
            &latest(articles),
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
        let order = latest(&articles);
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
}
