//! Popular and More like this.

use super::{beside, choice, config, counted, given, index, newspaper, numbers, shown};
use crate::article::{Article, Feed};
use crate::choose::{Answer, Basis, Missing, Origin, State, Supply, list};
use crate::config::Kind;
use crate::rank::reason::Reason;
use crate::text::link::key;

/// What the publisher lists: entries of counts by path, or articles of its own.
fn publishers(articles: Vec<Article>) -> Feed {
    Feed {
        articles,
        ..Feed::default()
    }
}

/// An article elsewhere, which the feed does not have.
fn elsewhere(id: &str, about: &[&str]) -> Article {
    Article {
        id: id.into(),
        url: format!("https://archive.example/{id}"),
        title: format!("Of the archive, {id}"),
        about: about.iter().map(|&word| word.to_owned()).collect(),
        ..Article::default()
    }
}

#[test]
fn popular_is_the_latest_where_nobody_counts_and_says_so() {
    let feed = newspaper();
    let config = config(Kind::Popular, &[("count", "3")]);
    let state = shown(list(&choice(Kind::Popular, &config), &given(&feed)));
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("latest", "123".into())
    );
    assert!(
        state
            .items()
            .iter()
            .all(|item| item.reason == Reason::Latest)
    );
}

#[test]
fn popular_is_what_is_read_most_and_each_item_knows_its_rank() {
    let feed = counted(&[(8, 900.0), (4, 500.0), (6, 700.0)]);
    let config = config(Kind::Popular, &[("count", "2"), ("half-life", "0")]);
    let mut choice = choice(Kind::Popular, &config);
    let state = shown(list(&choice, &given(&feed)));
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("popular", "86".into())
    );
    let ranks = |state: &State| -> Vec<Reason> {
        let items = state.items();
        items.iter().map(|item| item.reason.clone()).collect()
    };
    let views = |rank| Reason::Views { rank };
    assert_eq!(ranks(&state), [views(1), views(2)]);
    // One that may not be listed still is the first among the most read.
    choice.rules.taken = vec![key("https://p.example/8")];
    let state = shown(list(&choice, &given(&feed)));
    assert_eq!(ranks(&state), [views(2), views(3)]);
}

#[test]
fn neither_the_article_being_read_nor_what_others_show_is_listed() {
    let feed = newspaper();
    let config = config(Kind::Popular, &[]);
    let mut choice = beside(2, Kind::Popular, &config);
    choice.rules.taken = vec![key("https://p.example/1"), key("https://p.example/4")];
    let state = shown(list(&choice, &given(&feed)));
    assert_eq!(numbers(&state).join(""), "35678");
    assert_eq!(state.keys()[0], key("https://p.example/3"));
}

#[test]
fn filters_hold_for_every_list() {
    let feed = counted(&[(2, 10.0), (7, 20.0), (8, 30.0)]);
    for (attributes, wanted) in [
        (&[("section", "sport")][..], "72"),
        (&[("author", "Ben"), ("exclude", "/1")], "735"),
        (&[("max-age", "3h"), ("exclude", "Sport")], "13"),
        (&[("language", "cy")], ""),
    ] {
        let mut attributes = attributes.to_vec();
        attributes.push(("half-life", "0"));
        let config = config(Kind::Popular, &attributes);
        let state = shown(list(&choice(Kind::Popular, &config), &given(&feed)));
        assert_eq!(numbers(&state).join(""), wanted, "{attributes:?}");
    }
}

#[test]
fn nothing_that_may_be_listed_is_an_empty_list() {
    let config = config(Kind::Popular, &[]);
    let none = Feed::default();
    let popular = choice(Kind::Popular, &config);
    assert_eq!(shown(list(&popular, &given(&none))), State::Empty);
    let (feed, related) = (newspaper(), beside(1, Kind::MoreLikeThis, &config));
    let index = index(&feed);
    let mut given = given(&feed);
    given.index = Some(&index);
    let mut nothing_left = related.clone();
    nothing_left.rules.taken = feed.articles.iter().map(|of| key(&of.url)).collect();
    assert_eq!(shown(list(&nothing_left, &given)), State::Empty);
    assert!(!State::Empty.is_read() && shown(list(&related, &given)).is_read());
}

#[test]
fn more_like_this_waits_for_the_index_and_then_lists_what_is_alike() {
    let feed = newspaper();
    let config = config(Kind::MoreLikeThis, &[("count", "2")]);
    let choice = beside(3, Kind::MoreLikeThis, &config);
    let mut given = given(&feed);
    assert_eq!(list(&choice, &given), Answer::Needs(Missing::Index));
    let index = index(&feed);
    given.index = Some(&index);
    let state = shown(list(&choice, &given));
    assert!(matches!(state, State::List(Basis::Related, _)), "{state:?}");
    let mut found = numbers(&state);
    found.sort();
    assert_eq!(found.join(""), "15");
}

#[test]
fn an_article_that_is_in_no_feed_is_asked_of_the_page() {
    let feed = newspaper();
    let index = index(&feed);
    let config = config(Kind::MoreLikeThis, &[("count", "1")]);
    let choice = beside(99, Kind::MoreLikeThis, &config);
    let mut given = given(&feed);
    given.index = Some(&index);
    assert_eq!(list(&choice, &given), Answer::Needs(Missing::PageArticle));
    let said = Article {
        title: "Okafor, the Rovers and the cup".into(),
        ..Article::default()
    };
    given.page_article = Supply::Here(&said);
    let state = shown(list(&choice, &given));
    assert_eq!(state.word(), "related");
    assert!(["2", "7"].contains(&numbers(&state).join("").as_str()));
    // Where the page says nothing either, there is nothing to be like.
    given.page_article = Supply::Unavailable;
    assert_eq!(list(&choice, &given), Answer::Needs(Missing::PageArticle));
}

