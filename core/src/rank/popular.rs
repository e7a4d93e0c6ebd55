//! The order of the Popular list, and of the latest where there are no counts.
//!
//! A count of views since publication becomes a rate. Else the article that led last
//! week would lead for ever. Attention to news fades with a half-life (Wu and Huberman,
//! "Novelty and collective attention", 2007; their curve is a stretched exponential, and
//! a plain one is assumed here). If it halves every `h` hours, an article of age `a`
//! hours with `V` views is read at present
//!
//! ```text
//! V / E  times an hour, where  E = (2^(a/h) - 1) · h / ln 2  hours
//! ```
//!
//! because `V` is the integral of the fading rate from publication until now.
//! Two views in the first three minutes are no forty an hour. So each article is given
//! one hour at the mean rate `m` of all. The estimate is `(V + m) / (E + 1)`, the mean
//! of the posterior of a Poisson rate with a gamma prior (Gelman et al., "Bayesian Data
//! Analysis", 2.6).

use super::math::exp2;
use crate::article::Article;
use crate::sort::sorted;
use crate::text::date::Timestamp;
use crate::text::link::{key, path_of};
use std::cmp::Ordering;

/// Hours in which attention to an article halves, unless the publisher says otherwise.
/// `cargo bench --bench popular` tries others on made papers; 18 to 48 show nearly as
/// much of what is read next.
pub const HALF_LIFE: u16 = 24;
/// Hours at the mean rate that each article is given beforehand.
const PRIOR: f32 = 1.0;

/// Positions of the articles by their counts as they are given, most viewed first: for
/// counts of one period and for rank lists. Among equals the newest comes first. Those
/// without a count come last. `None` where no article has one.
#[must_use]
pub fn by_views(articles: &[Article]) -> Option<Vec<usize>> {
    by(articles, &|at| articles[at].views)
}

/// Positions of the articles by the rate at which they are read at present, for counts
/// since publication. `half_life` is in hours, 0 for counts that are taken as they are.
/// `now` is the present; the newest article's date stands in where it is not known. Order
/// and `None` are as in [`by_views`].
#[must_use]
pub fn by_rate(articles: &[Article], half_life: u16, now: Option<Timestamp>) -> Option<Vec<usize>> {
    if half_life == 0 {
        return by_views(articles);
    }
    let rates = rates(articles, f32::from(half_life), now);
    by(articles, &|at| rates[at])
}

/// The position of the article that an entry of counts is of. The entry's identifier is
/// the key of an address, or a path on any host.
#[must_use]
pub fn counted(articles: &[Article], entry: &Article) -> Option<usize> {
    articles.iter().position(|article| {
        let key = key(&article.url);
        !key.is_empty() && (key == entry.id || path_of(&key) == entry.id)
    })
}

/// Views an hour, `None` without a count.
fn rates(articles: &[Article], half_life: f32, now: Option<Timestamp>) -> Vec<Option<f64>> {
    let now = now.or_else(|| articles.iter().filter_map(|a| a.published).max());
    let mut exposures = Vec::with_capacity(articles.len());
    let (mut sum, mut number) = (0.0, 0.0);
    for article in articles {
        let exposure = f64::from(exposure(age(article, half_life, now), half_life) + PRIOR);
        exposures.push(exposure);
        if let Some(views) = count(article) {
            sum += views / exposure;
            number += 1.0;
        }
    }
    let mean = if number > 0.0 { sum / number } else { 0.0 };
    let mut rates = Vec::with_capacity(articles.len());
    for (article, exposure) in articles.iter().zip(exposures) {
        let views = count(article);
        rates.push(views.map(|views| (views + mean * f64::from(PRIOR)) / exposure));
    }
    rates
}

/// Views that can be views.
fn count(article: &Article) -> Option<f64> {
    article
        .views
        .filter(|views| views.is_finite() && *views >= 0.0)
}

/// Hours since publication; one half-life for an article without a date.
fn age(article: &Article, half_life: f32, now: Option<Timestamp>) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "ages need no more digits")]
    match (now, article.published) {
        (Some(now), Some(published)) => now.saturating_sub(published).max(0) as f32 / 3600.0,
        _ => half_life,
    }
}

/// Hours of reading at the present rate that give as many views as an article
/// has had since publication.
fn exposure(age: f32, half_life: f32) -> f32 {
    (exp2((age / half_life).min(100.0)) - 1.0) * half_life / std::f32::consts::LN_2
}

fn by(articles: &[Article], value: &dyn Fn(usize) -> Option<f64>) -> Option<Vec<usize>> {
    let known = (0..articles.len()).any(|at| value(at).is_some());
    let value = |at: usize| value(at).unwrap_or(-1.0);
    known.then(|| {
        sorted(articles.len(), &|a, b| {
            let by_value = value(b).total_cmp(&value(a));
            by_value.then_with(|| newest_first(&articles[a], &articles[b]))
        })
    })
}

