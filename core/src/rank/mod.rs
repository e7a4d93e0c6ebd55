//! Articles to an order: which are read most, and which are most like this one.

pub mod archive;
pub mod engine;
pub mod front;
mod math;
pub mod popular;
pub mod reason;
pub mod related;
mod vary;

use std::cmp::Ordering;

/// The indices `0..count` in an order; equals stay as they stand. One sort for
/// the whole crate: each further one would cost the bundle some kilobytes.
pub fn sorted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|&a, &b| order(a, b));
    indices
}
