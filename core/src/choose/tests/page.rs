//! The elements of an article page, a front page and a search.
#![cfg(feature = "whole")]

use super::{FEED, beside, choice, config, counted, given, index, newspaper, numbers, shown};
use crate::article::{Feed, Image};
use crate::choose::{
    Answer, AuthorBox, FrontPage, Missing, SearchResults, State, WholeArticle, element,
};
use crate::config::Kind;
use crate::text::link::key;

#[test]
fn an_article_is_the_one_being_read_whole_with_its_feeds_address() {
    let feed = newspaper();
    let config = config(Kind::Article, &[]);
    let state = shown(element(&beside(6, Kind::Article, &config), &given(&feed)));
    let whole: &WholeArticle = state.page().expect("an article");
    assert_eq!(whole.article, feed.articles[5]);
    assert_eq!(whole.feed, FEED);
    assert_eq!(
        (state.word(), state.keys()),
        ("article", vec![key("https://p.example/6")])
    );
}

#[test]
fn without_one_being_read_it_is_the_newest_unless_one_is_named() {
    let mut feed = newspaper();
    feed.articles.rotate_left(3);
    let free = config(Kind::Article, &[]);
    let state = shown(element(&beside(99, Kind::Article, &free), &given(&feed)));
    assert_eq!(numbers(&state).join(""), "1");
    let named = config(Kind::Article, &[("article", "99")]);
    let named = beside(99, Kind::Article, &named);
    assert_eq!(shown(element(&named, &given(&feed))), State::Empty);
    let none = Feed::default();
    let free = choice(Kind::Article, &free);
    assert_eq!(shown(element(&free, &given(&none))), State::Empty);
}

#[test]
fn an_article_waits_for_further_pages_that_may_have_it() {
    let feed = newspaper();
    let config = config(Kind::Article, &[]);
    let mut given = given(&feed);
    given.has_more = true;
    let answer = element(&beside(99, Kind::Article, &config), &given);
    assert_eq!(answer, Answer::Needs(Missing::FurtherPages));
    // One that is here waits for nothing.
    let state = shown(element(&beside(2, Kind::Article, &config), &given));
    assert_eq!(numbers(&state).join(""), "2");
}

#[test]
fn an_author_is_that_of_the_article_and_has_written_others() {
    let feed = newspaper();
    let of_page = config(Kind::Author, &[("count", "2")]);
    let mut choice = beside(4, Kind::Author, &of_page);
    choice.rules.taken = vec![key("https://p.example/2")];
    let state = shown(element(&choice, &given(&feed)));
    let of: &AuthorBox = state.page().expect("an author");
    assert_eq!(of.author.name, "Ana");
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("author", "68".into())
    );
    // Nobody is known on a page that is no article of the feed.
    let unknown = beside(99, Kind::Author, &of_page);
    assert_eq!(shown(element(&unknown, &given(&feed))), State::Empty);
}

#[test]
fn an_author_may_be_named_and_is_shown_without_other_articles_too() {
    let feed = newspaper();
    let named = config(Kind::Author, &[("author", "Ben"), ("count", "2")]);
    let mut ben = beside(4, Kind::Author, &named);
    let state = shown(element(&ben, &given(&feed)));
    assert_eq!(numbers(&state).join(""), "13");
    ben.rules.taken = feed
        .articles
        .iter()
        .map(|article| key(&article.url))
        .collect();
    let state = shown(element(&ben, &given(&feed)));
    let of: &AuthorBox = state.page().expect("an author");
    assert_eq!((of.author.name.as_str(), &*of.items), ("Ben", &[][..]));
    let stranger = config(Kind::Author, &[("author", "Cleo")]);
    let stranger = choice(Kind::Author, &stranger);
    assert_eq!(shown(element(&stranger, &given(&feed))), State::Empty);
}

