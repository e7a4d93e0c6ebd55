//! Articles to an order: which are read most, and which are most like this one.

pub mod archive;
mod diversify;
pub mod engine;
pub mod front;
mod math;
pub mod popular;
pub mod reason;
pub mod related;
