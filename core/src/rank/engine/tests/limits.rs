//! What no feed should be: copies without end, books, markup without words.

use super::*;

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
    let words = whole.forward.range(7).len();
    assert!(words > 20, "{words}");
    assert_eq!((whole.dictionary.len - whole.stop_words) as usize, words);
    assert_eq!(whole.forward.terms.len(), words * 10_000);
    assert!(whole.postings.articles.is_empty());
    assert!(asked(&whole).is_empty());

    let fewer = index(&copies[..4096]);
    assert_eq!((fewer.dictionary.len - fewer.stop_words) as usize, words);
    assert_eq!(fewer.postings.articles.len(), words * 4096);
    assert_eq!(asked(&fewer), [0, 1, 2, 3, 4, 5, 6, 8, 9, 10]);
}

/// Counts what is read of an article.
#[derive(Debug, Default, PartialEq)]
struct Steps {
    words: usize,
    labels: usize,
    gaps: usize,
}

impl analysis::TokenSink for Steps {
    fn word(&mut self, _: crate::text::words::Word<'_>, _: analysis::Field, _: Option<bool>) {
        self.words += 1;
    }

    fn gap(&mut self) {
        self.gaps += 1;
    }

    fn label(&mut self, _: &str, _: analysis::Label) {
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
        analysis::analyze(article, &mut steps);
        steps
    };
    let with_books = |times: usize| {
        let mut articles = feed();
        articles.extend([book(times), summary(times)]);
        index(&articles)
    };
    assert_eq!(steps(&book(1)).words, MOST_WORDS);
    assert_eq!(steps(&book(1)).labels, 32);
    assert_eq!(steps(&book(1)), steps(&book(8)));
    assert_eq!(steps(&summary(1)).words, MOST_WORDS);
    assert_eq!(steps(&summary(1)), steps(&summary(8)));
    let (small, large) = (with_books(1), with_books(8));
    assert_eq!(small.memory(), large.memory());
    assert!(large.forward.range(5).len() <= MOST_WORDS + 32);
    assert!(large.forward.range(6).len() <= MOST_WORDS);
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

/// A run of capitals as long as a text is cut into many, so that no word is read again with
/// all before it. Each gives initials at most twice more.
#[test]
fn capitals_without_end() {
    let mut steps = Steps::default();
    analysis::analyze(&article("", &"Xylophone ".repeat(MOST_WORDS)), &mut steps);
    let initials = steps.words - MOST_WORDS;
    assert!((1..=MOST_WORDS * 2).contains(&initials), "{initials}");
}
