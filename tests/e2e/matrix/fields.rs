//! A feed of every format that has given strings in every field: as text, as HTML and
//! as an address.

use serde_json::{Value, json};

/// The formats.
pub(super) const FORMATS: [&str; 7] = [
    "json-feed",
    "wordpress",
    "ghost",
    "rss",
    "atom",
    "json-ld",
    "list",
];

/// The path of an article, by the place of its string.
pub(super) fn path(number: usize) -> String {
    format!("/story/{number}")
}

/// A feed's media type and its text. Each string is in an article of its own that has a
/// proper address, so that it is listed, and is the address of one more.
pub(super) fn feed(format: &str, strings: &[String]) -> (&'static str, String) {
    let each = |article: fn(usize, &str) -> Value| -> Vec<Value> {
        let articles = strings
            .iter()
            .enumerate()
            .flat_map(|(number, string)| [article(number, string), led_astray(format, string)]);
        articles.collect()
    };
    let first = strings.first().map_or("", String::as_str);
    let value = match format {
        "json-feed" => json!({
            "version": "https://jsonfeed.org/version/1.1", "title": first, "description": first, "language": "en",
            "home_page_url": first, "next_url": first, "icon": first, "authors": [{ "name": first, "url": first }],
            "items": each(json_feed),
        }),
        "wordpress" => Value::from(each(wordpress)),
        "ghost" => json!({ "posts": each(ghost), "meta": { "pagination": { "next": first } } }),
        "json-ld" => json!({ "@context": "https://schema.org", "@graph": each(json_ld) }),
        "list" => json!({ "heading": first, "trails": each(list) }),
        "rss" => return ("application/rss+xml", rss(strings)),
        _ => return ("application/atom+xml", atom(strings)),
    };
    ("application/json", value.to_string())
}

/// An article whose address is the string.
fn led_astray(format: &str, string: &str) -> Value {
    match format {
        "json-feed" => {
            json!({ "id": string, "url": string, "external_url": string, "title": "Astray" })
        }
        "wordpress" => json!({ "id": 0, "link": string, "title": { "rendered": "Astray" } }),
        "ghost" => {
            json!({ "id": "0", "uuid": "u", "url": string, "canonical_url": string, "title": "Astray" })
        }
        "json-ld" => {
            json!({ "@type": "NewsArticle", "url": string, "mainEntityOfPage": string, "headline": "Astray" })
        }
        _ => json!({ "url": string, "headline": "Astray" }),
    }
}

fn json_feed(number: usize, string: &str) -> Value {
    json!({
        "id": number.to_string(), "url": path(number), "title": string, "summary": string, "content_html": string,
        "content_text": string, "image": string, "banner_image": string, "date_published": "2026-11-20T10:00:00Z",
        "authors": [{ "name": string, "url": string, "avatar": string }], "tags": [string], "language": string,
        "attachments": [{ "url": string, "mime_type": "image/png", "title": string }],
        "_newsrail": { "views": 1000 - number, "section": string, "kicker": string, "dateline": string, "image_alt": string, "image_caption": string },
    })
}

fn wordpress(number: usize, string: &str) -> Value {
    json!({
        "id": number + 1, "link": path(number), "slug": string, "date_gmt": "2026-11-20T10:00:00", "title": { "rendered": string },
        "excerpt": { "rendered": string }, "content": { "rendered": string },
        "_embedded": {
            "author": [{ "name": string, "link": string, "description": string, "avatar_urls": { "96": string } }],
            "wp:featuredmedia": [{ "source_url": string, "alt_text": string, "caption": { "rendered": string }, "media_details": { "sizes": { "medium": { "source_url": string, "width": 300 } } } }],
            "wp:term": [[{ "name": string, "slug": string, "link": string, "taxonomy": "category" }]],
        },
    })
}

fn ghost(number: usize, string: &str) -> Value {
    json!({
        "id": number.to_string(), "uuid": "u", "url": path(number), "title": string, "html": string, "excerpt": string,
        "custom_excerpt": string, "feature_image": string, "feature_image_alt": string, "feature_image_caption": string,
        "published_at": "2026-11-20T10:00:00Z", "tags": [{ "name": string, "slug": string }], "primary_tag": { "name": string },
        "authors": [{ "name": string, "url": string, "profile_image": string, "bio": string }],
    })
}

fn json_ld(number: usize, string: &str) -> Value {
    json!({
        "@type": "NewsArticle", "@id": path(number), "url": path(number), "headline": string, "description": string,
        "articleBody": string, "image": { "url": string, "caption": string }, "datePublished": "2026-11-20", "keywords": string,
        "articleSection": string, "author": [{ "name": string, "url": string, "image": string }], "thumbnailUrl": string,
    })
}

fn list(number: usize, string: &str) -> Value {
    json!({
        "id": string, "url": path(number), "headline": string, "trailText": string, "kickerText": string, "byline": string,
        "webPublicationDate": "2026-11-20T10:00:00Z", "image": { "src": string, "alt": string }, "section": string,
    })
}

/// A string as a text of XML has it.
fn escaped(string: &str) -> String {
    string
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The same as it stands there by itself.
fn unescaped(string: &str) -> String {
    format!("<![CDATA[{}]]>", string.replace("]]>", "]]]]><![CDATA[>"))
}

fn rss(strings: &[String]) -> String {
    let items = strings.iter().enumerate().map(|(number, string)| {
        let (text, raw, path) = (escaped(string), unescaped(string), path(number));
        format!(
            "<item><title>{raw}</title><link>{path}</link><guid isPermaLink=\"false\">{text}</guid><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>
             <description>{raw}</description><content:encoded>{raw}</content:encoded><author>{text}</author><dc:creator>{raw}</dc:creator>
             <category domain=\"{text}\">{raw}</category><comments>{text}</comments><enclosure url=\"{text}\" type=\"image/png\" length=\"9\"/>
             <media:content url=\"{text}\" medium=\"image\"><media:description>{text}</media:description></media:content><media:thumbnail url=\"{text}\"/></item>
             <item><title>{text}</title><link>{text}</link><guid isPermaLink=\"true\">{text}</guid></item>"
        )
    });
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Paper</title>{}</channel></rss>",
        items.collect::<String>()
    )
}

fn atom(strings: &[String]) -> String {
    let entries = strings.iter().enumerate().map(|(number, string)| {
        let (text, path) = (escaped(string), path(number));
        format!(
            "<entry><id>{number}</id><title type=\"html\">{text}</title><link href=\"{path}\"/><updated>2026-11-20T10:00:00Z</updated>
             <summary type=\"html\">{text}</summary><content type=\"html\">{text}</content><author><name>{text}</name><uri>{text}</uri></author>
             <category term=\"{text}\" label=\"{text}\"/><link rel=\"enclosure\" type=\"image/png\" href=\"{text}\"/></entry>
             <entry><id>{text}</id><title>{text}</title><link href=\"{text}\"/><updated>2026-11-20T10:00:00Z</updated></entry>"
        )
    });
    format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Paper</title>{}</feed>",
        entries.collect::<String>()
    )
}
