//! Feeds whose articles end alike.

use super::cut;
use crate::article::Article;
use crate::feed::read;
use crate::rank::engine::{Index, Query, Scratch};
use crate::text::boilerplate::MARK;
use crate::text::language::Language;

/// The summaries that are left of articles with these, each with a headline of its own.
fn left(summaries: &[&str]) -> Vec<String> {
    let article = |(at, summary): (usize, &&str)| {
        let title = format!("Headline {at}");
        Article {
            summary: summary.replace("TITLE", &title),
            title,
            ..Article::default()
        }
    };
    let mut articles: Vec<Article> = summaries.iter().enumerate().map(article).collect();
    cut(&mut articles);
    articles
        .into_iter()
        .map(|article| article.summary)
        .collect()
}

/// The feed of a WordPress site as its RSS has it.
#[test]
fn the_post_appeared_first_on() {
    let item = |title: &str, text: &str| {
        format!(
            "<item><title>{title}</title><link>/{title}</link>
            <description><![CDATA[<p>{text} [&#8230;]</p>
            <p>The post <a rel='nofollow' href='/{title}'>{title}</a> appeared first on <a href='/'>The Paper</a>.</p>
            ]]></description></item>"
        )
    };
    for count in [1, 2, 5] {
        let items: String = (0..count)
            .map(|at| item(&format!("Story {at}"), &format!("It rains {at} hours")))
            .collect();
        let feed = read(
            format!("<rss><channel>{items}</channel></rss>").as_bytes(),
            "https://paper.example/feed/",
            None,
        )
        .expect("a feed");
        for (at, article) in feed.articles.iter().enumerate() {
            assert_eq!(article.summary, format!("It rains {at} hours […]"));
            assert_eq!(
                article.body,
                format!("<p>It rains {at} hours [&#8230;]</p>")
            );
        }
    }
}

#[test]
fn a_line_that_half_of_the_items_end_in() {
    assert_eq!(
        left(&[
            "Rain fell. Reporting by Ana Ruiz; editing by Bo. © The Paper",
            "Wind rose! Reporting by Ana Ruiz; editing by Bo. © The Paper",
            "Snow […] Reporting by Ana Ruiz; editing by Bo. © The Paper",
            "Hail. © The Paper",
            "“Sun.” © The Paper",
            "Fog.",
        ]),
        [
            "Rain fell.",
            "Wind rose!",
            "Snow […]",
            "Hail.",
            "“Sun.”",
            "Fog."
        ]
    );
    // Two lines, of each half.
    assert_eq!(
        left(&[
            "A. By Ana",
            "B. By Bo",
            "C. By Ana",
            "D. By Bo",
            "E. By Ana",
            "F. By Bo"
        ]),
        ["A.", "B.", "C.", "D.", "E.", "F."]
    );
    assert_eq!(
        left(&["It rained (dpa)", "It snowed (dpa)", "It hailed (dpa)"]),
        ["It rained", "It snowed", "It hailed"]
    );
}

#[test]
fn a_line_with_the_headline_in_any_language() {
    assert_eq!(
        left(&[
            "Regen […] Der Beitrag TITLE erschien zuerst auf Die Zeitung.",
            "Wind. Der Beitrag „TITLE“ erschien zuerst auf Die Zeitung.",
            "Schnee… Der Beitrag TITLE erschien zuerst auf Die Zeitung.",
        ]),
        ["Regen […]", "Wind.", "Schnee…"]
    );
    assert_eq!(
        left(&[
            "Pluie… Lire TITLE →",
            "Vent. Lire TITLE →",
            "Neige. Lire TITLE →"
        ]),
        ["Pluie…", "Vent.", "Neige."]
    );
}

#[test]
fn what_few_end_in_and_what_is_no_line_stays() {
    for summaries in [
        // Fewer than three, fewer than half.
        &["Rain. By Ana", "Wind. By Ana"][..],
        &["A. By Ana", "B. By Ana", "C. By Ana", "D", "E", "F", "G"],
        // The end of a sentence is no line of its own.
        &[
            "Athens has 20 degrees",
            "Rome has 12 degrees",
            "Bonn has 5 degrees",
        ],
        // The mark of a cut is none.
        &["Rain […]", "Wind […]", "Snow […]"],
        // Nothing would be left.
        &["By Ana Ruiz", "By Ana Ruiz", "By Ana Ruiz"],
        &["TITLE", "TITLE", "TITLE"],
        &["", "", ""],
    ] {
        let whole: Vec<String> = summaries
            .iter()
            .enumerate()
            .map(|(at, summary)| summary.replace("TITLE", &format!("Headline {at}")))
            .collect();
        assert_eq!(left(summaries), whole);
    }
    assert_eq!(
        left(&["Rain. By Ana", "By Ana", "Wind. By Ana"]),
        ["Rain.", "By Ana", "Wind."]
    );
}

/// A source may have to be named where the text is shown. It made articles alike that had
/// nothing else in common.
#[test]
fn the_last_line_of_a_text_is_shown_and_not_compared() {
    let stories = [
        "Rain floods the cellars",
        "Council raises harbour fees",
        "Rovers win again",
        "Museum shows old maps",
    ];
    let item = |(at, story): (usize, &&str)| {
        format!(
            "<item><title>{story}</title><link>/{at}</link><description>{story}. Source: dpa &amp;amp; Ana Ruiz</description>
            <content:encoded>&lt;p>{story}.&lt;/p>\n&lt;p>&lt;i>Source: dpa &amp;amp; Ana Ruiz&lt;/i>&lt;/p></content:encoded></item>"
        )
    };
    let items: String = stories.iter().enumerate().map(item).collect();
    let feed = read(
        format!("<rss><channel>{items}</channel></rss>").as_bytes(),
        "https://paper.example/feed/",
        None,
    )
    .expect("a feed");
    for (article, story) in feed.articles.iter().zip(stories) {
        assert_eq!(article.summary, format!("{story}."));
        assert_eq!(
            article.body,
            format!("<p>{story}.</p>\n{MARK}<p><i>Source: dpa &amp; Ana Ruiz</i></p>")
        );
    }
    let mut index = Index::new(Language::ENGLISH);
    index.extend(&feed.articles);
    let hits = index.like(Query::Known(0), 10, &|_| true, &mut Scratch::default());
    assert!(hits.is_empty(), "{hits:?}");
    assert!(index.search("Ruiz", 10, &|_| true).is_empty());
}

#[test]
fn many_articles_that_all_end_alike() {
    let long = "word ".repeat(200);
    let article = |at: usize| Article {
        title: format!("{at}"),
        summary: format!("{at}. {long}"),
        body: "<p>".repeat(100),
        ..Article::default()
    };
    let mut articles: Vec<Article> = (0..2_000).map(article).collect();
    cut(&mut articles);
    assert_eq!(articles[7].summary, format!("7. {long}"));
}
