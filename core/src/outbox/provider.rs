//! Newsletters' providers: what a form for each must have in it.
//!
//! Forms as in each provider's own documentation or source, November 2026:
//! Ghost's `members` API, listmonk's public API and form, the embedded forms of
//! Buttondown, Mailchimp, Kit and Substack. Those forms answer with a page of
//! the provider's that no other page may read, so a native form takes the reader
//! there, and nothing is claimed about what it says.

use crate::text::split::split_before;

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
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let (host, path) = split_before(rest, &['/', '?', '#']);
        if host.ends_with(".list-manage.com") {
            Self::Mailchimp
        } else if host.starts_with("buttondown.") {
            Self::Buttondown
        } else if host == "app.convertkit.com" || host == "app.kit.com" {
            Self::Kit
        } else if host.ends_with(".substack.com") {
            Self::Substack
        } else if path.contains("/members/api/") {
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
        let end = address.find(known).unwrap_or(address.len());
        [address[..end].trim_end_matches('/'), path].concat()
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
                let query = address.split_once('?').map_or("", |(_, query)| query);
                let value = |name| {
                    let found = query.split('&').find_map(|part| part.strip_prefix(name));
                    found.unwrap_or_default()
                };
                ["b_", value("u="), "_", value("id=")].concat()
            }
            _ => "url".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
