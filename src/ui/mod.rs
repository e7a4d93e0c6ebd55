//! What the reader sees: views on Leptos's reactive graph, one per file. `element`
//! takes an element in, `newsstand` fills it, `root` is where its view is mounted.
//!
//! A view is a function that gives back an [`dom::El`]. The lists' WebAssembly was
//! 62,733 bytes that way, and 90,930 with `view!` and `#[component]`: there every
//! element is a type with code of its own (docs/decisions/002).

pub(crate) mod act;
pub(crate) mod ahead;
pub(crate) mod dom;
pub mod element;
pub mod elements;
pub(crate) mod feed_page;
pub(crate) mod feed_set;
pub(crate) mod filling;
pub(crate) mod foot;
pub(crate) mod fresh;
pub mod newsstand;
pub(crate) mod page;
pub mod placed;
pub(crate) mod placement;
pub(crate) mod post;
pub(crate) mod rail;
pub(crate) mod rc_signal;
pub(crate) mod reader;
pub(crate) mod root;
pub(crate) mod settings;
pub(crate) mod shell;
pub(crate) mod sign_up;
pub(crate) mod site;
pub(crate) mod source;
pub(crate) mod subscribe;
