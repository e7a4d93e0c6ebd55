//! Dates of feeds: RFC 3339, and WordPress's own, which leaves the zone out.

use crate::article::Timestamp;

/// Seconds since 1970 of an RFC 3339 date-time; without a zone it is taken as
/// UTC, a date alone as its midnight. `None` if it is no date of the calendar.
#[must_use]
pub fn rfc3339(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let (date, time) = match text.find(['T', 't', ' ']) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, "00:00:00"),
    };
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some()
        || !(1..=12).contains(&month)
        || !(1..=days_in(year, month)).contains(&day)
    {
        return None;
    }
    let zone_at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone_at);
    let clock = clock.split('.').next().unwrap_or_default();
    let mut parts = clock.split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    // A leap second is counted as the second before it.
    let second = parts.next().map_or(Some(0), |s| digits(s, 2))?.min(59);
    if hour > 23 || minute > 59 {
        return None;
    }
    Some(
        days_from_civil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
            - offset(zone)?,
    )
}

/// Seconds that the clock of an RFC 3339 date-time is ahead of UTC; 0 where
/// it does not say.
#[must_use]
pub fn zone(text: &str) -> i64 {
    let time = text
        .trim()
        .split(['T', 't', ' '])
        .nth(1)
        .unwrap_or_default();
    let at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    offset(&time[at..]).unwrap_or(0)
}

/// Seconds east of UTC.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.as_bytes().first() {
        None | Some(b'Z' | b'z') => return Some(0),
        Some(b'-') => -1,
        _ => 1,
    };
    let zone = zone[1..].replace(':', "");
    let hours = digits(zone.get(..2)?, 2)?;
    let minutes = digits(zone.get(2..)?, 2)?;
    Some(sign * (hours * 3600 + minutes * 60))
}

fn digits(text: &str, length: usize) -> Option<i64> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.bytes().fold(0, |n, b| n * 10 + i64::from(b - b'0')))
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

#[cfg(test)]
mod tests {
    use super::{rfc3339, zone};

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
}
