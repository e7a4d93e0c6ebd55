//! Articles as pages describe them to search engines: schema.org in JSON-LD,
//! an `ItemList`, or `NewsArticle`s in an array or a `@graph`.

use super::builder::Builder;
use super::json::Json;
use super::{Format, MOST_NAMES, paragraphs, plain_field};
use crate::article::{Article, Author, Feed, Image};
use crate::rank::sorted;
use crate::text::date::Date;
use crate::text::link::resolve;
use crate::text::plain::plain;
use crate::text::scan::at_most;

/// How deep articles are looked for; one JSON-LD rarely nests deeper than
/// graph, page, list, entry, article.
const DEEPEST: usize = 8;

/// The most bytes of what many articles may refer to.
const LONGEST_COPY: usize = 4 << 10;

/// Where other things may be within a thing.
const WITHIN: [&str; 8] = [
    "@graph",
    "mainEntity",
    "itemListElement",
    "item",
    "hasPart",
    "blogPost",
    "blogPosts",
    "@list",
];

/// Whether this is JSON-LD.
pub(super) fn is(json: &Json<'_>) -> bool {
    let of = |json: &Json<'_>| {
        ["@context", "@type", "@graph"]
            .iter()
            .any(|name| *json.get(name) != Json::Null)
    };
    of(json) || json.list().iter().any(of)
}

/// The articles in some JSON-LD, its relative addresses resolved against `url`.
pub(super) fn feed(json: &Json<'_>, url: &str) -> Feed {
    feed_of(std::slice::from_ref(json), url)
}

