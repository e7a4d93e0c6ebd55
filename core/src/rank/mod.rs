//! Articles to an order: which are read most, which are most like this one,
//! and which of them a list may still take.

pub mod archive;
mod diversify;
pub mod engine;
pub mod front;
mod math;
pub mod popular;
pub mod reason;
pub mod related;
pub mod rules;
