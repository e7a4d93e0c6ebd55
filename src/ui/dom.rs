//! The one view that every component here is made of.
//!
//! Leptos's own gives every element a type, made of its attributes and
//! children, and every type its own code to build, rebuild, mount and take
//! down. For a page's application that is speed; for a widget it is weight. An
//! [`El`] is built as it is written and never rebuilt: what changes is an
//! effect that puts another in its place. docs/weight.md has the sizes.

use crate::host::texts;
use leptos::prelude::RenderEffect;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::task::spawn_local;
use newsrail_core::texts::Text;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::{Element, Event, HtmlElement, Text as TextNode};

#[wasm_bindgen(module = "/web/host/document.js")]
extern "C" {
    /// Names come from this crate, so it does not fail.
    fn create(name: &str) -> Element;
    /// Puts an element into another, in the place of an old one if there is one, unless
    /// what was made the same may stay; whether it has. The focus stays on a link to the
    /// same address, or goes to the first.
    fn show(parent: &Element, old: Option<&Element>, new: &Element, may_stay: bool) -> bool;
}

/// An element, and all that must live as long as it does: its listeners and
/// effects, and those of the elements inside it.
#[must_use = "an element is nothing until it is shown"]
pub(crate) struct El {
    node: Element,
    kept: Vec<Kept>,
}

/// What stops when it is dropped, and is kept for that alone.
enum Kept {
    Listener(#[expect(dead_code, reason = "kept")] Listener),
    Effect(#[expect(dead_code, reason = "kept")] Effect),
}

/// A dropped effect stays in the sets of what it follows, which may be as long as the
/// page: so it leaves them.
struct Effect(RenderEffect<()>);

impl Drop for Effect {
    fn drop(&mut self) {
        let this = self.0.to_any_subscriber();
        this.clear_sources(&this);
    }
}

/// An element may outlive all that is kept of it here: its picture has yet to fail,
/// or somebody holds on to its button. So it is told first that nobody listens any
/// more, or the event would throw into the host page.
struct Listener {
    node: Element,
    name: &'static str,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Taking away a listener that is there cannot fail.
        let _ = self
            .node
            .remove_event_listener_with_callback(self.name, self.act.as_ref().unchecked_ref());
    }
}

/// An element by its name and the attributes that stay as they are:
/// `el!("input", id = "email", class = "wide field", required)`. A value that is
/// known only later, and a name with a hyphen, are [`El::attr`]'s.
macro_rules! el {
    ($tag:literal $(, $name:ident $(= $value:literal)?)* $(,)?) => {
        $crate::ui::dom::element($tag, &[$((stringify!($name), concat!($($value)?))),*])
    };
}
pub(crate) use el;

/// An element by its name, with these attributes.
pub(crate) fn element(name: &str, attributes: &[(&str, &str)]) -> El {
    let node = create(name);
    for (name, value) in attributes {
        set(&node, name, value);
    }
    let kept = Vec::new();
    El { node, kept }
}

/// Moves the focus, if the element takes it; if not, that is no reason to fail.
pub(crate) fn focus(element: &Element) {
    drop(element.unchecked_ref::<HtmlElement>().focus());
}

/// Moves the focus to what is about to stand on the page.
pub(crate) fn focus_soon(element: Element) {
    spawn_local(async move { focus(&element) });
}

impl El {
    /// An attribute whose value is not known beforehand.
    pub(crate) fn attr(self, name: &'static str, value: &str) -> Self {
        set(&self.node, name, value);
        self
    }

    /// An attribute that changes with the values that its own is made from;
    /// `None` takes it away.
    pub(crate) fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + 'static,
    ) -> Self {
        let node = self.node.clone();
        self.effect(Box::new(move || set_or_remove(&node, name, value())))
    }

    /// What is done to the element now, and whenever a value changes that this asks for.
    pub(crate) fn follow(self, act: impl Fn(&Element) + 'static) -> Self {
        let node = self.node();
        self.effect(Box::new(move || act(&node)))
    }

    /// What happens on an event.
    pub(crate) fn on(self, name: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(name, Box::new(act))
    }

    fn listen(mut self, name: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        let act = Closure::wrap(act);
        let node = self.node();
        // Adding a listener to an element that was just made cannot fail.
        let _ = node.add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
        self.kept.push(Kept::Listener(Listener { node, name, act }));
        self
    }

    /// Text inside this one.
    pub(crate) fn text(self, text: &str) -> Self {
        let appended = self.node.append_with_str_1(text);
        appended.expect("a page that lets nothing be appended keeps what its author wrote");
        self
    }

    /// A text of newsrail's own inside this one, in the language of the element that
    /// it is shown in.
    pub(crate) fn says(self, host: &HtmlElement, text: Text) -> Self {
        self.says_of(host, text, JsValue::UNDEFINED)
    }

    /// The same with a value in it, see [`texts::text`].
    pub(crate) fn says_of(self, host: &HtmlElement, text: Text, value: JsValue) -> Self {
        let host = host.clone();
        self.live_text(move || texts::text(&host, text, &value))
    }

    /// The same as an attribute.
    pub(crate) fn says_in(self, name: &'static str, host: &HtmlElement, text: Text) -> Self {
        let host = host.clone();
        self.follow(move |node| set(node, name, &texts::text(&host, text, &JsValue::UNDEFINED)))
    }

    /// Text inside this one that changes with the values that it is made from.
    pub(crate) fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        let Ok(node) = TextNode::new() else {
            return self;
        };
        // Appending to an element that was just made cannot fail.
        let _ = self.node.append_child(&node);
        self.effect(Box::new(move || node.set_data(&text())))
    }

    /// An element inside this one.
    pub(crate) fn child(mut self, mut child: El) -> Self {
        put(&self.node, &child.node);
        self.kept.append(&mut child.kept);
        self
    }

    /// Elements inside this one.
    pub(crate) fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    /// An element inside this one that is made anew whenever a value that it
    /// is made from changes.
    pub(crate) fn live(self, view: impl Fn() -> El + 'static) -> Self {
        self.live_view(Box::new(view), false)
    }

    /// The same of what may stay where it looks no different: whatever it does when it is
    /// used goes by what is seen.
    pub(crate) fn live_where_seen(self, view: impl Fn() -> El + 'static) -> Self {
        self.live_view(Box::new(view), true)
    }

    fn live_view(self, view: Box<dyn Fn() -> El>, may_stay: bool) -> Self {
        let parent = self.node.clone();
        let mut shown: Option<El> = None;
        self.effect(Box::new(move || {
            let next = view();
            let old = shown.as_ref().map(|shown: &El| &shown.node);
            if !show(&parent, old, &next.node, may_stay) {
                return;
            }
            shown = Some(next);
        }))
    }

    /// Boxed, so that there is one effect to compile and not one for each
    /// closure.
    fn effect(mut self, mut act: Box<dyn FnMut()>) -> Self {
        let effect = RenderEffect::new(move |_: Option<()>| act());
        self.kept.push(Kept::Effect(Effect(effect)));
        self
    }

    /// The element itself, to ask it something later.
    pub(crate) fn node(&self) -> Element {
        self.node.clone()
    }
}

/// Sets an attribute, or takes it away.
pub(crate) fn set_or_remove(node: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => set(node, name, value),
        // Taking away what is not there is no failure.
        None => drop(node.remove_attribute(name)),
    }
}

fn set(node: &Element, name: &str, value: &str) {
    // Names come from this crate: only a name that is none can fail.
    let _ = node.set_attribute(name, value);
}

fn put(parent: &Element, child: &Element) {
    // Appending fails only for a node inside itself.
    let _ = parent.append_child(child);
}
