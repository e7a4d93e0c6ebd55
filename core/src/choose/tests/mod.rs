//! What each element shows of one small newspaper.

mod boilerplate;
mod languages;
mod lists;
mod page;

use super::rules::{Current, Rules};
use super::{Answer, Choice, Given, Origin, State, Supply};
use crate::article::{Article, Author, Feed};
use crate::config::{Attributes, Config, Kind};
use crate::rank::engine::Index;
use crate::text::language::Language;

/// The address of the feed.
const FEED: &str = "https://p.example/feed.json";
/// An hour after the newest article was published.
const NOW: i64 = 1_800_000_000;

/// An article of the newspaper: the higher its number the older, and written by
/// Ana where that is even, else by Ben.
fn article(number: i64, title: &str, summary: &str, section: &str) -> Article {
    let author = Author {
        name: if number % 2 == 0 { "Ana" } else { "Ben" }.into(),
        ..Author::default()
    };
    Article {
        id: number.to_string(),
        url: format!("https://p.example/{number}"),
        title: title.into(),
        summary: summary.into(),
        section: section.into(),
        published: Some(NOW - number * 3600),
        authors: vec![author],
        ..Article::default()
    }
}

/// Eight articles, newest first. 1, 3 and 5 are about a bridge, 2 and 7 about a team.
fn newspaper() -> Feed {
    let articles = [
        (
            "Harbor bridge closes",
            "Engineers found a crack in a cable.",
            "City",
        ),
        (
            "Rovers win the cup",
            "Okafor decides the final with a late goal.",
            "Sport",
        ),
        (
            "Ferries in place of the harbor bridge",
            "Two boats cross while engineers mend the cable.",
            "City",
        ),
        (
            "Orchestra opens its season",
            "Two symphonies tonight.",
            "Culture",
        ),
        (
            "What the harbor bridge costs",
            "A new cable is dear, say engineers.",
            "City",
        ),
        ("Council sets the budget", "Taxes stay low.", "City"),
        (
            "Okafor stays",
            "The Rovers keep their striker after the cup.",
            "Sport",
        ),
        ("Rain until Monday", "Then it clears up.", "Weather"),
    ];
    let articles = (1..).zip(articles);
    Feed {
        title: "The Paper".into(),
        language: "en".into(),
        articles: articles
            .map(|(number, (title, summary, section))| article(number, title, summary, section))
            .collect(),
        ..Feed::default()
    }
}

/// The newspaper where each of these articles was read so often.
fn counted(views: &[(usize, f64)]) -> Feed {
    let mut feed = newspaper();
    for (number, views) in views {
        feed.articles[number - 1].views = Some(*views);
    }
    feed
}

fn index(feed: &Feed) -> Index {
    let mut index = Index::new(Language::ENGLISH);
    index.extend(&feed.articles);
    index
}

/// The settings of an element with these attributes.
fn config(kind: Kind, attributes: &[(&str, &str)]) -> Config {
    let value = |name: &str| attributes.iter().find(|(other, _)| *other == name);
    let mut complaints = Vec::new();
    let value = |name| value(name).map(|(_, value)| (*value).to_owned());
    let config = Config::read(kind, &mut Attributes::new(&value, &mut complaints));
    assert_eq!(complaints, []);
    config
}

/// An element that stands beside no article.
fn choice(kind: Kind, config: &Config) -> Choice<'_> {
    Choice {
        kind,
        config,
        rules: Rules::default(),
        now: NOW,
    }
}

/// An element on the page of one of the newspaper's articles.
fn beside(number: usize, kind: Kind, config: &Config) -> Choice<'_> {
    let mut choice = choice(kind, config);
    choice.rules.current = Current {
        urls: vec![format!("https://www.p.example/{number}?utm_source=x")],
        ..Current::default()
    };
    choice
}

/// A feed and nothing else.
fn given(feed: &Feed) -> Given<'_> {
    Given {
        feed,
        url: FEED,
        has_more: false,
        index: None,
        list: Supply::NotYet,
        page_article: Supply::NotYet,
        page_language: "",
    }
}

/// What is shown, of the feeds.
fn shown(answer: Answer) -> State {
    match answer {
        Answer::Shown(state, Origin::Feeds) => state,
        other => panic!("not of the feeds: {other:?}"),
    }
}

/// Which articles are shown, by their numbers.
fn numbers(state: &State) -> Vec<String> {
    state.items().iter().map(|item| item.id.clone()).collect()
}
