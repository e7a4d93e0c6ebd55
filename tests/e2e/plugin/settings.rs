//! The settings page, as an administrator works it.

use super::{assert_height, inside};
use crate::lab::SOON;
use crate::support::browser::Browser;
use crate::support::wordpress::office::Office;

const PAGE: &str = "options-general.php?page=newsrail";

/// Fills fields, presses the button, and waits for the page that answers.
async fn save(browser: &Browser, fill: &str) {
    // A field's own check in the browser is nothing that a server may rely on.
    let script = format!(
        "const field = (name) => document.querySelector(`#newsrail-${{name}}`);
         const box = (kind) => document.querySelector(`[type=checkbox][value=\"${{kind}}\"]`);
         {fill};
         window.isBefore = true;
         field('count').form.noValidate = true;
         document.querySelector('#submit').click();"
    );
    browser.run(&script, &[]).await;
    let answered = "!window.isBefore && document.readyState === 'complete' && document.querySelector('#setting-error-settings_updated, .settings-error')";
    browser.wait_until(answered, SOON).await;
}

async fn value(browser: &Browser, name: &str) -> String {
    let script = "const field = document.querySelector(`#newsrail-${arguments[0]}`);
        return field.type === 'checkbox' ? String(field.checked) : field.value";
    let value = browser.run(script, &[name.into()]).await;
    value.as_str().expect("text").to_owned()
}

async fn messages(browser: &Browser) -> String {
    let script = "return [...document.querySelectorAll('.settings-error')].map((e) => e.textContent.trim()).join('\\n')";
    let text = browser.run(script, &[]).await;
    text.as_str().expect("text").to_owned()
}

#[tokio::test]
async fn what_is_set_stands_under_every_post() {
    let office = Office::with_plugin().await;
    let post = office.post("chandlers-bridge-reopens").await;
    let browser = Browser::start(1280, 1500).await;
    office.enter(&browser, PAGE).await;
    save(
        &browser,
        "box('popular').checked = false; box('subscribe').checked = true;
         field('count').value = 3; field('layout').value = 'cards'; field('theme').value = 'dark';
         box('author').checked = true; box('date').checked = true; field('read').value = 'last';
         field('language').value = 'de';
         field('subscribe').value = 'https://lists.example/api/public/subscription';
         field('topics').value = 'a=Morning \"news\", b=Weekend'; field('names').checked = true;
         field('consent').value = 'One letter a day & <no> more.'; field('privacy').value = 'https://paper.example/privacy'",
    )
    .await;
    let said = messages(&browser).await;
    assert!(said.starts_with("Settings saved."), "{said}");
    for (name, set) in [
        ("count", "3"),
        ("layout", "cards"),
        ("read", "last"),
        ("language", "de"),
        ("names", "true"),
        ("images", "false"),
        ("topics", "a=Morning \"news\", b=Weekend"),
    ] {
        assert_eq!(value(&browser, name).await, set, "{name}");
    }
    browser.screenshot("plugin-settings").await;

    let (_, html) = office.page(&post).await;
    assert!(!html.contains("<newsrail-popular"), "{html}");
    let list = inside(&html, "newsrail-more-like-this");
    for attribute in [
        "count=\"3\"",
        "layout=\"cards\"",
        "meta=\"date author\"",
        "read=\"last\"",
        "theme=\"dark\"",
        "lang=\"de\"",
        "<div lang=\"en-US\">",
    ] {
        assert!(list.contains(attribute), "{attribute} is not in {list}");
    }
    let form = inside(&html, "newsrail-subscribe");
    for attribute in [
        "subscribe=\"https://lists.example/api/public/subscription\"",
        "provider=\"auto\"",
        "names=\"true\"",
        "topics=\"a=Morning &quot;news&quot;, b=Weekend\"",
        "consent=\"One letter a day &amp; more.\"",
        "privacy=\"https://paper.example/privacy\"",
    ] {
        assert!(form.contains(attribute), "{attribute} is not in {form}");
    }
    let visitor = Browser::start(1280, 900).await;
    visitor.goto(&post).await;
    let field = "document.querySelector('newsrail-subscribe').shadowRoot.querySelector('input[type=email]')";
    visitor.scroll_to("newsrail-subscribe").await;
    visitor.wait_until(field, SOON).await;
    let cards = "document.querySelector('newsrail-more-like-this').shadowRoot.querySelectorAll('h3 a').length === 3";
    visitor.wait_until(cards, SOON).await;
    for element in ["newsrail-more-like-this", "newsrail-subscribe"] {
        assert_height(&visitor, element).await;
    }
    visitor.screenshot("plugin-subscribe").await;
}

