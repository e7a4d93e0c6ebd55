//! What a form to sign up asks for.

use super::Reader;
use crate::outbox::provider::Provider;
use crate::text::split::comma_separated;

/// The words for who takes a sign-up, in the order of [`PROVIDERS`].
const WORDS: &str = "auto json form page ghost listmonk buttondown mailchimp kit substack";

const PROVIDERS: [Option<Provider>; 10] = [
    None,
    Some(Provider::Json),
    Some(Provider::Form),
    Some(Provider::Page),
    Some(Provider::Ghost),
    Some(Provider::Listmonk),
    Some(Provider::Buttondown),
    Some(Provider::Mailchimp),
    Some(Provider::Kit),
    Some(Provider::Substack),
];

/// What a form to sign up asks for, beside the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Who takes it; `None` for whoever the address says.
    pub provider: Option<Provider>,
    /// Whether a name may be given.
    pub names: bool,
    /// What the address is called, where that is for the publisher to say.
    pub field: Option<String>,
    /// A line that says what the reader agrees to.
    pub consent: Option<String>,
    /// The address of the page behind that line, as written.
    pub privacy: Option<String>,
    /// What can be chosen: as the provider calls it, and as the reader does.
    pub topics: Vec<(String, String)>,
}

impl Form {
    pub(super) fn read(read: &mut Reader<'_>) -> Self {
        Self {
            provider: PROVIDERS[read.one_of("provider", WORDS)],
            names: read.switch("names", false),
            field: read.text("field"),
            consent: read.text("consent"),
            privacy: read.text("privacy"),
            topics: topics(&read.text("topics").unwrap_or_default()),
        }
    }

    /// Who takes a sign-up at an address. listmonk's own form is told from its
    /// API by the address in any case.
    #[must_use]
    pub fn provider_at(&self, address: &str) -> Provider {
        let found = Provider::at(address);
        match self.provider {
            Some(Provider::Listmonk) if found == Provider::ListmonkForm => found,
            named => named.unwrap_or(found),
        }
    }
}

/// `id=Name, id=Name`; without `=` it is both.
fn topics(value: &str) -> Vec<(String, String)> {
    let mut topics = Vec::new();
    for topic in comma_separated(value) {
        let (id, name) = match topic.rfind('=') {
            Some(at) => (&topic[..at], &topic[at + 1..]),
            None => (&topic[..], &topic[..]),
        };
        topics.push((id.trim_ascii().to_owned(), name.trim_ascii().to_owned()));
    }
    topics
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_by_identifier_and_name() {
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        assert_eq!(
            topics("b1 = Morning, Sport,, group[3][1]=Culture"),
            [
                pair("b1", "Morning"),
                pair("Sport", "Sport"),
                pair("group[3][1]", "Culture")
            ]
        );
        assert!(topics("").is_empty());
    }

    #[test]
    fn who_takes_it() {
        let at = |provider, address| {
            Form {
                provider,
                ..Form::default()
            }
            .provider_at(address)
        };
        let form = "https://l.example/subscription/form";
        assert_eq!(at(Some(Provider::Listmonk), form), Provider::ListmonkForm);
        assert_eq!(
            at(Some(Provider::Listmonk), "https://l.example"),
            Provider::Listmonk
        );
        assert_eq!(at(None, form), Provider::ListmonkForm);
        assert_eq!(at(Some(Provider::Json), form), Provider::Json);
    }
}
