//! What to paste, in the form that the site takes it.

use super::copy::Copyable;
use super::frame::is_settled;
use super::state::State;
use crate::snippet::{Given, ghost, head, html, npm, policy, wordpress};
use leptos::prelude::*;

/// A form of what is pasted.
struct Form {
    /// The word for it.
    word: &'static str,
    /// What it is called.
    title: &'static str,
    /// What to do with it.
    about: &'static str,
    /// Makes it.
    make: fn(&Given) -> String,
}

const FORMS: [Form; 6] = [
    Form {
        word: "html",
        title: "HTML",
        about: "Paste the elements where they are to stand, and the style sheet anywhere above them. The heights hold the space that the elements will take, so nothing moves when they come.",
        make: html,
    },
    Form {
        word: "head",
        title: "Head",
        about: "For the head of the page, if the lists stand high on it: the browser then asks for these files at once. The names are those of this release, so take new lines with a new one.",
        make: head,
    },
    Form {
        word: "csp",
        title: "CSP",
        about: "For a site with a content security policy: add these sources to your own directives. The style sheet of the HTML needs a nonce or a file of its own where styles in the page are forbidden.",
        make: policy,
    },
    Form {
        word: "wordpress",
        title: "WordPress",
        about: "For a site with newsrail’s plugin: paste the blocks into the code editor of a post, a page or a template. The feed is the site’s own.",
        make: wordpress,
    },
    Form {
        word: "npm",
        title: "npm",
        about: "For a site with Vite, webpack or esbuild.",
        make: npm,
    },
    Form {
        word: "ghost",
        title: "Ghost",
        about: "In Ghost: Settings, Code injection. The elements then stand below every post, in themes that call its text gh-content, as Ghost’s own do.",
        make: ghost,
    },
];

/// The forms, one of them shown.
#[component]
pub(super) fn Code() -> impl IntoView {
    let state = State::here();
    let at = RwSignal::new(0_usize);
    let text = Memo::new(move |_| (FORMS[at.get()].make)(&state.given.read()));
    let is_busy = move || !is_settled(state, &state.given.read());
    let choices = FORMS.iter().enumerate().map(|(number, form)| {
        let id = format!("form-{}", form.word);
        view! {
            <input type="radio" name="form" id=id.clone() prop:checked=move || at.get() == number on:change=move |_| at.set(number) />
            <label for=id>{form.title}</label>
        }
    });
    view! {
        <section aria-labelledby="code" id="paste-this" aria-busy=move || is_busy().to_string()>
            <h2 id="code">"What you paste"</h2>
            <fieldset class="choice">
                <legend>"For"</legend>
                {choices.collect_view()}
            </fieldset>
            <p class="about">{move || FORMS[at.get()].about}</p>
            <Copyable label=Signal::derive(move || format!("What you paste: {}", FORMS[at.get()].title)) text=text />
            <Notes />
            <Link />
        </section>
    }
}

/// What has to be known of what is pasted.
#[component]
fn Notes() -> impl IntoView {
    let state = State::here();
    let needs_address = move || {
        state
            .given
            .read()
            .feed()
            .is_some_and(|feed| feed.contains(crate::snippet::YOURS))
    };
    let no_integrity = move || state.integrity.get().and_then(Result::err);
    view! {
        <Show when=needs_address>
            <p class="note">
                "Write the address of your feed in the place of " <code>{crate::snippet::YOURS}</code> "."
            </p>
        </Show>
        {move || no_integrity().map(|why| view! {
            <p class="note">{format!("There is no integrity in it, since newsrail.js could not be read. {why}")}</p>
        })}
    }
}

/// The link that has all settings.
#[component]
fn Link() -> impl IntoView {
    let state = State::here();
    let link = move || {
        let page = location().href().unwrap_or_default();
        let page = page.split('#').next().unwrap_or_default().to_owned();
        format!(
            "{page}#{}",
            crate::settings::address::write(&state.settings.read())
        )
    };
    view! {
        <details>
            <summary>"A link to these settings"</summary>
            <Copyable label="A link to these settings".to_owned() text=Signal::derive(link) />
            <p class="about">
                "A feed that was pasted is not in it."
            </p>
            <p class="row">
                <button type="button" on:click=move |_| {
                    state.handed_over.set(None);
                    state.settings.set(<_>::default());
                }>"Start anew"</button>
            </p>
        </details>
    }
}
