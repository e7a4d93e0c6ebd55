//! Sign-ups: what each newsletter's provider wants to be sent, and what its
//! answer means.
//!
//! Request shapes as in each provider's own documentation or source, November
//! 2026: Ghost's `members` API, listmonk's public API and form, the embedded
//! forms of Buttondown, Mailchimp, Kit and Substack. Those forms answer with a
//! page of the provider's that no other page may read, so a native form takes
//! the reader there, and nothing is claimed about what it says.

use super::{Letter, form_letter, push_json, said};
use crate::feed::json::{self, Json};
use crate::text::scan::{any, cut, find, has, parts, trim_end};

/// Who takes a sign-up, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// `POST` of `{"email": …}` to any address.
    Json,
    /// `POST` of a form with the field `email` to any address.
    Form,
    /// A link to a page; newsrail sends nothing.
    Page,
    /// A Ghost site.
    Ghost,
    /// listmonk's public API.
    Listmonk,
    /// listmonk's own form.
    ListmonkForm,
    /// buttondown.com
    Buttondown,
    /// list-manage.com
    Mailchimp,
    /// kit.com, once convertkit.com
    Kit,
    /// substack.com
    Substack,
}

/// What a reader signs up with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignUp {
    /// The address.
    pub email: String,
    /// The name, if it was asked for and given.
    pub name: String,
    /// What was chosen, as the provider calls it.
    pub topics: Vec<String>,
}

/// What became of a sign-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The reader is subscribed.
    Subscribed,
    /// The provider asks for confirmation by e-mail.
    CheckInbox,
    /// A form went to the provider, in a tab that says what became of it.
    Sent,
    /// The address was subscribed before.
    Already,
    /// The provider took the address. Whether it will ask for confirmation is
    /// not known.
    Accepted,
    /// The provider answered and did not take it: its words.
    Refused(String),
    /// The provider has a fault of its own or too much to do.
    Unavailable,
    /// No answer that could be read.
    Unreachable,
    /// The device says that it has no connection.
    Offline,
}

impl Outcome {
    /// Whether the address has arrived, as far as can be known.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        matches!(
            self,
            Self::Subscribed | Self::CheckInbox | Self::Sent | Self::Already | Self::Accepted
        )
    }
}

/// The names of a form's fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names {
    /// The address's.
    pub email: &'static str,
    /// The name's.
    pub name: &'static str,
    /// That of each topic; empty where the topic is the name.
    pub topic: &'static str,
}

impl Provider {
    /// The provider at an address, where none is named.
    #[must_use]
    pub fn at(address: &str) -> Self {
        let rest = cut(address, "://").map_or(address, |(_, rest)| rest);
        let (host, path) = rest.split_at(any(rest, b"/?#"));
        if host.ends_with(".list-manage.com") {
            Self::Mailchimp
        } else if host.starts_with("buttondown.") {
            Self::Buttondown
        } else if host == "app.convertkit.com" || host == "app.kit.com" {
            Self::Kit
        } else if host.ends_with(".substack.com") {
            Self::Substack
        } else if has(path, "/members/api/") {
            Self::Ghost
        } else if path.ends_with("/api/public/subscription") {
            Self::Listmonk
        } else if path.ends_with("/subscription/form") {
            Self::ListmonkForm
        } else {
            Self::Json
        }
    }

    /// Whether a native form takes the reader to the provider's own page.
    #[must_use]
    pub fn is_native(self) -> bool {
        matches!(
            self,
            Self::ListmonkForm | Self::Buttondown | Self::Mailchimp | Self::Kit | Self::Substack
        )
    }

    /// Where it is sent to, from the address that the publisher has written:
    /// the site's own will do for Ghost, listmonk and Substack.
    #[must_use]
    pub fn endpoint(self, address: &str) -> String {
        let (known, path) = match self {
            Self::Ghost => ("/members/api/", "/members/api/send-magic-link/"),
            Self::Listmonk => ("/api/public/subscription", "/api/public/subscription"),
            Self::Substack => ("/api/v1/free", "/api/v1/free?nojs=true"),
            _ => return address.to_owned(),
        };
        let end = find(address, known).unwrap_or(address.len());
        [trim_end(&address[..end], b"/"), path].concat()
    }

