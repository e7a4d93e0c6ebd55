//! A rail: heading, list, and a way to subscribe.

use crate::host::{self, events, looks};
use crate::ui::dom::{El, el};
use crate::ui::foot::foot;
use crate::ui::placement::{Placement, Retry, watched};
use crate::ui::shell::{at_level, class, failed, named, notice};
use js_sys::Array;
use newsrail_core::article::Image;
use newsrail_core::choose::{Basis, Item, State};
use newsrail_core::config::{Config, Kind, Layout};
use newsrail_core::rank::reason::Reason;
use newsrail_core::text::link::key;
use newsrail_core::texts::{self, Text};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, HtmlElement};

/// The list of an element that is one, in whatever state it is.
pub(crate) fn rail(placement: Rc<Placement>, retry: Retry) -> El {
    let below = foot(&placement);
    watched(el!("div"), &placement)
        .live_where_seen(move || {
            content(&ContentProps {
                placement: &placement,
                config: &placement.config.get(),
                state: &placement.state.get(),
                retry: &retry,
            })
        })
        .child(below)
}

/// What stands above the way to subscribe.
pub(super) struct ContentProps<'c> {
    /// The element that it is in.
    pub(super) placement: &'c Placement,
    /// What that is set to.
    pub(super) config: &'c Config,
    /// What it shows.
    pub(super) state: &'c State,
    /// Where its feed could not be had: tries again.
    pub(super) retry: &'c Retry,
}

/// The heading and the list, or what is said in its place.
pub(super) fn content(props: &ContentProps<'_>) -> El {
    let ContentProps {
        placement,
        config,
        state,
        retry,
    } = *props;
    let host = &placement.host;
    // What the author wrote stays where it was.
    let bare = authored(host) && !matches!(state, State::List(..));
    let heading = if bare {
        Some("")
    } else {
        config.heading.as_deref()
    };
    let class = class("rail ", config);
    let usual = usual_heading(placement.kind, state);
    named(host, config.heading_level, &class, heading, usual).children(match state {
        // It has been tried before, in vain.
        State::Loading => vec![el!("slot"), notice(host, texts::LOADING)],
        State::List(basis, items) => vec![list(&ListProps {
            host,
            config,
            basis: *basis,
            items,
        })],
        State::Failed => failed(host, Rc::clone(retry)),
        State::Empty => vec![el!("slot"), notice(host, texts::NOTHING)],
        State::Page(_) => Vec::new(),
    })
}

/// The heading that says what the list is: nothing is called popular that is
/// only the latest.
fn usual_heading(kind: Kind, state: &State) -> Text {
    match (kind, state) {
        (_, State::List(Basis::Latest, _)) => texts::LATEST,
        (Kind::Popular, _) => texts::POPULAR,
        _ => texts::MORE_LIKE_THIS,
    }
}

#[wasm_bindgen(module = "/web/host/document.js")]
extern "C" {
    /// Whether the author put anything into the element.
    #[wasm_bindgen(js_name = isAuthored)]
    fn authored(host: &HtmlElement) -> bool;
}

/// A list of articles.
pub(crate) struct ListProps<'l> {
    /// The element that it is in.
    pub(crate) host: &'l HtmlElement,
    /// What that is set to.
    pub(crate) config: &'l Config,
    /// By what the list was chosen: only the most read are numbered.
    pub(crate) basis: Basis,
    /// The articles, in their order.
    pub(crate) items: &'l [Rc<Item>],
}

/// The list.
pub(crate) fn list(props: &ListProps<'_>) -> El {
    // Safari drops the role of a list that has no bullets.
    let is_order = props.basis == Basis::Popular || props.config.layout == Layout::Numbered;
    let list = if is_order {
        el!("ol", role = "list", part = "list")
    } else {
        el!("ul", role = "list", part = "list")
    };
    let list = list.children(props.items.iter().map(|shown| item(props, shown)));
    finish(props, &list);
    list
}