/// The articles in all of a page's JSON-LD.
pub(super) fn feed_of(scripts: &[Json<'_>], url: &str) -> Feed {
    let mut builder = Builder::new(Format::JsonLd, String::new(), String::new());
    for json in scripts {
        let named = Named::new(json);
        walk(json, DEEPEST, &mut |thing, entry| {
            if !builder.next() {
                return;
            }
            let mut article = article(thing, &named, url);
            let field = |name: &str| entry.get(name).text().and_then(|href| resolve(url, href));
            if article.url.is_empty() {
                article.url = field("url").or_else(|| field("item")).unwrap_or_default();
            }
            if article.title.is_empty() {
                article.title = plain_field(entry.get("name"));
            }
            let date = thing.get("datePublished");
            builder.field(
                "datePublished",
                article.published.is_none() && !date.is_blank(),
            );
            builder.add(article);
        });
    }
    builder.done(None)
}

/// Every article with the list entry that it is in, or itself.
fn walk<'j, 'a>(
    json: &'j Json<'a>,
    depth: usize,
    found: &mut dyn FnMut(&'j Json<'a>, &'j Json<'a>),
) {
    if depth == 0 {
        return;
    }
    for thing in json.many() {
        if is_article(thing) {
            found(thing, thing);
            continue;
        }
        if is_a(thing, |kind| kind == "ListItem") {
            let item = thing.get("item");
            match item {
                Json::Map(_) if item.get("@type").is_blank() || is_article(item) => {
                    found(item, thing);
                }
                Json::Map(_) => walk(item, depth - 1, found),
                // An entry that is only a link and a name.
                _ => found(thing, thing),
            }
            continue;
        }
        for name in WITHIN {
            walk(thing.get(name), depth - 1, found);
        }
    }
}

/// Whether it is an article of some kind: `NewsArticle`, `BlogPosting`,
/// `LiveBlogPosting`, `ReportageNewsArticle` and so on.
pub(super) fn is_article(thing: &Json<'_>) -> bool {
    is_a(thing, |kind| {
        kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
    })
}

fn is_a(thing: &Json<'_>, fits: impl Fn(&str) -> bool) -> bool {
    thing
        .get("@type")
        .many()
        .iter()
        .filter_map(Json::text)
        .any(|kind| fits(kind.rsplit(['/', ':']).next().unwrap_or_default()))
}

/// What `thing`, which is somewhere in the document of these things, says of an
/// article.
fn article(thing: &Json<'_>, named: &Named<'_, '_>, base: &str) -> Article {
    let address = |json: &Json<'_>| resolve(base, web_address(json)?);
    let url = ["url", "mainEntityOfPage", "@id"]
        .iter()
        .find_map(|name| address(thing.get(name)));
    let date = |name: &str| thing.get(name).text().and_then(Date::read);
    let modified = date("dateModified");
    let published = date("datePublished").or(modified);
    Article {
        id: thing
            .get("identifier")
            .label()
            .unwrap_or_default()
            .to_owned(),
        url: url.unwrap_or_default(),
        title: plain_field(thing.first(&["headline", "name"])),
        summary: plain_field(thing.first(&["description", "abstract"])),
        body: paragraphs(thing.get("articleBody").str()),
        image: thing
            .first(&["image", "thumbnailUrl"])
            .many()
            .iter()
            .map(|image| named.referred(image))
            .find_map(|image| {
                Some(Image {
                    url: address(image)?,
                    alt: brief(image.get("caption").str()),
                    ..Image::default()
                })
            }),
        published: published.map(|date| date.seconds),
        zone: published.unwrap_or_default().zone,
        modified: modified.map(|date| date.seconds),
        authors: thing
            .first(&["author", "creator"])
            .many()
            .iter()
            .map(|author| named.referred(author))
            .map(|author| Author {
                name: brief(author.text().unwrap_or_else(|| author.get("name").str())),
                url: address(author.get("url")).unwrap_or_default(),
                ..Author::default()
            })
            .filter(|author| !author.name.is_empty())
            .collect(),
        tags: keywords(thing.get("keywords")),
        section: plain_field(first_of(thing.get("articleSection"))),
        language: thing.get("inLanguage").str().to_owned(),
        ..Article::default()
    }
}

/// A web address given as a text or as a thing that has one.
fn web_address<'j>(json: &'j Json<'_>) -> Option<&'j str> {
    let json = first_of(json);
    json.text().or_else(|| {
        json.first(&["url", "contentUrl", "@id"])
            .text()
            // The identifier of a part of a page is no address of its own.
            .filter(|id| !id.starts_with("#/"))
    })
}

fn first_of<'j, 'a>(json: &'j Json<'a>) -> &'j Json<'a> {
    json.many().first().unwrap_or(json)
}

/// The things of a document's graph that have an `@id`, in the order of that.
struct Named<'j, 'a>(Vec<(&'j str, &'j Json<'a>)>);

impl<'j, 'a> Named<'j, 'a> {
    fn new(document: &'j Json<'a>) -> Self {
        let graphs = document.many().iter();
        let things: Vec<_> = graphs
            .flat_map(|part| part.get("@graph").list())
            .chain(document.list())
            .filter_map(|thing| Some((thing.get("@id").text()?, thing)))
            .collect();
        let order = sorted(things.len(), &|a, b| things[a].0.cmp(things[b].0));
        Self(order.into_iter().map(|at| things[at]).collect())
    }

    /// The thing that `json` refers to by its `@id`, as Yoast's does for authors
    /// and pictures; else `json` itself.
    fn referred<'r>(&'r self, json: &'r Json<'a>) -> &'r Json<'a> {
        let id = json.get("@id").str();
        if id.is_empty() || !json.first(&["name", "url", "contentUrl"]).is_blank() {
            return json;
        }
        let first = self.0.partition_point(|(other, _)| *other < id);
        self.0[first..]
            .iter()
            .take_while(|(other, _)| *other == id)
            .map(|(_, thing)| *thing)
            .find(|thing| !std::ptr::eq(*thing, json))
            .unwrap_or(json)
    }
}

/// The plain text of a name or a caption, of which many articles may have a copy.
fn brief(text: &str) -> String {
    plain(at_most(text, LONGEST_COPY))
}

/// Keywords as a list or as one text between commas, each once.
fn keywords(json: &Json<'_>) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    let pieces = json.many().iter().flat_map(|words| match json {
        Json::List(_) => vec![words.text().unwrap_or_else(|| words.get("name").str())],
        _ => words.str().split(',').collect(),
    });
    for piece in pieces {
        let word = plain(piece);
        if !word.is_empty() && keywords.len() < MOST_NAMES && !keywords.contains(&word) {
            keywords.push(word);
        }
    }
    keywords
}

#[cfg(test)]
mod tests {
    use super::LONGEST_COPY;
    use crate::feed::{Format, read};

    const URL: &str = "https://paper.example/news/";

    fn titles(json: &str) -> Vec<(String, String)> {
        let feed = read(json.as_bytes(), URL, None).expect("a feed");
        assert_eq!(feed.format, Format::JsonLd);
        let pair = |a: crate::article::Article| (a.title, a.url);
        feed.articles.into_iter().map(pair).collect()
    }

    fn pair(title: &str, path: &str) -> (String, String) {
        (title.to_owned(), format!("https://paper.example{path}"))
    }

