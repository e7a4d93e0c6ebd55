//! What newsrail says, each text to be replaced.

use super::state::State;
use crate::documents::TEXTS;
use crate::settings::put;
use leptos::prelude::*;

/// The groups of texts, as the translators' files have them, with what they are of.
const GROUPS: [(&str, &str); 5] = [
    ("common", "Any element"),
    ("lists", "Lists, front page"),
    ("looks", "Carousels, lines below headlines"),
    ("sign-up", "The form that signs up"),
    (
        "page",
        "The elements of an article page, front page and search",
    ),
];

/// A field for each text, folded away by group.
#[component]
pub(super) fn Texts() -> impl IntoView {
    view! {
        <section aria-labelledby="texts">
            <h2 id="texts">"Texts"</h2>
            <p class="about">
                "What stands in braces is replaced by a value. A text of yours counts in every language of the page."
            </p>
            {GROUPS.map(|(group, title)| view! { <Group group title /> }).into_iter().collect_view()}
        </section>
    }
}

#[component]
fn Group(
    /// What the translators' files call it.
    group: &'static str,
    /// What people call it.
    title: &'static str,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let fields = move || {
        let of_group = TEXTS.iter().filter(move |(of, ..)| *of == group);
        of_group
            .map(|(_, key, english)| view! { <Field key english /> })
            .collect_view()
    };
    view! {
        <details on:toggle=move |_| is_open.set(true)>
            <summary>{title}</summary>
            <Show when=move || is_open.get()>{fields}</Show>
        </details>
    }
}

#[component]
fn Field(
    /// The text's key.
    key: &'static &'static str,
    /// What it is in English.
    english: &'static &'static str,
) -> impl IntoView {
    let state = State::here();
    let set = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        let text = (!text.trim().is_empty()).then_some(text);
        state
            .settings
            .update(|settings| put(&mut settings.texts, key, text));
    };
    let id = format!("text-{key}");
    view! {
        <div class="control">
            <label for=id.clone()>{*english}<code>{*key}</code></label>
            <input
                id=id
                type="text"
                placeholder=*english
                prop:value=move || state.settings.read().texts.get(*key).cloned().unwrap_or_default()
                on:input=set
            />
        </div>
    }
}
