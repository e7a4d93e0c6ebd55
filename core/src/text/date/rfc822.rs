//! RFC 822 dates, as mail and RSS write them, and what passes for them: words and
//! numbers in any order.

use super::calendar::days;
use super::months::month;
use super::{DAY, Date, HOUR, digits, offset, time_of_day};
use crate::text::split::{parts, split_before, until};

/// Reads a date whose parts stand in any order. Each is known by what it looks like.
/// Weekdays and unknown words do not count, and an unknown zone is UTC (RFC 2822, 4.3).
pub(super) fn read(text: &str) -> Option<Date> {
    let mut found = Parts::default();
    for part in parts(text, &[' ', ',', '\t', '\r', '\n']) {
        // `1-Jan-2004`, but not `-0500`.
        if let Some(zone) = beside_utc(part) {
            found.zone = zone;
        } else if part.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            for part in part.split('-') {
                found.take(part)?;
            }
        } else if !part.is_empty() {
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
    /// Whether the day was the part before.
    is_behind_day: bool,
}

impl Parts {
    /// Takes in what stands between two blanks; `None` where that rules out a date.
    fn take(&mut self, part: &str) -> Option<()> {
        let first = part.as_bytes().first().copied().unwrap_or_default();
        let is_behind_day = std::mem::take(&mut self.is_behind_day);
        if part.contains(':') && self.time.is_none() {
            // `10:00:00+0100` and `9:05pm`, with something glued to it.
            let (clock, zone) = split_before(part, &['+', '-']);
            let word = |c: char| c.is_ascii_alphabetic();
            let (clock, half) = clock.split_at(clock.find(word).unwrap_or(clock.len()));
            let time = time_of_day(until(clock, &['.']))?;
            self.time = Some(half_day(time, half).unwrap_or(time));
            if !zone.is_empty() {
                self.zone = offset(zone)?;
            }
        } else if matches!(first, b'+' | b'-') {
            self.zone = offset(part)?;
        } else if first.is_ascii_digit() {
            self.number(part)?;
        } else if let Some(time) = self.time.and_then(|time| half_day(time, part)) {
            self.time = Some(time);
        } else if let Some(hours) = zone_named(part) {
            self.zone = hours * HOUR;
        } else if let Some(month) = month(part.trim_end_matches(['.', '،'])) {
            // The last counts: `mar.` before it was a weekday.
            self.month = Some(month);
        } else if is_behind_day && part.len() <= 2 {
            // `3 de noviembre`.
            self.is_behind_day = true;
        } else if is_behind_day && self.month.is_some() {
            // A month of a language that is not known here, and so what came before was
            // a weekday. A wrong date is worse than none.
            return None;
        }
        Some(())
    }

    /// A day, maybe as an ordinal (`3rd`, `1er`, `3.`), or a year in two, three or four
    /// digits.
    fn number(&mut self, part: &str) -> Option<()> {
        let ends = |c: char| !c.is_ascii_digit();
        let (number, ending) = part.split_at(part.find(ends).unwrap_or(part.len()));
        let length = number.len();
        if ending.len() > 2 {
            return None;
        }
        let value = digits(number, length.min(4))?;
        if self.day.is_none() && length <= 2 {
            self.day = Some(value);
            self.is_behind_day = true;
        } else if self.year.is_none() {
            self.year = Some(match (length, value) {
                (4, _) => value,
                (2, 0..50) => 2000 + value,
                _ => 1900 + value,
            });
        }
        Some(())
    }
}

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

/// Seconds east of UTC of `GMT+1`, `UTC-0530`, `GMT+01:00`.
fn beside_utc(part: &str) -> Option<i64> {
    let (name, zone) = split_before(part, &['+', '-']);
    let names = ["GMT", "UTC", "UT"];
    if zone.is_empty() || !names.iter().any(|utc| name.eq_ignore_ascii_case(utc)) {
        return None;
    }
    if zone.len() == 2 {
        return offset(&[&zone[..1], "0", &zone[1..]].concat());
    }
    offset(zone)
}

/// A time of the clock of twelve hours, in seconds since midnight, with the word behind it:
/// 12:05 am is five minutes past midnight. `None` where it is no such word.
pub(super) fn half_day(time: i64, word: &str) -> Option<i64> {
    let noon = DAY / 2;
    match word.replace('.', "").to_ascii_lowercase().as_str() {
        "pm" if time < noon => Some(time + noon),
        "am" if (noon..noon + HOUR).contains(&time) => Some(time - noon),
        "am" | "pm" => Some(time),
        _ => None,
    }
}

/// Hours east of UTC of a zone by its name.
pub(super) fn zone_named(name: &str) -> Option<i64> {
    let (_, hours) = ZONES
        .iter()
        .find(|(zone, _)| name.eq_ignore_ascii_case(zone))?;
    Some(i64::from(*hours))
}
