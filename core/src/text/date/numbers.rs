//! Dates in numbers: with nothing between them, with dots, hyphens or slashes, and with
//! the signs of Chinese, Japanese and Korean.

use super::calendar::days;
use super::rfc822::{half_day, zone_named};
use super::{DAY, Date, HOUR, digits, offset, seconds_of};
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::split::split_before;

/// Signs behind an hour, a minute and a second.
const HOURS: [char; 7] = [':', '：', '時', '时', '点', '點', '시'];
const MINUTES: [char; 4] = [':', '：', '分', '분'];
const SECONDS: [char; 2] = ['秒', '초'];

/// Words before a time by the clock of twelve hours.
const MORNING: [&str; 5] = ["上午", "午前", "오전", "凌晨", "早上"];
const AFTERNOON: [&str; 4] = ["下午", "午後", "오후", "晚上"];

/// Reads a date that has no names of months.
pub(super) fn read(text: &str) -> Option<Date> {
    alone(text)
        .or_else(|| compact(text))
        .or_else(|| with_signs(text))
        .or_else(|| separated(text))
}

/// Digits and nothing else, or a year with its month.
fn alone(text: &str) -> Option<Date> {
    match text.len() {
        4 | 7 => Date::rfc3339(&[text, &"-01-01"[text.len() - 4..]].concat()),
        8 => basic(text, ""),
        10 => digits(text, 10).map(Date::utc),
        13 => digits(text, 13).map(|milliseconds| Date::utc(milliseconds / 1000)),
        14 => {
            digits(text, 14)?;
            let (date, time) = text.split_at(8);
            basic(
                date,
                &["T", &time[..2], ":", &time[2..4], ":", &time[4..]].concat(),
            )
        }
        _ => None,
    }
}

/// A date of eight digits, and what stands behind it.
fn basic(date: &str, time: &str) -> Option<Date> {
    let (year, rest) = date.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Date::rfc3339(&[year, "-", month, "-", day, time].concat())
}

/// `20261103T100000Z`.
fn compact(text: &str) -> Option<Date> {
    let (date, time) = text.split_once(['T', 't'])?;
    let (clock, zone) = split_before(time, &['Z', 'z', '+', '-']);
    let (hour, rest) = clock.split_at_checked(2)?;
    let (minute, second) = rest.split_at_checked(2)?;
    let second = if second.is_empty() { "00" } else { second };
    basic(date, &["T", hour, ":", minute, ":", second, zone].concat())
}

/// `2026年11月3日(火) 午後9:05 +0900`.
fn with_signs(text: &str) -> Option<Date> {
    let mut rest = text;
    let mut part = |marks: &[char]| {
        let (number, behind) = leading(rest.trim_ascii_start())?;
        rest = behind.trim_ascii_start().strip_prefix(marks)?;
        Some(number)
    };
    let year = part(&['年', '년'])?;
    let (month, day) = (part(&['月', '월'])?, part(&['日', '일', '号', '號'])?);
    let year = digits(year, 4)?;
    on_day(days(year, short(month)?, short(day)?)?, rest)
}

/// `2026/11/3`, `2026. 11. 3.`, `3.11.2026`. Where dots stand between, the day comes
/// first; with slashes or hyphens it may be the month, and so is no date.
fn separated(text: &str) -> Option<Date> {
    // A weekday.
    let is_word = |c: char| !c.is_ascii_digit() && (is_alphanumeric(c) || " ,.".contains(c));
    let (first, rest) = leading(text.trim_start_matches(is_word))?;
    let sign = rest.chars().next().filter(|sign| "-/.".contains(*sign))?;
    let (second, rest) = leading(rest.strip_prefix(sign)?.trim_ascii_start())?;
    let (third, rest) = leading(rest.strip_prefix(sign)?.trim_ascii_start())?;
    let (year, day) = if first.len() == 4 {
        (first, third)
    } else if sign == '.' {
        (third, first)
    } else {
        return None;
    };
    let day = days(digits(year, 4)?, short(second)?, short(day)?)?;
    on_day(day, rest)
}

