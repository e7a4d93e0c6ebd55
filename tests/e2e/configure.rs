//! The configurator: what is set in it, what it shows, and that what is copied shows the
//! same on a page of its own.

mod bad;
mod copied;
mod used;

use crate::lab::{SOON, widget};
use crate::support::browser::Browser;
use crate::support::origin::Origin;

/// The preview's page, if it is there.
const PAGE: &str = "document.querySelector('iframe')?.contentDocument";

/// What is pasted.
const CODE: &str = "document.querySelector('#paste-this textarea').value";

/// Opens the configurator with some settings, and waits until the preview is of them.
async fn open(browser: &Browser, site: &Origin, settings: &str) {
    // Another part behind the `#` alone would be no new page.
    browser.goto("about:blank").await;
    let settings = if settings.is_empty() {
        String::new()
    } else {
        format!("#v=1&{settings}")
    };
    browser
        .goto(&site.url(&format!("/configure.html{settings}")))
        .await;
    settled(browser).await;
}

/// Waits until the preview is of what is set.
async fn settled(browser: &Browser) {
    browser
        .wait_until(
            "document.querySelector('#paste-this')?.ariaBusy === 'false'",
            SOON,
        )
        .await;
}

/// Waits until an element of the preview shows headlines.
async fn shown(browser: &Browser, element: &str) {
    let headlines = format!("{PAGE}.querySelector('{element}')?.shadowRoot?.querySelector('h3 a')");
    browser.wait_until(&headlines, SOON).await;
}

/// Puts a value into a field as one who types it does.
async fn enter(browser: &Browser, selector: &str, value: &str) {
    let script = "const field = document.querySelector(arguments[0]);
        field.focus();
        field.value = arguments[1];
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));";
    browser.run(script, &[selector.into(), value.into()]).await;
}

/// What is pasted in a form, once it is of what is set.
async fn code(browser: &Browser, form: &str) -> String {
    settled(browser).await;
    browser
        .click(&format!("document.querySelector('label[for=form-{form}]')"))
        .await;
    let chosen = format!("document.querySelector('#form-{form}').checked");
    browser.wait_until(&chosen, SOON).await;
    let code = browser.run(&format!("return {CODE}"), &[]).await;
    code.as_str().expect("text").to_owned()
}
