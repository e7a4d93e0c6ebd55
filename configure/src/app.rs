//! The application: what was looked for and what is set on one side, what comes of it on
//! the other.

mod code;
mod control;
mod controls;
mod copy;
mod elements;
mod found;
mod frame;
mod net;
mod preview;
mod source;
mod state;
mod texts;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use code::Code;
use controls::Controls;
use elements::Elements;
use preview::Preview;
use source::Source;
use state::State;
use texts::Texts;

/// Puts the application into its page, in the place of what stands there until then.
/// What somebody has typed there already stays.
pub fn run() {
    let page = document();
    let Some(place) = page.get_element_by_id("app") else {
        return;
    };
    let field = page.get_element_by_id("site");
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let typed = field.map(|field| field.value()).unwrap_or_default();
    place.set_text_content(None);
    let place: HtmlElement = place.unchecked_into();
    mount_to(place, move || view! { <App typed /> }).forget();
}

/// The whole of it.
#[component]
fn App(
    /// What was typed into the field before the application was there.
    typed: String,
) -> impl IntoView {
    let state = State::new(typed);
    provide_context(state);
    view! {
        <PassedOver />
        <div class="halves">
            <div class="half">
                <Source />
                <Elements />
                <Controls />
                <Texts />
            </div>
            <div class="half results">
                <Preview />
                <Code />
            </div>
        </div>
    }
}

/// What of the address could not be used.
#[component]
fn PassedOver() -> impl IntoView {
    let state = State::here();
    let lines = move || state.passed_over.get();
    view! {
        <div role="status">
            <Show when=move || !lines().is_empty()>
                <section class="warning">
                    <h2>"The address could not be used as a whole"</h2>
                    <ul>
                        {move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                    </ul>
                    <button type="button" on:click=move |_| state.passed_over.set(Vec::new())>
                        "Close"
                    </button>
                </section>
            </Show>
        </div>
    }
}
