//! What the reader sees: views on Leptos's reactive graph, one per file. `element`
//! takes an element in, `newsstand` fills it, `root` mounts its view.
//!
//! A view is a function from its props to a [`dom::El`]. Decision 002 says why it is
//! not one of Leptos's own.

pub(crate) mod act;
pub(crate) mod ahead;
pub(crate) mod dom;
pub mod element;
pub mod elements;
pub(crate) mod feed_page;
pub(crate) mod feed_set;
pub(crate) mod filling;
pub(crate) mod fresh;
pub(crate) mod live;
pub(crate) mod newsstand;
pub(crate) mod page;
pub(crate) mod placement;
pub(crate) mod rail;
pub(crate) mod reader;
pub(crate) mod root;
pub(crate) mod shell;
pub(crate) mod sign_up;
pub(crate) mod site;
pub(crate) mod source;
pub(crate) mod subscribe;
pub(crate) mod words;
