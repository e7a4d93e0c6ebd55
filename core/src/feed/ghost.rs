//! Posts as Ghost's Content API serves them (ghost.org/docs/content-api).

use super::builder::Builder;
use super::fields::plain_field;
use super::paging::with_page;
use crate::article::{Article, Author, Feed, Format, Image, What};
use crate::json::Json;
use crate::text::date::{rfc3339, zone};
use crate::text::link::resolve;
use crate::text::plain::folded;

/// Whether this is a list of posts with fields that only Ghost has.
pub(super) fn is(json: &Json<'_>) -> bool {
    let of_ghost = |post: &Json<'_>| {
        ["uuid", "published_at", "feature_image"]
            .iter()
            .any(|name| *post.get(name) != Json::Null)
    };
    let posts = json.get("posts");
    matches!(posts, Json::List(_))
        && (*json.get("meta").get("pagination") != Json::Null || posts.list().iter().any(of_ghost))
}

/// The kind of the error that the API answers with in place of posts.
pub(super) fn refusal<'j>(json: &'j Json<'_>) -> Option<&'j str> {
    let error = json.get("errors").list().first()?;
    error.first(&["code", "type", "message"]).text()
}

/// The feed, its relative addresses resolved against `url`.
pub(super) fn feed(json: &Json<'_>, url: &str) -> Feed {
    let mut builder = Builder::new(Format::Ghost, String::new(), String::new());
    for post in json.get("posts").list() {
        if !builder.next() {
            break;
        }
        if matches!(post, Json::Map(_)) {
            let article = article(post, url, &mut builder);
            builder.add(article);
        } else {
            builder.note(What::NoItem);
        }
    }
    let page = json.get("meta").get("pagination").get("next").label();
    builder.cleaned(page.map(|page| with_page(url, page)))
}

/// Widths that Ghost's own themes have; a theme without one answers with the picture as it
/// was uploaded.
const SIZES: [u32; 3] = [300, 600, 1000];

/// The picture of a post. One that Ghost keeps has other sizes at addresses of their own
/// (ghost.org/docs/themes/assets, responsive images), unless it is a drawing.
fn image(url: String, post: &Json<'_>) -> Image {
    let mut image = Image {
        alt: folded(post.get("feature_image_alt").str()),
        ..Image::default()
    };
    if let Some((site, path)) = url.split_once("/content/images/")
        && !path.starts_with("size/")
        && !path.to_ascii_lowercase().ends_with(".svg")
    {
        for width in SIZES {
            let sized = format!("{site}/content/images/size/w{width}/{path}");
            image.add_size(&sized, width);
        }
    }
    image.url = url;
    image
}

fn article(post: &Json<'_>, base: &str, builder: &mut Builder) -> Article {
    let address = |name: &str| post.get(name).text().and_then(|href| resolve(base, href));
    let date = |name: &str| post.get(name).text().and_then(rfc3339);
    let published = date("published_at");
    builder.field(
        "published_at",
        published.is_none() && !post.get("published_at").is_blank(),
    );
    let authors = post.first(&["authors", "primary_author"]).many();
    let tags = post.get("tags").list();
    // Names that begin with `#` are internal: for the theme, not for readers.
    let name = |tag: &Json<'_>| {
        let name = plain_field(tag.get("name"));
        (!name.is_empty() && !name.starts_with('#')).then_some(name)
    };
    Article {
        id: post.get("id").label().unwrap_or_default().to_owned(),
        url: address("url").unwrap_or_default(),
        title: folded(post.get("title").str()),
        summary: folded(post.first(&["custom_excerpt", "excerpt"]).str()),
        body: post.get("html").str().to_owned(),
        image: address("feature_image").map(|url| image(url, post)),
        published,
        zone: post.get("published_at").text().map_or(0, zone),
        modified: date("updated_at"),
        authors: authors
            .iter()
            .map(|author| Author {
                name: plain_field(author.get("name")),
                url: author
                    .get("url")
                    .text()
                    .and_then(|href| resolve(base, href))
                    .unwrap_or_default(),
                ..Author::default()
            })
            .filter(|author| !author.name.is_empty())
            .collect(),
        tags: tags.iter().filter_map(name).collect(),
        section: name(post.get("primary_tag"))
            .or_else(|| tags.iter().find_map(name))
            .unwrap_or_default(),
        ..Article::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Format;
    use crate::feed::read;
    use crate::text::date::rfc3339;

    const URL: &str = "https://paper.example/ghost/api/content/posts/?key=1&limit=2&page=1";

    #[test]
    fn a_post_with_all_that_is_read() {
        let feed = read(
            br##"{"posts":[{"id":"63","uuid":"u","title":"Tea & <cake>","url":"https://paper.example/tea/",
            "html":"<p>All</p>","excerpt":"cut","custom_excerpt":"By hand","feature_image":"/content/t.jpg",
            "feature_image_alt":"A pot","published_at":"2026-11-20T10:00:00.000+01:00","updated_at":"2026-11-21T10:00:00Z",
            "authors":[{"name":"Ana","url":"https://paper.example/author/ana/"},{"name":""}],
            "tags":[{"name":"#theme"},{"name":"Food"},{"name":"Tea"}],"primary_tag":{"name":"Food"}},7],
            "meta":{"pagination":{"page":1,"limit":2,"pages":3,"total":5,"next":2,"prev":null}}}"##,
            URL,
            None,
        )
        .expect("a feed");
        assert_eq!((feed.format, feed.dropped), (Format::Ghost, 1));
        assert_eq!(
            feed.next.as_deref(),
            Some("https://paper.example/ghost/api/content/posts/?key=1&limit=2&page=2")
        );
        let article = &feed.articles[0];
        assert_eq!(
            [article.id.as_str(), &article.title, &article.summary],
            ["63", "Tea & <cake>", "By hand"]
        );
        assert_eq!(
            article.image.as_ref().expect("a picture").url,
            "https://paper.example/content/t.jpg"
        );
        assert_eq!(article.published, rfc3339("2026-11-20T09:00:00Z"));
        assert_eq!(article.authors.len(), 1);
        assert_eq!(article.tags, ["Food", "Tea"]);
        assert_eq!(article.section, "Food");
    }

    #[test]
    fn a_wrong_key_is_a_refusal() {
        let error = read(
            br#"{"errors":[{"message":"Unknown Content API Key","code":"UNKNOWN_CONTENT_API_KEY"}]}"#,
            URL,
            None,
        );
        assert_eq!(
            error.expect_err("refused").to_string(),
            "the site refused: UNKNOWN_CONTENT_API_KEY"
        );
    }
}
