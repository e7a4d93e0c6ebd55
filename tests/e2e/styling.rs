//! Every custom property and every part of docs/publish/styling.md does what its row
//! says: each is set from the page, and its effect is measured.

use crate::lab::{SOON, assert_calm, listed, widget};
use crate::page::{open, page, site};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;
use serde_json::{Value, json};

/// Of each property a value, and what that makes of what.
const CASES: &str = include_str!("styling/cases.txt");

/// The cells of a row.
fn cells(row: &str) -> Vec<String> {
    let cells = row.split('|').map(|cell| cell.trim().trim_matches('`'));
    cells.map(str::to_owned).collect()
}

/// The cells of the rows below a heading of the document, without their code's ticks.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(project().join("docs/publish/styling.md"));
    let text = text.expect("the document");
    let (_, table) = text.split_once(heading).expect("the table");
    let rows = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.map(|row| cells(&row[1..row.len() - 1])).collect()
}

/// The sample newspaper, whose authors have a few words about them.
fn paper_with_bios() -> Origin {
    let feed = std::fs::read(project().join("samples/feed.json")).expect("the samples are there");
    let mut feed: Value = serde_json::from_slice(&feed).expect("JSON");
    for item in feed["items"].as_array_mut().expect("items") {
        item["authors"][0]["_newsrail"] = json!({ "bio": "Writes about roads." });
    }
    Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .folder("/", project().join("samples"))
        .serve()
}

/// A browser with all elements on a page, set so that each part is there.
async fn shown() -> (Browser, Vec<Origin>) {
    let (widget, paper, site) = (widget(), paper_with_bios(), site());
    let page = page(&widget, &paper, &site);
    let browser = Browser::start(1280, 900).await;
    open(&browser, &page).await;
    let set = "document.body.style.fontSize = '20px';
        const of = (name) => document.querySelector('newsrail-' + name);
        for (const name of ['popular', 'more-like-this', 'author']) Object.assign(of(name), { images: true, excerpts: true, reasons: true, meta: 'date', read: 'dim' });
        of('author').layout = 'cards';
        const paid = 'City, Opinion, Business, Culture, Sport, Science, Region, Politics';
        for (const name of ['popular', 'more-like-this', 'author', 'front', 'search']) of(name).paid = paid;
        of('front').heading = 'Today';";
    browser.run(set, &[]).await;
    let seen = |name: &str, part: &str| {
        format!("document.querySelector('newsrail-{name}').shadowRoot.querySelector('{part}')")
    };
    let wrong = "document.querySelector('newsrail-subscribe').shadowRoot.querySelector('[type=submit]').click()";
    browser.run(wrong, &[]).await;
    for (name, part) in [
        ("popular", "img"),
        ("popular", ".reason"),
        ("popular", ".meta"),
        ("search", ".paid"),
        ("more-like-this", "img"),
        ("author", ".cards img"),
        ("subscribe", ".wrong"),
    ] {
        browser.wait_until(&seen(name, part), SOON).await;
    }
    // As if the reader had opened it.
    let read = "document.querySelector('newsrail-popular').shadowRoot.querySelector('li').classList.add('read')";
    browser.run(read, &[]).await;
    (browser, vec![widget, paper, site, page])
}

#[tokio::test]
async fn every_property_does_what_its_row_says() {
    let named: Vec<String> = rows("| Property |")
        .into_iter()
        .map(|row| row[0].clone())
        .collect();
    let cases = CASES
        .split_once(
            "

",
        )
        .expect("what the file is for")
        .1;
    let cases: Vec<Vec<String>> = cases.lines().map(cells).collect();
    let tried = cases.iter().map(|case| format!("--newsrail-{}", case[0]));
    let tried: Vec<String> = tried.collect();
    assert_eq!(named, tried, "a property without a case, or a case of none");
    let (browser, _origins) = shown().await;
    let measure = "const [name, value, kind, selector, pseudo, style] = arguments;
        const host = document.querySelector('newsrail-' + kind), root = document.documentElement;
        const element = host.shadowRoot.querySelector(selector);
        if (name === 'focus-color') element.focus({ focusVisible: true });
        const now = () => getComputedStyle(element, pseudo || null)[style];
        const before = now();
        root.style.setProperty('--newsrail-' + name, value);
        const after = now();
        root.style.setProperty('--newsrail-' + name, 'no value of any');
        const whole = host.shadowRoot.querySelector('.rail, .foot').getBoundingClientRect();
        root.style.removeProperty('--newsrail-' + name);
        return [before, after, now() === before, whole.width > 100 && whole.height > 20]";
    for case in &cases {
        let arguments: Vec<Value> = case[..6].iter().map(|cell| json!(cell)).collect();
        let (name, wanted) = (&case[0], case[6].as_str());
        let seen = browser.run(measure, &arguments).await;
        assert_ne!(seen[0], wanted, "{name} has its value before it is set");
        assert_eq!(seen[1], wanted, "{name}");
        assert_eq!(seen[2], true, "{name} stays behind");
        assert_eq!(seen[3], true, "a nonsense {name} breaks the box");
    }
    assert_calm(&browser).await;
}

