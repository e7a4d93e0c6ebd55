//! Where the stories come from: an address, or a feed that is pasted or dropped.

use super::found::Found;
use super::state::State;
use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, HtmlInputElement, SubmitEvent};

/// The form for an address, the place for a feed, and what was found.
#[component]
pub(super) fn Source() -> impl IntoView {
    let state = State::here();
    let field = NodeRef::<Input>::new();
    let look = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else {
            return;
        };
        let typed = field.value().trim().to_owned();
        state.handed_over.set(None);
        // The same once more is another look.
        if state.settings.read_untracked().site == typed {
            state.report.refetch();
        } else {
            state.settings.update(|settings| {
                settings.site = typed;
                settings.reading.clear();
            });
        }
    };
    view! {
        <section aria-labelledby="source" on:dragover=|event| event.prevent_default() on:drop=move |event| drop_file(state, &event)>
            <h2 id="source">"Your stories"</h2>
            <form on:submit=look>
                <label for="site">"Address of your site, or of its feed"</label>
                <div class="row">
                    <input
                        id="site"
                        node_ref=field
                        type="text"
                        inputmode="url"
                        autocomplete="url"
                        autocapitalize="none"
                        spellcheck="false"
                        placeholder="paper.example"
                        prop:value=move || state.settings.read().site.clone()
                    />
                    <button class="main">"Look"</button>
                </div>
            </form>
            <Paste />
            <Found />
        </section>
    }
}

/// The place for a feed that no browser may read yet.
#[component]
fn Paste() -> impl IntoView {
    let state = State::here();
    let text = NodeRef::<Textarea>::new();
    let take = move |_| {
        let text = text
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default();
        state.handed_over.set(Some(text.into_bytes()));
    };
    let choose = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read(state, file);
        }
    };
    view! {
        <details>
            <summary>"Or paste or drop a feed"</summary>
            <label for="paste">"The feed’s text: JSON or XML"</label>
            <textarea id="paste" node_ref=text rows="4" spellcheck="false"></textarea>
            <p class="row">
                <button type="button" on:click=take>"Use this text"</button>
            </p>
            <label for="file">"Or a file, which you can also drop here"</label>
            <input id="file" type="file" accept=".json,.xml,.rss,.atom,.txt" on:change=choose />
            <p class="about">"It stays in your browser, and is not part of the address."</p>
            <Show when=move || state.handed_over.read().is_some()>
                <p class="row">
                    <button type="button" on:click=move |_| state.handed_over.set(None)>
                        "Go back to the address"
                    </button>
                </p>
            </Show>
        </details>
    }
}

fn drop_file(state: State, event: &DragEvent) {
    event.prevent_default();
    let Some(dropped) = event.data_transfer() else {
        return;
    };
    if let Some(file) = dropped.files().and_then(|files| files.get(0)) {
        read(state, file);
    } else if let Ok(text) = dropped.get_data("text") {
        state.handed_over.set(Some(text.into_bytes()));
    }
}

/// Takes the bytes of a file; one that cannot be read is an empty feed, and said to be.
fn read(state: State, file: File) {
    spawn_local(async move {
        let buffer = JsFuture::from(file.array_buffer()).await;
        let bytes = buffer.map(|buffer| js_sys::Uint8Array::new(buffer.unchecked_ref()).to_vec());
        state.handed_over.set(Some(bytes.unwrap_or_default()));
    });
}
