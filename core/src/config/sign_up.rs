//! What a form to sign up is set to.

use super::heading_level;
use super::{Attributes, Theme};
use crate::outbox::provider::Provider;
use crate::text::split::comma_separated;

/// The words of `provider`, and who takes a sign-up by each; `None` for whoever
/// the address says.
pub(crate) const PROVIDERS: [(&str, Option<Provider>); 10] = [
    ("auto", None),
    ("json", Some(Provider::Json)),
    ("form", Some(Provider::Form)),
    ("page", Some(Provider::Page)),
    ("ghost", Some(Provider::Ghost)),
    ("listmonk", Some(Provider::Listmonk)),
    ("buttondown", Some(Provider::Buttondown)),
    ("mailchimp", Some(Provider::Mailchimp)),
    ("kit", Some(Provider::Kit)),
    ("substack", Some(Provider::Substack)),
];

/// What `<newsrail-subscribe>` is set to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// The heading; empty for none, `None` for the usual one.
    pub heading: Option<String>,
    /// Which of the levels of headings it has, 1 to 5.
    pub heading_level: usize,
    /// The colours.
    pub theme: Theme,
    /// The address that takes sign-ups, as written.
    pub subscribe: Option<String>,
    /// Who takes them; `None` for whoever the address says.
    pub provider: Option<Provider>,
    /// Whether a name may be given.
    pub names: bool,
    /// What the address is called, where that is for the publisher to say.
    pub field: Option<String>,
    /// A line that says what the reader agrees to.
    pub consent: Option<String>,
    /// The address of the page behind that line, as written.
    pub privacy: Option<String>,
    /// What can be chosen.
    pub topics: Vec<Topic>,
}

/// Something that a reader can choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// As the provider calls it.
    pub id: String,
    /// As the reader does.
    pub name: String,
}

impl Form {
    /// The settings of a form.
    pub fn read(attributes: &mut Attributes<'_>) -> Self {
        Self {
            heading: attributes.maybe_empty("heading"),
            heading_level: heading_level(attributes),
            theme: Theme::read(attributes),
            subscribe: attributes.text("subscribe"),
            provider: attributes.one_of("provider", &PROVIDERS),
            names: attributes.switch("names", false),
            field: attributes.text("field"),
            consent: attributes.text("consent"),
            privacy: attributes.text("privacy"),
            topics: topics(&attributes.text("topics").unwrap_or_default()),
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
fn topics(value: &str) -> Vec<Topic> {
    let mut topics = Vec::new();
    for topic in comma_separated(value) {
        let (id, name) = match topic.rfind('=') {
            Some(at) => (&topic[..at], &topic[at + 1..]),
            None => (&topic[..], &topic[..]),
        };
        topics.push(Topic {
            id: id.trim_ascii().to_owned(),
            name: name.trim_ascii().to_owned(),
        });
    }
    topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tests::read;

    #[test]
    fn topics_by_identifier_and_name() {
        let topic = |id: &str, name: &str| Topic {
            id: id.to_owned(),
            name: name.to_owned(),
        };
        assert_eq!(
            topics("b1 = Morning, Sport,, group[3][1]=Culture"),
            [
                topic("b1", "Morning"),
                topic("Sport", "Sport"),
                topic("group[3][1]", "Culture")
            ]
        );
        assert!(topics("").is_empty());
    }

    #[test]
    fn every_provider_has_a_word() {
        for (word, provider) in PROVIDERS {
            let (form, complaints) = read(&[("provider", word)], Form::read);
            assert_eq!((form.provider, complaints.len()), (provider, 0));
        }
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
