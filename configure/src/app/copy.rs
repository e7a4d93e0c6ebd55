//! A text that can be copied whole.

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// A text in a field of its own, and a button that copies it. Where the clipboard is
/// closed to the page, the text is selected, so that a key copies it.
#[component]
pub(super) fn Copyable(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    let said = RwSignal::new("");
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let copied = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
            if copied.is_err()
                && let Some(field) = field.get_untracked()
            {
                let _ = field.focus();
                field.select();
            }
            said.set(if copied.is_ok() {
                "Copied."
            } else {
                "Selected: copy it with Ctrl+C or ⌘C."
            });
        });
    };
    let rows = move || text.read().lines().count().clamp(2, 14).to_string();
    // What was copied is no longer what stands there.
    Effect::new(move || {
        text.track();
        said.set("");
    });
    view! {
        <div class="copyable">
            <textarea
                node_ref=field
                readonly
                spellcheck="false"
                aria-label=label
                rows=rows
                prop:value=text
            ></textarea>
            <p>
                <button type="button" class="main" on:click=copy>
                    "Copy"
                </button>
                <span role="status">{said}</span>
            </p>
        </div>
    }
}
