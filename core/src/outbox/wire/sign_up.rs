//! Sign-ups: what each newsletter's provider wants to be sent, and what its
//! answer means. Where the shapes are from says `provider.rs`.

use super::{RequestBody, is_redirect, push_pair, refusal};
use crate::json::push_string;
use crate::json::{self, Json};
use crate::outbox::provider::Provider;
use crate::outbox::sign_up::{Outcome, SignUp};

/// Where Ghost gives out the token that a sign-up there brings along.
#[must_use]
pub fn token_url(sign_up: &SignUp) -> Option<String> {
    let start = sign_up.endpoint.strip_suffix("send-magic-link/")?;
    (sign_up.provider == Provider::Ghost).then(|| [start, "integrity-token/"].concat())
}

/// The request body for those that answer readably. `token` is what Ghost gives
/// out before.
#[must_use]
pub fn request_body(sign_up: &SignUp, token: &str) -> RequestBody {
    let SignUp {
        provider,
        field,
        email,
        name,
        topics,
        ..
    } = sign_up;
    let names = provider.names();
    if *provider == Provider::Form {
        let mut fields = vec![(field.as_str(), email.clone())];
        if !name.is_empty() {
            fields.push((names.name, name.clone()));
        }
        for topic in topics {
            fields.push((names.topic, topic.clone()));
        }
        return RequestBody::form(&fields);
    }
    let mut body = "{".to_owned();
    push_pair(&mut body, field, email);
    if !name.is_empty() {
        body.push(',');
        push_pair(&mut body, names.name, name);
    }
    if *provider == Provider::Ghost {
        body.push_str(",\"emailType\":\"signup\",\"labels\":[],");
        push_pair(&mut body, "integrityToken", token);
    }
    if *provider == Provider::Listmonk || !topics.is_empty() {
        body.push_str(",\"");
        body.push_str(names.topic);
        body.push_str("\":[");
        for (at, topic) in topics.iter().enumerate() {
            if at > 0 {
                body.push(',');
            }
            if *provider == Provider::Ghost {
                body.push('{');
                push_pair(&mut body, "name", topic);
                body.push('}');
            } else {
                push_string(&mut body, topic);
            }
        }
        body.push(']');
    }
    body.push('}');
    RequestBody::json(body)
}

