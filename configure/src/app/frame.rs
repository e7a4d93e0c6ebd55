//! The frame with the preview's page, as wide as a telephone, a tablet or a desk's screen,
//! and made smaller where there is less room.

use super::net::own_folder;
use super::state::State;
use crate::preview::{HandedOver, Seen, page};
use crate::report::Report;
use crate::snippet::Given;
use leptos::html::{Div, Iframe};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, BlobPropertyBag, MessageEvent, ResizeObserver, Url};

/// For how long nothing changes before the page is made anew: a letter is no word.
const PAUSE: Duration = Duration::from_millis(250);

/// The lowest that the frame is, in pixels of the page.
const LOWEST: f64 = 320.0;

/// The frame.
#[component]
pub(super) fn Frame() -> impl IntoView {
    let state = State::here();
    let frame = NodeRef::<Iframe>::new();
    let room = NodeRef::<Div>::new();
    let html = RwSignal::new(String::new());
    make_pages(state, html);
    listen(state, frame);
    let available = observed_width(room);
    let width = Memo::new(move |_| f64::from(state.settings.read().width.pixels()));
    let scale = move || (available.get() / width.get()).min(1.0);
    let height = move || {
        let most = f64::from(state.settings.read().width.height());
        state.seen.read().height.clamp(LOWEST, most)
    };
    let scaled = move |length: f64| format!("{}px", length * scale());
    view! {
        <div class="room" node_ref=room>
            <div style:width=move || scaled(width.get()) style:height=move || scaled(height())>
                <iframe
                    node_ref=frame
                    title="Preview"
                    srcdoc=html
                    style:width=move || format!("{}px", width.get())
                    style:height=move || format!("{}px", height())
                    style:transform=move || format!("scale({})", scale())
                ></iframe>
            </div>
        </div>
    }
}

/// Makes a page of each state that what it shows comes to, once it has come to rest.
fn make_pages(state: State, html: RwSignal<String>) {
    // What the page tells, and how wide it is, changes nothing of what it says.
    let wanted = Memo::new(move |_| {
        let mut given = state.given.get();
        given.seen = Seen::default();
        given.settings.width = <_>::default();
        given.integrity = None;
        (given, state.is_looking.get())
    });
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let blobs = StoredValue::new_local(Vec::<HandedOver>::new());
    Effect::new(move || {
        let (given, is_looking) = wanted.get();
        if let Some(waiting) = waiting.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
        if is_looking {
            return;
        }
        // No page is of these settings any more.
        state.page.update(|page| *page += 1);
        let number = state.page.get_untracked();
        let make = move || {
            for blob in blobs.try_update_value(std::mem::take).into_iter().flatten() {
                let _ = Url::revoke_object_url(&blob.blob);
            }
            let handed_over = kept(&given.report);
            html.set(page(&given, number, &own_folder(), &handed_over));
            blobs.set_value(handed_over);
        };
        let first = html.read_untracked().is_empty();
        let pause = if first { Duration::ZERO } else { PAUSE };
        waiting.set_value(set_timeout_with_handle(make, pause).ok());
    });
}

/// The feeds that no address has, each where the browser keeps it.
fn kept(report: &Report) -> Vec<HandedOver> {
    let feeds = report.feeds.iter();
    feeds
        .filter_map(|feed| {
            let parts = js_sys::Array::of1(&feed.text.as_ref()?.into());
            let blob =
                Blob::new_with_str_sequence_and_options(&parts, &BlobPropertyBag::new()).ok()?;
            Some(HandedOver {
                url: feed.url.clone(),
                blob: Url::create_object_url_with_blob(&blob).ok()?,
            })
        })
        .collect()
}

/// Takes what the page tells; what any other window sends is none of it.
fn listen(state: State, frame: NodeRef<Iframe>) {
    let told = window_event_listener(leptos::ev::message, move |event: MessageEvent| {
        let is_ours = frame.get_untracked().is_some_and(|frame| {
            let page = frame.content_window();
            page.is_some_and(|page| {
                event
                    .source()
                    .is_some_and(|source| js_sys::Object::is(&source, &page))
            })
        });
        let seen = event.data().as_string().filter(|_| is_ours);
        let seen = seen.and_then(|seen| serde_json::from_str::<Seen>(&seen).ok());
        if let Some(seen) = seen.filter(|seen| seen.page == state.page.get_untracked()) {
            state.seen.set(seen);
        }
    });
    on_cleanup(move || told.remove());
}

/// How wide an element is, in CSS pixels.
fn observed_width(of: NodeRef<Div>) -> RwSignal<f64> {
    let width = RwSignal::new(f64::INFINITY);
    Effect::new(move || {
        let Some(element) = of.get() else { return };
        let own = element.clone();
        // With the next frame: what follows the width is laid out anew, and a browser
        // complains of an observer that has this done while it is being told.
        let look = Closure::<dyn Fn()>::new(move || {
            let own = own.clone();
            request_animation_frame(move || width.set(f64::from(own.client_width())));
        });
        let Ok(observer) = ResizeObserver::new(look.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, look));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
    width
}

/// Whether the page that is shown is of what is set.
pub(super) fn is_settled(state: State, given: &Given) -> bool {
    !state.is_looking.get() && given.seen.page == state.page.get()
}
