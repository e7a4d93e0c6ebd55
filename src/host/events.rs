//! What the host page is told: events that bubble out of the shadow root.
//!
//! | event | when | `detail` |
//! | --- | --- | --- |
//! | `newsrail-load` | the element shows something, or its feed has been asked again | `{basis, feed, age, items: [{id, url, title, reason, about}]}`, and `sections` where a site's elements are |
//! | `newsrail-error` | it could not | `{url, reason}` |
//! | `newsrail-impression` | half of an item has been seen for a second (`events.js`, `web/seen.js`) | `{list, place, id, url, reason}` |
//! | `newsrail-select` | the reader follows a headline; cancel it to keep them on the page | `{id, url, title, reason, about}` |
//! | `newsrail-sign-up` | the reader signs up; cancel it to take that upon yourself | `{email, name, topics, respond}` |
//! | `newsrail-sign-up-result` | a sign-up was answered | `{outcome}` |
//! | `newsrail-reply` | the reader replies; cancel it to take that upon yourself | `{article, parent, name, email, website, comment, respond}` |
//! | `newsrail-reply-result` | a reply was answered | `{outcome}` |
//! | `newsrail-slot` | a place stands ready; cancel it to close the place | `{name, width, height, article, url}` |
//! | `newsrail-search` | the reader searches; cancel it to take that upon yourself | `{query}` |
//! | `newsrail-share` | the reader chooses a way to share; cancel it to take that upon yourself | `{network, url}` |

use super::offer::{Taken, offer};
use js_sys::{Array, Object, Reflect};
use newsrail_core::WHOLE;
use newsrail_core::article::Feed;
use newsrail_core::choose::rules::Current;
use newsrail_core::choose::{Item, State};
use newsrail_core::config::page::Size;
use newsrail_core::outbox::reply::{ANSWERS, Answer, Reply};
use newsrail_core::outbox::sign_up::{OUTCOMES, Outcome, SignUp};
use newsrail_core::rank::front::sections;
use newsrail_core::rank::reason::Reason;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, Event};

#[wasm_bindgen(module = "/web/host/events.js")]
extern "C" {
    /// Dispatches a cancelable event; false if it was cancelled.
    #[wasm_bindgen(js_name = tell)]
    fn send(element: &Element, name: &str, detail: &JsValue) -> bool;
    #[wasm_bindgen(js_name = item)]
    fn item_of(id: &str, url: &str, title: &str, reason: &str, about: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = loaded)]
    fn send_loaded(
        element: &Element,
        basis: &str,
        feed: &str,
        age: f64,
        items: &Array,
        wants_seen: bool,
        sections: Option<Array>,
    );
    /// The element could not show what is at `url`.
    pub(crate) fn failed(element: &Element, url: &str, reason: &str);
}

/// The element shows this of a feed; `age` says how many seconds ago the feed's
/// server answered, `wants_seen` whether the page is to be told what of it is seen.
pub(crate) fn loaded(element: &Element, state: &State, feed: &Feed, age: f64, wants_seen: bool) {
    let items = Array::new();
    for shown in state.items() {
        items.push(&item(&shown));
    }
    let sections = WHOLE.then(|| texts(&sections(&feed.articles)));
    let basis = state.word();
    send_loaded(
        element,
        basis,
        &feed.title,
        age,
        &items,
        wants_seen,
        sections,
    );
}

/// The reader follows a headline. False if the page has taken it upon itself.
pub(crate) fn selected(element: &Element, chosen: &Item) -> bool {
    send(element, "newsrail-select", &item(chosen))
}

/// The reader signs up, and nothing is sent yet. `None` if the page leaves it to newsrail.
pub(crate) fn signing_up(element: &Element, sign_up: &SignUp) -> Option<Taken> {
    let filled = object(&[
        ("email", sign_up.email.as_str().into()),
        ("name", sign_up.name.as_str().into()),
        ("topics", texts(&sign_up.topics).into()),
    ]);
    let outcomes = texts(&OUTCOMES.map(Outcome::code));
    offer(element, "newsrail-sign-up", &filled, &outcomes)
}

/// A sign-up has come to this.
pub(crate) fn signed_up(element: &Element, outcome: Outcome) {
    came_to(element, "newsrail-sign-up-result", outcome.code());
}

/// The reader has closed the form that a list's button has opened: said to that list
/// alone.
pub(crate) fn closed(element: &Element) {
    if let Ok(event) = Event::new("close") {
        // Dispatching an event that was just made cannot fail.
        let _ = element.dispatch_event(&event);
    }
}

/// The reader shares `url` in some way. False if the page has taken it upon
/// itself.
pub(crate) fn shared(element: &Element, network: &str, url: &str) -> bool {
    send(
        element,
        "newsrail-share",
        &object(&[("network", network.into()), ("url", url.into())]),
    )
}

/// The reader searches for some words. False if the page has taken it upon
/// itself.
pub(crate) fn searched(element: &Element, query: &str) -> bool {
    send(
        element,
        "newsrail-search",
        &object(&[("query", query.into())]),
    )
}

/// A place stands ready. False if nothing will come.
pub(crate) fn slot_ready(
    element: &Element,
    name: &str,
    size: Option<Size>,
    article: &Current,
) -> bool {
    let number = |of: fn(Size) -> u32| size.map_or(JsValue::NULL, |size| of(size).into());
    let text = |text: Option<&String>| text.map_or(JsValue::NULL, |text| text.as_str().into());
    send(
        element,
        "newsrail-slot",
        &object(&[
            ("name", name.into()),
            ("width", number(|size| size.width)),
            ("height", number(|size| size.height)),
            ("article", text(article.id.as_ref())),
            ("url", text(article.urls.first())),
        ]),
    )
}

/// The reader replies, and nothing is sent yet. `None` if the page leaves it to newsrail.
pub(crate) fn replying(element: &Element, reply: &Reply) -> Option<Taken> {
    let filled = object(&[
        ("article", reply.article.as_str().into()),
        ("parent", reply.parent.as_str().into()),
        ("name", reply.name.as_str().into()),
        ("email", reply.email.as_str().into()),
        ("website", reply.website.as_str().into()),
        ("comment", reply.text.as_str().into()),
    ]);
    let outcomes = Array::new();
    for (_, code) in ANSWERS.iter().filter(|(answer, _)| answer.is_for_pages()) {
        outcomes.push(&(*code).into());
    }
    offer(element, "newsrail-reply", &filled, &outcomes)
}

/// A reply has come to this.
pub(crate) fn replied(element: &Element, answer: Answer) {
    came_to(element, "newsrail-reply-result", answer.code());
}

fn came_to(element: &Element, name: &str, outcome: &str) {
    send(element, name, &object(&[("outcome", outcome.into())]));
}

fn item(item: &Item) -> JsValue {
    let (reason, about) = match &item.reason {
        Reason::Shares(about) => ("words", texts(about).into()),
        Reason::Section(section) => ("section", texts(std::slice::from_ref(section)).into()),
        #[expect(clippy::cast_precision_loss, reason = "a feed has few articles")]
        Reason::Views { rank } => ("views", (*rank as f64).into()),
        Reason::Latest => ("latest", JsValue::UNDEFINED),
        Reason::Given => ("given", JsValue::UNDEFINED),
    };
    item_of(&item.id, &item.url, &item.title, reason, &about)
}

/// Texts as an `Array`.
pub(crate) fn texts<T: AsRef<str>>(texts: &[T]) -> Array {
    let list = Array::new();
    for text in texts {
        list.push(&text.as_ref().into());
    }
    list
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        set(&object, name, value);
    }
    object.into()
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Setting a field of a new object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