    /// Where Ghost gives out the token that a sign-up at its `endpoint` brings along.
    #[must_use]
    pub fn gives_token(self, endpoint: &str) -> Option<String> {
        let start = endpoint.strip_suffix("send-magic-link/")?;
        (self == Self::Ghost).then(|| [start, "integrity-token/"].concat())
    }

    /// The names of a form's fields.
    #[must_use]
    pub fn names(self) -> Names {
        let (email, name, topic) = match self {
            Self::ListmonkForm => ("email", "name", "l"),
            Self::Buttondown => ("email", "metadata__name", "tag"),
            Self::Mailchimp => ("EMAIL", "FNAME", ""),
            Self::Kit => ("email_address", "fields[first_name]", "tags[]"),
            Self::Listmonk => ("email", "name", "list_uuids"),
            Self::Ghost => ("email", "name", "newsletters"),
            _ => ("email", "name", "topics"),
        };
        Names { email, name, topic }
    }

    /// The name of the field that only a program fills in, as the provider
    /// calls it.
    #[must_use]
    pub fn trap(self, address: &str) -> String {
        match self {
            Self::ListmonkForm => "nonce".to_owned(),
            Self::Mailchimp => {
                let query = cut(address, "?").map_or("", |(_, query)| query);
                let value = |name| {
                    let found = parts(query, b"&").find_map(|part| part.strip_prefix(name));
                    found.unwrap_or_default()
                };
                ["b_", value("u="), "_", value("id=")].concat()
            }
            _ => "url".to_owned(),
        }
    }

    /// The request body for those that answer readably. `field` is what the
    /// address is called where the publisher has said so, `token` what Ghost
    /// gives out before.
    #[must_use]
    pub fn letter(self, sign_up: &SignUp, field: Option<&str>, token: &str) -> Letter {
        let names = self.names();
        let email = field.unwrap_or(names.email);
        if self == Self::Form {
            let mut fields = vec![(email, sign_up.email.as_str())];
            if !sign_up.name.is_empty() {
                fields.push((names.name, &sign_up.name));
            }
            for topic in &sign_up.topics {
                fields.push((names.topic, topic));
            }
            return form_letter(&fields);
        }
        let mut body = "{".to_owned();
        pair(&mut body, email, &sign_up.email);
        if !sign_up.name.is_empty() {
            body.push(',');
            pair(&mut body, names.name, &sign_up.name);
        }
        if self == Self::Ghost {
            body.push_str(",\"emailType\":\"signup\",\"labels\":[],");
            pair(&mut body, "integrityToken", token);
        }
        if self == Self::Listmonk || !sign_up.topics.is_empty() {
            body.push_str(",\"");
            body.push_str(names.topic);
            body.push_str("\":[");
            for (at, topic) in sign_up.topics.iter().enumerate() {
                if at > 0 {
                    body.push(',');
                }
                if self == Self::Ghost {
                    body.push('{');
                    pair(&mut body, "name", topic);
                    body.push('}');
                } else {
                    push_json(&mut body, topic);
                }
            }
            body.push(']');
        }
        body.push('}');
        Letter {
            content_type: "application/json",
            body,
        }
    }

    /// What an answer says, and no more than that.
    #[must_use]
    pub fn outcome(self, status: u16, body: &[u8]) -> Outcome {
        let json = json::read(body.trim_ascii()).unwrap_or(Json::Null);
        match status {
            200..=299 => match (
                self,
                json.get("data").get("has_optin"),
                json.get("status").text(),
            ) {
                (Self::Ghost, ..) | (_, Json::Bool(true), _) | (_, _, Some("pending")) => {
                    Outcome::CheckInbox
                }
                (_, Json::Bool(false), _) | (_, _, Some("subscribed")) => Outcome::Subscribed,
                // A page in place of an answer says nothing.
                (Self::Json | Self::Listmonk, ..) if body.trim_ascii().starts_with(b"<") => {
                    Outcome::Unreachable
                }
                _ => Outcome::Accepted,
            },
            408 | 429 | 500.. => Outcome::Unavailable,
            409 => Outcome::Already,
            _ => Outcome::Refused(said(body)),
        }
    }
}

