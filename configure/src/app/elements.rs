//! Which elements are shown.

use super::control::Explained;
use super::state::State;
use crate::documents::of_element;
use leptos::prelude::*;
use newsrail_core::surface::KINDS;

/// The first of them stand beside any article; the others make a page of their own.
const FIRST: usize = 3;

/// A box to tick for each element.
#[component]
pub(super) fn Elements() -> impl IntoView {
    let (first, others) = KINDS.split_at(FIRST);
    let boxes = |kinds: &'static [(_, &'static str)]| {
        kinds
            .iter()
            .map(|(_, name)| view! { <Shown name /> })
            .collect_view()
    };
    view! {
        <section aria-labelledby="elements">
            <h2 id="elements">"What is shown"</h2>
            {boxes(first)}
            <details>
                <summary>"More elements"</summary>
                {boxes(others)}
            </details>
        </section>
    }
}

#[component]
fn Shown(
    /// What its name has behind `newsrail-`.
    name: &'static &'static str,
) -> impl IntoView {
    let state = State::here();
    let is_shown = move || state.settings.read().show.iter().any(|shown| shown == name);
    let show = move |event: web_sys::Event| {
        let shown = event_target_checked(&event);
        state.settings.update(|settings| settings.show(name, shown));
    };
    let id = format!("show-{name}");
    view! {
        <div class="tick">
            <input type="checkbox" id=id.clone() prop:checked=is_shown on:change=show aria-describedby=format!("{id}-about") />
            <label for=id.clone()>{super::control::title(name)}</label>
            <p class="about" id=format!("{id}-about")>
                {of_element(name).map(|row| view! { <Explained pieces=row.cells[0] /> })}
            </p>
        </div>
    }
}
