//! Every provider with what it is sent and what the reader is told then.

const TAKEN: &str = "Thank you. Your address has been received";
const INBOX: &str = "Please look in your inbox";
const SUBSCRIBED: &str = "You are subscribed.";
pub(super) const REFUSED: &str = "The newsletter did not accept this address.";
const SENT: &str = "has been sent to the newsletter in a new tab";
pub(super) const BUSY: &str = "cannot take sign-ups right now";
pub(super) const ONWARD: &str = "pointing to another page, so it is not known whether it was taken";
pub(super) const LOST: &str = "could not be reached, so your address may not have arrived";

#[derive(Clone, Copy)]
pub(super) struct Case {
    /// The element's attributes; the address in `subscribe` is put before them.
    pub(super) attributes: &'static str,
    /// Where the publisher's address leads, and where the sign-up must come in.
    pub(super) at: &'static str,
    pub(super) arrives: &'static str,
    pub(super) email: &'static str,
    pub(super) says: &'static str,
    /// What arrives there; nothing where it must not be looked at.
    pub(super) sends: &'static str,
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

pub(super) const CASES: &[Case] = &[
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
