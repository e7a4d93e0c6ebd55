//! What replies are sent, and what they are answered.

use super::*;
use crate::outbox::reply::tests::reply;

fn sent(reply: &Reply, target: ReplyTarget) -> RequestBody {
    request_body(target, reply)
}

#[test]
fn what_each_taker_wants() {
    assert_eq!(
        sent(&reply(), ReplyTarget::WordPress).body,
        "post=12&author_name=Ana+%22A%22&author_email=ana%40paper.example&content=A+%26+b%0Ac"
    );
    let answering = Reply {
        parent: "7".into(),
        ..reply()
    };
    assert!(
        sent(&answering, ReplyTarget::Form)
            .body
            .starts_with("comment_post_ID=12&comment_parent=7&author=")
    );
    let body = sent(&reply(), ReplyTarget::Json);
    assert_eq!(body.content_type, "application/json");
    assert_eq!(
        body.body,
        r#"{"article":"12","name":"Ana \"A\"","email":"ana@paper.example","comment":"A & b\nc"}"#
    );
}

/// A comment's identifier comes from the comments' address: one with NULs in it had
/// fields of its own. And control characters of a text were dropped.
#[test]
fn what_is_written_arrives_and_no_identifier_adds_a_field() {
    let hostile = Reply {
        parent: "7\0email\0eve@evil.example".into(),
        text: "a\tb\u{b}c</script>".into(),
        ..reply()
    };
    assert_eq!(
        sent(&hostile, ReplyTarget::Json).body,
        r#"{"article":"12","parent":"7emaileve@evil.example","name":"Ana \"A\"","email":"ana@paper.example","comment":"a\u0009b\u000bc\u003c/script>"}"#
    );
}

#[test]
fn what_wordpress_answers() {
    let refusal =
        |code: &str| format!(r#"{{"code":"{code}","message":"No","data":{{"status":400}}}}"#);
    for (status, body, wanted) in [
        (
            201,
            r#"{"id":1,"status":"approved"}"#.to_owned(),
            Answer::Published,
        ),
        (201, r#"{"id":1,"status":"hold"}"#.to_owned(), Answer::Held),
        (401, refusal("rest_comment_login_required"), Answer::Login),
        (403, refusal("rest_comment_closed"), Answer::Closed),
        (409, refusal("comment_duplicate"), Answer::Duplicate),
        (400, refusal("comment_flood"), Answer::Flood),
        (
            400,
            refusal("rest_comment_content_invalid"),
            Answer::Refused,
        ),
        (200, "<!doctype html><p>Hello".to_owned(), Answer::Unclear),
        (
            404,
            "<!doctype html><p>Not found".to_owned(),
            Answer::Refused,
        ),
        (502, String::new(), Answer::Unavailable),
    ] {
        assert_eq!(
            answer(ReplyTarget::WordPress, status, body.as_bytes()).0,
            wanted,
            "{status} {body}"
        );
    }
    let refused = refusal("rest_comment_content_invalid");
    assert_eq!(
        answer(ReplyTarget::WordPress, 400, refused.as_bytes()).1,
        "No"
    );
}

#[test]
fn what_any_other_address_answers() {
    for (status, body, wanted) in [
        (200, "", Answer::Received),
        (201, r#"{"status":"published"}"#, Answer::Published),
        (202, "{}", Answer::Held),
        (200, "<html>", Answer::Unclear),
        (401, "", Answer::Login),
        (410, "", Answer::Closed),
        (429, "", Answer::Flood),
        (422, r#"{"error":{"message":"Too short"}}"#, Answer::Refused),
    ] {
        assert_eq!(
            answer(ReplyTarget::Json, status, body.as_bytes()).0,
            wanted,
            "{status} {body}"
        );
    }
    let refused = br#"{"error":{"message":"Too short"}}"#;
    assert_eq!(answer(ReplyTarget::Json, 422, refused).1, "Too short");
}

#[test]
fn what_the_form_answers() {
    let page = |words: &str| {
        format!(
            "<html><body id=error-page><div class=\"wp-die-message\"><p>{words}</p></div></body>"
        )
    };
    let of = |status, body: &str| answer(ReplyTarget::Form, status, body.as_bytes());
    let plain = |answer| (answer, String::new());
    assert_eq!(of(409, &page("Duplicate")), plain(Answer::Duplicate));
    assert_eq!(of(429, ""), plain(Answer::Flood));
    let login = "Sorry, you must be logged in to comment.";
    assert_eq!(
        of(403, &page(login)),
        (Answer::Refused, format!("<p>{login}</p>"))
    );
    assert_eq!(of(403, ""), plain(Answer::Closed));
    assert_eq!(of(200, ""), plain(Answer::Unclear));
}

/// A redirect was followed, and whatever page was at its end read as "has arrived".
#[test]
fn a_redirect_says_nothing_of_a_reply() {
    for target in [ReplyTarget::WordPress, ReplyTarget::Form, ReplyTarget::Json] {
        for status in [0, 301, 302, 303, 307, 308] {
            assert_eq!(
                answer(target, status, b"<!doctype html><p>Thank you"),
                (Answer::Redirected, String::new()),
                "{target:?} {status}"
            );
        }
    }
    assert!(!Answer::Redirected.is_taken(), "the text is kept");
}
