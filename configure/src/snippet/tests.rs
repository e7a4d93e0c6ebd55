//! What is pasted, for settings of which each is hostile somewhere.

use super::{Given, ghost, head, html, npm, policy, space, wordpress};
use crate::preview::{HandedOver, Seen, page};
use crate::report::{FeedReport, Report};
use crate::settings::Settings;

const FEED: &str = "https://paper.example/feed.json?a=1&b=2";

fn given() -> Given {
    let feed = FeedReport {
        url: FEED.into(),
        page: None,
        title: "The Paper".into(),
        format: "JSON Feed".into(),
        count: 1,
        articles: Vec::new(),
        pictures: vec!["https://pictures.example".into()],
        lacks: Vec::new(),
        notes: Vec::new(),
        text: None,
    };
    let seen = Seen {
        space: [
            ("popular", "23em"),
            ("more-like-this", "38em"),
            ("search", "1em } body {"),
        ]
        .map(|(kind, height)| (kind.to_owned(), height.to_owned()))
        .into(),
        wider: [(
            "slot".to_owned(),
            vec![(600, "calc(90px + 1.75em)".to_owned())],
        )]
        .into(),
        files: vec![
            "newsrail-0a1b2c3d.js".into(),
            "newsrail-0a1b2c3d.wasm".into(),
        ],
        ..Seen::default()
    };
    Given {
        settings: Settings::default(),
        report: Report {
            feeds: vec![feed],
            ..Report::default()
        },
        files: "https://cdn.example/0.1.0/".into(),
        integrity: Some("sha384-abc".into()),
        seen,
    }
}

#[test]
fn html_with_what_is_set() {
    let mut given = given();
    given.settings.lang = "de".into();
    given.settings.set(None, "count", Some("3".into()));
    given
        .settings
        .set(Some("popular"), "heading", Some("“Most\" read\"".into()));
    given.settings.texts.insert("latest".into(), "<Neu>".into());
    assert_eq!(
        html(&given),
        "<style>
  newsrail-popular { display: flow-root; min-height: 23em }
  newsrail-more-like-this { display: flow-root; min-height: 38em }
</style>
<newsrail-popular lang=\"de\" heading=\"“Most&quot; read&quot;\"></newsrail-popular>
<newsrail-more-like-this lang=\"de\"></newsrail-more-like-this>
<script async src=\"https://cdn.example/0.1.0/newsrail.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\" data-feed=\"https://paper.example/feed.json?a=1&amp;b=2\" data-count=\"3\" data-text-latest=\"&lt;Neu&gt;\"></script>
"
    );
}

/// What the preview's page tells is not trusted either: a page of a feed may have written it.
#[test]
fn space_is_lengths_and_nothing_else() {
    let mut given = given();
    given.settings.show("search", true);
    given.settings.show("slot", true);
    given
        .settings
        .properties
        .insert("--newsrail-gap".into(), "1em".into());
    let space = space(&given);
    assert!(!space.contains("body"), "{space}");
    assert!(
        space.contains("newsrail-search { display: flow-root; --newsrail-gap: 1em }"),
        "{space}"
    );
    assert!(
        space.contains(
            "@media (min-width: 600px) { newsrail-slot { min-height: calc(90px + 1.75em) } }"
        ),
        "{space}"
    );
}

#[test]
fn no_value_leaves_its_quotes_in_any_form() {
    let evil = "\"><script>alert(1)</script><!-- --> '";
    let mut given = given();
    for name in ["heading", "section", "article"] {
        given.settings.set(None, name, Some(evil.into()));
        given.settings.set(Some("popular"), name, Some(evil.into()));
    }
    given.settings.texts.insert("popular".into(), evil.into());
    given.settings.reading = evil.into();
    given.settings.lang = evil.into();
    given.files = format!("https://cdn.example/{evil}/");
    given.report.feeds[0].url = format!("https://paper.example/{evil}");
    let handed_over = [HandedOver {
        url: evil.into(),
        blob: evil.into(),
    }];
    let pages = [
        html(&given),
        head(&given),
        ghost(&given),
        npm(&given),
        page(&given, 1, "https://own.example/", &handed_over),
    ];
    for text in pages {
        assert!(!text.contains("<script>alert"), "{text}");
        assert!(!text.contains("<!-- -->"), "{text}");
    }
    let blocks = wordpress(&given);
    assert!(
        !blocks.contains("<script>") && blocks.matches("-->").count() == 3,
        "{blocks}"
    );
}

