//! Dates of feeds: RFC 3339, and WordPress's own, which leaves the zone out;
//! RFC 822 with the years of RFC 2822, and how it is misspelt.

use super::scan;
use crate::article::Timestamp;

/// Seconds since 1970 of an RFC 3339 date-time; without a zone it is taken as
/// UTC, a date alone as its midnight. `None` if it is no date of the calendar.
#[must_use]
pub fn rfc3339(text: &str) -> Option<Timestamp> {
    let text = text.trim_ascii();
    let (date, time) = text.split_at_checked(10)?;
    if date.get(4..5)? != "-" || date.get(7..8)? != "-" {
        return None;
    }
    let year = digits(date.get(..4)?, 4)?;
    let month = digits(date.get(5..7)?, 2)?;
    let day = digits(date.get(8..)?, 2)?;
    let midnight = days(year, month, day)? * 86_400;
    if time.is_empty() {
        return Some(midnight);
    }
    let time = time.strip_prefix(['T', 't', ' '])?;
    let (clock, zone) = time.split_at(zone_at(time));
    let clock = &clock[..scan::any(clock, b". ")];
    Some(midnight + seconds(clock)? - offset(zone)?)
}

/// A date as RFC 3339 writes it, in UTC.
#[must_use]
pub fn to_rfc3339(seconds: Timestamp) -> String {
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil_from_days(day);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Seconds since 1970 of a date as any feed may write it: RFC 3339 or its
/// beginning, a year alone or with its month; RFC 822, its parts in any order;
/// seconds or milliseconds since 1970.
#[must_use]
pub fn read(text: &str) -> Option<Timestamp> {
    let text = text.trim_ascii();
    rfc3339(text)
        .or_else(|| match text.len() {
            4 | 7 => rfc3339(&[text, &"-01-01"[text.len() - 4..]].concat()),
            8 => {
                let (year, rest) = text.split_at_checked(4)?;
                let (month, day) = rest.split_at_checked(2)?;
                rfc3339(&[year, "-", month, "-", day].concat())
            }
            10 => digits(text, 10),
            13 => Some(digits(text, 13)? / 1000),
            _ => None,
        })
        .or_else(|| rfc822(text))
}

/// The parts of an RFC 822 date by what they look like: weekdays and what is
/// unknown do not count, an unknown zone is UTC (RFC 2822, 4.3).
fn rfc822(text: &str) -> Option<Timestamp> {
    let (mut day, mut month, mut year, mut time, mut zone) = (None, None, None, None, 0);
    for part in scan::parts(text, b" ,\t\r\n") {
        // `1-Jan-2004`, but not `-0500`.
        let glued = part.bytes().any(|byte| byte.is_ascii_alphabetic());
        for part in scan::parts(part, if glued { b"-" } else { b"," }) {
            let first = part.as_bytes().first().copied().unwrap_or_default();
            if scan::has(part, ":") && time.is_none() {
                time = Some(seconds(&part[..scan::any(part, b".+Z")])?);
                // `10:00:00+0100`, the zone glued to it.
                let own = &part[scan::any(part, b"+")..];
                if !own.is_empty() {
                    zone = offset(own)?;
                }
            } else if matches!(first, b'+' | b'-') {
                zone = offset(part)?;
            } else if first.is_ascii_digit() {
                let number = digits(part, part.len().min(4))?;
                if day.is_none() && part.len() <= 2 {
                    day = Some(number);
                } else if year.is_none() {
                    year = Some(match (part.len(), number) {
                        (4, _) => number,
                        (2, 0..50) => 2000 + number,
                        _ => 1900 + number,
                    });
                }
            } else if first.is_ascii_alphabetic() {
                if part.eq_ignore_ascii_case("pm") {
                    time = time.map(|t| if t < 43_200 { t + 43_200 } else { t });
                } else if let Some(at) = month_of(part).filter(|_| month.is_none()) {
                    month = Some(at);
                } else if let Some(hours) = named_zone(part) {
                    zone = hours * 3600;
                }
            }
        }
    }
    Some(days(year?, month?, day?)? * 86_400 + time.unwrap_or(0) - zone)
}

/// The month, 1 to 12, whose name begins so.
fn month_of(name: &str) -> Option<i64> {
    let start = name.get(..3)?.to_ascii_lowercase();
    let at = scan::find("janfebmaraprmayjunjulaugsepoctnovdec", &start)?;
    // Found across two names is not found.
    (at % 3 == 0).then(|| i64::try_from(at / 3 + 1).ok())?
}

/// Hours east of UTC of the zones that RFC 822 names, and of Europe's.
fn named_zone(name: &str) -> Option<i64> {
    const ZONES: &str = "EST-5 EDT-4 CST-6 CDT-5 MST-7 MDT-6 PST-8 PDT-7 BST+1 IST+1 WEST+1 CET+1 CEST+2 EET+2 EEST+3 MSK+3 JST+9 KST+9 AEST+10 AEDT+11";
    for zone in scan::parts(ZONES, b" ") {
        let (zone, hours) = zone.split_at(scan::any(zone, b"+-"));
        if zone.eq_ignore_ascii_case(name) {
            let (sign, hours) = hours.split_at(1);
            let hours = digits(hours, hours.len())?;
            return Some(if sign == "-" { -hours } else { hours });
        }
    }
    None
}

/// Seconds since midnight of `hh:mm` or `hh:mm:ss`.
fn seconds(clock: &str) -> Option<i64> {
    let mut parts = scan::parts(clock, b":");
    let hour = parts.next()?;
    let hour = digits(hour, hour.len().clamp(1, 2))?;
    let minute = digits(parts.next()?, 2)?;
    // A leap second is counted as the second before it.
    let second = parts.next().map_or(Some(0), |s| digits(s, 2))?.min(59);
    (hour < 24 && minute < 60).then_some(hour * 3600 + minute * 60 + second)
}

/// Seconds that the clock of an RFC 3339 date-time is ahead of UTC; 0 where
/// it does not say.
#[must_use]
pub fn zone(text: &str) -> i64 {
    let time = text.trim_ascii().get(11..).unwrap_or_default();
    offset(&time[zone_at(time)..]).unwrap_or(0)
}

/// Where the zone of a time of day begins.
fn zone_at(time: &str) -> usize {
    scan::any(time, b"Zz+-")
}

/// Seconds east of UTC.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.as_bytes().first() {
        None | Some(b'Z' | b'z') => return Some(0),
        Some(b'-') => -1,
        _ => 1,
    };
    let hours = digits(zone.get(1..3)?, 2)?;
    let minutes = zone.get(3..)?;
    let minutes = digits(minutes.strip_prefix(':').unwrap_or(minutes), 2)?;
    Some(sign * (hours * 3600 + minutes * 60))
}

