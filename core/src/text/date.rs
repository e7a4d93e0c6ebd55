//! Dates of feeds: RFC 3339, and WordPress's own, which leaves the zone out;
//! RFC 822 with the years of RFC 2822, and how it is misspelt; dates in numbers.

mod calendar;
mod months;
mod numbers;
mod rfc822;

use super::split::{split_before, until};
use crate::WHOLE;
use calendar::{civil_from_days, days};
use std::borrow::Cow;

/// Seconds since 1970-01-01T00:00:00Z.
pub type Timestamp = i64;

/// A moment, and the clock by which its publisher wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// When it was.
    pub seconds: Timestamp,
    /// Seconds that the clock was ahead of UTC; 0 where the date does not say.
    pub zone: i64,
}

impl Date {
    /// A date after RFC 3339, which alone a JSON Feed may have. Where all formats are
    /// read, as any feed writes it: also a year alone or with its month; RFC 822, its
    /// parts in any order; seconds or milliseconds since 1970; ISO 8601 without its
    /// hyphens; dates with dots; the dates of Chinese, Japanese and Korean; the digits of
    /// Arabic, Persian and Indic scripts.
    ///
    /// The first day of 1970 is what a clock shows that was never set, so it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        Self::rfc3339(text)
            .or_else(|| if WHOLE { Self::further(text) } else { None })
            .filter(|date| !(-DAY..DAY).contains(&date.seconds))
    }

    /// A date in another spelling than RFC 3339's.
    fn further(text: &str) -> Option<Self> {
        let text = &latin_digits(text);
        numbers::read(text).or_else(|| rfc822::read(text))
    }

    /// An RFC 3339 date-time. Without a zone it is taken as UTC, a date alone as
    /// its midnight.
    fn rfc3339(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        let (date, time) = text.split_at_checked(10)?;
        let between = date.get(4..5)?;
        if !matches!(between, "-" | "/") || date.get(7..8)? != between {
            return None;
        }
        let year = digits(date.get(..4)?, 4)?;
        let month = digits(date.get(5..7)?, 2)?;
        let day = digits(date.get(8..)?, 2)?;
        let midnight = days(year, month, day)? * DAY;
        if time.is_empty() {
            return Some(Self::utc(midnight));
        }
        let time = time.strip_prefix(['T', 't', ' '])?;
        let (clock, zone) = split_before(time, &['Z', 'z', '+', '-']);
        let zone = offset(zone)?;
        Some(Self {
            seconds: midnight + time_of_day(until(clock, &['.', ' ']))? - zone,
            zone,
        })
    }

    fn utc(seconds: Timestamp) -> Self {
        Self { seconds, zone: 0 }
    }
}

const DAY: i64 = 86_400;
const HOUR: i64 = 3600;

/// The zeros of the scripts whose digits dates are written in: Arabic, Persian,
/// Devanagari, Bengali, and the full width of East Asia. The other nine follow each.
const DIGITS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];

/// Seconds since 1970 of an RFC 3339 date-time; without a zone it is taken as
/// UTC, a date alone as its midnight. `None` if it is no date of the calendar.
#[must_use]
pub fn rfc3339(text: &str) -> Option<Timestamp> {
    Date::rfc3339(text).map(|date| date.seconds)
}

/// Seconds since 1970 of a date as [`Date::read`] reads it.
#[must_use]
pub fn read(text: &str) -> Option<Timestamp> {
    Date::read(text).map(|date| date.seconds)
}

/// Seconds that the clock of a date is ahead of UTC; 0 where it does not say.
#[must_use]
pub fn zone(text: &str) -> i64 {
    Date::read(text).map_or(0, |date| date.zone)
}

/// A moment as RFC 3339 writes it, by a clock that is so many seconds ahead of
/// UTC. RFC 3339 has zones of whole minutes and years of four digits; any other
/// clock, or one that shows another year, gives way to UTC.
#[must_use]
pub fn to_rfc3339(seconds: Timestamp, zone: i64) -> String {
    let zone_minutes = zone.unsigned_abs() / 60;
    let (zone_hour, zone_minute) = (zone_minutes / 60, zone_minutes % 60);
    let (local_day, local_second) = of_day(seconds.saturating_add(zone));
    let (year, month, day) = civil_from_days(local_day);
    let is_exact = zone % 60 == 0 && zone_hour < 24 && (0..=9999).contains(&year);
    if zone != 0 && !is_exact {
        return to_rfc3339(seconds, 0);
    }
    let (hour, minute) = (local_second / HOUR, local_second / 60 % 60);
    let second = local_second % 60;
    let local = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    match zone {
        0 => local + "Z",
        1.. => format!("{local}+{zone_hour:02}:{zone_minute:02}"),
        _ => format!("{local}-{zone_hour:02}:{zone_minute:02}"),
    }
}

/// The day since 1970 and the second of that day.
fn of_day(seconds: Timestamp) -> (i64, i64) {
    (seconds.div_euclid(DAY), seconds.rem_euclid(DAY))
}

/// Seconds since midnight of `hh:mm` or `hh:mm:ss`, up to the midnight that ends the day.
fn time_of_day(clock: &str) -> Option<i64> {
    let mut parts = clock.split(':');
    let hour = parts.next()?;
    let hour = digits(hour, hour.len().clamp(1, 2))?;
    let minute = digits(parts.next()?, 2)?;
    let second = parts.next().map_or(Some(0), |s| digits(s, 2))?;
    seconds_of(hour, minute, second)
}

/// Seconds since midnight of a time of the day, if it is one.
fn seconds_of(hour: i64, minute: i64, second: i64) -> Option<i64> {
    // A leap second is counted as the second before it.
    let second = second.min(59);
    let is_time = hour < 24 && minute < 60 || (hour, minute, second) == (24, 0, 0);
    is_time.then_some(hour * HOUR + minute * 60 + second)
}

/// Seconds east of UTC of `Z`, `+hh:mm`, `-hhmm` or `+hh`; 0 of nothing.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.as_bytes().first() {
        None | Some(b'Z' | b'z') => return Some(0),
        Some(b'-') => -1,
        _ => 1,
    };
    let hours = digits(zone.get(1..3)?, 2)?;
    let minutes = zone.get(3..)?;
    let minutes = if minutes.is_empty() {
        0
    } else {
        digits(minutes.strip_prefix(':').unwrap_or(minutes), 2)?
    };
    Some(sign * (hours * HOUR + minutes * 60))
}

/// A text with the decimal digits of other scripts as those of ASCII.
fn latin_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let latin = |letter: char| {
        let code = u32::from(letter);
        let zeros = DIGITS.iter().map(|&zero| u32::from(zero));
        let digit = zeros.filter_map(|zero| code.checked_sub(zero)).min();
        digit
            .and_then(|digit| char::from_digit(digit, 10))
            .unwrap_or(letter)
    };
    Cow::Owned(text.chars().map(latin).collect())
}

/// The number that so many decimal digits are.
fn digits(text: &str, length: usize) -> Option<i64> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.bytes().fold(0, |n, b| n * 10 + i64::from(b - b'0')))
}

#[cfg(test)]
mod tests;
