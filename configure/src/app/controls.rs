//! The settings: all attributes below the headings of the document, for all elements or
//! for one; the custom properties; and where newsrail's files are.

use super::control::{Control, PropertyControl, title};
use super::state::State;
use crate::documents::{of_attribute, properties, sections};
use crate::settings::attributes_of;
use leptos::prelude::*;
use newsrail_core::surface::Attribute;

/// The controls of what is chosen: all elements, or one.
#[component]
pub(super) fn Controls() -> impl IntoView {
    let state = State::here();
    let of = RwSignal::new(None::<String>);
    let shown = Memo::new(move |_| state.settings.read().show.clone());
    // An element that is shown no more has no settings to look at.
    Effect::new(move || {
        let gone = of.get().is_some_and(|name| !shown.read().contains(&name));
        if gone {
            of.set(None);
        }
    });
    let choose = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        of.set((!name.is_empty()).then_some(name));
    };
    let options = move || {
        let names = shown.get().into_iter();
        names
            .map(|name| view! { <option value=name.clone()>{title(&name)}</option> })
            .collect_view()
    };
    view! {
        <section aria-labelledby="settings">
            <h2 id="settings">"Settings"</h2>
            <p class="row">
                <label for="of">"Of"</label>
                <select id="of" on:change=choose prop:value=move || of.get().unwrap_or_default()>
                    <option value="">"all elements"</option>
                    {options}
                </select>
            </p>
            {move || {
                let of = of.get();
                sections().into_iter().map(|section| view! { <Section section of=of.clone() shown /> }).collect_view()
            }}
            <Properties />
            <Files />
        </section>
    }
}

/// The attributes below one heading, as far as the elements read them.
#[component]
fn Section(
    /// The heading.
    section: &'static str,
    /// The element; all where there is none.
    of: Option<String>,
    /// The elements that are shown.
    shown: Memo<Vec<String>>,
) -> impl IntoView {
    let state = State::here();
    let element = of.clone();
    let attributes = Memo::new(move |_| {
        shown.track();
        let of_all = || state.settings.read_untracked().attributes();
        let attributes = match &element {
            Some(element) => attributes_of(element).collect(),
            None => of_all(),
        };
        let name = element
            .as_ref()
            .map(|element| ["newsrail-", element].concat());
        let stands = |one: &&'static Attribute| {
            of_attribute(one.name, name.as_deref()).is_some_and(|row| row.section == section)
        };
        attributes
            .into_iter()
            .filter(stands)
            .map(|one| one.name)
            .collect::<Vec<_>>()
    });
    let is_open = RwSignal::new(false);
    let controls = move || {
        let of = of.clone();
        let names = attributes.get().into_iter();
        names
            .map(move |name| view! { <Control name of=of.clone() /> })
            .collect_view()
    };
    let controls = StoredValue::new_local(controls);
    view! {
        <Show when=move || !attributes.read().is_empty()>
            // Nobody waits for controls that are folded away.
            <details on:toggle=move |_| is_open.set(true)>
                <summary>{section}</summary>
                <Show when=move || is_open.get()>{move || controls.with_value(|controls| controls())}</Show>
            </details>
        </Show>
    }
}

/// The custom properties.
#[component]
fn Properties() -> impl IntoView {
    let is_open = RwSignal::new(false);
    let controls = || {
        properties()
            .map(|(name, row)| view! { <PropertyControl name row /> })
            .collect_view()
    };
    view! {
        <Show when=|| properties().next().is_some()>
            <details on:toggle=move |_| is_open.set(true)>
                <summary>"Colours, type and spacing"</summary>
                <Show when=move || is_open.get()>{controls}</Show>
            </details>
        </Show>
    }
}

/// Where the page is to load newsrail from.
#[component]
fn Files() -> impl IntoView {
    let state = State::here();
    let set = move |event: web_sys::Event| {
        let folder = event_target_value(&event).trim().to_owned();
        state.settings.update(|settings| settings.files = folder);
    };
    let own = super::net::own_folder();
    let is_elsewhere = move || {
        !state
            .given
            .read()
            .files
            .starts_with(&*crate::report::origin(&super::net::own_folder()).to_owned())
    };
    view! {
        <details>
            <summary>"Where newsrail’s files are"</summary>
            <label for="files">"Their folder"</label>
            <input
                id="files"
                type="text"
                inputmode="url"
                spellcheck="false"
                placeholder=own
                aria-describedby="files-about"
                prop:value=move || state.settings.read().files.clone()
                on:change=set
            />
            <p class="about" id="files-about">
                "The folder on your server or CDN that has newsrail.js and the files beside it. Without one it is where this configurator is."
            </p>
            <Show when=is_elsewhere>
                <p class="warning">
                    "A script from there may do on your page whatever it likes. Be sure that the folder is yours, or of somebody whom you trust, above all if a link has brought you here."
                </p>
            </Show>
        </details>
    }
}
