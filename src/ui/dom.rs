//! Elements of one concrete type.
//!
//! Leptos gives every element a type of its own, made of its attributes and
//! children, and every type its own code to build, rebuild and take down. For
//! a page's application that is speed; for a widget it is weight. Here the
//! shell is thin and everything inside it is of one type; ARCHITECTURE.md has
//! the sizes.

use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::{self, On};
use std::sync::Arc;
use web_sys::Event;

/// An element that is being put together; a view, once it has all it needs.
#[must_use = "an element is nothing until it is shown"]
pub(crate) struct El {
    name: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of that name.
pub(crate) fn el(name: &'static str) -> El {
    El {
        name,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// A view that is made anew whenever a signal that it reads changes.
pub(crate) fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    view.into_any()
}

impl El {
    /// An attribute that stays as it is.
    pub(crate) fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes
            .push(custom_attribute(name, value.into()).into_any_attr());
        self
    }

    /// An attribute that changes with the signals its value reads; `None`
    /// takes it away.
    pub(crate) fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
    ) -> Self {
        let value: Arc<dyn Fn() -> Option<&'static str> + Send + Sync> = Arc::new(value);
        self.attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// What happens on an event.
    pub(crate) fn on(mut self, name: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        let act: Box<dyn FnMut(Event)> = Box::new(act);
        let on: On<_, _> = event::on(event::Custom::<Event>::new(name), act);
        self.attributes.push(on.into_any_attr());
        self
    }

    /// A reference to the element once it is on the page.
    pub(crate) fn known_as(mut self, reference: NodeRef<html::Custom<&'static str>>) -> Self {
        self.attributes
            .push(leptos::tachys::html::node_ref::node_ref(reference).into_any_attr());
        self
    }

    /// An element inside this one.
    pub(crate) fn child(self, child: El) -> Self {
        self.view(child.into_view())
    }

    /// Text inside this one.
    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        self.view(text.into().into_any())
    }

    /// Any view inside this one.
    pub(crate) fn view(mut self, view: AnyView) -> Self {
        self.children.push(view);
        self
    }

    /// Elements inside this one.
    pub(crate) fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    /// The element as a view.
    pub(crate) fn into_view(self) -> AnyView {
        html::custom(self.name)
            .add_any_attr(self.attributes)
            .child(self.children)
            .into_any()
    }
}