/// What an answer says, and no more than that; behind it the provider's own
/// words for a refusal, where it has any.
#[must_use]
pub fn outcome(provider: Provider, status: u16, body: &[u8]) -> (Outcome, String) {
    let json = json::read(body.trim_ascii()).unwrap_or(Json::Null);
    let outcome = match status {
        200..=299 => match (
            provider,
            json.get("data").get("has_optin"),
            json.get("status").text(),
        ) {
            // A page in place of an answer says nothing. Only to a form it is one.
            (Provider::Json | Provider::Listmonk | Provider::Ghost, ..)
                if body.trim_ascii().starts_with(b"<") =>
            {
                Outcome::Unreachable
            }
            (Provider::Ghost, ..) | (_, Json::Bool(true), _) | (_, _, Some("pending")) => {
                Outcome::CheckInbox
            }
            (_, Json::Bool(false), _) | (_, _, Some("subscribed")) => Outcome::Subscribed,
            _ => Outcome::Accepted,
        },
        _ if is_redirect(status) => Outcome::Redirected,
        408 | 429 | 500.. => Outcome::Unavailable,
        409 => Outcome::Already,
        _ => return (Outcome::Refused, refusal(body)),
    };
    (outcome, String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ana(provider: Provider, topics: &[&str], field: &str) -> SignUp {
        SignUp {
            provider,
            endpoint: String::new(),
            field: field.to_owned(),
            email: "a\"b@c.example".into(),
            name: "Ana".into(),
            topics: topics.iter().map(|&topic| topic.to_owned()).collect(),
        }
    }

    #[test]
    fn what_is_sent() {
        let body = |provider, topics: &[&str], field: Option<&str>| {
            request_body(&ana(provider, topics, field.unwrap_or("email")), "t").body
        };
        assert_eq!(
            body(Provider::Json, &[], None),
            r#"{"email":"a\"b@c.example","name":"Ana"}"#
        );
        assert_eq!(
            body(Provider::Json, &["x"], Some("mail")),
            r#"{"mail":"a\"b@c.example","name":"Ana","topics":["x"]}"#
        );
        assert_eq!(
            body(Provider::Form, &["x", "y"], None),
            "email=a%22b%40c.example&name=Ana&topics=x&topics=y"
        );
        assert_eq!(
            body(Provider::Listmonk, &["u1", "u2"], None),
            r#"{"email":"a\"b@c.example","name":"Ana","list_uuids":["u1","u2"]}"#
        );
        assert_eq!(
            body(Provider::Ghost, &["Weekly"], None),
            r#"{"email":"a\"b@c.example","name":"Ana","emailType":"signup","labels":[],"integrityToken":"t","newsletters":[{"name":"Weekly"}]}"#
        );
    }

    #[test]
    fn ghost_gives_out_a_token_and_nobody_else_does() {
        let at = |provider, endpoint: &str| {
            let mut sign_up = ana(provider, &[], "email");
            sign_up.endpoint = endpoint.to_owned();
            token_url(&sign_up)
        };
        let ghost = "https://p.example/members/api/send-magic-link/";
        assert_eq!(
            at(Provider::Ghost, ghost).as_deref(),
            Some("https://p.example/members/api/integrity-token/")
        );
        assert_eq!(at(Provider::Json, ghost), None);
    }

    #[test]
    fn what_is_answered() {
        for (provider, status, body, wanted) in [
            (Provider::Ghost, 201, "Created.", Outcome::CheckInbox),
            (Provider::Ghost, 201, "", Outcome::CheckInbox),
            (
                Provider::Ghost,
                200,
                "\n<!doctype html><title>One moment</title>",
                Outcome::Unreachable,
            ),
            (Provider::Listmonk, 200, "<html>", Outcome::Unreachable),
            (
                Provider::Listmonk,
                200,
                r#"{"data":{"has_optin":true}}"#,
                Outcome::CheckInbox,
            ),
            (
                Provider::Listmonk,
                200,
                r#"{"data":{"has_optin":false}}"#,
                Outcome::Subscribed,
            ),
            (
                Provider::Listmonk,
                200,
                r#"{"data":true}"#,
                Outcome::Accepted,
            ),
            (Provider::Json, 200, "", Outcome::Accepted),
            (Provider::Json, 200, "<!doctype html>", Outcome::Unreachable),
            (Provider::Json, 409, "", Outcome::Already),
            (Provider::Form, 200, "<!doctype html>", Outcome::Accepted),
            (Provider::Json, 422, "", Outcome::Refused),
            (Provider::Json, 0, "", Outcome::Redirected),
            (Provider::Form, 0, "", Outcome::Redirected),
            (Provider::Ghost, 302, "Created.", Outcome::Redirected),
            (Provider::Listmonk, 308, "", Outcome::Redirected),
            (Provider::Json, 429, "", Outcome::Unavailable),
            (Provider::Json, 503, "", Outcome::Unavailable),
        ] {
            assert_eq!(
                outcome(provider, status, body.as_bytes()),
                (wanted, String::new()),
                "{provider:?} {status} {body}"
            );
        }
        for (provider, body, words) in [
            (
                Provider::Ghost,
                r#"{"errors":[{"message":"Email is not valid"}]}"#,
                "Email is not valid",
            ),
            (
                Provider::Listmonk,
                r#"{"message":"Invalid list"}"#,
                "Invalid list",
            ),
        ] {
            assert_eq!(
                outcome(provider, 400, body.as_bytes()),
                (Outcome::Refused, words.to_owned())
            );
        }
    }
}
