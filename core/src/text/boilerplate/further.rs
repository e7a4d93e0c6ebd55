//! What content systems put behind texts in the languages of the interface, and in other
//! words of English.
//!
//! The program of the lists does not have these: they weigh more than its share.

use super::{SIGNS, names};
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::fold::lower;

/// What an author's text ends in before something else begins.
const ENDS: [char; 14] = [
    '.', '!', '?', '…', '。', '！', '？', ']', ')', '"', '”', '»', '—', '–',
];

/// The most bytes at the end of a text that are looked at for these.
const END: usize = 640;

/// The most bytes beside the headline in a link that names it.
const SIGNS_AROUND: usize = 24;

/// The most bytes of the name of the paper behind "appeared first on".
const NAME: usize = 160;

/// The links to the rest of an article.
const READ_ON: [&str; 76] = [
    "continue reading",
    "read more",
    "read on",
    "read the full story",
    "read the full article",
    "read the whole story",
    "read the rest",
    "read full article",
    "read full story",
    "keep reading",
    "(more…)",
    "(more...)",
    "weiterlesen",
    "mehr lesen",
    "mehr erfahren",
    "zum artikel",
    "den ganzen artikel lesen",
    "lire la suite",
    "lire plus",
    "lire l’article",
    "lire l'article",
    "continuer la lecture",
    "en savoir plus",
    "leer más",
    "seguir leyendo",
    "continuar leyendo",
    "sigue leyendo",
    "leer el artículo completo",
    "leggi tutto",
    "leggi di più",
    "leggi l’articolo",
    "leggi l'articolo",
    "continua a leggere",
    "continua la lettura",
    "lees verder",
    "lees meer",
    "verder lezen",
    "leia mais",
    "ler mais",
    "continue lendo",
    "continuar lendo",
    "continuar a ler",
    "czytaj więcej",
    "czytaj dalej",
    "dowiedz się więcej",
    "číst dále",
    "číst více",
    "celý článek",
    "läs mer",
    "fortsätt läsa",
    "læs mere",
    "læs videre",
    "fortsæt med at læse",
    "lue lisää",
    "jatka lukemista",
    "devamını oku",
    "okumaya devam et",
    "διαβάστε περισσότερα",
    "συνεχίστε την ανάγνωση",
    "читать далее",
    "читать дальше",
    "подробнее",
    "читати далі",
    "докладніше",
    "اقرأ المزيد",
    "متابعة القراءة",
    "קרא עוד",
    "קראו עוד",
    "המשך לקרוא",
    "और पढ़ें",
    "続きを読む",
    "더 보기",
    "더 읽기",
    "阅读更多",
    "继续阅读",
    "閱讀更多",
];

/// What stands before the headline and between that and the paper's name where a feed
/// says where the article was first.
const FIRST_ON: [(&str, &str); 36] = [
    ("the post ", " appeared first on "),
    ("the post ", " first appeared on "),
    ("this post ", " appeared first on "),
    ("the article ", " appeared first on "),
    ("this article ", " appeared first on "),
    ("the story ", " appeared first on "),
    ("der beitrag ", " erschien zuerst auf "),
    ("der artikel ", " erschien zuerst auf "),
    ("l’article ", " est apparu en premier sur "),
    ("l'article ", " est apparu en premier sur "),
    ("cet article ", " est apparu en premier sur "),
    ("la entrada ", " se publicó primero en "),
    ("la entrada ", " apareció primero en "),
    ("la entrada ", " aparece primero en "),
    ("l’articolo ", " proviene da "),
    ("l'articolo ", " proviene da "),
    ("l’articolo ", " sembra essere il primo su "),
    ("l'articolo ", " sembra essere il primo su "),
    ("het bericht ", " verscheen eerst op "),
    ("o post ", " apareceu primeiro em "),
    ("o post ", " aparece primeiro em "),
    ("o artigo ", " apareceu primeiro em "),
    ("artykuł ", " pochodzi z serwisu "),
    ("příspěvek ", " pochází z "),
    ("inlägget ", " dök först upp på "),
    ("indlægget ", " blev først udgivet på "),
    ("artikkeli ", " julkaistiin ensimmäisen kerran "),
    ("το άρθρο ", " εμφανίστηκε πρώτα στο "),
    ("сообщение ", " появились сначала на "),
    ("запись ", " впервые появилась "),
    ("запис ", " спершу з’явився на "),
    ("ظهرت المقالة ", " أولاً على "),
    ("הפוסט ", " הופיע לראשונה ב"),
    ("投稿 ", " は "),
    ("", " 最先出现在 "),
    ("", " yazısı ilk önce "),
];

/// Where at the end of a text one of these begins, with what goes with it; `None` where
/// it ends in the author's own words.
pub(super) fn end(text: &str, headline: &str) -> Option<usize> {
    let from = text.ceil_char_boundary(text.len().saturating_sub(END + headline.len()));
    let mut places = text[from..].char_indices();
    places.find_map(|(at, _)| {
        let (before, rest) = text.split_at(from + at);
        ends_in_one(rest, before, headline).then_some(before.len())
    })
}

