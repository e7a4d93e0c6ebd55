//! The elements that an article page is made of beside its lists.

pub(crate) mod article;
pub(crate) mod author;
pub(crate) mod body;
pub(crate) mod comments;
pub(crate) mod discussion;
pub(crate) mod form;
mod found;
pub(crate) mod kept;
pub(crate) mod outcome;
pub(crate) mod reply;
pub(crate) mod send;
pub(crate) mod share;
pub(crate) mod slot;
pub(crate) mod stage;
mod within;
