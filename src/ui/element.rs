//! From a custom element to a mounted view, and back.

use crate::host::{console, programs};
use crate::ui::ahead;
use crate::ui::elements::Elements;
use crate::ui::live::Live;
use crate::ui::newsstand::Newsstand;
use crate::ui::placement::Placement;
use crate::ui::root::set_style;
use any_spawner::Executor;
use js_sys::{Array, Function, Map};
use newsrail_core::config::{Config, Kind};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, HtmlElement};

thread_local! {
    static NEWSSTAND: RefCell<Option<Rc<Newsstand>>> = const { RefCell::new(None) };
}

/// Called once by the loader: with the script tag, whose `data-*` are the
/// page's defaults; a `Map` from the feeds that it has asked for already to the
/// Promises of their Responses; a function that brings a further program by
/// its name, a Promise of what that exports; and the `CSSStyleSheet` of all
/// elements. A program adds which elements it has.
pub fn start(
    script: Option<Element>,
    early: Map,
    bring: &Function,
    style: JsValue,
    elements: &'static Elements,
) {
    programs::begin(bring);
    set_style(style);
    // Leptos does it with the first view; here tasks come before that. Where there
    // is another instance on the page it has one of its own.
    let _ = Executor::init_wasm_bindgen();
    let _ = NEWSSTAND.replace(Some(Newsstand::new(script, early, elements)));
}

/// Mounts what belongs into an element into its shadow root, in place of all
/// that is there; a list once it is known what stands in it.
///
/// # Errors
/// Where the element is none that this build knows.
#[wasm_bindgen]
pub fn mount(host: HtmlElement) -> Result<Mounted, JsValue> {
    let kind = Kind::of(&host.local_name())
        .ok_or_else(|| JsValue::from_str("not an element of newsrail's"))?;
    let newsstand = NEWSSTAND
        .with_borrow(Clone::clone)
        .ok_or_else(|| JsValue::from_str("not started"))?;
    let config = configured(kind, &host, newsstand.script.as_ref());
    let placement = Placement::new(kind, host, Live::new(config), None);
    if !kind.is_list() {
        newsstand.mount(&placement);
    }
    if kind.reads_feed() {
        newsstand.join(Rc::clone(&placement));
    }
    Ok(Mounted {
        placement,
        newsstand,
    })
}

/// What the lists of the page would show beside another article: each element
/// that is one, and its list after it. Empty where no feed has that article.
#[wasm_bindgen]
#[must_use]
pub fn beside(url: &str) -> Array {
    let newsstand = NEWSSTAND.with_borrow(Clone::clone);
    newsstand.map_or_else(Array::new, |newsstand| ahead::beside(&newsstand, url))
}

/// A mounted element. Freeing it takes the component down.
#[wasm_bindgen]
#[must_use = "freeing it unmounts"]
pub struct Mounted {
    placement: Rc<Placement>,
    newsstand: Rc<Newsstand>,
}

#[wasm_bindgen]
impl Mounted {
    /// Reads the element's attributes anew, after one has changed.
    pub fn refresh(&self) {
        let config = configured(
            self.placement.kind,
            &self.placement.host,
            self.newsstand.script.as_ref(),
        );
        self.placement.config.set(config);
        self.newsstand.refill(&self.placement);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.newsstand.leave(&self.placement);
        // The view's closures own the placement that owns the view.
        self.placement.view.take();
    }
}

/// The settings of an element; what could not be used is said in the console.
fn configured(kind: Kind, host: &HtmlElement, script: Option<&Element>) -> Rc<Config> {
    let attribute = |name: &'static str| {
        let of_page = || script?.get_attribute(&["data-", name].concat());
        host.get_attribute(name).or_else(of_page)
    };
    let mut complaints = Vec::new();
    let config = Config::new(kind, attribute, &mut complaints);
    for complaint in &complaints {
        console::complain(host, complaint);
    }
    Rc::new(config)
}
