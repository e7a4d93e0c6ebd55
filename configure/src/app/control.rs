//! A control for an attribute or a custom property, with its explanation.

use super::state::State;
use crate::documents::{Piece, Row, of_attribute};
use crate::settings::{check, check_property, put};
use leptos::prelude::*;
use newsrail_core::surface::{ATTRIBUTES, Values};

/// What a name is called by people: `max-articles` is "Max articles".
pub(super) fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Pieces of a document, code as code.
#[component]
pub(super) fn Explained(
    /// The pieces.
    pieces: &'static [Piece],
) -> impl IntoView {
    pieces
        .iter()
        .map(|piece| match *piece {
            Piece::Text(text) => view! { {text} }.into_any(),
            Piece::Code(code) => view! { <code>{code}</code> }.into_any(),
        })
        .collect_view()
}

/// The control for an attribute of one element, or of all.
#[component]
pub(super) fn Control(
    /// The attribute.
    name: &'static str,
    /// The element; all where there is none.
    of: Option<String>,
) -> impl IntoView {
    let state = State::here();
    let tag = of.as_ref().map(|element| ["newsrail-", element].concat());
    let row = of_attribute(name, tag.as_deref());
    let attribute = ATTRIBUTES.iter().find(|one| one.name == name);
    let values = attribute.map_or(Values::Text, |one| one.values);
    let wrong = RwSignal::new(None::<String>);
    let element = of.clone();
    let value = Memo::new(move |_| {
        let settings = state.settings.read();
        let values = match &element {
            Some(element) => settings.own.get(element),
            None => Some(&settings.all),
        };
        values.and_then(|values| values.get(name)).cloned()
    });
    let unset = if of.is_some() {
        "as for all"
    } else {
        "as it is at first"
    };
    let set = Callback::new(move |said: Option<String>| {
        let checked = said.as_deref().map_or(Ok(()), |said| check(values, said));
        match checked {
            Ok(()) => {
                wrong.set(None);
                state
                    .settings
                    .update(|settings| settings.set(of.as_deref(), name, said));
            }
            Err(why) => wrong.set(Some(format!("Not used. It has to be {}.", why.0))),
        }
    });
    let id = format!("set-{name}");
    let described = format!("{id}-about {id}-wrong");
    view! {
        <div class="control">
            <Field name values id=id.clone() described unset value set is_wrong=Signal::derive(move || wrong.read().is_some()) />
            <p class="wrong" id=format!("{id}-wrong") role="status">{wrong}</p>
            <p class="about" id=format!("{id}-about")>
                {row.map(|row| view! {
                    <Explained pieces=row.cells[0] />
                    ". At first: "
                    <Explained pieces=row.cells[1] />
                })}
            </p>
        </div>
    }
}

/// The field that fits an attribute's values.
#[component]
fn Field(
    /// The attribute.
    name: &'static str,
    /// What it may say.
    values: Values,
    /// The field's own id.
    id: String,
    /// The ids of what explains it.
    described: String,
    /// What it is called where nothing is set.
    unset: &'static str,
    /// What is set.
    value: Memo<Option<String>>,
    /// Sets it.
    set: Callback<Option<String>>,
    /// Whether what was entered last is not used.
    is_wrong: Signal<bool>,
) -> impl IntoView {
    let label = view! { <label for=id.clone()>{title(name)}<code>{name}</code></label> };
    let current = move || value.get().unwrap_or_default();
    let enter = move |event: web_sys::Event| {
        let said = event_target_value(&event);
        set.run((!said.trim().is_empty()).then_some(said));
    };
    match values {
        Values::Switch => {
            let words = vec![("true", "on"), ("false", "off")];
            view! { {label} <Select id described unset words value set /> }.into_any()
        }
        Values::OneOf(words) => {
            let words = words.iter().map(|word| (*word, *word)).collect();
            view! { {label} <Select id described unset words value set /> }.into_any()
        }
        Values::SomeOf(words) => view! { <Ticks name words value set /> }.into_any(),
        Values::Number { .. } | Values::Fraction | Values::Text => {
            let (kind, least, most, step) = match values {
                Values::Number { least, most, .. } => ("number", Some(least), Some(most), "1"),
                Values::Fraction => ("number", Some(0), Some(1), "0.05"),
                _ => ("text", None, None, ""),
            };
            let may_be_none = matches!(name, "heading" | "label");
            view! {
                {label}
                <input
                    id=id
                    type=kind
                    min=least
                    max=most
                    step=(!step.is_empty()).then_some(step)
                    placeholder=unset
                    aria-describedby=described
                    aria-invalid=move || is_wrong.get().to_string()
                    prop:value=current
                    on:input=enter
                />
                {may_be_none.then(|| view! { <NoText name value set /> })}
            }
            .into_any()
        }
    }
}

