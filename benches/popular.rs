//! Which order of Popular shows what is read next: raw counts, the last day's counts, or
//! the rate by half-lives of 3 to 192 hours. Printed is how many of the five articles
//! that are read most in the next hour each has among its first five, `cargo bench
//! --bench popular`.
//!
//! The newspaper is made. Articles come by a Poisson process and are read by one, hour by
//! hour, more by day than at night. How much an article is read follows Zipf's law.
//! Interest in it fades in one of three ways, each with half-lives from 3 to 36 hours
//! (Dezső et al., "Dynamics of information access on the web", 2006, found 36 for the
//! visits of a news portal, and less by the hour):
//!
//! - exponentially;
//! - as a stretched exponential (Wu and Huberman, "Novelty and collective attention", 2007);
//! - as a Hawkes process: readers bring readers, each of them .6 in the hours after
//!   (Hawkes, "Spectra of some self-exciting and mutually exciting point processes", 1971).

use newsrail_core::article::Article;
use newsrail_core::rank::popular::{by_rate, by_views};

/// Articles that the feed has, the newest.
const FEED: usize = 100;
/// Articles that count.
const TOP: usize = 5;
/// Hours before anything is asked: the feed is full then.
const BEFORE: usize = 24 * 20;
/// Hours that are asked about.
const HOURS: usize = 24 * 20;
/// Papers of each kind.
const PAPERS: u64 = 10;
/// Half-lives that are tried, in hours.
const HALF_LIVES: [u16; 9] = [3, 6, 9, 12, 18, 24, 48, 96, 192];
/// Readers whom a reader brings, in a Hawkes process.
const BRINGS: f64 = 0.6;

#[derive(Clone, Copy, PartialEq)]
enum Fading {
    Exponential,
    Stretched,
    Hawkes,
}

/// Park and Miller's generator: the same papers in every run.
struct Random(u64);

impl Random {
    /// 0 to 1, neither included.
    #[expect(clippy::cast_precision_loss, reason = "31 bits")]
    fn next(&mut self) -> f64 {
        self.0 = self.0 * 48_271 % 0x7fff_ffff;
        self.0 as f64 / 2_147_483_647.0
    }

    /// A number of a Poisson distribution: Knuth's way for small means, the normal
    /// distribution for great ones.
    fn poisson(&mut self, mean: f64) -> f64 {
        if mean > 50.0 {
            let normal =
                (-2.0 * self.next().ln()).sqrt() * (std::f64::consts::TAU * self.next()).cos();
            return (mean + mean.sqrt() * normal).round().max(0.0);
        }
        let (mut product, mut number) = (self.next(), 0.0);
        while product > (-mean).exp() {
            product *= self.next();
            number += 1.0;
        }
        number
    }
}

/// An article as it is read.
struct Story {
    /// The hour of its publication.
    hour: usize,
    /// Readers in its first hour, at noon.
    appeal: f64,
    /// Hours.
    half_life: f64,
    /// Hawkes: the readers who are yet to come for those who were there.
    excited: f64,
    /// Views of each hour since publication.
    views: Vec<f64>,
}

/// How many read at an hour, beside noon: a fifth at night.
fn readers(hour: usize) -> f64 {
    let angle = f64::from(u32::try_from(hour % 24).expect("a day")) / 24.0 * std::f64::consts::TAU;
    0.6 - 0.4 * angle.cos()
}

impl Story {
    fn new(hour: usize, random: &mut Random) -> Self {
        Self {
            hour,
            // Zipf's law: one in n has n times the readers, at most 1,000 times.
            appeal: 3.0 / random.next().max(0.001),
            half_life: 3.0 * 12_f64.powf(random.next()),
            excited: 0.0,
            views: Vec::new(),
        }
    }

