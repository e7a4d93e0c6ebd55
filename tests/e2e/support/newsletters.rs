//! Newsletters' providers, each as its own documentation or source says that it
//! answers (November 2026), with the errors that it has words for. All of them
//! are on one server, each below a path of its own.

use serde_json::{Value, json};

use super::origin::{Origin, Received, Reply, Routes};

/// The token that Ghost gives out and asks for again.
const TOKEN: &str = "1764038400000:5f2c:9b1d\n";
/// The one list of listmonk's that asks for no confirmation, and the one that does.
pub(crate) const SINGLE: &str = "11111111-1111-4111-8111-111111111111";
pub(crate) const DOUBLE: &str = "22222222-2222-4222-8222-222222222222";

/// The server.
pub(crate) fn newsletters() -> Origin {
    let page = |title: &str| {
        Reply::html(&format!(
            "<!doctype html><title>{title}</title><h1>{title}</h1>"
        ))
    };
    let refused = page("That did not work").status(400);
    Routes::default()
        .cors(true)
        .reply(
            "/ghost/members/api/integrity-token/",
            Reply::new("text/plain", TOKEN),
        )
        .answer("/ghost/members/api/send-magic-link/", |received| {
            ghost(received, Some(TOKEN.trim()))
        })
        // Older ones know of no token.
        .answer("/old-ghost/members/api/send-magic-link/", |received| {
            ghost(received, None)
        })
        // One that cannot give out tokens just now, and asks for them all the same.
        .reply(
            "/sick-ghost/members/api/integrity-token/",
            Reply::new("text/plain", "Internal Server Error").status(500),
        )
        .answer("/sick-ghost/members/api/send-magic-link/", |received| {
            ghost(received, Some(TOKEN.trim()))
        })
        .answer("/listmonk/api/public/subscription", listmonk)
        // Where a page's origin is not trusted, it may not read the answer.
        .cors_at("/closed-listmonk/api/public/subscription", false)
        .answer("/closed-listmonk/api/public/subscription", listmonk)
        // Their own pages: no other page may read them.
        .cors_at("/listmonk/subscription/form", false)
        .reply(
            "/listmonk/subscription/form",
            page("Subscribed successfully"),
        )
        .cors_at("/buttondown/api/emails/embed-subscribe/paper", false)
        .reply(
            "/buttondown/api/emails/embed-subscribe/paper",
            page("Almost there"),
        )
        .cors_at("/mailchimp/subscribe/post", false)
        .reply("/mailchimp/subscribe/post", page("Subscription confirmed"))
        .cors_at("/kit/forms/1/subscriptions", false)
        .reply("/kit/forms/1/subscriptions", page("Check your inbox"))
        .cors_at("/substack/api/v1/free", false)
        .reply("/substack/api/v1/free", refused)
        .answer("/own/json", own)
        .answer("/own/form", own)
        .reply("/own/page", page("Thank you"))
        .serve()
}

/// `members/api/send-magic-link`: 201 and a word, or a list of errors.
fn ghost(received: &Received, token: Option<&str>) -> Reply {
    let error = |status, message: &str| {
        Reply::json(
            &json!({ "errors": [{ "message": message, "type": "BadRequestError", "context": null }] }),
        )
        .status(status)
    };
    let body: Value = serde_json::from_str(&received.text()).unwrap_or_default();
    if token.is_some_and(|token| body["integrityToken"] != token) {
        return error(400, "The request could not be verified");
    }
    match body["email"].as_str().unwrap_or_default() {
        "blocked@paper.example" => error(
            400,
            "Signups from this email domain are currently restricted. <img src=x onerror=alert(1)>",
        ),
        "often@paper.example" => error(429, "Too many attempts, try again in 10 minutes."),
        _ => Reply::new("text/plain", "Created.").status(201),
    }
}

/// `api/public/subscription`: whether a confirmation is asked for, or a message.
fn listmonk(received: &Received) -> Reply {
    let body: Value = serde_json::from_str(&received.text()).unwrap_or_default();
    let lists = body["list_uuids"].as_array().cloned().unwrap_or_default();
    let error = |status, message: &str| Reply::json(&json!({ "message": message })).status(status);
    if lists.is_empty() || !lists.iter().all(|list| list == SINGLE || list == DOUBLE) {
        return error(400, "Invalid list(s)");
    }
    match body["email"].as_str().unwrap_or_default() {
        "blocked@paper.example" => error(400, "The e-mail domain is blocklisted."),
        "broken@paper.example" => error(500, "Error creating subscriber."),
        _ => Reply::json(
            &json!({ "data": { "has_optin": lists.iter().any(|list| list == DOUBLE) } }),
        ),
    }
}

/// Any other address, which says what it has to in the ways that
/// docs/publish/newsletters.md names, whether it is sent JSON or a form.
fn own(received: &Received) -> Reply {
    let text = received.text();
    let is =
        |name: &str| text.contains(&format!("{name}@")) || text.contains(&format!("{name}%40"));
    if is("pending") {
        Reply::json(&json!({ "status": "pending" })).status(202)
    } else if is("subscribed") {
        Reply::json(&json!({ "status": "subscribed" }))
    } else if is("again") {
        Reply::json(&json!({ "message": "Known" })).status(409)
    } else if is("refused") {
        let words = "We <b>cannot</b> take this &amp; that <script>alert(1)</script>";
        Reply::json(&json!({ "message": words })).status(422)
    } else if is("lost") {
        Reply::html("<!doctype html><title>Our site</title><p>subscribed</p>")
    } else if is("onward") {
        Reply::new("text/plain", "")
            .status(303)
            .header("location", "/own/page")
    } else {
        Reply::new("text/plain", "").status(204)
    }
}