/// One of some words.
#[component]
fn Select(
    /// The field's own id.
    id: String,
    /// The ids of what explains it.
    described: String,
    /// What it is called where nothing is set.
    unset: &'static str,
    /// The words, each with what it is called.
    words: Vec<(&'static str, &'static str)>,
    /// What is set.
    value: Memo<Option<String>>,
    /// Sets it.
    set: Callback<Option<String>>,
) -> impl IntoView {
    let current = move || value.get().unwrap_or_default();
    let choose = move |event: web_sys::Event| {
        let word = event_target_value(&event);
        set.run((!word.is_empty()).then_some(word));
    };
    let option = move |(word, said): (&'static str, &'static str)| {
        view! { <option value=word selected=move || current() == word>{said}</option> }
    };
    view! {
        <select id=id aria-describedby=described prop:value=current on:change=choose>
            <option value="">{unset}</option>
            {words.into_iter().map(option).collect_view()}
        </select>
    }
}

/// A box to tick for a text that may be empty.
#[component]
fn NoText(
    /// The attribute.
    name: &'static str,
    /// What is set.
    value: Memo<Option<String>>,
    /// Sets it.
    set: Callback<Option<String>>,
) -> impl IntoView {
    let id = format!("none-{name}");
    let change = move |event: web_sys::Event| {
        set.run(event_target_checked(&event).then(String::new));
    };
    view! {
        <p class="tick">
            <input type="checkbox" id=id.clone() prop:checked=move || value.get().is_some_and(|said| said.is_empty()) on:change=change />
            <label for=id>{format!("No {name}")}</label>
        </p>
    }
}

/// A box to tick for each of some words.
#[component]
fn Ticks(
    /// The attribute.
    name: &'static str,
    /// The words.
    words: &'static [&'static str],
    /// Those that are set, with white space between them.
    value: Memo<Option<String>>,
    /// Sets them.
    set: Callback<Option<String>>,
) -> impl IntoView {
    let has = move |word: &str| {
        value
            .get()
            .is_some_and(|said| said.split_ascii_whitespace().any(|one| one == word))
    };
    let tick = move |word: &'static str, ticked: bool| {
        let stays = |one: &&&str| if **one == word { ticked } else { has(one) };
        let left: Vec<&str> = words.iter().filter(stays).copied().collect();
        set.run((!left.is_empty()).then(|| left.join(" ")));
    };
    view! {
        <fieldset>
            <legend>{title(name)}<code>{name}</code></legend>
            {words
                .iter()
                .map(|word| {
                    let id = format!("set-{name}-{word}");
                    view! {
                        <p class="tick">
                            <input type="checkbox" id=id.clone() prop:checked=move || has(word) on:change=move |event| tick(word, event_target_checked(&event)) />
                            <label for=id>{*word}</label>
                        </p>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

/// The control for a custom property.
#[component]
pub(super) fn PropertyControl(
    /// The property.
    name: &'static str,
    /// What the document says of it.
    row: &'static Row,
) -> impl IntoView {
    let state = State::here();
    let wrong = RwSignal::new(None::<String>);
    let set = move |event: web_sys::Event| {
        let said = event_target_value(&event);
        match check_property(&said) {
            Ok(()) => {
                wrong.set(None);
                let said = (!said.trim().is_empty()).then_some(said);
                state
                    .settings
                    .update(|settings| put(&mut settings.properties, name, said));
            }
            Err(why) => wrong.set(Some(format!("Not used. It has to be {}.", why.0))),
        }
    };
    let id = format!("css{name}");
    view! {
        <div class="control">
            <label for=id.clone()><code>{name}</code></label>
            <input
                id=id.clone()
                type="text"
                spellcheck="false"
                placeholder="as it is at first"
                aria-describedby=format!("{id}-about {id}-wrong")
                aria-invalid=move || wrong.read().is_some().to_string()
                prop:value=move || state.settings.read().properties.get(name).cloned().unwrap_or_default()
                on:input=set
            />
            <p class="wrong" id=format!("{id}-wrong") role="status">{wrong}</p>
            <p class="about" id=format!("{id}-about")>
                {row.cells.iter().enumerate().map(|(at, pieces)| view! {
                    {(at > 0).then_some(" · ")}
                    <Explained pieces />
                }).collect_view()}
            </p>
        </div>
    }
}
