//! The rails as they will stand on a page: at three widths, light and dark, in any
//! language, beside an article that can be chosen.

use super::frame::Frame;
use super::state::State;
use crate::documents::LANGUAGES;
use crate::settings::{Scheme, Settings, Width};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// What languages are called (ECMA-402, 12).
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<Option<String>, JsValue>;
}

/// What a language is called in itself, as far as the browser knows.
fn name_of(tag: &str) -> String {
    let options = js_sys::Object::new();
    let set = js_sys::Reflect::set(&options, &"type".into(), &"language".into());
    let name = set
        .and_then(|_| DisplayNames::new(tag, &options))
        .and_then(|names| names.of(tag));
    name.ok().flatten().unwrap_or_else(|| tag.to_owned())
}

/// The preview with what is chosen for it.
#[component]
pub(super) fn Preview() -> impl IntoView {
    let state = State::here();
    let lines = move || state.seen.read().lines.clone();
    view! {
        <section aria-labelledby="preview" class="preview">
            <h2 id="preview">"What readers see"</h2>
            <div class="tools">
                <Choice legend="Width" words=&Width::ALL chosen=|settings| settings.width choose=|settings, width| settings.width = width />
                <Choice legend="Page" words=&Scheme::ALL chosen=|settings| settings.scheme choose=|settings, scheme| settings.scheme = scheme />
                <Language />
                <Reading />
            </div>
            <Frame />
            <Show when=move || !lines().is_empty()>
                <div class="warning">
                    <p>"newsrail says in the console of this page:"</p>
                    <ul>{move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </div>
            </Show>
        </section>
    }
}

/// One of a few words.
#[component]
fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What is chosen.
    legend: &'static str,
    /// The words.
    words: &'static [(T, &'static str)],
    /// The one that is set.
    chosen: fn(&Settings) -> T,
    /// Sets one.
    choose: fn(&mut Settings, T),
) -> impl IntoView {
    let state = State::here();
    let name = legend.to_lowercase();
    let choices = words.iter().map(|&(one, word)| {
        let id = format!("{name}-{word}");
        view! {
            <input
                type="radio"
                name=name.clone()
                id=id.clone()
                prop:checked=move || chosen(&state.settings.read()) == one
                on:change=move |_| state.settings.update(|settings| choose(settings, one))
            />
            <label for=id>{word}</label>
        }
    });
    view! {
        <fieldset class="choice">
            <legend>{legend}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}

/// The language of the elements.
#[component]
fn Language() -> impl IntoView {
    let state = State::here();
    let current = move || state.settings.read().lang.clone();
    let choose = move |event: web_sys::Event| {
        let tag = event_target_value(&event);
        state.settings.update(|settings| settings.lang = tag);
    };
    let option = move |tag: &'static &'static str| {
        let name = RwSignal::new((*tag).to_owned());
        // A browser takes a while to look each up, and each turn has one.
        set_timeout(move || name.set(name_of(tag)), Duration::ZERO);
        view! { <option value=*tag lang=*tag selected=move || current() == *tag>{name}</option> }
    };
    view! {
        <p>
            <label for="lang">"Language"</label>
            <select id="lang" prop:value=current on:change=choose>
                <option value="">"that of the page"</option>
                {LANGUAGES.iter().map(option).collect_view()}
            </select>
        </p>
    }
}

/// The article that the preview's page is.
#[component]
fn Reading() -> impl IntoView {
    let state = State::here();
    let current = move || state.settings.read().reading.clone();
    let choose = move |event: web_sys::Event| {
        let url = event_target_value(&event);
        state.settings.update(|settings| settings.reading = url);
    };
    let articles = move || {
        let report = state.report.get().unwrap_or_default();
        let articles: Vec<_> = report.articles().cloned().collect();
        articles
            .into_iter()
            .map(|article| {
                let url = article.url.clone();
                view! { <option value=article.url selected=move || current() == url>{article.title}</option> }
            })
            .collect_view()
    };
    view! {
        <p class="wide">
            <label for="reading">"The article that is being read"</label>
            <select id="reading" prop:value=current on:change=choose>
                <option value="">"the first of the feed"</option>
                {articles}
            </select>
        </p>
    }
}