#[tokio::test]
async fn every_part_can_be_styled_on_each_of_its_elements() {
    let (browser, _origins) = shown().await;
    let rows = rows("| Part |");
    assert!(rows.len() > 20, "{rows:?}");
    let style = "const sheet = new CSSStyleSheet();
        for (const part of arguments[0]) sheet.insertRule(`::part(${part}) { scroll-margin-top: 7px }`);
        document.adoptedStyleSheets = [sheet];
        document.querySelector('newsrail-popular').subscribe = '/s';";
    let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    browser.run(style, &[json!(names)]).await;
    let popular = "document.querySelector('newsrail-popular').shadowRoot";
    browser
        .click(&format!("{popular}.querySelector('.foot button')"))
        .await;
    browser
        .wait_until(
            &format!(
                "{popular}.querySelector('newsrail-subscribe')?.shadowRoot?.querySelector('form')"
            ),
            SOON,
        )
        .await;
    // A link to a page is there in place of a form.
    let look = "const [part, names] = arguments, missing = [];
        for (const name of names) {
            const host = document.querySelector('newsrail-' + name);
            const inside = host.shadowRoot.querySelector('newsrail-subscribe')?.shadowRoot;
            const found = [host.shadowRoot, inside].flatMap((root) => [...root?.querySelectorAll(`[part~=\"${part}\"]`) ?? []]);
            if (!found.some((element) => getComputedStyle(element).scrollMarginTop === '7px')) missing.push(name);
        }
        return missing";
    for row in &rows {
        let on: Vec<&str> = row[2]
            .split(", ")
            .map(|word| match word {
                "lists" => "popular",
                "front page" => "front",
                word => word,
            })
            .collect();
        if row[0] == "subscribe" {
            let link = "for (const name of arguments[0]) document.querySelector('newsrail-' + name).provider = 'page'";
            browser.run(link, &[json!(on)]).await;
            let all = on.iter().map(|name| {
                format!("document.querySelector('newsrail-{name}').shadowRoot.querySelector('[part=subscribe]')")
            });
            browser
                .wait_until(&all.collect::<Vec<_>>().join(" && "), SOON)
                .await;
        }
        let missing = browser.run(look, &[json!(row[0]), json!(on)]).await;
        assert_eq!(missing, json!([]), "{} is not on all of {on:?}", row[0]);
        if row[0] == "subscribe" {
            let form = "for (const name of arguments[0]) document.querySelector('newsrail-' + name).provider = null";
            browser.run(form, &[json!(on)]).await;
            browser
                .click(&format!("{popular}.querySelector('.foot button')"))
                .await;
            let forms = "['popular', 'subscribe'].every((name) => { const root = document.querySelector('newsrail-' + name).shadowRoot; return (root.querySelector('newsrail-subscribe')?.shadowRoot ?? root).querySelector('form') })";
            browser.wait_until(forms, SOON).await;
        }
    }
    assert_calm(&browser).await;
}

/// What an element's text and background are, computed.
const COLOURS: &str = "const { color, backgroundColor } = getComputedStyle(e.shadowRoot.querySelector('.rail')); return [color, backgroundColor]";

async fn themed(browser: &Browser, attributes: &str, style: &str) -> [Origin; 3] {
    let list = format!("<newsrail-popular id=e {attributes}></newsrail-popular>");
    listed(browser, &format!("<style>{style}</style>{list}")).await
}

#[tokio::test]
async fn a_theme_follows_the_color_scheme_of_the_page() {
    let browser = Browser::start(800, 900).await;
    let light = json!(["rgb(22, 24, 29)", "rgb(255, 255, 255)"]);
    let dark = json!(["rgb(236, 238, 242)", "rgb(20, 22, 26)"]);
    let _origins = themed(&browser, "theme=scheme", "").await;
    assert_eq!(browser.run(COLOURS, &[]).await, light);
    let scheme = "document.documentElement.style.colorScheme = arguments[0]";
    browser.run(scheme, &["dark".into()]).await;
    assert_eq!(browser.run(COLOURS, &[]).await, dark);
    // The page's own colours are the browser's there.
    browser.run("e.theme = 'auto'", &[]).await;
    let auto = "!e.shadowRoot.querySelector('.scheme')";
    browser.wait_until(auto, SOON).await;
    let own = json!(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]);
    assert_eq!(browser.run(COLOURS, &[]).await, own);
    browser.run(scheme, &["light".into()]).await;
    let own = json!(["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]);
    assert_eq!(browser.run(COLOURS, &[]).await, own);
    assert_calm(&browser).await;
}
