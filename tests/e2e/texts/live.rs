//! Where the language of an element is from, and that it follows when that changes.

use serde_json::json;

use super::texts_asked;
use crate::lab::{BOTH_LISTS, SOON, assert_calm, bundle, paper, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Reply};
use crate::support::project;

/// What stands over the list of an element with this identifier.
fn heading(id: &str) -> String {
    format!("document.getElementById('{id}').shadowRoot?.querySelector('h2')?.textContent")
}

async fn has_heading(browser: &Browser, id: &str, wanted: &str) {
    let condition = format!("{} === '{wanted}'", heading(id));
    browser.wait_until(&condition, SOON).await;
}

fn page(inside: &str, paper: &Origin, widget: &Origin) -> Origin {
    partner(&format!(
        "{inside}<script async src='{}' data-feed='{}'></script>",
        widget.url("/newsrail.js"),
        paper.url("/feed.json")
    ))
}

#[tokio::test]
async fn the_language_is_the_element_s_or_the_nearest_ancestor_s_or_the_page_s() {
    let (paper, widget) = (paper(), widget());
    let lists = "<div lang=fr><newsrail-popular id=own lang=de-AT></newsrail-popular><newsrail-popular id=near></newsrail-popular></div>
        <newsrail-popular id=page></newsrail-popular><newsrail-popular id=hant lang=zh-TW></newsrail-popular>
        <newsrail-popular id=rtl lang=ar></newsrail-popular><newsrail-popular id=named lang=ar dir=ltr></newsrail-popular>
        <div id=host></div><script>host.attachShadow({ mode: 'open' }).innerHTML = '<newsrail-popular lang=he></newsrail-popular>'</script>";
    let page = page(lists, &paper, &widget);
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    for (id, wanted) in [
        ("own", "Meistgelesen"),
        ("near", "Les plus lus"),
        ("page", "Popular"),
        ("hant", "熱門"),
        ("rtl", "الأكثر قراءة"),
    ] {
        let scroll = format!("document.getElementById('{id}').scrollIntoView()");
        browser.run(&scroll, &[]).await;
        has_heading(&browser, id, wanted).await;
    }
    let inner = "host.shadowRoot.querySelector('newsrail-popular')";
    browser.run(&format!("{inner}.scrollIntoView()"), &[]).await;
    let said = format!("{inner}.shadowRoot.querySelector('h2')?.textContent");
    browser
        .wait_until(&format!("{said} === 'הנקראות ביותר'"), SOON)
        .await;
    // Each has the direction of its language, but where its author says another.
    let directions = format!("return ['own', 'rtl', 'named'].map((id) => getComputedStyle(document.getElementById(id).shadowRoot.querySelector('section')).direction)
        .concat(getComputedStyle({inner}).direction)");
    assert_eq!(
        browser.run(&directions, &[]).await,
        json!(["ltr", "rtl", "ltr", "rtl"])
    );
    // In another tree, too, it follows.
    browser.run(&format!("{inner}.lang = 'nl'"), &[]).await;
    browser
        .wait_until(&format!("{said} === 'Meest gelezen'"), SOON)
        .await;
    assert_calm(&browser).await;
}

/// A form was made anew with each change, and what the reader had typed was gone.
#[tokio::test]
async fn it_follows_when_that_changes_and_loses_nothing() {
    let (paper, widget) = (paper(), widget());
    let elements = "<newsrail-popular id=list subscribe=/sign-up></newsrail-popular><newsrail-subscribe id=form subscribe=/sign-up names></newsrail-subscribe>";
    let page = page(elements, &paper, &widget);
    let browser = Browser::start(800, 1400).await;
    browser.goto(&page.url("/")).await;
    has_heading(&browser, "list", "Popular").await;
    has_heading(&browser, "form", "Subscribe").await;
    assert_eq!(
        texts_asked(&widget),
        Vec::<String>::new(),
        "English costs no request"
    );
    // The form below the list, which stands in the list's own tree.
    browser
        .click("list.shadowRoot.querySelector('button')")
        .await;
    let below = "list.shadowRoot.querySelector('newsrail-subscribe')?.shadowRoot";
    browser
        .wait_until(&format!("{below}?.querySelector('form')"), SOON)
        .await;
    browser
        .run("form.shadowRoot.querySelector('#email').value = 'ana@example.com'; self.node = list.shadowRoot.querySelector('li')", &[])
        .await;
    for (lang, list, form) in [
        ("de", "Meistgelesen", "Abonnieren"),
        ("ja", "人気の記事", "購読する"),
        ("en-GB", "Popular", "Subscribe"),
    ] {
        browser
            .run(
                "document.documentElement.lang = arguments[0]",
                &[lang.into()],
            )
            .await;
        has_heading(&browser, "list", list).await;
        has_heading(&browser, "form", form).await;
        let button = format!("{below}.querySelector('[type=submit]').textContent === '{form}'");
        browser.wait_until(&button, SOON).await;
    }
    let left = "return [form.shadowRoot.querySelector('#email').value, node === list.shadowRoot.querySelector('li')]";
    assert_eq!(
        browser.run(left, &[]).await,
        json!(["ana@example.com", true])
    );
    assert_calm(&browser).await;
}

/// They are asked for with the program, and not after it.
#[tokio::test]
async fn texts_come_beside_the_rest() {
    let gate = Gate::closed();
    let dist = project().join("dist");
    let name = program(".wasm");
    let wasm = std::fs::read(dist.join(&name)).expect("a program");
    let held = Reply::file(&name, wasm).held_by(&gate);
    let widget = bundle().reply(&format!("/{name}"), held).serve();
    let paper = paper();
    let page = page(
        "<newsrail-popular id=list lang=de></newsrail-popular>",
        &paper,
        &widget,
    );
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    crate::lab::until(
        "the texts are asked for while the program is on its way",
        async || texts_asked(&widget).len() == 1,
    )
    .await;
    gate.open();
    has_heading(&browser, "list", "Meistgelesen").await;
    assert_calm(&browser).await;
}

/// The file of the lists' program with this ending.
pub(super) fn program(ending: &str) -> String {
    let files = std::fs::read_dir(project().join("dist")).expect("dist/");
    let mut names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let is_program = |name: &str| {
        let hash = name
            .strip_prefix("newsrail-")
            .and_then(|rest| rest.strip_suffix(ending));
        hash.is_some_and(|hash| {
            hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    names
        .find(|name| is_program(name))
        .expect("the lists' program")
}

/// A list that was kept for the next page is not shown on one in another language.
#[tokio::test]
async fn lists_that_are_kept_for_the_next_page_are_in_its_language() {
    let (paper, widget) = (paper(), widget());
    let article = |lang: &str, next: &str| {
        Reply::html(&format!(
            "<!doctype html><html lang={lang}><meta charset=utf-8><title>A page</title>
             <a id=next href=/{next}>Next</a><newsrail-popular id=list></newsrail-popular>
             <newsrail-more-like-this></newsrail-more-like-this>
             <script async src='{}' data-feed='{}'></script></html>",
            widget.url("/newsrail.js"),
            paper.url("/feed.json")
        ))
    };
    let site = crate::support::origin::Routes::default()
        .reply("/de", article("de", "fr"))
        .reply("/fr", article("fr", "de"))
        .serve();
    let browser = Browser::start(800, 900).await;
    browser
        .before_each_page("new MutationObserver(() => {
            const said = document.getElementById('list')?.shadowRoot?.querySelector('h2')?.textContent;
            if (said) (self.seen ??= new Set).add(said);
        }).observe(document, { childList: true, subtree: true });
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) {
            const root = attach.call(this, options);
            new MutationObserver(() => { const said = root.querySelector('h2')?.textContent; if (said) (self.seen ??= new Set).add(said); }).observe(root, { childList: true, subtree: true, characterData: true });
            return root;
        };")
        .await;
    browser.goto(&site.url("/de")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    browser.quiet(SOON).await;
    browser.click("next").await;
    browser
        .wait_until(
            &format!("location.pathname === '/fr' && {BOTH_LISTS}"),
            SOON,
        )
        .await;
    browser.quiet(SOON).await;
    let seen = browser.run("return [...seen]", &[]).await;
    assert!(!seen.to_string().contains("Meistgelesen"), "{seen}");
    has_heading(&browser, "list", "Les plus lus").await;
}
