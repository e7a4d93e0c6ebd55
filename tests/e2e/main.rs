//! The whole of it in a real browser, against real servers. Run by `make test`,
//! on what `make dist` has built.
#![cfg(not(target_arch = "wasm32"))]

mod accessibility;
mod ahead;
mod apps;
mod bad_article;
mod bad_input;
mod bundles;
mod engines;
mod feeds;
mod formats;
mod fresh;
mod gallery;
mod hostile;
mod hosts;
mod items;
mod keyboard;
mod lab;
mod languages;
mod layouts;
mod licences;
mod limits;
mod matrix;
mod navigation;
mod once;
mod page;
mod partner;
mod pictures;
mod plugin;
mod post;
mod providers;
mod reply;
mod reply_elsewhere;
mod shipped;
mod sign_up;
mod space;
mod standalone;
mod styling;
mod support;
mod support_smoke;
mod texts;
mod wordpress;
mod wordpress_smoke;
