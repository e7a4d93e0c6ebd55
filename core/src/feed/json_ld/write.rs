//! JSON-LD of an article, for search engines: schema.org's `NewsArticle`.

use crate::article::Article;
use crate::json::push_string;

/// The JSON-LD of an article. The two dates are in RFC 3339, or empty.
#[must_use]
pub fn markup(article: &Article, published: &str, modified: &str) -> String {
    let image = article
        .image
        .as_ref()
        .map_or("", |image| image.url.as_str());
    let mut out = r#"{"@context":"https://schema.org","@type":"NewsArticle""#.to_owned();
    for (name, value) in [
        ("headline", article.title.as_str()),
        ("description", &article.summary),
        ("url", &article.url),
        ("image", image),
        ("articleSection", &article.section),
        ("datePublished", published),
        ("dateModified", modified),
    ] {
        push_field(&mut out, name, value);
    }
    for (at, author) in article.authors.iter().enumerate() {
        out.push_str(if at == 0 { r#","author":[{"# } else { ",{" });
        out.push_str(r#""@type":"Person""#);
        push_field(&mut out, "name", &author.name);
        push_field(&mut out, "url", &author.url);
        out.push('}');
    }
    out.push_str(if article.authors.is_empty() {
        "}"
    } else {
        "]}"
    });
    out
}

fn push_field(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        out.push(',');
        push_string(out, name);
        out.push(':');
        push_string(out, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Author;

    #[test]
    fn what_is_known_and_nothing_else() {
        let mut article = Article {
            title: "A \"B\"".into(),
            ..Article::default()
        };
        assert_eq!(
            markup(&article, "2026-11-20T09:00:00.000Z", ""),
            r#"{"@context":"https://schema.org","@type":"NewsArticle","headline":"A \"B\"","datePublished":"2026-11-20T09:00:00.000Z"}"#
        );
        article.authors = ["Ana", "Bo"]
            .map(|name| Author {
                name: name.into(),
                ..Author::default()
            })
            .into();
        let found = markup(&article, "", "");
        assert!(
            found.ends_with(
                r#","author":[{"@type":"Person","name":"Ana"},{"@type":"Person","name":"Bo"}]}"#
            ),
            "{found}"
        );
        assert!(crate::json::read(found.as_bytes()).is_ok());
    }

    /// A page that is written down as HTML and read again has a script in it where
    /// a headline ends the one that the JSON-LD stands in.
    #[test]
    fn no_field_ends_the_script_that_it_stands_in() {
        let evil = "</script><script>alert(1)</script><!--\u{2028}";
        let article = Article {
            title: evil.into(),
            summary: evil.into(),
            url: evil.into(),
            section: evil.into(),
            authors: vec![Author {
                name: evil.into(),
                url: evil.into(),
                ..Author::default()
            }],
            ..Article::default()
        };
        let found = markup(&article, evil, evil);
        assert!(!found.contains(['<', '\u{2028}']), "{found}");
        let json = crate::json::read(found.as_bytes()).expect("JSON");
        assert_eq!(json.get("headline").text(), Some(evil));
        assert_eq!(json.get("author").many()[0].get("name").text(), Some(evil));
    }
}
