//! The index on a small feed, and on what no feed should be.

use super::*;
use crate::article::Author;

fn article(title: &str, summary: &str) -> Article {
    Article {
        title: title.into(),
        summary: summary.into(),
        ..Article::default()
    }
}

fn feed() -> Vec<Article> {
    vec![
        article(
            "Harbor bridge closes for repairs",
            "Cracks in two of the bridge's cables",
        ),
        article(
            "Council sets the budget",
            "The council raises fees for the ferry",
        ),
        article(
            "Cable makers named in bridge inquiry",
            "The harbor inquiry opens",
        ),
        article("Rovers win the cup", "A late goal for the Rovers"),
        article("Rovers sign a keeper", "He comes after the cup"),
    ]
}

fn index(articles: &[Article]) -> Index {
    let mut index = Index::new(Language::English);
    index.extend(articles);
    index
}

fn like(index: &Index, query: Query<'_>) -> Vec<usize> {
    let hits = index.like(query, 10, &|_| true, &mut Scratch::default());
    assert!(
        hits.iter()
            .all(|hit| hit.score.is_finite() && (0.0..=1.0).contains(&hit.cosine))
    );
    hits.iter().map(|hit| hit.article).collect()
}

#[test]
fn the_same_story_comes_first() {
    let articles = feed();
    let index = index(&articles);
    assert_eq!(like(&index, Query::Known(0))[0], 2);
    assert_eq!(like(&index, Query::Known(3))[0], 4);
    let mut bridge = like(
        &index,
        Query::Other(&article("The bridge and its cables", "")),
    );
    bridge.sort_unstable();
    assert_eq!(bridge, [0, 2]);
    assert!(like(&index, Query::Other(&article("", ""))).is_empty());
    assert!(like(&index, Query::Other(&article("Zebra quagga", ""))).is_empty());
    assert!(like(&index, Query::Known(99)).is_empty());
    assert!(
        index
            .like(Query::Known(0), 0, &|_| true, &mut Scratch::default())
            .is_empty()
    );
}

#[test]
fn grown_is_as_built_at_once() {
    let articles = feed();
    let whole = index(&articles);
    let mut grown = index(&articles[..2]);
    grown.extend(&articles[2..3]);
    grown.extend(&articles[3..]);
    let mut taken = Index::new(Language::English);
    let mut rest = &*articles;
    while !rest.is_empty() {
        let left = taken.take(rest, &|| true);
        assert_eq!(left.len() + 1, rest.len());
        rest = left;
    }
    taken.weigh();
    let mut scratch = Scratch::default();
    for at in 0..articles.len() {
        assert_eq!(
            whole.like(Query::Known(at), 5, &|_| true, &mut scratch),
            grown.like(Query::Known(at), 5, &|_| true, &mut scratch)
        );
        assert_eq!(
            whole.like(Query::Known(at), 5, &|_| true, &mut scratch),
            taken.like(Query::Known(at), 5, &|_| true, &mut scratch)
        );
    }
    assert_eq!(whole.len(), 5);
}

#[test]
fn an_article_outside_is_ranked_as_inside() {
    let articles = feed();
    let index = index(&articles);
    let mut scratch = Scratch::default();
    let outside = index.like(Query::Other(&articles[0]), 5, &|_| true, &mut scratch);
    // The index does not know that it is the same, and gives it first.
    assert_eq!(outside[0].article, 0);
    assert!(outside[0].cosine > 0.99);
}

#[test]
fn labels_and_dates_decide_between_equals() {
    let mut articles = vec![
        article("Storm warning", "Wind and rain"),
        article("Flood in the valley", ""),
        article("Frost on the fields", ""),
        article("Heat in the city", ""),
        article("Other matters", "of another kind"),
        article("Still more matters", "of a kind"),
    ];
    articles[0].tags = vec!["Extreme weather".into()];
    articles[2].tags = vec!["extreme Weather".into()];
    articles[0].authors = vec![Author {
        name: "A. Moss".into(),
        ..Author::default()
    }];
    articles[3].authors = articles[0].authors.clone();
    assert_eq!(like(&index(&articles), Query::Known(0)), [2, 3]);
    let day = 86_400;
    for (at, days) in [(0, 100), (2, 20), (3, 100)] {
        articles[at].tags.clear();
        articles[at].authors.clear();
        articles[at].section = "Weather".into();
        articles[at].published = Some(days * day);
    }
    assert_eq!(like(&index(&articles), Query::Known(0)), [3, 2]);
}