#[test]
fn a_front_page_is_led_by_what_is_read_most_and_has_sections() {
    let mut feed = counted(&[(7, 9000.0), (2, 1.0)]);
    for article in &mut feed.articles {
        article.image = Some(Image::default());
        article.section = "City".into();
    }
    feed.articles[7].section = "Weather".into();
    let config = config(Kind::Front, &[]);
    let mut choice = choice(Kind::Front, &config);
    choice.rules.taken = vec![key("https://p.example/1")];
    let state = shown(element(&choice, &given(&feed)));
    let FrontPage { sections } = state.page().expect("a front page");
    let names: Vec<_> = sections
        .iter()
        .map(|section| section.name.as_str())
        .collect();
    assert_eq!(names, ["", "City", ""]);
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("front", "7234568".into())
    );
    let story = &sections[0].stories[0];
    assert_eq!(
        (story.authors.join(", ").as_str(), story.section.as_str()),
        ("Ben", "City")
    );
    assert_eq!(
        story.standfirst,
        "The Rovers keep their striker after the cup."
    );
    choice.rules.taken = feed
        .articles
        .iter()
        .map(|article| key(&article.url))
        .collect();
    assert_eq!(shown(element(&choice, &given(&feed))), State::Empty);
}

#[test]
fn a_search_finds_what_stands_elsewhere_too_and_takes_it_from_nobody() {
    let feed = newspaper();
    let index = index(&feed);
    let asked = config(
        Kind::Search,
        &[("query", "Orchestra"), ("exclude", "Sport")],
    );
    let mut choice = beside(4, Kind::Search, &asked);
    choice.rules.taken = vec![key("https://p.example/4")];
    let mut given = given(&feed);
    assert_eq!(element(&choice, &given), Answer::Needs(Missing::Index));
    given.index = Some(&index);
    let state = shown(element(&choice, &given));
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("search", "4".into())
    );
    assert!(state.keys().is_empty());
    // What the settings leave out is not found either.
    let asked = config(Kind::Search, &[("query", "Rovers"), ("exclude", "Sport")]);
    let state = shown(element(&super::choice(Kind::Search, &asked), &given));
    let found: &SearchResults = state.page().expect("results");
    assert_eq!(
        (found.query.as_deref(), &*found.stories),
        (Some("Rovers"), &[][..])
    );
}

#[test]
fn a_search_for_nothing_finds_nothing_and_needs_no_index() {
    let feed = newspaper();
    let config = config(Kind::Search, &[]);
    let state = shown(element(&choice(Kind::Search, &config), &given(&feed)));
    let found: &SearchResults = state.page().expect("results");
    assert_eq!((found.query.as_deref(), &*found.stories), (None, &[][..]));
}

#[test]
fn a_list_among_them_is_a_list_all_the_same() {
    let feed = newspaper();
    let config = config(Kind::Popular, &[("count", "2")]);
    let state = shown(element(&choice(Kind::Popular, &config), &given(&feed)));
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("latest", "12".into())
    );
}

/// What stands there already is not made anew, so what is the same must be told.
#[test]
fn what_is_shown_is_the_same_only_where_all_of_it_is() {
    let (feed, mut changed) = (newspaper(), newspaper());
    changed.articles[1].body = "<p>More of it.</p>".into();
    let index = index(&feed);
    let attributes = [("query", "cup"), ("author", "Ana"), ("article", "2")];
    let show = |kind, feed: &Feed| {
        let config = config(kind, &attributes);
        let mut given = given(feed);
        given.index = Some(&index);
        shown(element(&beside(2, kind, &config), &given))
    };
    let kinds = [Kind::Article, Kind::Author, Kind::Front, Kind::Search];
    for kind in kinds {
        assert_eq!(show(kind, &feed), show(kind, &feed), "{kind:?}");
        for other in kinds.into_iter().filter(|other| *other != kind) {
            assert_ne!(
                show(kind, &feed),
                show(other, &feed),
                "{kind:?} and {other:?}"
            );
        }
    }
    // Nobody sees the body but on the article's own page.
    assert_ne!(show(Kind::Article, &feed), show(Kind::Article, &changed));
    assert_eq!(show(Kind::Front, &feed), show(Kind::Front, &changed));
}
