//! The line below a headline, as web/looks/meta.js writes it.

use super::texts::Said;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use newsrail_core::choose::Details;
use newsrail_core::text::date::{Timestamp, to_rfc3339};
use newsrail_core::texts::{BY, MINUTES};

/// One part of the line.
pub(super) enum Part {
    Text(String),
    /// A day as it is written, and as `datetime` has it.
    Day(String, String),
}

/// What each of the words of `meta` is of an item, in their order; what is not known is
/// left out.
pub(super) fn parts(words: &[&str], details: &Details, said: &Said<'_>) -> Vec<Part> {
    let texts = words.iter().filter_map(|word| {
        let text = match *word {
            "date" => return day(details.published?, said),
            "section" => details.section.clone(),
            "kicker" => details.kicker.clone(),
            "author" if details.authors.is_empty() => return None,
            "author" => said.with(BY, &said.list(&details.authors)),
            _ if details.minutes == 0 => return None,
            _ => said.counted(MINUTES, details.minutes),
        };
        (!text.is_empty()).then_some(Part::Text(text))
    });
    texts.collect()
}

/// A day, as the publisher's clock has it.
fn day(at: Timestamp, said: &Said<'_>) -> Option<Part> {
    let iso = to_rfc3339(at, 0).get(..10)?.to_owned();
    let mut numbers = iso.split('-');
    let year = numbers.next()?.parse().ok()?;
    let month = numbers.next()?.parse().ok()?;
    let date = Date::try_new_iso(year, month, numbers.next()?.parse().ok()?).ok()?;
    let format = DateTimeFormatter::try_new(said.locale().into(), YMD::medium()).ok()?;
    Some(Part::Day(format.format(&date).to_string(), iso))
}