/// Has a list get what few elements ask for, if its own does.
#[expect(
    clippy::cast_precision_loss,
    reason = "dates and minutes are not that large"
)]
fn finish(props: &ListProps<'_>, list: &El) {
    if props.config.layout == Layout::Carousel || props.config.has_meta {
        // What is said there is said anew in another language.
        host::texts::follow();
    }
    let items = Array::new();
    for item in props.items {
        let row = Array::of1(&key(&item.url).into());
        if let Some(details) = &item.details {
            row.push(&details.kicker.as_str().into());
            row.push(&details.section.as_str().into());
            row.push(&events::texts(&details.authors));
            row.push(&details.published.map(|at| at as f64).into());
            row.push(&(details.minutes as f64).into());
        }
        items.push(&row);
    }
    looks::finish(props.host, &list.node(), &items);
}

/// One article of a list.
fn item(list: &ListProps<'_>, item: &Rc<Item>) -> El {
    let config = list.config;
    let mut text = el!("div", class = "text")
        .child(at_level(el!("h3"), 3, config.heading_level).child(headline(list.host, item)));
    if config.excerpts && !item.excerpt.is_empty() {
        text = text.child(el!("p", part = "excerpt", dir = "auto").text(&item.excerpt));
    }
    if config.reasons {
        text = text.child(reason(list.host, &item.reason));
    }
    let entry = el!("li", part = "item").child(text);
    match &item.image {
        Some(image) if config.images => entry.child(picture(image, "auto,15em")),
        _ => entry,
    }
}

/// Why an article is listed, in a line.
fn reason(host: &HtmlElement, reason: &Reason) -> El {
    let (text, value) = match reason {
        Reason::Shares(about) => (texts::ABOUT, events::texts(about).into()),
        Reason::Section(section) => (texts::MORE_FROM, section.as_str().into()),
        #[expect(clippy::cast_precision_loss, reason = "a feed has few articles")]
        Reason::Views { rank } => (texts::MOST_READ, (*rank as f64).into()),
        Reason::Latest => (texts::AMONG_LATEST, JsValue::UNDEFINED),
        Reason::Given => (texts::CHOSEN, JsValue::UNDEFINED),
    };
    el!("p", class = "reason", part = "reason").says_of(host, text, value)
}

/// A headline that leads to its article, unless the page takes that upon itself.
pub(crate) fn headline(host: &HtmlElement, item: &Rc<Item>) -> El {
    let (host, chosen) = (host.clone(), Rc::clone(item));
    let mut link = el!("a", part = "headline", dir = "auto").attr("href", &item.url);
    if let Some(label) = &item.paid {
        let mark = el!("span", class = "paid", part = "paid", dir = "auto");
        let mark = if label.is_empty() {
            mark.says(&host, texts::SPONSORED)
        } else {
            mark.text(label)
        };
        link = link.attr("rel", "sponsored").child(mark).text(" ");
    }
    link.text(&item.title).on("click", move |event| {
        if !events::selected(&host, &chosen) {
            event.prevent_default();
        }
    })
}

/// The picture beside a headline, in the size that fits where the feed offers several:
/// `sizes` is for browsers that do not know how wide it is, as the attribute has it.
pub(crate) fn picture(of: &Image, sizes: &str) -> El {
    el!("div", class = "picture", part = "picture").child(image(of, sizes))
}

/// A picture that is not waited for; one that does not load leaves no broken
/// sign.
pub(crate) fn image(of: &Image, sizes: &str) -> El {
    // How it is loaded is said before the address, which loads it.
    let mut image = el!("img", loading = "lazy", decoding = "async").attr("alt", &of.alt);
    if !of.sizes.is_empty() {
        image = image.attr("sizes", sizes).attr("srcset", &of.sizes);
    }
    if let Some([x, y]) = of.focus {
        looks::crop(&image.node(), x, y);
    }
    image.attr("src", &of.url).on("error", |event| {
        if let Some(image) = event.target() {
            image.unchecked_ref::<Element>().remove();
        }
    })
}
