//! The host page: what it says of itself, what it is told, and what its browser
//! keeps for it.

pub(crate) mod cache;
pub(crate) mod clock;
pub(crate) mod console;
pub(crate) mod device;
pub(crate) mod events;
pub(crate) mod languages;
pub(crate) mod looks;
pub(crate) mod navigation;
pub(crate) mod offer;
pub(crate) mod page;
pub(crate) mod platform;
pub(crate) mod programs;
pub(crate) mod texts;
