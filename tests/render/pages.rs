//! What is written into pages, and what is not touched.

use super::{BASE, PAGE, Site, feed, links, piped, without_lists};
use serde_json::json;
use std::fs;

#[test]
fn both_lists_are_written_and_every_other_byte_stays() {
    let site = Site::new("both", &[("1.html", PAGE), ("deep/er/index.html", PAGE)]);
    let (status, said) = site.render(&[]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("2 pages, 4 lists, 2 files written"), "{said}");
    let page = site.read("1.html");
    // The most read but the one being read, and then what is like that.
    let links = links(&page);
    assert_eq!(links[..3], ["2.html", "3.html", "4.html"]);
    assert_eq!(links[3..], ["7.html", "10.html", "5.html"]);
    assert_eq!(without_lists(&page), PAGE);
    assert!(page.contains("<h2 part=\"heading\">Popular</h2>"));
    assert!(page.contains("<h2 part=\"heading\">More like this</h2>"));
    // As much space as the loader will hold.
    assert!(page.contains("style=\"--newsrail-row:var(--newsrail-row-height,4em);--newsrail-rail:calc(3em + 3*var(--newsrail-row));min-height:calc(0em + var(--newsrail-rail))\""));
    assert!(page.contains("--newsrail-row:var(--newsrail-row-height,7em);"));
}

#[test]
fn a_second_run_writes_nothing_and_a_new_feed_replaces_the_lists() {
    let site = Site::new("again", &[("1.html", PAGE)]);
    site.render(&[]);
    let first = site.read("1.html");
    let when = || fs::metadata(site.path("1.html")).and_then(|file| file.modified());
    let written = when().expect("a time");
    let (status, said) = site.render(&[]);
    assert!(status == 0 && said.contains("0 files written"), "{said}");
    assert_eq!(when().expect("a time"), written);
    site.write("feed.json", feed(12, "Another").to_string());
    let (_, said) = site.render(&[]);
    assert!(said.contains("1 files written"), "{said}");
    let page = site.read("1.html");
    assert_eq!(links(&page), links(&first));
    assert!(page.contains("Another harbour strike") && !page.contains("The harbour strike"));
    assert_eq!(without_lists(&page), PAGE);
}

#[test]
fn a_tag_has_its_elements_before_it_once() {
    let page = "<body><p>a</p><script src=/newsrail.js data-feed=/feed.json data-count=2 data-rails='popular subscribe more-like-this'></script>";
    let site = Site::new("tag", &[("1.html", page)]);
    let rendered = || {
        let (status, said) = site.render(&[]);
        assert_eq!(status, 0, "{said}");
        site.read("1.html")
    };
    let first = rendered();
    let names = ["popular", "subscribe", "more-like-this"]
        .map(|kind| format!("<newsrail-{kind} data-newsrail count=\"2\" feed=\"/feed.json\">"));
    let places = names.map(|name| first.find(&name).expect("it is placed"));
    assert!(places.is_sorted());
    assert!(places[2] < first.find("<script").expect("the tag"));
    assert_eq!(links(&first).len(), 4);
    assert_eq!(rendered(), first);
    // Without the tag there is nothing that places them.
    site.write("1.html", first.replace(&page[14..], ""));
    assert_eq!(rendered(), "<body><p>a</p>");
}

#[test]
fn shadow_roots_take_the_place_of_what_stands_in_the_light_and_back() {
    let authored = PAGE.replace("count=3></", "count=3><a href=/own>Own</a></");
    let site = Site::new("shadow", &[("1.html", &authored)]);
    let (_, said) = site.render(&["--shadow"]);
    assert!(said.contains("2 lists"), "{said}");
    let page = site.read("1.html");
    assert_eq!(
        page.matches("<template data-newsrail shadowrootmode=\"open\">")
            .count(),
        2
    );
    assert!(page.contains("</template><a href=/own>Own</a></newsrail-popular>"));
    assert_eq!(links(&page).len(), 6);
    let (_, said) = site.render(&[]);
    let own = "<newsrail-popular> has something of its author's in it, which stays";
    assert!(said.contains(own), "{said}");
    let page = site.read("1.html");
    assert_eq!(links(&page).len(), 3);
    assert!(!page.contains("<template"));
    assert_eq!(without_lists(&page), authored);
}

#[test]
fn which_article_a_page_is() {
    let head = |head: &str| PAGE.replace("</head>", &format!("{head}</head>"));
    let by_attribute = PAGE.replace("feed=", "article=story-1 feed=");
    let pages = [
        ("a.html", head("<link rel=canonical href=/1.html>")),
        (
            "b.html",
            head("<meta property=og:url content='https://paper.example/1.html?utm_source=x'>"),
        ),
        ("c.html", by_attribute),
        ("1.html", PAGE.to_owned()),
    ];
    let pages = pages
        .each_ref()
        .map(|(place, html)| (*place, html.as_str()));
    let site = Site::new("which", &pages);
    let (status, said) = site.render(&[]);
    assert_eq!(
        (status, said.as_str()),
        (0, "4 pages, 8 lists, 4 files written\n")
    );
    let all = pages.map(|(place, _)| links(&site.read(place)));
    assert!(
        all.iter()
            .all(|links| links == &all[0] && links[0] == "2.html"),
        "{all:?}"
    );
}

