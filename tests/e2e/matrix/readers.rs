//! What readers type: addresses that are right are sent, those that are wrong are not,
//! and an address is nowhere but in the body of the one POST that it is sent in.

use serde_json::json;

use super::count;
use crate::lab::{SOON, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};

const RIGHT: [&str; 30] = [
    "a@b.example",
    "ana@paper.example",
    "ana.b@paper.example",
    "ana+news@paper.example",
    "ana_b@paper.example",
    "ana-b@paper.example",
    "1@paper.example",
    "ana@sub.paper.example",
    "ana@a-b.example",
    "ana@127.example",
    "o'neil@paper.example",
    "ana!x@paper.example",
    "ana#x@paper.example",
    "ana$x@paper.example",
    "ana%x@paper.example",
    "ana&x@paper.example",
    "ana*x@paper.example",
    "ana/x@paper.example",
    "ana=x@paper.example",
    "ana?x@paper.example",
    "ana^x@paper.example",
    "ana`x@paper.example",
    "ana{x@paper.example",
    "ana|x@paper.example",
    "ana}x@paper.example",
    "ana~x@paper.example",
    "ANA@PAPER.EXAMPLE",
    "ana@xn--bcher-kva.example",
    "x@y.museum",
    " ana@paper.example ",
];

const WRONG: [&str; 30] = [
    "",
    " ",
    "ana",
    "ana@",
    "@paper.example",
    "ana@@paper.example",
    "ana@paper@example",
    "ana paper@example",
    "ana@paper .example",
    "ana@-paper.example",
    "ana@paper-.example",
    "ana@.example",
    "ana@paper..example",
    "ana@paper.example.",
    "ana,b@paper.example",
    "ana;b@paper.example",
    "<ana@paper.example>",
    "Ana <ana@paper.example>",
    "mailto:ana@paper.example",
    "ana@paper.example, bo@paper.example",
    "ana\\@paper.example",
    "\"ana\"@paper.example",
    "ana(x)@paper.example",
    "ana[x]@paper.example",
    "ana@[127.0.0.1]",
    "ana:b@paper.example",
    "ana@paper_x.example",
    "ana\u{a0}b@paper.example",
    "ana@paper/example",
    "ana@paper.example?x=1",
];

/// A form of its own for each address, which is filled in and sent.
const SEND: &str = "const [provider, url, address, act] = arguments;
    const form = document.createElement('newsrail-subscribe');
    form.setAttribute('provider', provider);
    form.setAttribute('subscribe', url);
    document.querySelector('aside').replaceChildren(form);
    while (!form.shadowRoot?.querySelector('form')) await new Promise((go) => setTimeout(go));
    form.shadowRoot.querySelector('#email').value = address;
    form.shadowRoot.querySelector('form').requestSubmit();
    const message = () => form.shadowRoot.querySelector('#message').textContent.trim();
    while (!message() || message().startsWith('Sending')) await new Promise((go) => setTimeout(go));
    return message();";

#[tokio::test]
async fn addresses_that_are_right_are_sent_and_those_that_are_wrong_are_not() {
    try_addresses("").await;
}

/// A page that sends a form whatever is in it is seen to.
#[tokio::test]
#[should_panic(expected = "is wrong")]
async fn a_wrong_address_that_is_sent_is_seen() {
    let anyway = "const own = HTMLFormElement.prototype.requestSubmit;
        HTMLFormElement.prototype.requestSubmit = function () {
          if (!this.checkValidity()) {
            const post = new XMLHttpRequest();
            post.open('POST', this.getRootNode().host.getAttribute('subscribe'), false);
            post.send();
          }
          own.call(this);
        };";
    try_addresses(anyway).await;
}

