//! What replies are sent, and what they are answered.

use super::*;

fn reply() -> Reply {
    Reply {
        article: "12".into(),
        text: "A & b\nc".into(),
        name: "Ana \"A\"".into(),
        email: "ana@paper.example".into(),
        ..Reply::default()
    }
}

#[test]
fn what_each_taker_wants() {
    let letter = reply().letter(Taker::WordPress);
    assert_eq!(
        letter.body,
        "post=12&author_name=Ana+%22A%22&author_email=ana%40paper.example&content=A+%26+b%0Ac"
    );
    let answering = Reply {
        parent: "7".into(),
        ..reply()
    };
    assert!(
        answering
            .letter(Taker::Form)
            .body
            .starts_with("comment_post_ID=12&comment_parent=7&author=")
    );
    let letter = reply().letter(Taker::Json);
    assert_eq!(letter.content_type, "application/json");
    assert_eq!(
        letter.body,
        r#"{"article":"12","name":"Ana \"A\"","email":"ana@paper.example","comment":"A & b\nc"}"#
    );
}

#[test]
fn what_cannot_be_sent() {
    assert!(reply().wrong().is_empty());
    assert_eq!(
        Reply {
            website: "javascript:alert(1)".into(),
            ..Reply::default()
        }
        .wrong(),
        [Wrong::Comment, Wrong::Name, Wrong::Email, Wrong::Website]
    );
    for (written, meant) in [
        (" ", ""),
        ("ana.example", "https://ana.example"),
        ("http://a.example/b", "http://a.example/b"),
    ] {
        assert_eq!(website(written), meant);
        assert!(
            Reply {
                website: meant.into(),
                ..reply()
            }
            .wrong()
            .is_empty()
        );
    }
}

#[test]
fn what_wordpress_answers() {
    let refusal = |code: &str| {
        format!(r#"{{"code":"{code}","message":"<b>No</b> &amp; no","data":{{"status":400}}}}"#)
    };
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
            Answer::Refused("No & no".into()),
        ),
        (200, "<!doctype html><p>Hello".to_owned(), Answer::Unclear),
        (
            404,
            "<!doctype html><p>Not found".to_owned(),
            Answer::Refused(String::new()),
        ),
        (502, String::new(), Answer::Unavailable),
    ] {
        assert_eq!(
            answer(Taker::WordPress, status, body.as_bytes()),
            wanted,
            "{status} {body}"
        );
    }
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
        (
            422,
            r#"{"error":{"message":"Too short"}}"#,
            Answer::Refused("Too short".into()),
        ),
    ] {
        assert_eq!(
            answer(Taker::Json, status, body.as_bytes()),
            wanted,
            "{status} {body}"
        );
    }
}

#[test]
fn what_the_form_answers() {
    let page = |words: &str| {
        format!(
            "<html><body id=error-page><div class=\"wp-die-message\"><p>{words}</p></div></body>"
        )
    };
    let at = "https://paper.example/a/";
    assert_eq!(form_answer(200, Some(at), b""), Answer::Received);
    let held = "https://paper.example/a/?unapproved=5&moderation-hash=x";
    assert_eq!(form_answer(200, Some(held), b""), Answer::Held);
    assert_eq!(
        form_answer(409, None, page("Duplicate").as_bytes()),
        Answer::Duplicate
    );
    assert_eq!(form_answer(429, None, b""), Answer::Flood);
    assert_eq!(
        form_answer(
            403,
            None,
            page("Sorry, you must be logged in to comment.").as_bytes()
        ),
        Answer::Refused("Sorry, you must be logged in to comment.".into())
    );
    assert_eq!(form_answer(200, None, b""), Answer::Unclear);
}

#[test]
fn the_form_stands_beside_the_api() {
    for root in [
        "https://paper.example/blog/wp-json/",
        "https://paper.example/blog/?rest_route=/",
        "https://paper.example/blog/index.php?rest_route=/",
    ] {
        assert_eq!(
            form_url(root),
            "https://paper.example/blog/wp-comments-post.php"
        );
    }
}
