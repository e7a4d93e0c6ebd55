//! What the program with the form hands over to be posted, whichever form it is.

use super::{Fields, RequestBody, reply, sign_up};
use crate::outbox::reply::ReplyTarget;
use crate::outbox::sign_up::SignUp;

/// Something to be posted.
pub enum Post<'t> {
    /// A sign-up.
    SignUp(SignUp),
    /// A reply: who takes it, at which address, and its fields.
    Reply(ReplyTarget, &'t str, Fields<'t>),
}

impl<'t> Post<'t> {
    /// From what `SignUp::written` or `Reply::written` have made of it.
    #[must_use]
    pub fn read(text: &'t str) -> Self {
        match reply::parts(text) {
            Some((target, url, fields)) => Self::Reply(target, url, fields),
            None => Self::SignUp(SignUp::read(text)),
        }
    }

    /// The address that has to be asked for a token before.
    #[must_use]
    pub fn gives_token(&self) -> Option<String> {
        match self {
            Self::SignUp(sign_up) => sign_up::gives_token(sign_up),
            Self::Reply(..) => None,
        }
    }

    /// The address that takes it.
    #[must_use]
    pub fn url(&self) -> &str {
        match self {
            Self::SignUp(sign_up) => &sign_up.endpoint,
            Self::Reply(_, url, _) => url,
        }
    }

    /// The request body.
    #[must_use]
    pub fn letter(&self, token: &str) -> RequestBody {
        match self {
            Self::SignUp(sign_up) => sign_up::letter(sign_up, token),
            Self::Reply(target, _, fields) => reply::letter(*target, fields),
        }
    }

    /// What an answer says, as text: the word for it, what is said of that to the
    /// reader, where the form does not know it, and the server's own words, with a
    /// NUL between them. A redirect has the status 0, as the browser gives it.
    #[must_use]
    pub fn answer(&self, status: u16, body: &[u8]) -> String {
        let ((word, told), words) = match self {
            Self::SignUp(sign_up) => {
                let (outcome, words) = sign_up::outcome(sign_up.provider, status, body);
                (outcome.told(), words)
            }
            Self::Reply(target, ..) => {
                let (answer, words) = reply::answer(*target, status, body);
                ((answer.word(), ""), words)
            }
        };
        [word, "\0", told, "\0", &words].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outbox::provider::Provider;
    use crate::outbox::reply::Reply;

    #[test]
    fn whichever_form_it_is() {
        let written = SignUp {
            provider: Provider::Json,
            endpoint: "https://p.example/".into(),
            field: "email".into(),
            email: "a@b.example".into(),
            name: String::new(),
            topics: Vec::new(),
        }
        .written();
        let post = Post::read(&written);
        assert_eq!(post.url(), "https://p.example/");
        assert_eq!(post.letter("").body, r#"{"email":"a@b.example"}"#);
        assert_eq!(
            post.answer(409, b""),
            "already\0This address is subscribed already.\0"
        );

        let written = Reply {
            text: "Yes".into(),
            ..Reply::default()
        }
        .written(ReplyTarget::Json, "https://p.example/replies");
        let post = Post::read(&written);
        assert_eq!(post.url(), "https://p.example/replies");
        assert_eq!(post.letter("").body, r#"{"comment":"Yes"}"#);
        assert_eq!(post.answer(409, b""), "duplicate\0\0");
        assert_eq!(post.gives_token(), None);
    }
}
