//! A reply to an article: what a reader writes, who takes it, and what may become
//! of it.

use super::is_email;

/// What a reader has written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// Which article: WordPress's number of it, or an address.
    pub article: String,
    /// The identifier of the comment that is answered; empty for none.
    pub parent: String,
    /// The text.
    pub text: String,
    /// The writer's name.
    pub name: String,
    /// The writer's address, which is not published.
    pub email: String,
    /// The writer's page; may be empty.
    pub website: String,
}

/// A field that cannot be sent as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no text.
    Comment,
    /// There is no name.
    Name,
    /// That is no e-mail address.
    Email,
    /// That is no web address.
    Website,
}

/// Who takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyTarget {
    /// The WordPress REST API.
    WordPress,
    /// WordPress's own form.
    Form,
    /// Any other: `{article, parent, name, email, website, comment}` as JSON.
    Json,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is on the page.
    Published,
    /// Somebody will look at it first.
    Held,
    /// It has arrived; what will become of it is not known.
    Received,
    /// The article takes no replies.
    Closed,
    /// The same has been said before.
    Duplicate,
    /// Too many in a short time.
    Flood,
    /// Only for readers with an account.
    Login,
    /// The site takes replies only by its own form, on a page of its own.
    OwnForm,
    /// It went there by that form; the new page says what became of it.
    Sent,
    /// Not taken.
    Refused,
    /// The site has a fault of its own or too much to do.
    Unavailable,
    /// An answer that says nothing: it may have arrived.
    Unclear,
    /// A redirect, which is not followed: it was sent, and what became of it is not
    /// known.
    Redirected,
    /// No answer that could be read.
    Unreachable,
    /// The device says that it has no connection.
    Offline,
}

/// All answers, in the order of [`Answer`], each with its code.
pub const ANSWERS: [(Answer, &str); 15] = [
    (Answer::Published, "published"),
    (Answer::Held, "held"),
    (Answer::Received, "received"),
    (Answer::Closed, "closed"),
    (Answer::Duplicate, "duplicate"),
    (Answer::Flood, "flood"),
    (Answer::Login, "login"),
    (Answer::OwnForm, "own-form"),
    (Answer::Sent, "sent"),
    (Answer::Refused, "refused"),
    (Answer::Unavailable, "unavailable"),
    (Answer::Unclear, "unclear"),
    (Answer::Redirected, "redirected"),
    (Answer::Unreachable, "unreachable"),
    (Answer::Offline, "offline"),
];

impl Answer {
    /// The answer with this code in an event.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        let found = ANSWERS.iter().find(|(_, other)| *other == code);
        found.map(|(answer, _)| *answer)
    }

    /// Whether a page that takes replies itself may say so: the form of its own that a
    /// WordPress site has is newsrail's to show.
    #[must_use]
    pub fn is_for_pages(self) -> bool {
        self != Self::OwnForm
    }

    /// The code for it in an event.
    #[must_use]
    pub fn code(self) -> &'static str {
        ANSWERS[self as usize].1
    }

    /// Whether it has arrived, so that nothing needs to be kept.
    #[must_use]
    pub fn is_taken(self) -> bool {
        matches!(self, Self::Published | Self::Held | Self::Received)
    }
}

impl Reply {
    /// What is wrong with it, in the order of the fields.
    #[must_use]
    pub fn wrong(&self) -> Vec<Wrong> {
        let website = self.website.is_empty()
            || crate::text::link::resolve("", &self.website).is_some_and(|url| url.contains('.'));
        let mut found = Vec::new();
        for (field, is_right) in [
            (Wrong::Comment, !self.text.trim_ascii().is_empty()),
            (Wrong::Name, !self.name.is_empty()),
            (Wrong::Email, is_email(&self.email)),
            (Wrong::Website, website),
        ] {
            if !is_right {
                found.push(field);
            }
        }
        found
    }

    /// The fields under the names that a target has for them. Identifiers are as the
    /// comments' address gives them and may have anything in them: a NUL, which many
    /// a database refuses, is left out.
    #[must_use]
    pub fn fields(&self, target: ReplyTarget) -> Vec<(&'static str, String)> {
        let names = match target {
            ReplyTarget::WordPress => [
                "post",
                "parent",
                "author_name",
                "author_email",
                "author_url",
                "content",
            ],
            ReplyTarget::Form => [
                "comment_post_ID",
                "comment_parent",
                "author",
                "email",
                "url",
                "comment",
            ],
            ReplyTarget::Json => ["article", "parent", "name", "email", "website", "comment"],
        };
        let values = [
            &self.article,
            &self.parent,
            &self.name,
            &self.email,
            &self.website,
            &self.text,
        ];
        let mut fields = Vec::new();
        for (at, value) in values.into_iter().enumerate() {
            if !value.is_empty() {
                let value = value.chars().filter(|&sign| sign != '\0').collect();
                fields.push((names[at], value));
            }
        }
        fields
    }
}

/// A web address as readers write it: `ana.example` is `https://ana.example`.
#[must_use]
pub fn website(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.contains(':') {
        text.to_owned()
    } else {
        ["https://", text].concat()
    }
}

/// The address of WordPress's own form beside a REST API with this root.
#[must_use]
pub fn form_url(root: &str) -> String {
    let ends = ["wp-json/", "index.php?", "?"];
    let end = ends.iter().find_map(|end| root.find(end));
    [&root[..end.unwrap_or(root.len())], "wp-comments-post.php"].concat()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::outbox) fn reply() -> Reply {
        Reply {
            article: "12".into(),
            text: "A & b\nc".into(),
            name: "Ana \"A\"".into(),
            email: "ana@paper.example".into(),
            ..Reply::default()
        }
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

    #[test]
    fn every_answer_has_a_code() {
        for (at, (answer, code)) in ANSWERS.into_iter().enumerate() {
            assert_eq!((answer as usize, answer.code()), (at, code));
            assert_eq!(Answer::of(code), Some(answer));
        }
        assert_eq!(Answer::of("perhaps"), None);
    }
}
