//! What `indexmap` uses of the crate `hashbrown`, in place of it. Leptos keeps
//! what follows a value in sets of `indexmap`, which find their entries in a
//! table of `hashbrown`. Here a value has a handful of followers: a list that
//! is searched from its start is as quick, and a kilobyte less to load. What
//! else uses `indexmap` is in the tests, and small.

pub mod hash_table;

/// Why there is no room for more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TryReserveError {
    /// More than an address space holds.
    CapacityOverflow,
    /// The allocator has none left.
    AllocError {
        /// What was asked for.
        layout: std::alloc::Layout,
    },
}