/// Has each address typed and sent, on a page on which `script` has run first.
async fn try_addresses(script: &str) {
    let widget = widget();
    let news = Routes::default()
        .cors(true)
        .reply("/sign-up", Reply::json(&json!({ "status": "subscribed" })))
        .serve();
    let page = partner(&format!(
        "<newsrail-subscribe subscribe='{}'></newsrail-subscribe><script async src='{}'></script>",
        news.url("/sign-up"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.before_each_page(script).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until(
            "document.querySelector('newsrail-subscribe').shadowRoot?.querySelector('form')",
            SOON,
        )
        .await;
    let posts = || {
        let requests = news.requests_to("/sign-up");
        requests
            .into_iter()
            .filter(|request| request.method == "POST")
            .count()
    };
    let mut sent = 0;
    for address in RIGHT {
        let given = [json!("json"), news.url("/sign-up").into(), json!(address)];
        let said = browser.run_async(SEND, &given).await.to_string();
        sent += 1;
        assert_eq!(posts(), sent, "{address:?} is right: {said}");
        let body = news
            .requests_to("/sign-up")
            .pop()
            .map(|request| request.text());
        let wanted = json!({ "email": address.trim() }).to_string();
        assert_eq!(body, Some(wanted));
    }
    for address in WRONG {
        let given = [json!("json"), news.url("/sign-up").into(), json!(address)];
        let said = browser.run_async(SEND, &given).await.to_string();
        assert_eq!(posts(), sent, "{address:?} is wrong: {said}");
    }
    count(&format!(
        "{} addresses are sent, {} are not",
        RIGHT.len(),
        WRONG.len()
    ));
}

/// Looked for in whatever a page can see of itself.
const LOOK: &str = "const [canary] = arguments;
    const found = [];
    const look = (where, text) => { if (String(text).toLowerCase().includes(canary)) found.push(where); };
    look('address', location.href);
    look('history', JSON.stringify(history.state));
    look('cookie', document.cookie);
    for (const shelf of ['localStorage', 'sessionStorage']) look(shelf, JSON.stringify({ ...self[shelf] }));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        look('cache', request.url);
        look('cache', await (await cache.match(request)).text());
      }
    }
    for (const entry of performance.getEntries()) look('entry', entry.name);
    look('event', JSON.stringify(told));
    look('title', document.title);
    look('markup', document.documentElement.outerHTML);
    return found;";

#[tokio::test]
async fn an_address_is_nowhere_but_in_the_one_post() {
    const CANARY: &str = "canary-4c1f";
    let widget = widget();
    let news = Routes::default()
        .cors(true)
        .reply("/sign-up", Reply::json(&json!({ "status": "subscribed" })))
        .answer("/comments", |received| {
            Reply::json(&if received.method == "POST" {
                json!({ "status": "published" })
            } else {
                json!([])
            })
        })
        .serve();
    let page = partner(&format!(
        "<script>self.told = []; for (const name of ['load', 'error', 'select', 'sign-up-result', 'reply-result', 'share']) addEventListener('newsrail-' + name, ({{ detail }}) => told.push(detail));
         self.offers = 0; for (const name of ['sign-up', 'reply']) addEventListener('newsrail-' + name, ({{ detail }}) => offers += detail.email.endsWith('@paper.example'));
         addEventListener('message', ({{ data }}) => told.push(data));</script>
         <newsrail-subscribe subscribe='{}'></newsrail-subscribe><newsrail-reply article=1 comments='{}'></newsrail-reply><script async src='{}'></script>",
        news.url("/sign-up"),
        news.url("/comments"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 1400).await;
    browser.goto(&page.url("/")).await;
    for (element, path, fields) in [
        (
            "newsrail-subscribe",
            "/sign-up",
            &[("email", "canary-4c1f@paper.example")][..],
        ),
        (
            "newsrail-reply",
            "/comments",
            &[
                ("comment", "Well said."),
                ("name", "Ana"),
                ("email", "canary-4c1f@paper.example"),
            ],
        ),
    ] {
        let e = format!("document.querySelector('{element}')");
        browser
            .wait_until(&format!("{e}.shadowRoot?.querySelector('form')"), SOON)
            .await;
        for (id, text) in fields {
            browser
                .click(&format!("{e}.shadowRoot.querySelector('#{id}')"))
                .await;
            browser.keys(*text).await;
        }
        let found = browser.run_async(LOOK, &[CANARY.into()]).await;
        assert_eq!(found, json!([]), "{element}, as it is typed");
        browser
            .click(&format!("{e}.shadowRoot.querySelector('[type=submit]')"))
            .await;
        browser
            .wait_until("told.some((detail) => detail?.outcome)", SOON)
            .await;
        browser.quiet(SOON).await;
        let found = browser.run_async(LOOK, &[CANARY.into()]).await;
        assert_eq!(found, json!([]), "{element}, as it was sent");
        let requests = [news.requests(), widget.requests(), page.requests()].concat();
        let carrying: Vec<_> = requests
            .iter()
            .filter(|request| {
                let head = format!("{} {} {:?}", request.path, request.query, request.headers);
                head.contains(CANARY) || request.text().contains(CANARY)
            })
            .map(|request| (request.method.clone(), request.path.clone()))
            .collect();
        let of_this = carrying
            .iter()
            .filter(|(method, at)| method == "POST" && at == path)
            .count();
        assert_eq!(of_this, 1, "{element}: {carrying:?}");
        assert!(
            carrying.iter().all(|(method, _)| method == "POST"),
            "{carrying:?}"
        );
        let lines = browser.console().await;
        assert!(
            lines.iter().all(|line| !line.contains(CANARY)),
            "{lines:#?}"
        );
        // The page was offered it, once.
        let offers = browser.run("told.length = 0; return offers", &[]).await;
        assert_eq!(offers, if path == "/sign-up" { 1 } else { 2 });
    }
    // The look finds it where it is put.
    browser
        .run(
            "localStorage.x = 'canary-4c1f'; document.title = 'canary-4c1f'",
            &[],
        )
        .await;
    let found = browser.run_async(LOOK, &[CANARY.into()]).await;
    assert!(
        found.to_string().contains("localStorage") && found.to_string().contains("title"),
        "{found}"
    );
    count("an address was looked for in 12 places, and in every request");
}
