//! RFC 822 dates, as mail and RSS write them, and what passes for them.

use super::calendar::days;
use super::{DAY, Date, HOUR, digits, offset, time_of_day};
use crate::text::split::{parts, split_before, until};

/// Reads a date whose parts stand in any order. Each is known by what it looks like.
/// Weekdays and unknown words do not count, and an unknown zone is UTC (RFC 2822, 4.3).
pub(super) fn read(text: &str) -> Option<Date> {
    let mut found = Parts::default();
    for part in parts(text, &[' ', ',', '\t', '\r', '\n']) {
        // `1-Jan-2004`, but not `-0500`.
        if part.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            for part in part.split('-') {
                found.take(part)?;
            }
        } else {
            found.take(part)?;
        }
    }
    let midnight = days(found.year?, found.month?, found.day?)? * DAY;
    Some(Date {
        seconds: midnight + found.time.unwrap_or(0) - found.zone,
        zone: found.zone,
    })
}

/// What is known of a date while it is read.
#[derive(Default)]
struct Parts {
    day: Option<i64>,
    month: Option<i64>,
    year: Option<i64>,
    /// Seconds since midnight.
    time: Option<i64>,
    /// Seconds east of UTC.
    zone: i64,
}

impl Parts {
    /// Takes in what stands between two blanks; `None` where that rules out a date.
    fn take(&mut self, part: &str) -> Option<()> {
        let first = part.as_bytes().first().copied().unwrap_or_default();
        if part.contains(':') && self.time.is_none() {
            self.time = Some(time_of_day(until(part, &['.', '+', 'Z']))?);
            // `10:00:00+0100`, the zone glued to it.
            let (_, zone) = split_before(part, &['+']);
            if !zone.is_empty() {
                self.zone = offset(zone)?;
            }
        } else if matches!(first, b'+' | b'-') {
            self.zone = offset(part)?;
        } else if first.is_ascii_digit() {
            self.number(part)?;
        } else if part.eq_ignore_ascii_case("pm") {
            self.time = self.time.map(|t| if t < DAY / 2 { t + DAY / 2 } else { t });
        } else if let Some(month) = month_of(part).filter(|_| self.month.is_none()) {
            self.month = Some(month);
        } else if let Some(hours) = zone_named(part) {
            self.zone = hours * HOUR;
        }
        Some(())
    }

    /// A day, or a year in two, three or four digits.
    fn number(&mut self, part: &str) -> Option<()> {
        let number = digits(part, part.len().min(4))?;
        if self.day.is_none() && part.len() <= 2 {
            self.day = Some(number);
        } else if self.year.is_none() {
            self.year = Some(match (part.len(), number) {
                (4, _) => number,
                (2, 0..50) => 2000 + number,
                _ => 1900 + number,
            });
        }
        Some(())
    }
}

/// How the months' names begin.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Zones by their names, in hours east of UTC: those of RFC 822, of Europe, of east Asia
/// and of Australia.
const ZONES: [(&str, i8); 20] = [
    ("PST", -8),
    ("PDT", -7),
    ("MST", -7),
    ("MDT", -6),
    ("CST", -6),
    ("CDT", -5),
    ("EST", -5),
    ("EDT", -4),
    ("BST", 1),
    ("IST", 1),
    ("WEST", 1),
    ("CET", 1),
    ("CEST", 2),
    ("EET", 2),
    ("EEST", 3),
    ("MSK", 3),
    ("JST", 9),
    ("KST", 9),
    ("AEST", 10),
    ("AEDT", 11),
];

/// The month, 1 to 12, whose name begins so.
fn month_of(name: &str) -> Option<i64> {
    let begins = name.get(..3)?;
    let at = MONTHS
        .iter()
        .position(|month| begins.eq_ignore_ascii_case(month))?;
    i64::try_from(at + 1).ok()
}

/// Hours east of UTC of a zone by its name.
fn zone_named(name: &str) -> Option<i64> {
    let (_, hours) = ZONES
        .iter()
        .find(|(zone, _)| name.eq_ignore_ascii_case(zone))?;
    Some(i64::from(*hours))
}
