//! What the components share: what is set, what was found, and what the preview has seen.

use super::net;
use crate::preview::Seen;
use crate::report::{Report, handed_over, look};
use crate::settings::{Settings, address};
use crate::snippet::Given;
use leptos::prelude::*;
use newsrail_core::text::link::resolve;

/// Signals, each of which may be copied into a closure.
#[derive(Clone, Copy)]
pub(super) struct State {
    /// What is set.
    pub(super) settings: RwSignal<Settings>,
    /// What of the address could not be used.
    pub(super) passed_over: RwSignal<Vec<String>>,
    /// A feed that was pasted or dropped, which counts before the site.
    pub(super) handed_over: RwSignal<Option<Vec<u8>>>,
    /// What was found of either.
    pub(super) report: LocalResource<Report>,
    /// Whether that is being looked for.
    pub(super) is_looking: RwSignal<bool>,
    /// `integrity` of `newsrail.js`, or why there is none.
    pub(super) integrity: LocalResource<Result<String, String>>,
    /// What the preview's page tells.
    pub(super) seen: RwSignal<Seen>,
    /// The number of that page.
    pub(super) page: RwSignal<u32>,
    /// All that what is pasted is made of.
    pub(super) given: Memo<Given>,
}

impl State {
    /// The state of the settings in the address, which it follows from now on, as the
    /// address follows the settings.
    pub(super) fn new(typed: String) -> Self {
        let (mut settings, passed_over) = address::read(&hash());
        if settings.site.is_empty() {
            settings.site = typed;
        }
        let settings = RwSignal::new(settings);
        let passed_over = RwSignal::new(passed_over);
        let handed_over = RwSignal::new(None);
        let is_looking = RwSignal::new(true);
        let site = Memo::new(move |_| settings.read().site.clone());
        let report = LocalResource::new(move || {
            let (site, bytes) = (site.get(), handed_over.get());
            is_looking.set(true);
            async move {
                let report = find(&site, bytes).await;
                is_looking.set(false);
                report
            }
        });
        let files = Memo::new(move |_| files(&settings.read().files));
        let integrity = LocalResource::new(move || {
            let files = files.get();
            async move { net::integrity(&[&files, "newsrail.js"].concat()).await }
        });
        let seen = RwSignal::new(Seen::default());
        let given = Memo::new(move |_| Given {
            settings: settings.get(),
            report: report.get().unwrap_or_default(),
            files: files.get(),
            integrity: integrity.get().and_then(Result::ok),
            seen: seen.get(),
        });
        let state = Self {
            settings,
            passed_over,
            handed_over,
            report,
            is_looking,
            integrity,
            seen,
            page: RwSignal::new(0),
            given,
        };
        state.follow_address();
        state
    }

    /// The state that the components around this one share.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Keeps address and settings the same. Each change takes the place of the one
    /// before: nobody wants to go back through every letter.
    fn follow_address(self) {
        Effect::new(move || {
            let written = address::write(&self.settings.read());
            if written != hash()
                && let Ok(history) = window().history()
            {
                let null = wasm_bindgen::JsValue::NULL;
                // Where a browser refuses, as it does after a hundred in a moment, the next one is taken.
                let _ = history.replace_state_with_url(&null, "", Some(&format!("#{written}")));
            }
        });
        let follow = window_event_listener(leptos::ev::hashchange, move |_| {
            let written = hash();
            if written == address::write(&self.settings.read_untracked()) {
                return;
            }
            let (settings, passed_over) = address::read(&written);
            self.passed_over.set(passed_over);
            self.settings.set(settings);
        });
        on_cleanup(move || follow.remove());
    }
}

/// What the address has behind its `#`.
fn hash() -> String {
    let hash = location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The folder of newsrail's files that is set, else the configurator's own.
fn files(written: &str) -> String {
    let own = net::own_folder();
    match resolve(&own, written) {
        Some(folder) if folder.ends_with('/') => folder,
        Some(folder) => folder + "/",
        None => own,
    }
}

/// What there is at a site, or in a feed that was handed over. Where nothing can be read
/// the sample stands in, so that the rest can be gone on with.
async fn find(site: &str, bytes: Option<Vec<u8>>) -> Report {
    let is_secure = location()
        .protocol()
        .is_ok_and(|protocol| protocol == "https:");
    let found = match bytes {
        Some(bytes) => handed_over(&bytes, &net::decode),
        None => look(site, is_secure, &net::decode, net::get).await,
    };
    if !found.feeds.is_empty() {
        return found;
    }
    let sample = [&net::own_folder(), "samples/feed.json"].concat();
    let sample = look(&sample, false, &net::decode, net::get).await;
    Report {
        is_sample: true,
        problems: found.problems,
        ..sample
    }
}