#[test]
fn a_list_of_nothing_alike_is_called_the_latest() {
    let feed = newspaper();
    let index = index(&feed);
    let config = config(Kind::MoreLikeThis, &[("count", "2")]);
    let mut given = given(&feed);
    given.index = Some(&index);
    let unlike = Article {
        title: "Zoo".into(),
        ..Article::default()
    };
    given.page_article = Supply::Here(&unlike);
    let state = shown(list(&choice(Kind::MoreLikeThis, &config), &given));
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("latest", "12".into())
    );
}

#[test]
fn a_named_order_is_asked_for_and_its_counts_are_of_the_feeds_articles() {
    let feed = counted(&[(1, 1000.0)]);
    let config = config(Kind::Popular, &[("popular", "/counts.json")]);
    let choice = beside(6, Kind::Popular, &config);
    let mut given = given(&feed);
    assert_eq!(
        list(&choice, &given),
        Answer::Needs(Missing::List("/counts.json".into()))
    );
    let count = |path: &str| Article {
        id: path.into(),
        ..Article::default()
    };
    let counts = publishers(vec![count("/4"), count("/none"), count("/6"), count("/2")]);
    given.list = Supply::Here(&counts);
    let Answer::Shown(state, Origin::List) = list(&choice, &given) else {
        panic!("not of the list");
    };
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("popular", "42".into())
    );
    let reasons = state.items();
    // The third of them is being read.
    assert_eq!(reasons[1].reason, Reason::Views { rank: 3 });
}

#[test]
fn without_its_order_or_with_an_empty_one_popular_goes_by_the_feed() {
    let feed = counted(&[(7, 1000.0)]);
    let config = config(
        Kind::Popular,
        &[("popular", "/counts.json"), ("count", "1")],
    );
    let choice = choice(Kind::Popular, &config);
    let mut given = given(&feed);
    let none = publishers(Vec::new());
    for supply in [Supply::Unavailable, Supply::Here(&none)] {
        given.list = supply;
        let state = shown(list(&choice, &given));
        assert_eq!(
            (state.word(), numbers(&state).join("")),
            ("popular", "7".into())
        );
    }
}

#[test]
fn a_prepared_list_is_found_by_the_article_and_shown_in_its_order() {
    let feed = newspaper();
    let config = config(
        Kind::MoreLikeThis,
        &[("related", "/related/{id}.json"), ("article", "story 3")],
    );
    let mut choice = choice(Kind::MoreLikeThis, &config);
    choice.rules.current.id = Some("story 3".into());
    let mut given = given(&feed);
    assert_eq!(
        list(&choice, &given),
        Answer::Needs(Missing::List("/related/story~203.json".into()))
    );
    let mut no_link = elsewhere("c", &[]);
    no_link.url.clear();
    let prepared = publishers(vec![
        elsewhere("b", &["bridge"]),
        no_link,
        elsewhere("a", &[]),
    ]);
    given.list = Supply::Here(&prepared);
    let Answer::Shown(state, Origin::List) = list(&choice, &given) else {
        panic!("not of the list");
    };
    assert_eq!(
        (state.word(), numbers(&state).join("")),
        ("related", "ba".into())
    );
    let items = state.items();
    assert_eq!(items[0].reason, Reason::Shares(vec!["bridge".into()]));
    assert_eq!(items[1].reason, Reason::Given);
}

#[test]
fn an_empty_prepared_list_or_none_is_replaced_by_what_the_index_finds() {
    let feed = newspaper();
    let config = config(
        Kind::MoreLikeThis,
        &[("related", "/r?u={url}"), ("count", "2")],
    );
    let choice = beside(1, Kind::MoreLikeThis, &config);
    let mut given = given(&feed);
    let address = "/r?u=https%3a%2f%2fwww.p.example%2f1%3futm_source%3dx";
    assert_eq!(
        list(&choice, &given),
        Answer::Needs(Missing::List(address.into()))
    );
    let index = index(&feed);
    given.index = Some(&index);
    // The publisher lists nothing but what is being read.
    let own = publishers(vec![feed.articles[0].clone()]);
    for supply in [Supply::Unavailable, Supply::Here(&own)] {
        given.list = supply;
        assert_eq!(shown(list(&choice, &given)).word(), "related");
    }
    // The feed has the identifier of an article whose page says its address alone.
    let by_id = super::config(Kind::MoreLikeThis, &[("related", "/related/{id}.json")]);
    given.list = Supply::NotYet;
    assert_eq!(
        list(&beside(1, Kind::MoreLikeThis, &by_id), &given),
        Answer::Needs(Missing::List("/related/1.json".into()))
    );
    // Nobody can say which list is meant where neither has one.
    let unknown = beside(99, Kind::MoreLikeThis, &by_id);
    assert_eq!(list(&unknown, &given), Answer::Needs(Missing::PageArticle));
}

#[test]
fn an_item_has_what_a_list_shows_of_an_article() {
    let mut feed = newspaper();
    feed.articles[0].summary = "word ".repeat(100);
    let config = config(Kind::Popular, &[("count", "1")]);
    let state = shown(list(&choice(Kind::Popular, &config), &given(&feed)));
    let items = state.items();
    assert_eq!(items[0].title, "Harbor bridge closes");
    assert_eq!(items[0].url, "https://p.example/1");
    assert!(
        items[0].excerpt.chars().count() <= 161,
        "{}",
        items[0].excerpt
    );
    assert_eq!(items[0].image, None);
}
