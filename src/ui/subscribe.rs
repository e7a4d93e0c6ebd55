//! `<newsrail-subscribe>`: a heading and the form, or a link. A page has it where it
//! is written, and a list where its button was pressed.

use crate::host::{console, page};
use crate::ui::dom::{El, el};
use crate::ui::element::Standing;
use crate::ui::rc_signal::RcSignal;
use crate::ui::root::{MountedView, put};
use crate::ui::settings;
use crate::ui::shell::named;
use crate::ui::sign_up::{Stands, form};
use newsrail_core::config::Kind;
use newsrail_core::config::sign_up::Form;
use newsrail_core::outbox::provider::Provider;
use newsrail_core::texts::SUBSCRIBE;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// The element as it stands.
struct Subscribe {
    host: HtmlElement,
    settings: RcSignal<Form>,
    #[expect(dead_code, reason = "dropping it takes the view down")]
    view: Option<MountedView>,
}

/// Puts heading and form into the element.
pub(crate) fn subscribe(host: HtmlElement) -> Box<dyn Standing> {
    let settings = RcSignal::new(settings::read(&host, Form::read));
    let (of, shown) = (host.clone(), settings.clone());
    // Asked for before all that is there is taken away.
    let is_in_list = is_in_list(&host);
    let takes_focus = Cell::new(is_in_list && has_focus(&host));
    let view = put(&host, false, move || {
        el!("div").live(move || {
            let stands = if is_in_list {
                let takes_focus = takes_focus.take();
                Stands::InList { takes_focus }
            } else {
                Stands::Alone
            };
            content(&of, &shown.get(), stands)
        })
    });
    Box::new(Subscribe {
        host,
        settings,
        view,
    })
}

impl Standing for Subscribe {
    fn refresh(&self) {
        self.settings
            .set(Rc::new(settings::read(&self.host, Form::read)));
    }
}

fn content(host: &HtmlElement, settings: &Form, stands: Stands) -> El {
    let Some(address) = address(host, settings.subscribe.as_deref()) else {
        return el!("slot");
    };
    let class = ["rail ", settings.theme.class()].concat();
    let section = named(
        host,
        settings.heading_level,
        &class,
        settings.heading.as_deref(),
        SUBSCRIBE,
    );
    section.child(match settings.provider_at(&address) {
        Provider::Page => link(host, &address),
        provider => form(host, settings, &address, provider, stands),
    })
}

/// The address that takes sign-ups, as it is `written`; a line in the console where
/// that is none.
fn address(element: &Element, written: Option<&str>) -> Option<String> {
    let address = written.and_then(page::absolute);
    if address.is_none() {
        let reason = "the attribute subscribe needs an http or https address";
        console::failed(element, written.unwrap_or_default(), reason);
    }
    address
}

/// The link to a page that takes sign-ups.
fn link(host: &HtmlElement, address: &str) -> El {
    el!("a", class = "button", part = "subscribe")
        .attr("href", address)
        .says(host, SUBSCRIBE)
}

/// Whether the button of a list has put the element where it is.
fn is_in_list(host: &HtmlElement) -> bool {
    let root = host.get_root_node().dyn_into::<ShadowRoot>();
    let kind = root
        .ok()
        .and_then(|root| Kind::of(&root.host().local_name()));
    kind.is_some_and(Kind::is_list)
}

/// Whether the reader is still where the button was, or at what the loader says there,
/// and has not gone on meanwhile.
fn has_focus(host: &HtmlElement) -> bool {
    let place = host.parent_element();
    place.is_some_and(|place| place.matches(":focus-within").unwrap_or_default())
}