/// `"name":"value"`
fn pair(body: &mut String, name: &str, value: &str) {
    push_json(body, name);
    body.push(':');
    push_json(body, value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ana(topics: &[&str]) -> SignUp {
        SignUp {
            email: "a\"b@c.example".into(),
            name: "Ana".into(),
            topics: topics.iter().map(|&topic| topic.to_owned()).collect(),
        }
    }

    #[test]
    fn told_apart_by_the_address() {
        for (address, wanted) in [
            (
                "https://paper.us1.list-manage.com/subscribe/post?u=1&id=2",
                Provider::Mailchimp,
            ),
            (
                "https://buttondown.com/api/emails/embed-subscribe/paper",
                Provider::Buttondown,
            ),
            ("https://app.kit.com/forms/1/subscriptions", Provider::Kit),
            ("https://paper.substack.com", Provider::Substack),
            (
                "https://paper.example/members/api/send-magic-link/",
                Provider::Ghost,
            ),
            (
                "https://lists.example/api/public/subscription",
                Provider::Listmonk,
            ),
            (
                "https://lists.example/subscription/form",
                Provider::ListmonkForm,
            ),
            ("https://paper.example/?x=.substack.com", Provider::Json),
            ("https://substack.com.evil.example/", Provider::Json),
        ] {
            assert_eq!(Provider::at(address), wanted, "{address}");
        }
    }

    #[test]
    fn where_it_goes() {
        for (provider, address, wanted) in [
            (
                Provider::Ghost,
                "https://p.example/",
                "https://p.example/members/api/send-magic-link/",
            ),
            (
                Provider::Ghost,
                "https://p.example/blog/members/api/x",
                "https://p.example/blog/members/api/send-magic-link/",
            ),
            (
                Provider::Listmonk,
                "https://l.example",
                "https://l.example/api/public/subscription",
            ),
            (
                Provider::Substack,
                "https://p.substack.com/",
                "https://p.substack.com/api/v1/free?nojs=true",
            ),
            (
                Provider::Form,
                "https://p.example/a?b",
                "https://p.example/a?b",
            ),
        ] {
            assert_eq!(provider.endpoint(address), wanted);
        }
        let mailchimp = "https://p.us1.list-manage.com/subscribe/post?u=abc&id=12";
        assert_eq!(Provider::Mailchimp.trap(mailchimp), "b_abc_12");
    }

    #[test]
    fn what_is_sent() {
        let body = |provider: Provider, topics: &[&str], field| {
            provider.letter(&ana(topics), field, "t").body
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
    fn what_is_answered() {
        for (provider, status, body, wanted) in [
            (Provider::Ghost, 201, "Created.", Outcome::CheckInbox),
            (
                Provider::Ghost,
                400,
                r#"{"errors":[{"message":"Email is <b>not</b> valid"}]}"#,
                Outcome::Refused("Email is not valid".into()),
            ),
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
            (
                Provider::Listmonk,
                400,
                r#"{"message":"Invalid list"}"#,
                Outcome::Refused("Invalid list".into()),
            ),
            (Provider::Json, 200, "", Outcome::Accepted),
            (Provider::Json, 200, "<!doctype html>", Outcome::Unreachable),
            (Provider::Json, 409, "", Outcome::Already),
            (Provider::Form, 200, "<!doctype html>", Outcome::Accepted),
            (Provider::Json, 422, "", Outcome::Refused(String::new())),
            (Provider::Json, 429, "", Outcome::Unavailable),
            (Provider::Json, 503, "", Outcome::Unavailable),
        ] {
            assert_eq!(
                provider.outcome(status, body.as_bytes()),
                wanted,
                "{provider:?} {status} {body}"
            );
        }
    }
}
