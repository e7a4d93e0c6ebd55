//! How much each constant of the related engine matters: nDCG@10 on the
//! labelled sets with each of them halved and doubled, `cargo bench --bench
//! tune`. Arguments pick constants by name or set them: `title`, `title=2.5`;
//! `--one` prints the base alone, `--no-language` leaves stems and stop words
//! out, `--halves` tunes on half of the queries and tests on the other half,
//! `--sets` on all sets but one and tests on that one, `--copies` says how well
//! copies are told, `--templates` writes the same words into many articles.
//!
//! The sets are where `NEWSRAIL_RELATED` says; where they are not, the sweep
//! says so and is no failure.

mod copies;
mod set;

use newsrail_core::rank::engine::Tuning;
use newsrail_core::text::language::Language;
use set::Set;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

const SETS: [&str; 5] = [
    "fnc_story",
    "ecb_event",
    "uci_headlines",
    "bbc_topic",
    "abp_topic",
];

/// The set of small stories, which is made of the others.
const SMALL: usize = SETS.len();

/// Sets and settings: T for each set, F for those with texts; both of small stories.
const RUNS: [(usize, bool); 11] = [
    (0, false),
    (1, false),
    (2, false),
    (3, false),
    (4, false),
    (0, true),
    (1, true),
    (3, true),
    (4, true),
    (SMALL, false),
    (SMALL, true),
];

/// A constant's name and where it stands.
type Constant = (&'static str, fn(&mut Tuning) -> &mut f32);

const CONSTANTS: [Constant; 20] = [
    ("title", |t| &mut t.title),
    ("title-length", |t| &mut t.title_length),
    ("text-length", |t| &mut t.text_length),
    ("saturation", |t| &mut t.saturation),
    ("rarity", |t| &mut t.rarity),
    ("names", |t| &mut t.names),
    ("topicality", |t| &mut t.topicality),
    ("template-phrase", |t| &mut t.template_phrase),
    ("template-articles", |t| &mut t.template_articles),
    ("template-words", |t| &mut t.template_words),
    ("template-likeness", |t| &mut t.template_likeness),
    ("common", |t| &mut t.common),
    ("feedback", |t| &mut t.feedback),
    ("feedback-articles", |t| &mut t.feedback_articles),
    ("feedback-terms", |t| &mut t.feedback_terms),
    ("near", |t| &mut t.near),
    ("near-days", |t| &mut t.near_days),
    ("latent", |t| &mut t.latent),
    ("latent-vectors", |t| &mut t.latent_vectors),
    ("latent-rounds", |t| &mut t.latent_rounds),
];

fn main() {
    let Some(folder) = folder() else {
        println!("skipped: NEWSRAIL_RELATED names no folder of labelled sets");
        return;
    };
    let templates = std::env::args().any(|argument| argument == "--templates");
    let load = |name: &&str| {
        let set = Set::load(&folder.join(format!("{name}.jsonl")));
        if templates { set.with_templates() } else { set }
    };
    let mut sets: Vec<Set> = SETS.iter().map(load).collect();
    sets.push(Set::small_stories(
        &[&sets[0], &sets[1]],
        &[&sets[3], &sets[4]],
    ));
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    if arguments.iter().any(|a| a == "--copies") {
        copies::show(&sets[..SMALL]);
        return;
    }
    let mut tuning = Tuning::NEWS;
    let mut chosen = Vec::new();
    for argument in &arguments {
        if argument.starts_with("--") {
            continue;
        }
        let (name, value) = argument.split_once('=').unwrap_or((argument, ""));
        let Some(constant) = CONSTANTS.iter().find(|c| c.0 == name) else {
            println!("no constant {name}");
            return;
        };
        let values: Vec<f32> = value.split(',').filter_map(|v| v.parse().ok()).collect();
        match values[..] {
            [one] => *(constant.1)(&mut tuning) = one,
            _ => chosen.push((*constant, values)),
        }
    }
    let base = measure(&sets, tuning, |_| true);
    let heads = SETS.map(|set| &set[..3]).join("   ");
    println!(
        "{:24} {heads}  T mean  fnc   ecb   bbc   abp  F mean   small T, F",
        ""
    );
    show("as it is", &base, None);
    if arguments.iter().any(|a| a == "--one") {
        return;
    }
    if arguments.iter().any(|a| a == "--halves" || a == "--sets") {
        cross(&sets, tuning, arguments.iter().any(|a| a == "--sets"));
        return;
    }
    if chosen.is_empty() {
        chosen = CONSTANTS.iter().map(|c| (*c, Vec::new())).collect();
    }
    for ((name, place), values) in chosen {
        let now = *place(&mut tuning);
        let values = if values.is_empty() {
            [0.0, 0.5, 0.75, 1.33, 2.0].map(|f| f * now).to_vec()
        } else {
            values
        };
        for value in values {
            let mut other = tuning;
            *place(&mut other) = value;
            show(
                &format!("{name} {value:.3}"),
                &measure(&sets, other, |_| true),
                Some(&base),
            );
        }
    }
}

/// Climbs from the constants at half of their values on one part, and says
/// what that gives on the other part beside the constants as they are.
fn cross(sets: &[Set], tuning: Tuning, by_set: bool) {
    let folds = if by_set { SETS.len() } else { 2 };
    for fold in 0..folds {
        let held = |query: usize, set: usize| {
            if by_set {
                set == fold
            } else {
                query % 2 == fold
            }
        };
        let mean = |tuning: Tuning, test: bool| {
            let runs = measure_by(sets, tuning, &|set, query| {
                // Small stories are of articles that stand in other sets.
                set != SMALL && held(query, set) == test
            });
            let (mut sum, mut n) = (0.0, 0.0);
            for value in runs.into_iter().flatten() {
                sum += value;
                n += 1.0;
            }
            sum / n
        };
        let mut best = tuning;
        let mut score = mean(best, false);
        for (_, place) in CONSTANTS {
            for factor in [0.67, 1.5] {
                let mut other = best;
                *place(&mut other) *= factor;
                let now = mean(other, false);
                if now > score {
                    (best, score) = (other, now);
                }
            }
        }
        println!(
            "fold {fold}: tuned on the rest {score:.4} (as it is {:.4}); tested {:.4} (as it is {:.4})",
            mean(tuning, false),
            mean(best, true),
            mean(tuning, true)
        );
    }
}

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("NEWSRAIL_RELATED").map(PathBuf::from)?;
    named.join("bbc_topic.jsonl").exists().then_some(named)
}

