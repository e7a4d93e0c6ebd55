//! `<newsrail-author>`: who wrote the article, and what else they have written.

use super::words;
use crate::article::Author;
use crate::ui::dom::{El, el};
use crate::ui::rail::list;
use crate::ui::shell::{failed, loading, section};
use crate::ui::stand::{Client, Stand};
use crate::ui::state::{Basis, State};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The author's box, in whatever state it is. Where the author is not known,
/// what the publisher put inside is all there is.
pub(crate) fn author(client: Rc<Client>, stand: Rc<Stand>) -> El {
    el("div").live(move || {
        let config = client.config.get();
        match &*client.state.get() {
            State::Loading => el("div").child(el("slot")).child(loading()),
            State::Failed => el("div").children(failed(&stand)),
            State::Author(author, items) => {
                let others = (!items.is_empty()).then(|| {
                    el("div")
                        .child(
                            el("p")
                                .attr("class", "more")
                                .text(words::MORE_BY)
                                .text(&author.name),
                        )
                        .child(list(&client, &config, Basis::Latest, items))
                });
                section(&config, words::AUTHOR)
                    .child(profile(author))
                    .children(others)
            }
            _ => el("slot"),
        }
    })
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
