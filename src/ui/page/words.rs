//! What the elements of an article page say in newsrail's own words.

use crate::outbox::reply::{Answer, Wrong};

pub(crate) const NO_ARTICLE: &str = "This article could not be found.";
pub(crate) const BY: &str = "By ";
pub(crate) const UPDATED: &str = "Updated ";
pub(crate) const MINUTES: &str = " min read";
pub(crate) const WHOLE_ARTICLE: &str = "Read the whole article";

pub(crate) const AUTHOR: &str = "The author";
pub(crate) const MORE_BY: &str = "More by ";
pub(crate) const LABEL: &str = "Advertisement";

pub(crate) const SHARE: &str = "Share";
pub(crate) const COPIED: &str = "The link is copied.";
pub(crate) const COPY_IT_YOURSELF: &str = "Here is the link, to copy:";
pub(crate) const SERVER: &str = "Your Mastodon server";
pub(crate) const NOT_A_SERVER: &str = "Please enter a server, like mastodon.social.";
pub(crate) const OTHER_SERVER: &str = "Use another server";

pub(crate) const LEAVE_A_REPLY: &str = "Leave a reply";
pub(crate) const NOT_PUBLISHED: &str = "Your email address will not be published.";
pub(crate) const COMMENT: &str = "Comment";
pub(crate) const NAME: &str = "Name";
pub(crate) const EMAIL: &str = "E-mail";
pub(crate) const WEBSITE: &str = "Website (optional)";
pub(crate) const SAVE: &str = "Save my name, e-mail and website on this device for the next time.";
pub(crate) const POST: &str = "Post comment";
pub(crate) const WRITE_ANOTHER: &str = "Write another";
pub(crate) const SEND_THERE: &str = "Send it in a new tab";
pub(crate) const CANCEL: &str = "Cancel";
pub(crate) const REPLY: &str = "Reply";
pub(crate) const REPLY_TO: &str = "Reply to ";
pub(crate) const REPLYING_TO: &str = "Replying to ";
pub(crate) const ANONYMOUS: &str = "Anonymous";
pub(crate) const REPLIES: &str = "Replies";
pub(crate) const NO_REPLIES: &str = "There are no replies yet.";
pub(crate) const NO_COMMENTS: &str = "The replies could not be loaded.";
pub(crate) const MORE_REPLIES: &str = "Show more replies";

/// What is said beside a field of a reply.
pub(crate) fn wrong(field: Wrong) -> &'static str {
    match field {
        Wrong::Comment => "Please enter your comment!",
        Wrong::Name => "Please enter your name here",
        Wrong::Email => "You have entered an incorrect email address!",
        Wrong::Website => "Please enter a web address, like example.com, or leave this empty.",
    }
}

/// What is known of a reply after its answer, and no more; the site's own
/// words come behind it, where it has any.
pub(crate) fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Published => "Thank you. Your reply is published.",
        Answer::Held => "Thank you. Your reply has arrived and waits for approval.",
        Answer::Received => "Thank you. Your reply has arrived.",
        Answer::Closed => "Replies to this article are closed.",
        Answer::Duplicate => "It looks as though you have said that already.",
        Answer::Flood => {
            "You are replying too quickly. Your text is still here; please wait a little."
        }
        Answer::Login => "This site takes replies only from readers who are logged in there.",
        Answer::OwnForm => {
            "This site takes replies on a page of its own. Yours is ready to be sent there."
        }
        Answer::Sent => {
            "Your reply went to the site in a new tab, which says what became of it. Your text is still here."
        }
        Answer::Refused => "The site did not take the reply.",
        Answer::Unavailable => {
            "The site cannot take replies right now. Your text is still here; please try again in a while."
        }
        Answer::Unclear => {
            "The site's answer could not be understood, so your reply may or may not have arrived. Your text is still here."
        }
        Answer::Redirected => {
            "Your reply was sent, but the site answered by pointing to another page, so it is not known whether it was taken. It may wait for approval. Your text is still here."
        }
        Answer::Unreachable => {
            "The site could not be reached, so your reply may not have arrived. Your text is still here."
        }
        Answer::Offline => {
            "You seem to be offline. Your text is still here; please try again once you are connected."
        }
    }
}
