//! Articles to an order: the most read, the most like one, the front page.

pub mod archive;
mod diversify;
pub mod engine;
pub mod front;
mod math;
pub mod own_language;
pub mod popular;
pub mod reason;
pub mod related;
