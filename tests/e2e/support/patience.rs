//! When a test gives up waiting: once nothing has moved for a minute of the machine's
//! time. A machine that is busy with other things has shorter minutes.

use std::thread::available_parallelism;
use std::time::{Duration, Instant};

/// How often what still moves is waited for anew: a page that asks its server for
/// something again and again comes to nothing either.
const TURNS: usize = 5;

/// The time that one wait has left.
pub(crate) struct Patience {
    limit: f64,
    left: f64,
    looked: Instant,
    turns: usize,
    moved: Vec<String>,
}

impl Patience {
    /// So much of the time of a machine that has nothing else to do.
    pub(crate) fn of(limit: Duration) -> Self {
        Self {
            limit: limit.as_secs_f64(),
            left: limit.as_secs_f64(),
            looked: Instant::now(),
            turns: 0,
            moved: Vec::new(),
        }
    }

    /// Whether that much has passed.
    pub(crate) fn is_over(&mut self) -> bool {
        self.left -= self.looked.elapsed().as_secs_f64() / waiting_for_each_core();
        self.looked = Instant::now();
        self.left < 0.0
    }

    /// Begins anew where `moved`, which changes as long as something goes on, is
    /// another than it was at the last end; gives back whether it has.
    pub(crate) fn renew(&mut self, moved: Vec<String>) -> bool {
        let goes_on = moved != self.moved && self.turns < TURNS;
        self.turns += 1;
        self.moved = moved;
        self.left = self.limit;
        goes_on
    }
}

/// How many processes want each core of this machine, at least one; one where the
/// system does not say.
fn waiting_for_each_core() -> f64 {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let wanting: f64 = load
        .split(' ')
        .next()
        .and_then(|load| load.parse().ok())
        .unwrap_or(1.0);
    let cores = available_parallelism().map_or(1, usize::from);
    let cores = u32::try_from(cores).map_or(1.0, f64::from);
    (wanting / cores).max(1.0)
}

/// A time that ends what hangs for ever, for calls that tell nothing until they are
/// done: so long that no busy machine comes near it.
pub(crate) const HANGS: Duration = Duration::from_mins(30);