#[test]
fn why_and_by_which_words() {
    let articles = feed();
    let index = index(&articles);
    let mut scratch = Scratch::default();
    let hit = index.like(Query::Known(0), 1, &|_| true, &mut scratch)[0];
    let shares = index.why(&hit, &scratch);
    let terms: Vec<u32> = shares.iter().map(|share| share.term).collect();
    let found: Vec<String> = names(&index, &articles[hit.article], &terms)
        .into_iter()
        .map(|name| name.text)
        .collect();
    for word in ["Cable", "bridge", "harbor"] {
        assert!(found.iter().any(|name| name == word), "{found:?}");
    }
    let direct: f32 = shares.iter().map(|share| share.direct).sum();
    assert!((direct - hit.cosine).abs() < 0.001);
}

#[test]
fn languages_without_spaces_and_with_endings() {
    let index_in = |language, articles: &[Article]| {
        let mut index = Index::new(language);
        index.extend(articles);
        index
    };
    let japanese = [
        article("東京都知事選挙の投票始まる", ""),
        article("横浜で花火大会", ""),
        article("知事選挙、開票へ", ""),
        article("花火大会は延期", ""),
    ];
    assert_eq!(
        like(&index_in(Language::Other, &japanese), Query::Known(0))[0],
        2
    );
    let thai = [
        article("ข่าวการเลือกตั้ง", ""),
        article("ฟุตบอลโลก", ""),
        article("ผลการเลือกตั้ง", ""),
    ];
    assert_eq!(
        like(&index_in(Language::Other, &thai), Query::Known(0))[0],
        2
    );
    let german = [
        article("Brücke gesperrt", "Die Brücken der Stadt"),
        article("Haushalt beschlossen", "Der Rat tagt"),
        article("Sperrung der Brücken", ""),
        article("Sport am Sonntag", ""),
    ];
    assert_eq!(
        like(&index_in(Language::German, &german), Query::Known(0))[0],
        2
    );
    let hebrew = [
        article("הגשר נסגר", ""),
        article("תקציב העיר", ""),
        article("הַגֶּשֶׁר ייפתח", ""),
    ];
    assert_eq!(
        like(&index_in(Language::Other, &hebrew), Query::Known(0)),
        [2]
    );
    let mixed = [
        article("Bridge 閉鎖 Мост", ""),
        article("cafe\u{301} Sport", ""),
        article("мосты и bridge", ""),
        article("Caf\u{e9}", ""),
    ];
    let mixed = index_in(Language::English, &mixed);
    assert_eq!(like(&mixed, Query::Known(0))[0], 2);
    assert_eq!(like(&mixed, Query::Known(1))[0], 3);
}

#[test]
fn next_to_nothing() {
    for articles in [
        vec![],
        vec![article("", "")],
        vec![article("One", "")],
        vec![article("", ""); 5],
        vec![
            article("🚢", "🌉🌉"),
            article("🚢", "🌉"),
            article("❤️", ""),
        ],
        vec![article("word", ""); 3],
    ] {
        let index = index(&articles);
        for at in 0..articles.len() {
            like(&index, Query::Known(at));
        }
        like(&index, Query::Other(&article("word", "One")));
    }
}

/// A text of `words` words out of `kinds`.
fn babble(words: usize, kinds: usize) -> String {
    let mut text = String::new();
    let mut state = 1_usize;
    for _ in 0..words {
        state = state.wrapping_mul(48_271) % 0x7fff_ffff;
        text.push('w');
        text.push_str(&(state % kinds).to_string());
        text.push_str("x ");
    }
    text
}

/// No word tells one copy from another. So all of them together have the words
/// of one, a query has no list to run through, and nothing is like anything. As
/// many copies as a word may be in are compared, and their list is that long.
#[test]
fn ten_thousand_copies() {
    let copies = vec![article("The same headline for all", &babble(40, 1000)); 10_000];
    let asked = |index: &Index| -> Vec<usize> {
        let hits = index.like(Query::Known(7), 10, &|_| true, &mut Scratch::default());
        hits.iter().map(|hit| hit.article).collect()
    };
    let whole = index(&copies);
    let words = whole.counts.range(7).len();
    assert!(words > 20, "{words}");
    assert_eq!((whole.words.len - whole.small) as usize, words);
    assert_eq!(whole.counts.terms.len(), words * 10_000);
    assert!(whole.lists.articles.is_empty());
    assert!(asked(&whole).is_empty());

    let fewer = index(&copies[..4096]);
    assert_eq!((fewer.words.len - fewer.small) as usize, words);
    assert_eq!(fewer.lists.articles.len(), words * 4096);
    assert_eq!(asked(&fewer), [0, 1, 2, 3, 4, 5, 6, 8, 9, 10]);
}

/// Counts what is read of an article.
#[derive(Debug, Default, PartialEq)]
struct Steps {
    words: usize,
    labels: usize,
    gaps: usize,
}