/// English, or with `--no-language` none: no stems and no stop words.
fn language() -> Language {
    if std::env::args().any(|argument| argument == "--no-language") {
        Language::OTHER
    } else {
        Language::ENGLISH
    }
}

/// Mean nDCG@10 of each run.
fn measure(sets: &[Set], tuning: Tuning, asked: fn(usize) -> bool) -> Vec<f64> {
    let runs = measure_by(sets, tuning, &|_, query| asked(query));
    runs.into_iter().map(Option::unwrap_or_default).collect()
}

/// The same over some queries; `None` where a run has none of them.
fn measure_by(
    sets: &[Set],
    tuning: Tuning,
    asked: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Vec<Option<f64>> {
    // The longest first, so that both cores end together.
    let order = [8, 4, 7, 5, 10, 2, 6, 9, 0, 3, 1];
    let next = AtomicUsize::new(0);
    let done = Mutex::new(vec![None; RUNS.len()]);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(&run) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let (set, whole) = RUNS[run];
                    let value =
                        sets[set].ndcg(whole, language(), tuning, &|query| asked(set, query));
                    done.lock().expect("no thread fails")[run] = value;
                }
            });
        }
    });
    done.into_inner().expect("no thread fails")
}

fn show(name: &str, runs: &[f64], base: Option<&[f64]>) {
    let mean = |runs: &[f64]| {
        (
            runs[..5].iter().sum::<f64>() / 5.0,
            runs[5..9].iter().sum::<f64>() / 4.0,
        )
    };
    let figures = |runs: &[f64]| {
        runs.iter()
            .map(|v| format!("{v:.4}"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (t, f) = mean(runs);
    let change = base.map_or(String::new(), |base| {
        let (bt, bf) = mean(base);
        let (small, before) = (&runs[9..], &base[9..]);
        format!(
            "  {:+.4} {:+.4}  {:+.4} {:+.4}",
            t - bt,
            f - bf,
            small[0] - before[0],
            small[1] - before[1]
        )
    });
    println!(
        "{name:24} {}  {t:.4}  {}  {f:.4}  {}{change}",
        figures(&runs[..5]),
        figures(&runs[5..9]),
        figures(&runs[9..])
    );
}
