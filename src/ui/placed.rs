//! The elements that the newsstand fills: how each comes and goes.

use crate::host::{platform, programs};
use crate::net::take_over;
use crate::ui::ahead;
use crate::ui::element::{self, Standing};
use crate::ui::newsstand::{Elements, Newsstand};
use crate::ui::placement::Placement;
use crate::ui::rc_signal::RcSignal;
use crate::ui::settings;
use js_sys::{Array, Function, Map};
use newsrail_core::config::{Config, Kind};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Element, HtmlElement};

thread_local! {
    static NEWSSTAND: Cell<Option<&'static Newsstand>> = const { Cell::new(None) };
}

/// [`start`](element::start) of a program whose elements show something of feeds.
/// `early` is a `Map` from the feeds that the loader has asked for already to the
/// Promises of their Responses; `bring` brings a further program by its name, a
/// Promise of what that exports.
pub fn start_with_feeds(
    script: Option<Element>,
    style: JsValue,
    early: Map,
    bring: &Function,
    elements: &'static Elements,
) {
    programs::begin(bring);
    platform::begin();
    take_over(early);
    element::start(script, style, placed);
    NEWSSTAND.set(Some(Newsstand::new(elements)));
}

/// What the lists of the page would show beside another article: each element
/// that is one, and its list after it. Empty where no feed has that article.
#[must_use]
pub fn beside(url: &str) -> Array {
    NEWSSTAND
        .get()
        .map_or_else(Array::new, |newsstand| ahead::beside(newsstand, url))
}

/// An element in its place.
struct Placed {
    placement: Rc<Placement>,
    newsstand: &'static Newsstand,
}

/// Puts an element in its place: its view at once, but a list's once it is known
/// what stands in it.
pub(super) fn placed(kind: Kind, host: HtmlElement) -> Option<Box<dyn Standing>> {
    let newsstand = NEWSSTAND.get()?;
    let config = RcSignal::new(configured(kind, &host));
    let placement = Placement::new(kind, host, config, None);
    if !kind.is_list() {
        newsstand.mount(&placement);
    }
    newsstand.join(&placement);
    Some(Box::new(Placed {
        placement,
        newsstand,
    }))
}

impl Standing for Placed {
    fn refresh(&self) {
        let placement = &self.placement;
        placement
            .config
            .set(Rc::new(configured(placement.kind, &placement.host)));
        self.newsstand.refill(placement);
    }

    fn reload(&self) {
        self.newsstand.reload(&self.placement);
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        self.newsstand.leave(&self.placement);
        // The view's closures own the placement that owns the view.
        self.placement.view.take();
    }
}

fn configured(kind: Kind, host: &HtmlElement) -> Config {
    settings::read(host, |attributes| Config::read(kind, attributes))
}