impl read::Sink for Steps {
    fn word(&mut self, _: crate::text::words::Word<'_>, _: read::Place, _: Option<bool>) {
        self.words += 1;
    }

    fn gap(&mut self) {
        self.gaps += 1;
    }

    fn label(&mut self, _: &str, _: read::Label) {
        self.labels += 1;
    }
}

/// A book is read to the same word whether it is long or eight times as long.
#[test]
fn a_book_in_a_feed() {
    let book = |times: usize| Article {
        title: "A book".into(),
        body: babble(25_000 * times, 50_000),
        tags: vec!["tag".into(); 1_250 * times],
        ..Article::default()
    };
    let summary = |times: usize| article("", &babble(25_000 * times, 50_000));
    let steps = |article: &Article| {
        let mut steps = Steps::default();
        read::read(article, &mut steps);
        steps
    };
    let with_books = |times: usize| {
        let mut articles = feed();
        articles.extend([book(times), summary(times)]);
        index(&articles)
    };
    assert_eq!(steps(&book(1)).words, WORDS);
    assert_eq!(steps(&book(1)).labels, 32);
    assert_eq!(steps(&book(1)), steps(&book(8)));
    assert_eq!(steps(&summary(1)).words, WORDS);
    assert_eq!(steps(&summary(1)), steps(&summary(8)));
    let (small, large) = (with_books(1), with_books(8));
    assert_eq!(small.memory(), large.memory());
    assert!(large.counts.range(5).len() <= WORDS + 32);
    assert!(large.counts.range(6).len() <= WORDS);
    assert_eq!(like(&large, Query::Known(0))[0], 2);
}

/// Of a body's HTML only the start is looked at, however little text is in it.
#[test]
fn markup_without_end_hides_what_follows() {
    let body = |tags: usize| "<br>".repeat(tags) + "lighthouse";
    let found = |tags: usize| {
        let mut articles = feed();
        articles.push(Article {
            body: body(tags),
            ..article("Zoo", "")
        });
        articles.push(article("A lighthouse", ""));
        like(&index(&articles), Query::Known(6)).contains(&5)
    };
    assert!(found(10));
    assert!(!found(1 << 15));
}

#[test]
fn dates_at_the_ends_of_time() {
    let mut articles = feed();
    articles[0].published = Some(i64::MAX);
    articles[2].published = Some(i64::MIN);
    articles[3].published = Some(0);
    assert_eq!(like(&index(&articles), Query::Known(0))[0], 2);
}

#[test]
fn names_in_one_piece() {
    let named = |title: &str, other: &str| -> Vec<String> {
        let articles = [article("", title), article("", other), article("Zoo", "")];
        let index = index(&articles);
        let every: Vec<u32> = (0..index.words.len).collect();
        let found = names(&index, &articles[0], &every);
        found.into_iter().map(|name| name.text).collect()
    };
    let found = named(
        "The cables of Chandlers’ Bridge, Eastbank, and a Bank of England",
        "Chandlers’ Bridge, Eastbank and the Bank of England",
    );
    for name in ["Chandlers’ Bridge", "Bank of England", "Eastbank"] {
        assert!(found.iter().any(|other| other == name), "{name}: {found:?}");
    }
    assert!(!found.iter().any(|name| name.contains(',')), "{found:?}");
    // Pairs of characters overlap.
    let found = named("東京都知事選挙。 查看更多请返回", "東京都知事 查看更多");
    assert!(found.iter().any(|name| name == "東京都"), "{found:?}");
}

#[test]
fn a_search_finds_words_and_names() {
    let mut articles = feed();
    articles[4].authors.push(crate::article::Author {
        name: "Ana María Pike".into(),
        ..crate::article::Author::default()
    });
    articles[1].section = "Town Hall".into();
    let index = index(&articles);
    let find = |text: &str| -> Vec<usize> {
        let hits = index.find(text, 10, &|_| true);
        hits.iter().map(|hit| hit.article).collect()
    };
    // A word of one article alone, in any form of it.
    assert_eq!(find("keepers"), [4]);
    // Where a word is in the headline it counts for more.
    assert_eq!(find("bridge"), [0, 2]);
    // Most of the words, not all; and not fewer than half of them.
    assert_eq!(find("The cup of the Rovers"), [3, 4]);
    assert_eq!(find("harbor ferry cup keeper xyzzy"), [0_usize; 0]);
    assert_eq!(find("ana maria pike"), [4]);
    assert_eq!(find("town hall"), [1]);
    assert_eq!(find("the of"), [0_usize; 0]);
    assert_eq!(find(""), [0_usize; 0]);
    assert_eq!(index.find("rovers", 1, &|at| at != 3)[0].article, 4);
}
