//! Replies: what a WordPress site, its own comment form or any other address wants
//! to be sent, and what each answers.
//!
//! WordPress, from its source (`class-wp-rest-comments-controller.php`,
//! `wp-comments-post.php`, `wp_handle_comment_submission`): the REST API
//! refuses readers without an account unless the site has switched that on,
//! with the same code as a site that lets nobody without one comment. Its form
//! takes them, and answers with a redirect to the article or with a page.

use super::{RequestBody, is_redirect, push_pair, refusal};
use crate::json;
use crate::outbox::reply::{Answer, Reply, ReplyTarget};

/// The request body. To WordPress it is a form, which needs no preflight.
#[must_use]
pub fn request_body(target: ReplyTarget, reply: &Reply) -> RequestBody {
    let fields = reply.fields(target);
    if target != ReplyTarget::Json {
        return RequestBody::form(&fields);
    }
    let mut body = String::new();
    for (name, value) in &fields {
        body.push(if body.is_empty() { '{' } else { ',' });
        push_pair(&mut body, name, value);
    }
    body.push('}');
    RequestBody::json(body)
}

/// What an answer says, and no more than that; behind it the site's own words for
/// a refusal, where it has any.
#[must_use]
pub fn answer(target: ReplyTarget, status: u16, body: &[u8]) -> (Answer, String) {
    let answer = match target {
        _ if is_redirect(status) => Answer::Redirected,
        ReplyTarget::Form => of_form(status, body),
        _ => of_api(target, status, body),
    };
    let words = match (answer, target) {
        (Answer::Refused, ReplyTarget::Form) => words_of_page(body).to_owned(),
        (Answer::Refused, _) => refusal(body),
        _ => String::new(),
    };
    (answer, words)
}

/// What the REST API, or any other address, has answered.
fn of_api(target: ReplyTarget, status: u16, body: &[u8]) -> Answer {
    let json = json::read(body.trim_ascii()).ok();
    let field = |name: &str| {
        let json = json.as_ref()?;
        json.get(name).text().map(str::to_owned)
    };
    let code = field("code").unwrap_or_default();
    match code.as_str() {
        "rest_comment_login_required" => return Answer::Login,
        "rest_comment_closed" => return Answer::Closed,
        "comment_duplicate" => return Answer::Duplicate,
        "comment_flood" => return Answer::Flood,
        _ => {}
    }
    let state = field("status").unwrap_or_default();
    match status {
        200..=299 => match state.as_str() {
            "approved" | "published" => Answer::Published,
            "hold" | "held" | "pending" | "spam" => Answer::Held,
            // A page in place of an answer, of WordPress at least, says nothing.
            _ if target == ReplyTarget::WordPress || body.trim_ascii().starts_with(b"<") => {
                Answer::Unclear
            }
            _ if status == 202 => Answer::Held,
            _ => Answer::Received,
        },
        401 => Answer::Login,
        409 => Answer::Duplicate,
        410 => Answer::Closed,
        429 => Answer::Flood,
        408 | 500.. => Answer::Unavailable,
        _ => Answer::Refused,
    }
}

/// What the page says that WordPress's own form shows in place of a redirect.
fn of_form(status: u16, body: &[u8]) -> Answer {
    match status {
        409 => Answer::Duplicate,
        429 => Answer::Flood,
        408 | 500.. => Answer::Unavailable,
        _ if !words_of_page(body).is_empty() => Answer::Refused,
        403 => Answer::Closed,
        _ => Answer::Unclear,
    }
}

/// What `wp_die` says on its page, as HTML.
fn words_of_page(body: &[u8]) -> &str {
    // WordPress writes UTF-8, whatever else it does.
    let page = std::str::from_utf8(body).unwrap_or_default();
    let words = page.split_once("wp-die-message").and_then(|(_, rest)| {
        let (_, rest) = rest.split_once('>')?;
        rest.split_once("</div>").map(|(words, _)| words)
    });
    words.unwrap_or_default().trim_ascii()
}

#[cfg(test)]
mod tests;
