//! What was found of the stories, and what stands in the way.

use super::copy::Copyable;
use super::state::State;
use crate::report::{FeedReport, Problem, Report};
use leptos::prelude::*;

/// The report, said once it is there.
#[component]
pub(super) fn Found() -> impl IntoView {
    let state = State::here();
    let report = move || state.report.get();
    view! {
        <div role="status" id="found" aria-busy=move || state.is_looking.get().to_string()>
            <Transition>
                {move || report().map(|report| view! { <Told report /> })}
            </Transition>
            <Show when=move || state.is_looking.get()>
                <p class="about">"Looking…"</p>
            </Show>
        </div>
    }
}

/// A report in words.
#[component]
fn Told(
    /// The report.
    report: Report,
) -> impl IntoView {
    let feeds = if report.is_sample {
        Vec::new()
    } else {
        report.feeds
    };
    view! {
        {report.problems.into_iter().map(|problem| view! { <InTheWay problem /> }).collect_view()}
        {feeds.into_iter().map(|feed| view! { <Feed feed /> }).collect_view()}
        {report.is_sample.then(|| view! {
            <p class="about">
                "Until there is a feed that can be read, the stories are those of a newspaper that does not exist."
            </p>
        })}
    }
}

/// A feed that can be read.
#[component]
fn Feed(
    /// What is known of it.
    feed: FeedReport,
) -> impl IntoView {
    let name = if feed.title.is_empty() {
        "A feed".to_owned()
    } else {
        feed.title
    };
    let by_page = feed.page.map(|page| format!(", found by {page}"));
    let place = match &feed.text {
        Some(_) => "in this browser only".to_owned(),
        None => feed.url.clone(),
    };
    let lines = feed.lacks.into_iter().chain(feed.notes);
    view! {
        <div class="good">
            <p>
                <strong>{name}</strong>
                {format!(": {}, {} articles, {place}", feed.format, feed.count)}
                {by_page}
            </p>
            <ul>{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        </div>
    }
}

/// What stands in the way, and what to tell whoever runs the server.
#[component]
fn InTheWay(
    /// It.
    problem: Problem,
) -> impl IntoView {
    let words = problem.to_pass_on();
    view! {
        <div class="warning">
            <p><strong>{problem.what()}</strong></p>
            <p>{problem.advice()}</p>
            {words
                .map(|words| {
                    view! { <Copyable label="Words to pass on".to_owned() text=words /> }
                })}
        </div>
    }
}
