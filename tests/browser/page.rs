//! The article, the author's box and a place for the publisher's own.

use crate::fixture::{FEED, answer, ears, place, settled, with_feeds};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const PAPER: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","items":[
    {"id":"1","url":"/one","title":"One","authors":[{"name":"Ana","url":"/ana","avatar":"/ana.jpg","_newsrail":{"bio":"Writes <script>x</script>about &amp; around."}}]},
    {"id":"2","url":"/two","title":"Two","date_published":"2026-11-01","authors":[{"name":"Ana"}]},
    {"id":"3","url":"/three","title":"Three","date_published":"2026-11-02","authors":[{"name":"Bo","url":"javascript:x"},{"name":"Ana"}]},
    {"id":"4","url":"/four","title":"Four","authors":[]}]}"#;

const WHOLE: &str = r#"{"version":"https://jsonfeed.org/version/1.1","items":[
    {"id":"1","url":"/one","title":"One & only","summary":"Short.","image":"/p.jpg","date_published":"2026-11-20T10:00:00+05:30",
     "date_modified":"2026-11-20T12:00:00+05:30","authors":[{"name":"Ana"}],
     "content_html":"<h1 id=x>Part</h1><p onclick=y>Text <iframe src='https://tube.example/1' title='The film'></iframe></p><figure><img src=/q.jpg><figcaption>A</figcaption></figure><table><tr><td>1</table><form><input name=z></form><style>p{}</style>",
     "_newsrail":{"kicker":"City","dateline":"Eastport","image_caption":"The old bridge"}},
    {"id":"2","url":"/two","title":"Two"}]}"#;

#[wasm_bindgen_test]
async fn an_article_whole() {
    with_feeds(&[(FEED, answer(WHOLE))]);
    let place = place(
        "article",
        &[("feed", FEED), ("article", "1"), ("announce", "")],
        "",
    );
    let title = js_sys::eval("document.title").expect("a title");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(
        [
            place.text("h1"),
            place.text(".kicker"),
            place.text(".dateline")
        ],
        ["One & only", "City", "Eastport"]
    );
    assert_eq!(place.text(".article > figure figcaption"), "The old bridge");
    let byline = place.text(".byline");
    assert!(byline.starts_with("By Ana"), "{byline}");
    assert!(
        byline.contains("10:00") && byline.contains("Updated ") && byline.contains("12:00"),
        "{byline}"
    );
    assert!(
        byline.contains("(UTC+5:30)") && byline.ends_with("1 min read"),
        "{byline}"
    );
    assert_eq!(
        place.one("time").get_attribute("datetime").as_deref(),
        Some("2026-11-20T04:30:00.000Z")
    );
    assert_eq!(place.text(".embed"), "The film");
    assert!(place.find(".body h2, .body table, .body figure").is_some());
    assert!(
        place
            .find("iframe, form, input, style, [id], [onclick]")
            .is_none()
    );
    let told = js_sys::eval(
        "const told = document.querySelector('script[data-newsrail]'); told.remove(); document.title + JSON.parse(told.textContent).datePublished",
    );
    assert_eq!(
        told.expect("told").as_string().as_deref(),
        Some("One & only2026-11-20T04:30:00.000Z")
    );
    let window = web_sys::window()
        .and_then(|w| w.document())
        .expect("a document");
    window.set_title(&title.as_string().unwrap_or_default());
}

#[wasm_bindgen_test]
async fn an_article_of_which_nothing_is_known_but_its_name() {
    with_feeds(&[(FEED, answer(WHOLE))]);
    let place = place("article", &[("feed", FEED), ("article", "2")], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text("h1"), "Two");
    assert_eq!(place.text("p.body a"), "Read the whole article");
    assert!(place.find("time, figure").is_none());
}

#[wasm_bindgen_test]
async fn who_wrote_it_and_what_else() {
    with_feeds(&[(FEED, answer(PAPER))]);
    let place = place("author", &[("feed", FEED), ("article", "1")], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text(".name"), "Ana");
    assert_eq!(place.text(".author p"), "Writes about & around.");
    assert_eq!(
        place.headlines(),
        ["Three", "Two"],
        "not the article itself"
    );
}

#[wasm_bindgen_test]
async fn an_author_by_name_and_none() {
    with_feeds(&[(FEED, answer(PAPER))]);
    let named = place("author", &[("feed", FEED), ("author", "Bo")], "");
    let none = place("author", &[("feed", FEED), ("article", "4")], "The desk");
    let _mounted = (named.mount(), none.mount());
    settled().await;
    assert_eq!(named.text("b.name"), "Bo", "a script's address is no link");
    assert!(none.find(".author").is_none() && none.find("slot").is_some());
}

/// The attribute was also read as the lists' filter, in which a comma parts two names.
#[wasm_bindgen_test]
async fn an_author_whose_name_has_a_comma() {
    let paper = PAPER.replace("\"Ana\"", "\"Ana Reyes, MD\"");
    with_feeds(&[(FEED, answer(&paper))]);
    let place = place("author", &[("feed", FEED), ("author", "Ana Reyes, MD")], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text(".name"), "Ana Reyes, MD");
    assert_eq!(place.headlines(), ["Three", "Two", "One"]);
}

