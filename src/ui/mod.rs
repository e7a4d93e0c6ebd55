//! What the reader sees. Leptos components, one per file; `element` mounts
//! them in a shadow root, `newsstand` feeds them.
//!
//! Components are functions that give back an [`dom::El`] and not `view!`: the
//! macro turns static markup into `innerHTML`, which throws on a page that
//! requires Trusted Types.

pub(crate) mod act;
pub(crate) mod ahead;
pub(crate) mod choice;
pub(crate) mod dom;
pub mod element;
pub mod elements;
pub(crate) mod feed_set;
pub(crate) mod filling;
pub(crate) mod foot;
pub(crate) mod fresh;
pub(crate) mod live;
pub(crate) mod newsletter;
pub(crate) mod newsstand;
pub(crate) mod page;
pub mod placed;
pub(crate) mod post;
pub(crate) mod rail;
pub(crate) mod reader;
pub(crate) mod settings;
pub(crate) mod shell;
pub(crate) mod sign_up;
pub(crate) mod site;
pub(crate) mod source;
pub(crate) mod state;
pub(crate) mod subscribe;
pub(crate) mod words;