#[tokio::test]
async fn what_cannot_be_used_is_named_and_everything_else_is_saved() {
    let office = Office::with_plugin().await;
    let browser = Browser::start(1280, 900).await;
    office.enter(&browser, PAGE).await;
    save(
        &browser,
        "field('subscribe').value = 'https://news.example/sign-up'",
    )
    .await;
    save(
        &browser,
        "field('subscribe').value = 'javascript:alert(1)'; field('privacy').value = '//nobody \"x\"';
         field('count').value = '0'; field('language').value = 'in English'; field('field').value = 'a b';
         field('layout').append(new Option('Mosaic', 'mosaic')); field('layout').value = 'mosaic';
         field('consent').value = 'Kept.'",
    )
    .await;
    let said = messages(&browser).await;
    for refused in [
        "\"javascript:alert(1)\"",
        "\"//nobody \"x\"\"",
        "\"0\"",
        "\"in English\"",
        "\"a b\"",
        "Layout: there is no \"mosaic\"",
    ] {
        assert!(said.contains(refused), "{refused} is not named in {said}");
    }
    for (name, kept) in [
        ("subscribe", "https://news.example/sign-up"),
        ("privacy", ""),
        ("count", "5"),
        ("language", ""),
        ("field", ""),
        ("layout", "list"),
        ("consent", "Kept."),
    ] {
        assert_eq!(value(&browser, name).await, kept, "{name}");
    }
    for address in [
        "ftp://news.example/",
        "news.example",
        "mailto:a@b.example",
        "https://",
        "http:///x",
    ] {
        save(&browser, &format!("field('subscribe').value = '{address}'")).await;
        assert_eq!(
            value(&browser, "subscribe").await,
            "https://news.example/sign-up",
            "{address}"
        );
    }
    save(
        &browser,
        "field('subscribe').value = 'http://127.0.0.1:8000/sign-up?list=1&x=%20'",
    )
    .await;
    assert_eq!(
        value(&browser, "subscribe").await,
        "http://127.0.0.1:8000/sign-up?list=1&x=%20"
    );
    save(&browser, "field('subscribe').value = ''").await;
    assert_eq!(value(&browser, "subscribe").await, "");
}

/// Who may not change settings neither sees them nor gets any in.
#[tokio::test]
async fn visitors_are_not_let_in() {
    let office = Office::with_plugin().await;
    for page in [PAGE, "options.php"] {
        let (status, text) = office.page(&office.url(&format!("/wp-admin/{page}"))).await;
        assert_eq!(status, 302, "{text}");
    }
    let browser = Browser::start(1280, 900).await;
    browser.expects(&["status of 403"]);
    office.enter(&browser, PAGE).await;
    // Without the nonce a form of another site's would do.
    let script =
        "const body = new URLSearchParams(new FormData(document.querySelector('#submit').form));
        body.set('_wpnonce', 'x'); body.set('newsrail_settings[count]', '7');
        return (await fetch('options.php', { method: 'POST', body })).status";
    assert_eq!(browser.run_async(script, &[]).await, 403);
    office.enter(&browser, PAGE).await;
    assert_eq!(value(&browser, "count").await, "5");
}