/// Seconds that a date may lie ahead of the present: no two clocks agree, and some
/// publishers write their own as if it were UTC.
const AHEAD: Timestamp = 86_400;

/// Indices of the articles, newest first; those without a date come last, in the feed's
/// order. Beyond a day ahead of `now` a date is none: an article of the year 2099 would
/// lead for ever.
#[must_use]
pub fn latest(articles: &[Article], now: Option<Timestamp>) -> Vec<usize> {
    let last = now.map_or(Timestamp::MAX, |now| now.saturating_add(AHEAD));
    let date = |at: usize| articles[at].published.filter(|&date| date <= last);
    sorted(articles.len(), &|a, b| date(b).cmp(&date(a)))
}

fn newest_first(a: &Article, b: &Article) -> Ordering {
    b.published.cmp(&a.published)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(of: &[(Option<f64>, Option<i64>)]) -> Vec<Article> {
        of.iter()
            .map(|&(views, published)| Article {
                published,
                views,
                ..Article::default()
            })
            .collect()
    }

    #[test]
    fn most_viewed_first_ties_by_date() {
        let list = articles(&[
            (Some(5.0), Some(1)),
            (None, Some(9)),
            (Some(7.0), None),
            (Some(5.0), Some(2)),
        ]);
        assert_eq!(by_views(&list), Some(vec![2, 3, 0, 1]));
    }

    #[test]
    fn yesterdays_giant_does_not_stand_for_ever() {
        let hour = 3600;
        let now = 1000 * hour;
        let list = articles(&[
            // A giant of ten days, a success of this morning, a failure of it.
            (Some(30_000.0), Some(now - 240 * hour)),
            (Some(900.0), Some(now - 5 * hour)),
            (Some(9.0), Some(now - 5 * hour)),
        ]);
        assert_eq!(by_rate(&list, 48, Some(now)), Some(vec![1, 0, 2]));
        assert_eq!(by_views(&list), Some(vec![0, 1, 2]));
        // With no fading to speak of the total decides.
        assert_eq!(by_rate(&list, u16::MAX, Some(now)).map(|l| l[0]), Some(1));
        // Two readers in the first minute are no trend.
        let list = articles(&[
            (Some(2.0), Some(now - 60)),
            (Some(400.0), Some(now - 10 * hour)),
        ]);
        assert_eq!(by_rate(&list, HALF_LIFE, Some(now)), Some(vec![1, 0]));
    }

    #[test]
    fn a_rate_is_the_present_part_of_all_views() {
        // An article read r times in its first hour, fading with half-life h,
        // has r·h/ln 2·(1 − 2^(−a/h)) views at age a, and r·2^(−a/h) an hour.
        let (r, h, a) = (100.0_f32, 48.0_f32, 72.0_f32);
        let views = r * h / std::f32::consts::LN_2 * (1.0 - (-a / h).exp2());
        assert!((views / exposure(a, h) - r * (-a / h).exp2()).abs() < 0.01);
    }

    #[test]
    fn counts_that_are_none_and_dates_that_are_none() {
        let list = articles(&[
            (Some(f64::NAN), Some(1)),
            (Some(-5.0), None),
            (Some(3.0), None),
            (None, Some(i64::MAX)),
            (Some(f64::INFINITY), Some(i64::MIN)),
        ]);
        assert_eq!(by_rate(&list, HALF_LIFE, None).map(|l| l[0]), Some(2));
        assert_eq!(by_rate(&[], HALF_LIFE, None), None);
    }

    #[test]
    fn without_counts_there_is_no_popular() {
        let list = articles(&[(None, None), (None, Some(1)), (None, Some(2)), (None, None)]);
        assert_eq!(by_views(&list), None);
        assert_eq!(by_rate(&list, HALF_LIFE, None), None);
        assert_eq!(latest(&list, None), [2, 1, 0, 3]);
    }

    #[test]
    fn a_date_to_come_is_none() {
        let (now, day) = (1_795_372_894, 86_400);
        let dates = [now - day, now + 366 * day, now + day, now];
        let list = articles(&dates.map(|date| (None, Some(date))));
        assert_eq!(latest(&list, Some(now)), [2, 3, 0, 1]);
        assert_eq!(latest(&list, None), [1, 2, 3, 0]);
        // The years 2099 and 9999, and two days ahead.
        for ahead in [4_070_908_800, 253_402_300_799, now + 2 * day] {
            let list = articles(&[(None, Some(ahead)), (None, Some(now)), (None, None)]);
            assert_eq!(latest(&list, Some(now))[0], 1, "{ahead}");
        }
    }
}