#[test]
fn the_head_asks_ahead_for_what_was_loaded() {
    assert_eq!(
        head(&given()),
        "<link rel=\"preload\" href=\"https://cdn.example/0.1.0/newsrail.js\" as=\"script\" integrity=\"sha384-abc\" crossorigin=\"anonymous\">
<link rel=\"modulepreload\" href=\"https://cdn.example/0.1.0/newsrail-0a1b2c3d.js\">
<link rel=\"preload\" href=\"https://cdn.example/0.1.0/newsrail-0a1b2c3d.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>
<link rel=\"preconnect\" href=\"https://paper.example\" crossorigin>
"
    );
}

#[test]
fn the_policy_lets_through_what_is_needed() {
    let mut given = given();
    given.settings.show("subscribe", true);
    given.settings.set(
        None,
        "subscribe",
        Some("https://news.example/sign-up".into()),
    );
    given.settings.set(
        Some("popular"),
        "popular",
        Some("https://counts.example/top.json".into()),
    );
    assert_eq!(
        policy(&given),
        "Content-Security-Policy: script-src 'self' https://cdn.example 'wasm-unsafe-eval'; connect-src 'self' https://cdn.example https://counts.example https://news.example https://paper.example; img-src 'self' https://pictures.example\n"
    );
    given.settings.set(
        None,
        "subscribe",
        Some("https://buttondown.com/api/emails/embed-subscribe/paper".into()),
    );
    let native = policy(&given);
    assert!(
        native.ends_with("form-action 'self' https://buttondown.com\n")
            && !native.contains("news.example"),
        "{native}"
    );
    given.settings.set(None, "provider", Some("page".into()));
    assert!(!policy(&given).contains("buttondown"));
}

/// A module has no tag: what the tag would say stands on each element.
#[test]
fn an_import_has_all_on_the_elements() {
    let mut given = given();
    given.settings.show("subscribe", true);
    given.settings.set(None, "count", Some("3".into()));
    given.settings.texts.insert("popular".into(), "Top".into());
    let npm = npm(&given);
    assert!(npm.contains("import 'newsrail';"));
    assert!(npm.contains("<newsrail-popular feed=\"https://paper.example/feed.json?a=1&amp;b=2\" count=\"3\" text-popular=\"Top\">"), "{npm}");
    assert!(
        npm.contains("<newsrail-subscribe text-popular=\"Top\">"),
        "{npm}"
    );
}

#[test]
fn blocks_have_what_the_plugin_s_take_and_say_what_they_do_not() {
    let mut given = given();
    given.settings.show("search", true);
    given.settings.set(None, "count", Some("3".into()));
    given
        .settings
        .set(Some("popular"), "heading", Some("A--B \"c\"".into()));
    given.settings.set(None, "reasons", Some("true".into()));
    let blocks = wordpress(&given);
    assert!(blocks.starts_with("<!-- wp:newsrail/popular {\"count\":3,\"heading\":\"A\\u002d\\u002dB \\u0022c\\u0022\"} /-->\n<!-- wp:newsrail/more-like-this {\"count\":3} /-->\n"), "{blocks}");
    assert!(
        blocks.contains("reasons=\"true\" on newsrail-popular")
            && blocks.contains("newsrail-search has no block"),
        "{blocks}"
    );
}

#[test]
fn ghost_has_its_elements_below_a_post() {
    let ghost = ghost(&given());
    let (header, footer) = ghost.split_once("<!-- Site footer -->").expect("two parts");
    assert!(header.contains("min-height: 23em") && !header.contains("<script"));
    assert!(
        footer.contains("<newsrail-popular></newsrail-popular>")
            && footer.trim_end().ends_with(" data-rails=\"\"></script>"),
        "{footer}"
    );
}

/// An address may name any folder: what is pasted may come from there, and what runs in
/// the preview may not.
#[test]
fn the_preview_runs_no_script_but_the_configurator_s_own() {
    let mut given = given();
    given.files = "https://evil.example/".into();
    let page = page(&given, 7, "https://own.example/dist/", &[]);
    assert!(
        page.contains("src=\"https://own.example/dist/newsrail.js\"")
            && !page.contains("evil.example"),
        "{page}"
    );
    assert!(!page.contains("integrity"));
}