    /// Has it read for an hour.
    fn read(&mut self, hour: usize, fading: Fading, random: &mut Random) {
        let age = f64::from(u32::try_from(hour - self.hour).expect("few hours")) / self.half_life;
        let own = match fading {
            Fading::Exponential => self.appeal * (-age).exp2(),
            Fading::Stretched => self.appeal * (-age.sqrt()).exp2(),
            // The paper's own readers stay away sooner; what they bring comes later.
            Fading::Hawkes => self.appeal * (-2.0 * age).exp2(),
        };
        // In an hour of few readers few of those who are due come.
        let mean = (own + self.excited / self.half_life) * readers(hour);
        let views = random.poisson(mean);
        if fading == Fading::Hawkes {
            self.excited += BRINGS * views - self.excited / self.half_life;
        }
        self.views.push(views);
    }

    fn last(&self, hours: usize) -> f64 {
        self.views.iter().rev().take(hours).sum()
    }
}

/// The feed's articles, counted over the last so many hours.
fn counted(feed: &[Story], hours: usize) -> Vec<Article> {
    let article = |story: &Story| Article {
        published: Some(i64::try_from(story.hour * 3600).expect("a month")),
        views: Some(story.last(hours)),
        ..Article::default()
    };
    feed.iter().map(article).collect()
}

/// Mean hits of each order for papers of one kind: raw counts, the last day's, each rate.
fn run(fading: Fading, a_day: f64) -> Vec<f64> {
    let mut hits = vec![0.0; HALF_LIVES.len() + 2];
    for paper in 1..=PAPERS {
        let mut random = Random(paper * 7919);
        let mut feed: Vec<Story> = Vec::new();
        for hour in 0..BEFORE + HOURS {
            // What was published by this hour has its counts until now.
            let orders = (hour >= BEFORE).then(|| orders(&feed, hour));
            for story in &mut feed {
                story.read(hour, fading, &mut random);
            }
            if let Some(orders) = orders {
                let truth = by_views(&counted(&feed, 1)).unwrap_or_default();
                let truth = &truth[..TOP];
                for (hits, order) in hits.iter_mut().zip(orders) {
                    let right = order
                        .iter()
                        .take(TOP)
                        .filter(|at| truth.contains(at))
                        .count();
                    *hits += f64::from(u32::try_from(right).expect("five"));
                }
            }
            let new = random.poisson(a_day / 24.0 * readers(hour) / 0.6);
            let mut left = new;
            while left > 0.0 {
                feed.push(Story::new(hour + 1, &mut random));
                left -= 1.0;
            }
            let over = feed.len().saturating_sub(FEED);
            feed.drain(..over);
        }
    }
    let asked = f64::from(u32::try_from(HOURS).expect("few"))
        * f64::from(u32::try_from(PAPERS).expect("few"));
    hits.iter().map(|hits| hits / asked).collect()
}

fn orders(feed: &[Story], hour: usize) -> Vec<Vec<usize>> {
    let all = counted(feed, usize::MAX);
    let mut orders = vec![
        by_views(&all).unwrap_or_default(),
        by_views(&counted(feed, 24)).unwrap_or_default(),
    ];
    let now = i64::try_from(hour * 3600).ok();
    for half_life in HALF_LIVES {
        orders.push(by_rate(&all, half_life, now).unwrap_or_default());
    }
    orders
}

fn main() {
    print!("{:42} counts last day", "of the next hour's five");
    for half_life in HALF_LIVES {
        print!(" {half_life:4} h");
    }
    println!();
    let mut sums = vec![0.0; HALF_LIVES.len() + 2];
    for (fading, name) in [
        (Fading::Exponential, "exponential"),
        (Fading::Stretched, "stretched exponential"),
        (Fading::Hawkes, "Hawkes"),
    ] {
        for a_day in [10.0, 30.0, 100.0] {
            let hits = run(fading, a_day);
            show(&format!("{name}, {a_day} articles a day"), &hits);
            for (sum, hits) in sums.iter_mut().zip(hits) {
                *sum += hits / 9.0;
            }
        }
    }
    show("mean", &sums);
}

fn show(name: &str, hits: &[f64]) {
    print!("{name:42} {:6.2} {:8.2}", hits[0], hits[1]);
    for hits in &hits[2..] {
        print!(" {hits:6.2}");
    }
    println!();
}