/// As in a browser: what the page's head calls a translation of it is not beside it.
#[test]
fn a_translation_of_the_page_is_in_no_list() {
    let link =
        "<link rel=alternate hreflang=de href=/2.html><link rel=alternate href=/3.html></head>";
    let page = PAGE.replace("</head>", link);
    let site = Site::new("translation", &[("1.html", &page)]);
    let (status, said) = site.render(&[]);
    assert_eq!(status, 0, "{said}");
    let links = links(&site.read("1.html"));
    assert!(links.iter().all(|link| link != "2.html"), "{links:?}");
    assert!(links.iter().any(|link| link == "3.html"), "{links:?}");
}

/// No text of a feed becomes markup, and no address but http and https a link.
#[test]
fn what_a_feed_says_is_text() {
    let site = Site::new("text", &[("x.html", PAGE)]);
    let item = |id: &str, url: &str, title: &str| {
        json!({ "id": id, "url": url, "title": title, "summary": "\"<img src=x onerror=alert(1)>&lt;b&gt;",
            "_newsrail": { "views": 9 } })
    };
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [
        item("1", "https://paper.example/1?a=\"><script>", "</a></style></template><script>alert(1)</script>&amp;lt;"),
        item("2", "javascript:alert(1)", "Two"), item("3", "https://paper.example/3", "Three \u{202e}&quot;") ] });
    site.write("feed.json", feed.to_string());
    for options in [&[][..], &["--shadow"]] {
        let (status, said) = site.render(options);
        assert_eq!(status, 0, "{said}");
        let page = site.read("x.html");
        for markup in ["<script>", "<img", "javascript:", "onerror=alert(1)>"] {
            assert!(!page.contains(markup), "{markup} in {page}");
        }
        assert_eq!(page.matches("</template>").count(), options.len());
        assert!(page.contains("href=\"https://paper.example/3\""));
    }
}

#[test]
fn a_page_from_the_standard_input_goes_to_the_standard_output() {
    let site = Site::new("pipe", &[]);
    let feed = site.path("feed.json");
    let feed = feed.to_str().expect("text");
    let at = [BASE, "1.html"].concat();
    let (status, page, said) = piped(PAGE.as_bytes(), &["--feed", feed, "--base", &at]);
    assert_eq!((status, said.as_str()), (0, ""));
    let page = String::from_utf8(page).expect("text");
    assert_eq!(links(&page)[0], "2.html");
    assert_eq!(without_lists(&page), PAGE);
}

/// No link leads to where nothing is.
#[test]
fn relative_addresses_need_the_site_s() {
    let site = Site::new("relative", &[]);
    let line = |id: &str| json!({ "id": id, "title": id, "url": format!("{id}.html") }).to_string();
    site.write("archive.jsonl", ["a", "b"].map(line).join("\n"));
    site.write("blog/feed.json", json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "a", "title": "a", "url": "a.html" }] }).to_string());
    let list = "<newsrail-popular></newsrail-popular>";
    let path = |place: &str| site.path(place).to_str().expect("text").to_owned();
    let (status, page, said) = piped(list.as_bytes(), &["--feed", &path("archive.jsonl")]);
    assert_eq!((status, page.as_slice()), (0, list.as_bytes()));
    assert!(
        said.contains("2 articles have no address that leads anywhere"),
        "{said}"
    );
    let (_, page, _) = piped(
        list.as_bytes(),
        &["--feed", &path("archive.jsonl"), "--base", BASE],
    );
    assert_eq!(
        links(&String::from_utf8(page).expect("text")),
        ["a.html", "b.html"]
    );
    site.write("1.html", list);
    site.render(&["--feed", &path("blog/feed.json")]);
    assert_eq!(links(&site.read("1.html")), ["blog/a.html"]);
}

#[test]
fn a_page_in_another_character_set_stays_in_it() {
    let mut page = b"<meta charset=windows-1251><p>\xcf\xf0\xe8</p>".to_vec();
    page.extend_from_slice(b"<newsrail-popular feed=/feed.json></newsrail-popular>");
    let site = Site::new("charset", &[]);
    site.write("1.html", &page);
    site.write("feed.json", feed(3, "Привет é").to_string());
    let (status, said) = site.render(&[]);
    assert_eq!(status, 0, "{said}");
    let after = fs::read(site.path("1.html")).expect("a file");
    assert!(after.starts_with(&page[..30]));
    let word = b"\xcf\xf0\xe8\xe2\xe5\xf2 &#233;";
    assert!(after.windows(word.len()).any(|part| part == word));
}