    #[test]
    fn lists_in_every_shape() {
        let wanted = [pair("A", "/a"), pair("B", "/b")];
        for json in [
            r#"{"@context":"https://schema.org","@type":"ItemList","itemListElement":[
                {"@type":"ListItem","position":1,"url":"/a","name":"A"},
                {"@type":"ListItem","position":2,"item":{"@type":"NewsArticle","headline":"B","url":"/b"}}]}"#,
            r#"{"@type":"CollectionPage","mainEntity":{"@type":"ItemList","itemListElement":[
                {"@type":"ListItem","item":{"@id":"/a","name":"A"}},{"@type":"BlogPosting","headline":"B","url":"/b"}]}}"#,
            r#"[{"@type":"NewsArticle","headline":"A","mainEntityOfPage":{"@id":"/a"}},
                {"@type":["Article","ReportageNewsArticle"],"headline":"B","mainEntityOfPage":"/b"}]"#,
            r#"{"@graph":[{"@type":"WebSite","url":"/"},{"@type":"Article","headline":"A","url":"/a"},
                {"@type":"http://schema.org/NewsArticle","headline":"B","url":"/b"}]}"#,
            r#"{"@type":"Blog","blogPost":[{"@type":"BlogPosting","headline":"A","url":"/a"},
                {"@type":"LiveBlogPosting","headline":"B","url":"/b"}]}"#,
        ] {
            assert_eq!(titles(json), wanted, "{json}");
        }
    }

    #[test]
    fn all_that_is_read_of_an_article() {
        let feed = read(
            br#"{"@graph":[{"@type":"NewsArticle","headline":"Rain &amp; wind","description":"D","url":"/r",
            "articleBody":"One.\n\nTwo & <three>.","datePublished":"2026-11-20T10:00:00+01:00",
            "author":[{"@id":"/ana/me"},"Bo"],"image":{"@id":"/pic/me"},"articleSection":["Weather","News"],
            "keywords":"rain, wind ,rain","inLanguage":"en"},
            {"@type":"Person","@id":"/ana/me","name":"Ana","url":"/ana"},
            {"@type":"ImageObject","@id":"/pic/me","contentUrl":"/p.jpg","caption":"Rain"}]}"#,
            URL,
            None,
        )
        .expect("a feed");
        let article = &feed.articles[0];
        assert_eq!(article.title, "Rain & wind");
        assert_eq!(article.body, "<p>One.</p><p>Two &amp; &lt;three>.</p>");
        let names: Vec<_> = article.authors.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(names, ["Ana", "Bo"]);
        assert_eq!(article.authors[0].url, "https://paper.example/ana");
        let image = article.image.as_ref().expect("a picture");
        assert_eq!(
            (image.url.as_str(), image.alt.as_str()),
            ("https://paper.example/p.jpg", "Rain")
        );
        assert_eq!(article.tags, ["rain", "wind"]);
        assert_eq!(article.section, "Weather");
    }

    // Each reference was looked for among all things of the document.
    #[test]
    fn sixty_thousand_references_find_what_they_refer_to() {
        let list = |of: &dyn Fn(usize) -> String| (0..60_000).map(of).collect::<Vec<_>>().join(",");
        let json = format!(
            r#"{{"@graph":[{{"@type":"Article","headline":"A","url":"/a","author":[{}]}},{}]}}"#,
            list(&|at| format!("{{\"@id\":\"#/{}\"}}", at * 2)),
            list(&|at| format!("{{\"@id\":\"#/{}\",\"name\":\"N{at}\"}}", at * 3)),
        );
        let feed = read(json.as_bytes(), URL, None).expect("a feed");
        let names: Vec<_> = feed.articles[0].authors.iter().map(|a| &*a.name).collect();
        assert_eq!(names[..3], ["N0", "N2", "N4"]);
        assert_eq!(names.len(), 50);
    }

    // Ten thousand articles by one author of a megabyte were ten gigabytes.
    #[test]
    fn what_many_articles_refer_to_is_brief() {
        let json = format!(
            r##"{{"@graph":[{{"@id":"#a","name":"{0}"}},{{"@id":"#i","url":"/i","caption":"{0}"}},
                {{"@type":"Article","headline":"A","url":"/a","author":{{"@id":"#a"}},"image":{{"@id":"#i"}}}}]}}"##,
            "n".repeat(1 << 20)
        );
        let feed = read(json.as_bytes(), URL, None).expect("a feed");
        let article = &feed.articles[0];
        assert_eq!(article.authors[0].name.len(), LONGEST_COPY);
        assert_eq!(article.image.as_ref().expect("one").alt.len(), LONGEST_COPY);
    }
}