fn digits(text: &str, length: usize) -> Option<i64> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.bytes().fold(0, |n, b| n * 10 + i64::from(b - b'0')))
}

/// Days since 1970 of a date of the calendar.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    ((1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day))
        .then(|| days_from_civil(year, month, day))
}

fn days_in(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a Gregorian date: Howard Hinnant, "chrono-compatible
/// low-level date algorithms", `days_from_civil`, here for years 0 to 9999.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day that are so many days after 1970-01-01: the inverse of
/// [`days_from_civil`], from the same source.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::{read, rfc3339, to_rfc3339, zone};

    #[test]
    fn dates_as_feeds_write_them() {
        for (text, wanted) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-11-22T18:41:34Z", 1_795_372_894),
            ("2026-11-22T19:41:34+01:00", 1_795_372_894),
            ("2026-11-22t13:11:34.250-0530", 1_795_372_894),
            ("2026-11-22 18:41:34", 1_795_372_894),
            ("2026-11-22", 1_795_305_600),
            ("2024-02-29T23:59:60Z", 1_709_251_199),
            ("1969-12-31T23:59:59Z", -1),
        ] {
            assert_eq!(rfc3339(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn zones() {
        for (text, wanted) in [
            ("2026-11-22T19:41:34+01:00", 3600),
            ("2026-11-22t13:11:34.250-0530", -19_800),
            ("2026-11-22T18:41:34Z", 0),
            ("2026-11-22", 0),
            ("2026-11-22T18:41+x", 0),
            ("", 0),
        ] {
            assert_eq!(zone(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "yesterday",
            "2026-13-01",
            "2026-02-29",
            "2026-1-1",
            "2026-01-01T25:00Z",
            "2026-01-01T",
            "2026-01-01T00:00+1",
            "+026-01-01",
            "é026-01-01",
        ] {
            assert_eq!(rfc3339(text), None, "{text}");
        }
    }

    #[test]
    fn every_spelling_of_a_date() {
        for (text, wanted) in [
            ("Sun, 22 Nov 2026 18:41:34 GMT", 1_795_372_894),
            ("Sun, 22 Nov 2026 19:41:34 +0100", 1_795_372_894),
            ("22 Nov 26 13:41 EST", 1_795_372_860),
            ("Sunday, 22 November 2026 18:41:34 Z", 1_795_372_894),
            ("Sun Nov 22 18:41:34 2026", 1_795_372_894),
            ("Sun Nov 22 10:41:34 PST 2026", 1_795_372_894),
            ("Nov 22, 2026 18:41:34", 1_795_372_894),
            ("Sun, Nov 22 2026 06:41:34 PM", 1_795_372_894),
            ("22-Nov-2026", 1_795_305_600),
            ("2026-11-22 18:41:34 +0000", 1_795_372_894),
            ("20261122", 1_795_305_600),
            ("2026-11", 1_793_491_200),
            ("2026", 1_767_225_600),
            ("1795372894", 1_795_372_894),
            ("1795372894250", 1_795_372_894),
            ("Fri, 31 Dec 99 23:59:59 UT", 946_684_799),
        ] {
            assert_eq!(read(text), Some(wanted), "{text}");
        }
        for text in [
            "",
            "soon",
            "Sun, 31 Feb 2026 10:00:00 GMT",
            "22 Nov",
            "Nov 2026",
            "22 Nov 2026 25:00",
            "22 Anj 2026",
            "2026\u{e9}12",
            "99999999",
            "22 99999999999999999999999 Nov 2026",
            "-",
            "+:",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(to_rfc3339(1_795_372_894), "2026-11-22T18:41:34Z");
        assert_eq!(to_rfc3339(951_782_400), "2000-02-29T00:00:00Z");
        // Every 1,000,003 seconds from the year 1 to the year 9999.
        let (first, last) = ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
        let (first, last) = (rfc3339(first), rfc3339(last));
        let seconds = first.expect("a date")..=last.expect("a date");
        for seconds in seconds.step_by(1_000_003) {
            let text = to_rfc3339(seconds);
            assert_eq!(rfc3339(&text), Some(seconds), "{text}");
        }
    }
}
