//! Layouts, lines below headlines, and what is said of single items.

use super::{BASE, Site, links};
use serde_json::json;

/// A page in some language, whose list is set to something.
fn page(lang: &str, list: &str) -> String {
    format!(
        "<!doctype html><html lang={lang}><body><newsrail-popular feed=/feed.json {list}></newsrail-popular><script src=/newsrail.js></script>"
    )
}

/// A site of that page, and a feed of two articles of which all is known.
fn site(name: &str, lang: &str, list: &str) -> Site {
    let items = ["One", "Two"].map(|title| {
        json!({ "id": title, "url": format!("{BASE}{title}.html"), "title": title,
            "summary": "What is known.", "content_text": "word ".repeat(700),
            "authors": [{ "name": "Ada & Co" }, { "name": "Bo" }],
            "image": format!("{BASE}{title}.jpg"),
            "date_published": "2026-11-03T23:30:00+02:00",
            "tags": ["brief"],
            "_newsrail": { "section": "Town", "kicker": "Live", "image_alt": "A \"bridge\"" } })
    });
    let feed =
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": items });
    let site = Site::new(name, &[("index.html", &page(lang, list))]);
    site.write("feed.json", feed.to_string());
    site
}

fn rendered(name: &str, lang: &str, list: &str, options: &[&str]) -> String {
    let site = site(name, lang, list);
    let (status, said) = site.render(options);
    assert_eq!(status, 0, "{said}");
    let page = site.read("index.html");
    assert_eq!(links(&page).len(), 2, "{page}");
    page
}

#[test]
fn each_layout_has_its_class_its_rows_and_its_style() {
    for (layout, class, row, rows) in [
        ("list", "", "4em", 5),
        ("numbered", " newsrail-numbered", "4em", 5),
        ("cards", " newsrail-cards", "15em", 1),
        ("carousel", " newsrail-cards newsrail-carousel", "15em", 1),
        ("compact", " newsrail-compact", "3.25em", 5),
        ("text", " newsrail-lines", "2.25em", 5),
    ] {
        let list = format!("layout={layout}");
        let page = rendered(&format!("layout-{layout}"), "en", &list, &[]);
        assert!(
            page.contains(&format!("class=\"newsrail-rail{class}\"")),
            "{layout}: {page}"
        );
        let space = format!(
            "--newsrail-row:var(--newsrail-row-height,{row});--newsrail-rail:calc(3em + {rows}*var(--newsrail-row));"
        );
        assert!(page.contains(&space), "{layout}: {page}");
        // The style of what few lists ask for is there where one does.
        assert_eq!(page.contains("scroll-snap-type"), layout != "list");
    }
    let numbered = rendered("layout-shadow", "en", "layout=numbered", &["--shadow"]);
    assert!(numbered.contains("class=\"rail numbered\""));
    assert!(numbered.contains("<ol role=\"list\""));
}

#[test]
fn a_line_below_the_headline_says_what_it_is_to_in_that_order() {
    let meta = "meta='kicker section author date reading-time'";
    for (lang, line) in [
        (
            "en",
            "Live|Town|By Ada &amp; Co, Bo|<time datetime=\"2026-11-03\">Nov 3, 2026</time>|3 min read",
        ),
        (
            "de",
            "Live|Town|Von Ada &amp; Co und Bo|<time datetime=\"2026-11-03\">03.11.2026</time>|3 Min. Lesezeit",
        ),
        (
            "ja",
            "Live|Town|文：Ada &amp; Co、Bo|<time datetime=\"2026-11-03\">2026/11/03</time>|読了 3 分",
        ),
    ] {
        let page = rendered(&format!("meta-{lang}"), lang, meta, &[]);
        let (_, rest) = page
            .split_once("<p class=\"newsrail-meta\" part=\"meta\">")
            .expect("a line");
        let (said, _) = rest.split_once("</p>").expect("its end");
        let said = said
            .replace("</span><span dir=\"auto\">", "|")
            .replace("<span dir=\"auto\">", "")
            .replace("</span>", "");
        assert_eq!(said, line, "{lang}");
    }
}

#[test]
fn the_plural_form_is_the_language_s() {
    let page = rendered("meta-ar", "ar", "meta=reading-time", &[]);
    assert!(
        page.contains("<span dir=\"auto\">3 دقائق للقراءة</span>"),
        "{page}"
    );
    let own = "meta=reading-time text-minutes-other='{count} minutes of your life'";
    let page = rendered("meta-own", "en", own, &[]);
    assert!(
        page.contains("<span dir=\"auto\">3 minutes of your life</span>"),
        "{page}"
    );
}

#[test]
fn items_that_are_paid_for_say_so_and_headings_have_their_level() {
    let page = rendered("paid", "fr", "paid=brief heading-level=3 images", &[]);
    assert!(page.contains("rel=\"sponsored\"><span class=\"newsrail-paid\" part=\"paid\" dir=\"auto\">Sponsorisé</span> One</a>"), "{page}");
    assert!(page.contains("<h2 part=\"heading\" aria-level=\"3\">"));
    assert!(page.contains("<h3 aria-level=\"4\">"));
    assert!(page.contains("alt=\"A &quot;bridge&quot;\""), "{page}");
}