/// Whether a text is one of these and nothing else. What stands before it must have come
/// to an end, unless it begins with a capital letter or a bracket as the links do.
fn ends_in_one(text: &str, before: &str, headline: &str) -> bool {
    if before.ends_with(is_alphanumeric) {
        return false;
    }
    let before = before.trim_end_matches([' ', '\u{a0}', '[', '(']);
    let is_apart = before.ends_with(ENDS);
    let first = text.chars().next().unwrap_or_default();
    if !is_apart && first != '(' && lower(first) == first {
        return false;
    }
    let is_link = READ_ON.iter().any(|phrase| {
        behind(text, phrase).is_some_and(|rest| {
            rest.len() < SIGNS && !rest.contains(is_alphanumeric)
                || rest.len() < headline.len() + SIGNS_AROUND && names(rest, headline)
        })
    });
    let is_notice = |(start, middle): &(&str, &str)| {
        let name = behind(text, start)
            .and_then(|rest| behind(rest, headline))
            .and_then(|rest| behind(rest, middle));
        name.is_some_and(|name| name.len() < NAME)
    };
    is_link || !headline.is_empty() && FIRST_ON.iter().any(is_notice)
}

/// What stands in a text behind a phrase that it begins with, in capitals or not.
fn behind<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for letter in phrase.chars() {
        if lower(rest.next()?) != lower(letter) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(all(test, feature = "whole"))]
mod tests {
    use crate::text::boilerplate::cut;

    const HEADLINE: &str = "Rain & wind";

    fn left(text: &str) -> String {
        let mut text = text.to_owned();
        cut(&mut text, HEADLINE);
        text
    }

    #[test]
    fn links_to_the_rest_in_any_language() {
        for link in [
            "Weiterlesen",
            "Weiterlesen »",
            "Weiterlesen Rain & wind",
            "Lire la suite",
            "[Lire la suite…]",
            "(Leer más)",
            "Seguir leyendo “Rain & wind”",
            "Leggi tutto →",
            "Lees verder >",
            "Leia mais",
            "Czytaj więcej",
            "Читать далее",
            "Devamını oku",
            "Läs mer",
            "Læs mere",
            "Lue lisää",
            "Διαβάστε περισσότερα",
            "阅读更多",
            "続きを読む",
            "더 보기",
            "اقرأ المزيد",
            "קראו עוד",
            "और पढ़ें",
            "READ MORE",
            "Read More »",
            "Continue Reading →",
            "Read the full story",
            "Read more: Rain & wind",
            "(more…)",
        ] {
            for before in ["It was the last.", "It was […]", "It was…"] {
                assert_eq!(left(&format!("{before} {link}")), before, "{link}");
            }
        }
    }

    #[test]
    fn where_an_article_was_first_in_any_language() {
        for notice in [
            "Der Beitrag Rain & wind erschien zuerst auf Die Zeitung.",
            "L’article Rain & wind est apparu en premier sur Le Journal.",
            "Cet article Rain & wind est apparu en premier sur Le Journal.",
            "La entrada Rain & wind se publicó primero en El Diario.",
            "L'articolo Rain & wind proviene da Il Giornale.",
            "Het bericht Rain & wind verscheen eerst op De Krant.",
            "O post Rain & wind apareceu primeiro em Jornal.",
            "Сообщение Rain & wind появились сначала на Газета.",
            "Rain & wind 最先出现在 报纸。",
            "This post Rain & wind appeared first on The Paper.",
            "The post Rain & wind first appeared on The Paper.",
        ] {
            let before = "It was the last.";
            assert_eq!(left(&format!("{before} {notice}")), before, "{notice}");
            let both = format!("{before} Weiterlesen {notice}");
            assert_eq!(left(&both), before, "{both}");
        }
    }

    #[test]
    fn what_an_author_has_written_stays() {
        for text in [
            "Weiterlesen",
            "Lire la suite",
            "Wer schreiben will, muss weiterlesen.",
            "Wir wollen mehr lesen.",
            "We should all read more.",
            "Il faut lire la suite",
            "He likes to read on.",
            "Kinder sollen viel. Mehr lesen sollen auch die Eltern.",
            "It rained. Read more books, says the mayor of the town.",
            "Der Beitrag über sie erschien zuerst auf einer Seite.",
            "It rained. Breadmore",
            "(More than ever)",
        ] {
            assert_eq!(left(text), text);
        }
    }

    #[test]
    fn phrases_without_end() {
        let text = "Weiterlesen Lire la suite ".repeat(100_000);
        assert!(!left(&text).is_empty());
        let mut long = "Read more ".repeat(10_000);
        cut(&mut long, &"The post ".repeat(10_000));
        assert!(!long.is_empty());
    }
}