/// The moment that is told behind a day: its time, after a weekday or half of the day,
/// and its zone. Its midnight where nothing is told.
fn on_day(day: i64, rest: &str) -> Option<Date> {
    let Some(at) = rest.find(|c: char| c.is_ascii_digit()) else {
        return Some(Date::utc(day * DAY));
    };
    let (words, clock) = rest.split_at(at);
    let (mut time, rest) = time(clock)?;
    let is_any = |known: &[&str]| known.iter().any(|word| words.contains(word));
    if is_any(&AFTERNOON) {
        time = half_day(time, "pm").unwrap_or(time);
    } else if is_any(&MORNING) {
        time = half_day(time, "am").unwrap_or(time);
    }
    let mut zone = 0;
    for word in rest.split_ascii_whitespace() {
        if let Some(half) = half_day(time, word) {
            time = half;
        } else if word.starts_with(['+', '-', 'Z', 'z']) {
            zone = offset(word)?;
        } else if let Some(hours) = zone_named(word) {
            zone = hours * HOUR;
        }
    }
    Some(Date {
        seconds: day * DAY + time - zone,
        zone,
    })
}

/// Seconds since midnight of `9:05`, `10時05分30秒` or `10시 5분` at the beginning of a
/// text, and the rest.
fn time(text: &str) -> Option<(i64, &str)> {
    let (hour, rest) = leading(text)?;
    let mut rest = rest.strip_prefix(HOURS)?;
    let mut fields = [0; 2];
    for (field, marks) in fields.iter_mut().zip([&MINUTES[..], &SECONDS[..]]) {
        let Some((number, behind)) = leading(rest.trim_ascii_start()) else {
            break;
        };
        *field = short(number)?;
        let after = behind.strip_prefix(marks);
        rest = after.unwrap_or(behind);
        if after.is_none() {
            break;
        }
    }
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    let [minute, second] = fields;
    Some((seconds_of(short(hour)?, minute, second)?, rest))
}

/// The digits at the beginning of a text, one at least, and the rest.
fn leading(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit());
    let (number, rest) = text.split_at(end.unwrap_or(text.len()));
    (!number.is_empty()).then_some((number, rest))
}

/// A number of one or two digits.
fn short(number: &str) -> Option<i64> {
    digits(number, number.len().clamp(1, 2))
}

#[cfg(test)]
mod tests {
    use crate::text::date::{read, rfc3339};

    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
    fn dates_in_numbers() {
        for (text, wanted) in [
            ("2026-11-3", "2026-11-03T00:00:00Z"),
            ("2026/1/3 9:05", "2026-01-03T09:05:00Z"),
            ("2026-1-3T9:05:00Z", "2026-01-03T09:05:00Z"),
            ("2026.11.03", "2026-11-03T00:00:00Z"),
            ("2026. 11. 3. 오후 9:05", "2026-11-03T21:05:00Z"),
            ("3.11.2026", "2026-11-03T00:00:00Z"),
            ("03.11.2026, 10:00 Uhr", "2026-11-03T10:00:00Z"),
            ("ti 3.11.2026", "2026-11-03T00:00:00Z"),
            ("Di., 03.11.2026 10:00", "2026-11-03T10:00:00Z"),
            ("2026年11月3日(火) 10:00", "2026-11-03T10:00:00Z"),
            ("2026年11月3日 星期二 下午9:05", "2026-11-03T21:05:00Z"),
            ("2026年11月3日 上午12:05", "2026-11-03T00:05:00Z"),
            ("2026年11月3日10時05分30秒", "2026-11-03T10:05:30Z"),
            ("2026年11月3日 10:00:00 +0900", "2026-11-03T01:00:00Z"),
            ("2026年11月3号 10:00 JST", "2026-11-03T01:00:00Z"),
            ("2026년 11월 3일 (화) 오후 9시 5분", "2026-11-03T21:05:00Z"),
            ("２０２６年１１月３日", "2026-11-03T00:00:00Z"),
            ("٣ نوفمبر، ٢٠٢٦", "2026-11-03T00:00:00Z"),
            ("३ नवंबर २०२६", "2026-11-03T00:00:00Z"),
            ("יום שלישי, 3 בנובמבר 2026", "2026-11-03T00:00:00Z"),
        ] {
            assert_eq!(read(text), rfc3339(wanted), "{text}");
        }
        // Which is the month is not known, or nobody's calendar has it.
        for none in [
            "3/11/2026",
            "3-11-2026",
            "03.11.26",
            "26年11月3日",
            "31.2.2026",
            "3.13.2026",
            "2026-11-3 25:00",
            "2026-11-3 10:00 +x",
            "1.2.3.2026",
            "2026.11",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
