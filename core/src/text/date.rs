//! Dates of feeds: RFC 3339, and WordPress's own, which leaves the zone out;
//! RFC 822 with the years of RFC 2822, and how it is misspelt.

mod calendar;
mod rfc822;

use super::split::{split_before, until};
use calendar::{civil_from_days, days};

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
    /// A date as any feed may write it: RFC 3339 or its beginning, a year alone or
    /// with its month; RFC 822, its parts in any order; seconds or milliseconds
    /// since 1970.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        Self::rfc3339(text)
            .or_else(|| match text.len() {
                4 | 7 => Self::rfc3339(&[text, &"-01-01"[text.len() - 4..]].concat()),
                8 => {
                    let (year, rest) = text.split_at_checked(4)?;
                    let (month, day) = rest.split_at_checked(2)?;
                    Self::rfc3339(&[year, "-", month, "-", day].concat())
                }
                10 => digits(text, 10).map(Self::utc),
                13 => Some(Self::utc(digits(text, 13)? / 1000)),
                _ => None,
            })
            .or_else(|| rfc822::read(text))
    }

    /// An RFC 3339 date-time. Without a zone it is taken as UTC, a date alone as
    /// its midnight.
    fn rfc3339(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        let (date, time) = text.split_at_checked(10)?;
        if date.get(4..5)? != "-" || date.get(7..8)? != "-" {
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

/// Seconds since midnight of `hh:mm` or `hh:mm:ss`.
fn time_of_day(clock: &str) -> Option<i64> {
    let mut parts = clock.split(':');
    let hour = parts.next()?;
    let hour = digits(hour, hour.len().clamp(1, 2))?;
    let minute = digits(parts.next()?, 2)?;
    // A leap second is counted as the second before it.
    let second = parts.next().map_or(Some(0), |s| digits(s, 2))?.min(59);
    (hour < 24 && minute < 60).then_some(hour * HOUR + minute * 60 + second)
}

/// Seconds east of UTC of `Z`, `+hh:mm` or `-hhmm`; 0 of nothing.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.as_bytes().first() {
        None | Some(b'Z' | b'z') => return Some(0),
        Some(b'-') => -1,
        _ => 1,
    };
    let hours = digits(zone.get(1..3)?, 2)?;
    let minutes = zone.get(3..)?;
    let minutes = digits(minutes.strip_prefix(':').unwrap_or(minutes), 2)?;
    Some(sign * (hours * HOUR + minutes * 60))
}

/// The number that so many decimal digits are.
fn digits(text: &str, length: usize) -> Option<i64> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.bytes().fold(0, |n, b| n * 10 + i64::from(b - b'0')))
}

#[cfg(test)]
mod tests;
