//! `<newsrail-author>`: who wrote the article, and what else they have written.

use super::stage::stage;
use super::words;
use crate::article::Author;
use crate::ui::dom::{El, el};
use crate::ui::rail::list;
use crate::ui::shell::section;
use crate::ui::stand::{Client, Stand};
use crate::ui::state::{Basis, State};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The author's box, in whatever state it is. Where the author is not known,
/// what the publisher put inside is all there is.
pub(crate) fn author(client: Rc<Client>, stand: Rc<Stand>) -> El {
    let shown = Rc::clone(&client);
    let whole = move |state: &State| {
        let config = shown.config.get();
        let State::Author(author, items) = state else {
            return Vec::new();
        };
        let section = section(&config, words::AUTHOR).child(profile(author));
        if items.is_empty() {
            return vec![section];
        }
        let more = el("p class=more").text(words::MORE_BY).text(&author.name);
        let others = list(&shown, &config, Basis::Latest, items);
        vec![section.child(el("div").child(more).child(others))]
    };
    stage(&client, stand, "", Box::new(whole))
}

fn profile(author: &Author) -> El {
    let picture = (!author.picture.is_empty()).then(|| {
        el("img")
            .attr("loading", "lazy")
            .attr("decoding", "async")
            .attr("alt", "")
            .attr("src", &author.picture)
            // One that does not load leaves its place to the text.
            .on("error", |event| {
                if let Some(image) = event.target() {
                    image.unchecked_ref::<Element>().remove();
                }
            })
    });
    let name = if author.url.is_empty() {
        el("b").text(&author.name)
    } else {
        el("a")
            .attr("rel", "author")
            .attr("href", &author.url)
            .text(&author.name)
    };
    let name = name.attr("part", "name").attr("class", "name");
    let bio = (!author.bio.is_empty()).then(|| {
        el("p")
            .attr("part", "bio")
            .attr("dir", "auto")
            .text(&author.bio)
    });
    el("div")
        .attr("class", "author")
        .children(picture)
        .child(el("div").child(name).children(bio))
}
