//! `<newsrail-author>`: who wrote the article, and what else they have written.

use super::stage::{StageProps, stage};
use crate::ui::dom::{El, el};
use crate::ui::placement::{Placement, Retry};
use crate::ui::rail::{ListProps, image, list};
use crate::ui::shell::section;
use newsrail_core::article::{Author, Image};
use newsrail_core::choose::{AuthorBox, Basis, State};
use newsrail_core::texts::{AUTHOR, MORE_BY};
use std::rc::Rc;

/// The author's box, in whatever state it is. Where the author is not known,
/// what the publisher put inside is all there is.
pub(crate) fn author(placement: &Rc<Placement>, retry: Retry) -> El {
    let shown = Rc::clone(placement);
    let whole = move |state: &State| {
        let config = shown.config.get();
        let Some(AuthorBox { author, items }) = state.page() else {
            return Vec::new();
        };
        let section = section(&shown.host, &config, AUTHOR).child(profile(author));
        if items.is_empty() {
            return vec![section];
        }
        let name = author.name.as_str().into();
        let more = el!("p", class = "more").says_of(&shown.host, MORE_BY, name);
        let others = list(&ListProps {
            host: &shown.host,
            config: &config,
            basis: Basis::Latest,
            items,
        });
        vec![section.child(el!("div").child(more).child(others))]
    };
    stage(StageProps {
        placement,
        retry,
        nothing: None,
        whole: Box::new(whole),
    })
}

fn profile(author: &Author) -> El {
    let mut profile = el!("div", class = "author");
    if !author.picture.is_empty() {
        // The name beside it says who it is.
        let picture = Image {
            url: author.picture.clone(),
            ..Image::default()
        };
        profile = profile.child(image(&picture, ""));
    }
    let name = if author.url.is_empty() {
        el!("b", class = "name", part = "name")
    } else {
        el!("a", class = "name", part = "name", rel = "author").attr("href", &author.url)
    };
    let mut text = el!("div").child(name.text(&author.name));
    if !author.bio.is_empty() {
        text = text.child(el!("p", part = "bio", dir = "auto").text(&author.bio));
    }
    profile.child(text)
}