#[wasm_bindgen_test]
async fn a_place_is_told_of_and_closed_if_nothing_comes() {
    with_feeds(&[]);
    js_sys::eval(
        "self.places = []; self.onplace = (event) => {
            const { name, width, height, url } = event.detail;
            places.push([name, width, height, url].join(' '));
            if (name === 'empty') event.preventDefault() };
         document.addEventListener('newsrail-slot', onplace)",
    )
    .expect("a listener");
    let top = place(
        "slot",
        &[
            ("name", "top"),
            ("sizes", "300x250"),
            ("article", "https://paper.example/a"),
        ],
        "Own markup",
    );
    let empty = place("slot", &[("name", "empty"), ("label", "")], "");
    let _mounted = (top.mount(), empty.mount());
    settled().await;
    assert_eq!(top.text(".label"), "Advertisement");
    assert!(top.find("slot").is_some() && !top.host.has_attribute("hidden"));
    assert!(empty.find(".label").is_none() && empty.host.has_attribute("hidden"));
    let told = js_sys::eval("document.removeEventListener('newsrail-slot', onplace); places[0]");
    assert_eq!(
        told.expect("told").as_string().as_deref(),
        Some("top 300 250 https://paper.example/a")
    );
}

/// What the console is told while something is done.
async fn told(act: impl Future<Output = ()>) -> Vec<String> {
    ears();
    act.await;
    let told = js_sys::eval("told.join('\\n')").expect("told");
    let told = told.as_string().unwrap_or_default();
    told.lines().map(str::to_owned).collect()
}

fn with_text(text: &str) {
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{ "id": "1", "url": "/one", "title": "One", "content_html": text }],
    });
    with_feeds(&[(FEED, answer(&feed.to_string()))]);
}

// Half a megabyte of paragraphs kept the page waiting for three quarters of a
// minute: all were built, each in an element whose direction the browser then
// found anew.
#[wasm_bindgen_test]
async fn a_text_without_end_is_built_to_a_limit_and_its_direction_is_found_once() {
    with_text(&"<p>\u{5d0}".repeat(8000));
    let place = place("article", &[("feed", FEED), ("article", "1")], "");
    js_sys::eval(
        "self.late = 0;
         self.put = [[Node.prototype, 'appendChild'], [Element.prototype, 'append']].map(([owner, name]) => [owner, name, owner[name]]);
         for (const [owner, name, own] of self.put) owner[name] = function (...nodes) {
             self.late += this.closest?.('.body[dir=auto]') ? 1 : 0;
             return own.apply(this, nodes);
         }",
    )
    .expect("counting");
    let _mounted = place.mount();
    let lines = told(settled()).await;
    let late =
        js_sys::eval("for (const [owner, name, own] of self.put) owner[name] = own; self.late");
    assert_eq!(late.expect("counted").as_f64(), Some(0.0));
    let body = place.one(".body[part=body]");
    assert_eq!(body.get_attribute("dir").as_deref(), Some("auto"));
    assert!(body.matches(":dir(rtl)").expect("a selector"));
    assert_eq!(body.child_element_count(), 5250);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(
        lines[0].contains("/one: this article's text is too long"),
        "{lines:?}"
    );
    assert_eq!(place.text(".body a"), "Read the whole article");
}

#[wasm_bindgen_test]
async fn a_text_that_has_an_end_is_whole_and_nothing_is_said_of_it() {
    with_text(&"<p>Some words.</p>".repeat(5000));
    let place = place("article", &[("feed", FEED), ("article", "1")], "");
    let _mounted = place.mount();
    let lines = told(settled()).await;
    assert_eq!(place.one(".body").child_element_count(), 5000);
    assert_eq!(lines, Vec::<String>::new());
    assert!(place.find(".body a").is_none());
}

// A rule for long lists of a rail was asked of each item of a list in a text, and
// each looked through all others: thirteen seconds for ten thousand items.
#[wasm_bindgen_test]
async fn no_rule_of_the_style_looks_through_a_list_for_each_item_of_a_text() {
    with_text("<ol><li>1<li>2<ul><li><h3>3</h3></ul></ol><table><tr><td>4</table>");
    let place = place("article", &[("feed", FEED), ("article", "1")], "");
    let _mounted = place.mount();
    settled().await;
    let find = js_sys::eval(
        "(root) => [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules])
            .flatMap((rule) => rule.selectorText?.split(/,(?![^(]*\\))/) ?? [])
            .filter((selector) => selector.includes(':has(>'))
            .map((selector) => selector.replace(/:has\\((?:[^()]|\\([^()]*\\))*\\)|::[a-z-]+/g, ''))
            .map((selector) => `${selector}: ${[...root.querySelectorAll(selector)].filter((one) => one.closest('.body')).length}`)
            .join()",
    );
    let find = js_sys::Function::from(find.expect("a function"));
    let found = find.call1(&wasm_bindgen::JsValue::NULL, &place.root);
    let found = found.expect("found").as_string().unwrap_or_default();
    assert_eq!(found, ".rail ol li: 0");
}
