//! Signing up at every provider, against servers that answer as each says that
//! it does: what they are sent, and what the reader is told.

use crate::lab::{SOON, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::newsletters::{DOUBLE, SINGLE, newsletters};

const TAKEN: &str = "Thank you. Your address has been received";
const INBOX: &str = "Please look in your inbox";
const SUBSCRIBED: &str = "You are subscribed.";
const REFUSED: &str = "The newsletter did not accept this address.";
const SENT: &str = "has been sent to the newsletter in a new tab";
const BUSY: &str = "cannot take sign-ups right now";
const ONWARD: &str = "pointing to another page, so it is not known whether it was taken";
const LOST: &str = "could not be reached, so your address may not have arrived";

#[derive(Clone, Copy)]
struct Case {
    /// The element's attributes; the address in `subscribe` is put before them.
    attributes: &'static str,
    /// Where the publisher's address leads, and where the sign-up must come in.
    at: &'static str,
    arrives: &'static str,
    email: &'static str,
    says: &'static str,
    /// What arrives there; nothing where it must not be looked at.
    sends: &'static str,
}

/// A case that is sent to the address that is written.
const fn case(
    attributes: &'static str,
    at: &'static str,
    email: &'static str,
    says: &'static str,
    sends: &'static str,
) -> Case {
    Case {
        attributes,
        at,
        arrives: at,
        email,
        says,
        sends,
    }
}

/// A case that is sent to an address below the one that is written.
const fn below(arrives: &'static str, case: Case) -> Case {
    Case { arrives, ..case }
}

const CASES: &[Case] = &[
    below(
        "/ghost/members/api/send-magic-link/",
        case(
            "provider=ghost names topics='Weekly=The week, Daily=The day'",
            "/ghost/",
            "ana@paper.example",
            INBOX,
            r#"{"email":"ana@paper.example","name":"Ana","emailType":"signup","labels":[],"integrityToken":"1764038400000:5f2c:9b1d","newsletters":[{"name":"Weekly"}]}"#,
        ),
    ),
    below(
        "/ghost/members/api/send-magic-link/",
        case(
            "provider=ghost",
            "/ghost/",
            "blocked@paper.example",
            "currently restricted.",
            "",
        ),
    ),
    below(
        "/ghost/members/api/send-magic-link/",
        case("provider=ghost", "/ghost", "often@paper.example", BUSY, ""),
    ),
    below(
        "/old-ghost/members/api/send-magic-link/",
        case(
            "provider=ghost",
            "/old-ghost",
            "ana@paper.example",
            INBOX,
            r#"{"email":"ana@paper.example","emailType":"signup","labels":[],"integrityToken":""}"#,
        ),
    ),
    below(
        "/sick-ghost/members/api/send-magic-link/",
        case(
            "provider=ghost",
            "/sick-ghost",
            "ana@paper.example",
            "The request could not be verified",
            "",
        ),
    ),
    case(
        "topics='11111111-1111-4111-8111-111111111111=The week'",
        "/listmonk/api/public/subscription",
        "ana@paper.example",
        SUBSCRIBED,
        r#"{"email":"ana@paper.example","list_uuids":["11111111-1111-4111-8111-111111111111"]}"#,
    ),
    case(
        "names topics='22222222-2222-4222-8222-222222222222=The week,11111111-1111-4111-8111-111111111111=The day'",
        "/listmonk/api/public/subscription",
        "ana@paper.example",
        INBOX,
        r#"{"email":"ana@paper.example","name":"Ana","list_uuids":["22222222-2222-4222-8222-222222222222"]}"#,
    ),
    case(
        "topics=33333333-3333-4333-8333-333333333333",
        "/listmonk/api/public/subscription",
        "ana@paper.example",
        "Invalid list(s)",
        "",
    ),
    case(
        "topics=11111111-1111-4111-8111-111111111111",
        "/listmonk/api/public/subscription",
        "blocked@paper.example",
        "The e-mail domain is blocklisted.",
        "",
    ),
    case(
        "topics=11111111-1111-4111-8111-111111111111",
        "/listmonk/api/public/subscription",
        "broken@paper.example",
        BUSY,
        "",
    ),
    case(
        "topics=11111111-1111-4111-8111-111111111111",
        "/closed-listmonk/api/public/subscription",
        "ana@paper.example",
        LOST,
        "",
    ),
    case(
        "names topics='11111111-1111-4111-8111-111111111111=The week,22222222-2222-4222-8222-222222222222=The day'",
        "/listmonk/subscription/form",
        "ana@paper.example",
        SENT,
        "name=Ana&l=11111111-1111-4111-8111-111111111111&email=ana%40paper.example&nonce=",
    ),
    case(
        "provider=buttondown names topics=morning",
        "/buttondown/api/emails/embed-subscribe/paper",
        "ana@paper.example",
        SENT,
        "embed=1&metadata__name=Ana&tag=morning&email=ana%40paper.example&url=",
    ),
    below(
        "/mailchimp/subscribe/post",
        case(
            "provider=mailchimp names topics='group[1][2]=The week'",
            "/mailchimp/subscribe/post?u=abc&id=12",
            "ana@paper.example",
            SENT,
            "FNAME=Ana&group%5B1%5D%5B2%5D=1&EMAIL=ana%40paper.example&b_abc_12=",
        ),
    ),
    case(
        "provider=kit names topics=77",
        "/kit/forms/1/subscriptions",
        "ana@paper.example",
        SENT,
        "fields%5Bfirst_name%5D=Ana&tags%5B%5D=77&email_address=ana%40paper.example&url=",
    ),
    // What it answers, an error here, nobody but the reader sees.
    below(
        "/substack/api/v1/free",
        case(
            "provider=substack",
            "/substack",
            "ana@paper.example",
            SENT,
            "email=ana%40paper.example&url=",
        ),
    ),
    case(
        "field=mail",
        "/own/json",
        "ana@paper.example",
        TAKEN,
        r#"{"mail":"ana@paper.example"}"#,
    ),
    case("", "/own/json", "pending@paper.example", INBOX, ""),
    case("", "/own/json", "subscribed@paper.example", SUBSCRIBED, ""),
    case(
        "",
        "/own/json",
        "again@paper.example",
        "This address is subscribed already.",
        "",
    ),
    case(
        "",
        "/own/json",
        "refused@paper.example",
        "We cannot take this & that",
        "",
    ),
    // A page in place of an answer says nothing.
    case("", "/own/json", "lost@paper.example", LOST, ""),
    case(
        "provider=form names topics='week,day'",
        "/own/form",
        "ana@paper.example",
        TAKEN,
        "email=ana%40paper.example&name=Ana&topics=week",
    ),
    // The page that a redirect leads to is no answer: it is not asked for.
    case(
        "provider=form",
        "/own/form",
        "onward@paper.example",
        ONWARD,
        "",
    ),
    case("", "/own/json", "onward@paper.example", ONWARD, ""),
    // To a form a page is one.
    case(
        "provider=form",
        "/own/form",
        "lost@paper.example",
        TAKEN,
        "",
    ),
    case(
        "provider=form",
        "/own/form",
        "refused@paper.example",
        REFUSED,
        "",
    ),
];

#[tokio::test]
async fn each_is_sent_what_it_wants_and_believed_what_it_says() {
    assert!(CASES.iter().any(|case| case.sends.contains(SINGLE)));
    assert!(CASES.iter().any(|case| case.sends.contains(DOUBLE)));
    let (widget, news) = (widget(), newsletters());
    let browser = Browser::start(800, 900).await;
    for (number, case) in CASES.iter().enumerate() {
        let name = format!("{number}: {} {} {}", case.attributes, case.at, case.email);
        let page = partner(&format!(
            "<newsrail-subscribe id=e subscribe='{}' {}></newsrail-subscribe><script async src='{}'></script>",
            news.url(case.at),
            case.attributes,
            widget.url("/newsrail.js")
        ));
        let before = news.requests_to(case.arrives).len();
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("e.shadowRoot?.querySelector('form')", SOON)
            .await;
        if case.attributes.contains("names") {
            browser.click("e.shadowRoot.querySelector('#name')").await;
            browser.keys("Ana").await;
        }
        // Of several the first.
        let ticks = "return e.shadowRoot.querySelectorAll('.tick').length";
        if browser.run(ticks, &[]).await != 0 {
            browser.click("e.shadowRoot.querySelector('.tick')").await;
        }
        browser.click("e.shadowRoot.querySelector('#email')").await;
        browser.keys(case.email).await;
        browser
            .click("e.shadowRoot.querySelector('[type=submit]')")
            .await;
        let message = "e.shadowRoot.querySelector('#message').textContent";
        browser
            .wait_until(&format!("{message}.includes({:?})", case.says), SOON)
            .await;
        let arrived = || {
            let mut requests = news.requests_to(case.arrives).split_off(before);
            requests.retain(|request| request.method == "POST");
            requests
        };
        // What may not be read is asked for permission first, and gets none.
        let wanted = usize::from(!case.at.starts_with("/closed-"));
        // A form that the browser sends is on its way when that is said.
        until(&name, async || arrived().len() >= wanted).await;
        browser.quiet(SOON).await;
        let posts = arrived();
        assert_eq!(posts.len(), wanted, "{name}");
        if !case.sends.is_empty() {
            assert_eq!(posts[0].text(), case.sends, "{name}");
        }
        let marked = browser
            .run(
                "return e.shadowRoot.querySelectorAll('img, script, #message b').length",
                &[],
            )
            .await;
        assert_eq!(marked, 0, "{name}: a provider's words are text");
        let kept = browser
            .run("return e.shadowRoot.querySelector('#email').value", &[])
            .await;
        if [REFUSED, BUSY, ONWARD, LOST].contains(&case.says) {
            assert_eq!(kept, case.email, "{name}: the address is kept");
        }
    }
    browser.quiet(SOON).await;
    assert!(news.requests_to("/own/page").is_empty());
}
