//! The one sort of the whole crate.

use std::cmp::Ordering;

/// The indices `0..count` in an order; equals stay as they stand.
///
/// It is not generic: each further copy of the sort would cost the bundle some
/// kilobytes.
#[must_use]
pub fn sorted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|&a, &b| order(a, b));
    indices
}
