//! A reply to an article: what a WordPress site, its own comment form or any
//! other address wants to be sent, and what each answers.
//!
//! WordPress, from its source (`class-wp-rest-comments-controller.php`,
//! `wp-comments-post.php`, `wp_handle_comment_submission`): the REST API
//! refuses readers without an account unless the site has switched that on,
//! with the same code as a site that lets nobody without one comment. Its form
//! takes them, and answers with a redirect to the article or with a page.

use super::{Letter, form_letter, is_email, json_letter, said};
use crate::feed::json;
use crate::text::plain::plain;
use crate::text::scan;

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
pub enum Taker {
    /// The WordPress REST API.
    WordPress,
    /// WordPress's own form.
    Form,
    /// Any other: `{article, parent, name, email, website, comment}` as JSON.
    Json,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Not taken, and the site's words for it.
    Refused(String),
    /// The site has a fault of its own or too much to do.
    Unavailable,
    /// An answer that says nothing: it may have arrived.
    Unclear,
    /// No answer that could be read.
    Unreachable,
    /// The device says that it has no connection.
    Offline,
}

impl Answer {
    /// Whether it has arrived, so that nothing needs to be kept.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        matches!(self, Self::Published | Self::Held | Self::Received)
    }
}

impl Reply {
    /// What is wrong with it, in the order of the fields.
    #[must_use]
    pub fn wrong(&self) -> Vec<Wrong> {
        let website = self.website.is_empty()
            || crate::text::link::resolve("", &self.website)
                .is_some_and(|url| scan::has(&url, "."));
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

    /// The fields under the names that a taker has for them.
    #[must_use]
    pub fn fields(&self, taker: Taker) -> Vec<(&'static str, &str)> {
        let names = match taker {
            Taker::WordPress => [
                "post",
                "parent",
                "author_name",
                "author_email",
                "author_url",
                "content",
            ],
            Taker::Form => [
                "comment_post_ID",
                "comment_parent",
                "author",
                "email",
                "url",
                "comment",
            ],
            Taker::Json => ["article", "parent", "name", "email", "website", "comment"],
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
                fields.push((names[at], value.as_str()));
            }
        }
        fields
    }

    /// The request body. To WordPress it is a form, which needs no preflight.
    #[must_use]
    pub fn letter(&self, taker: Taker) -> Letter {
        let fields = self.fields(taker);
        match taker {
            Taker::Json => json_letter(&fields),
            _ => form_letter(&fields),
        }
    }
}

/// A web address as readers write it: `ana.example` is `https://ana.example`.
#[must_use]
pub fn website(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || scan::has(text, ":") {
        text.to_owned()
    } else {
        ["https://", text].concat()
    }
}

/// What the REST API, or any other address, has answered.
#[must_use]
pub fn answer(taker: Taker, status: u16, body: &[u8]) -> Answer {
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
            _ if taker == Taker::WordPress || body.trim_ascii().starts_with(b"<") => {
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
        _ => Answer::Refused(said(body)),
    }
}

/// What WordPress's own form has answered: where a redirect has led to, or the
/// page that it shows in place of one.
#[must_use]
pub fn form_answer(status: u16, led_to: Option<&str>, body: &[u8]) -> Answer {
    match (status, led_to) {
        // One that waits for approval leads to an address that shows it to its
        // writer alone.
        (200..=299, Some(url)) if scan::has(url, "unapproved=") => Answer::Held,
        (200..=299, Some(_)) => Answer::Received,
        (409, _) => Answer::Duplicate,
        (429, _) => Answer::Flood,
        (408 | 500.., _) => Answer::Unavailable,
        _ => match words_of_page(body) {
            words if !words.is_empty() => Answer::Refused(words),
            _ if status == 403 => Answer::Closed,
            _ => Answer::Unclear,
        },
    }
}

/// What `wp_die` says on its page.
fn words_of_page(body: &[u8]) -> String {
    // WordPress writes UTF-8, whatever else it does.
    let page = std::str::from_utf8(body).unwrap_or_default();
    let words = scan::cut(page, "wp-die-message").and_then(|(_, rest)| {
        let (_, rest) = scan::cut(rest, ">")?;
        scan::cut(rest, "</div>").map(|(words, _)| words)
    });
    super::short(&plain(words.unwrap_or_default()))
}

/// The address of WordPress's own form beside a REST API with this root.
#[must_use]
pub fn form_url(root: &str) -> String {
    let ends = ["wp-json/", "index.php?", "?"];
    let end = ends.iter().find_map(|end| scan::find(root, end));
    [&root[..end.unwrap_or(root.len())], "wp-comments-post.php"].concat()
}

#[cfg(test)]
mod tests;
