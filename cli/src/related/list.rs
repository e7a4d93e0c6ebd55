//! The list of one article as a JSON Feed. Fields stand in the order of the
//! alphabet: another order would have every file written and sent once more.

use newsrail_core::article::Article;
use newsrail_core::rank::reason::Reason;
use newsrail_core::rank::related::Listed;
use serde::Serialize;

#[derive(Serialize)]
struct List<'a> {
    #[serde(rename = "_newsrail")]
    extension: OfList<'a>,
    items: Vec<Item<'a>>,
    title: &'a str,
    version: &'static str,
}

#[derive(Serialize)]
struct OfList<'a> {
    /// The identifier of the article that the list is of. By it `--prune` knows
    /// what this command wrote.
    related: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    #[serde(rename = "_newsrail", skip_serializing_if = "Option::is_none")]
    extension: Option<OfItem<'a>>,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
}

#[derive(Serialize)]
struct OfItem<'a> {
    /// What the two articles share, as the reader is told.
    about: &'a [String],
}

/// The list of `article`, whose places are those in `articles`.
pub(super) fn json(
    article: &Article,
    articles: &[Article],
    list: &[Listed],
) -> serde_json::Result<String> {
    serde_json::to_string(&List {
        extension: OfList {
            related: &article.id,
        },
        items: list
            .iter()
            .map(|listed| item(&articles[listed.article], &listed.reason))
            .collect(),
        title: &article.title,
        version: "https://jsonfeed.org/version/1.1",
    })
}

fn item<'a>(article: &'a Article, reason: &'a Reason) -> Item<'a> {
    let about = match reason {
        Reason::Shares(about) => Some(about.as_slice()),
        _ => None,
    };
    Item {
        extension: about.map(|about| OfItem { about }),
        id: &article.id,
        image: article.image.as_ref().map(|image| image.url.as_str()),
        summary: &article.summary,
        title: &article.title,
        url: &article.url,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsrail_core::article::Image;

    #[test]
    fn a_list_is_written_to_the_letter_as_before() {
        let full = Article {
            id: "2".into(),
            url: "https://paper.example/2".into(),
            title: "Bridge open".into(),
            summary: "At last".into(),
            image: Some(Image {
                url: "https://paper.example/2.jpg".into(),
                ..Image::default()
            }),
            ..Article::default()
        };
        let bare = |id: &str| Article {
            id: id.into(),
            title: "Bridge".into(),
            ..Article::default()
        };
        let listed = |article, reason| Listed { article, reason };
        let list = [
            listed(1, Reason::Shares(vec!["bridge".into()])),
            listed(2, Reason::Latest),
        ];
        let articles = [bare("1"), full, bare("3")];
        assert_eq!(
            json(&articles[0], &articles, &list).expect("JSON"),
            r#"{"_newsrail":{"related":"1"},"items":[{"_newsrail":{"about":["bridge"]},"id":"2","image":"https://paper.example/2.jpg","summary":"At last","title":"Bridge open","url":"https://paper.example/2"},{"id":"3","title":"Bridge"}],"title":"Bridge","version":"https://jsonfeed.org/version/1.1"}"#
        );
    }
}
