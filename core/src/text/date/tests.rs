//! Dates as feeds write them, and what is none.

use super::{Date, read, rfc3339, to_rfc3339, zone};

#[test]
fn dates_as_feeds_write_them() {
    for (text, wanted) in [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T24:00:00Z", 86_400),
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
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
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

/// `mar.` was March, and so the date half a year off.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn a_weekday_is_no_month() {
    let third = rfc3339("2026-11-03");
    for text in [
        "mar., 03 nov. 2026",
        "mar, 3 Nov 2026",
        "Mar 03 Nov 2026 00:00",
    ] {
        assert_eq!(read(text), third, "{text}");
    }
    // A month that is none here leaves no date rather than a wrong one.
    assert_eq!(read("mar., 03 xyz. 2026 10:00:00 +0100"), None);
    assert_eq!(read("Mar 03 2026"), rfc3339("2026-03-03"));
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn spellings_of_numbers() {
    for (text, wanted) in [
        ("November 3rd, 2026", "2026-11-03T00:00:00Z"),
        ("Nov 1st 2026 9:05", "2026-11-01T09:05:00Z"),
        ("2026/11/03", "2026-11-03T00:00:00Z"),
        ("2026/11/03 9:05:00", "2026-11-03T09:05:00Z"),
        ("2026-11-03T10:00:00+01", "2026-11-03T09:00:00Z"),
        ("3 Nov 2026 10:00 +01", "2026-11-03T09:00:00Z"),
        ("2026-11-03T24:00:00Z", "2026-11-04T00:00:00Z"),
        ("3 Nov 2026 24:00", "2026-11-04T00:00:00Z"),
        ("2026-11-03T7:00:00Z", "2026-11-03T07:00:00Z"),
    ] {
        assert_eq!(read(text), rfc3339(wanted), "{text}");
    }
    for none in [
        "2026-11-03T24:00:01Z",
        "2026-11-03T24:01:00Z",
        "2026/11-03",
        "November 3thousand, 2026",
    ] {
        assert_eq!(read(none), None, "{none}");
    }
}

/// What a database or a clock shows that was never set came last in every list.
#[test]
fn the_epoch_and_the_year_0_are_no_dates() {
    for text in [
        "0",
        "1970-01-01T00:00:00Z",
        "1970-01-01T01:00:00+01:00",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "0000000000",
        "0000-00-00T00:00:00",
        "0000-01-01T00:00:00Z",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(read("1970-01-02"), Some(86_400));
    assert_eq!(rfc3339("0000-01-01"), None);
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn dates_of_further_languages_and_forms() {
    for (text, wanted) in [
        ("mar., 03 nov. 2026 10:00:00 +0100", "2026-11-03T09:00:00Z"),
        ("Di, 3. März 2026 10:00", "2026-03-03T10:00:00Z"),
        ("1er décembre 2026", "2026-12-01T00:00:00Z"),
        ("mar, 3 de noviembre de 2026", "2026-11-03T00:00:00Z"),
        ("mar 10 ene 2026", "2026-01-10T00:00:00Z"),
        ("3 ноября 2026 10:00", "2026-11-03T10:00:00Z"),
        ("Paz, 1 Kas 2026 10:00:00 +0300", "2026-11-01T07:00:00Z"),
        ("20261103T100000Z", "2026-11-03T10:00:00Z"),
        ("20261103T1000+0100", "2026-11-03T09:00:00Z"),
        ("2026年11月3日", "2026-11-03T00:00:00Z"),
        ("2026年 1月 3日 9:05", "2026-01-03T09:05:00Z"),
        ("2026년 11월 3일 10:00", "2026-11-03T10:00:00Z"),
    ] {
        assert_eq!(read(text), rfc3339(wanted), "{text}");
    }
    for none in [
        "2026年13月3日",
        "年月日",
        "2026年11月",
        "20261103T",
        "20261103T10x0Z",
    ] {
        assert_eq!(read(none), None, "{none}");
    }
}

/// The zone was read of RFC 3339 alone, and of dates that a program handed on not
/// at all.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn the_clock_that_a_date_was_written_by() {
    for (text, seconds, zone) in [
        ("Sun, 22 Nov 2026 19:41:34 +0100", 1_795_372_894, 3600),
        ("Sun, 22 Nov 2026 19:41:34+0100", 1_795_372_894, 3600),
        ("22 Nov 26 13:41 EST", 1_795_372_860, -18_000),
        ("Sun, 22 Nov 2026 18:41:34 GMT", 1_795_372_894, 0),
        ("2026-11-22T13:11:34-05:30", 1_795_372_894, -19_800),
        ("1795372894", 1_795_372_894, 0),
    ] {
        assert_eq!(Date::read(text), Some(Date { seconds, zone }), "{text}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    assert_eq!(to_rfc3339(1_795_372_894, 0), "2026-11-22T18:41:34Z");
    assert_eq!(to_rfc3339(951_782_400, 0), "2000-02-29T00:00:00Z");
    // Every 1,000,003 seconds from the year 1 to the year 9999.
    let (first, last) = ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
    let (first, last) = (rfc3339(first), rfc3339(last));
    let seconds = first.expect("a date")..=last.expect("a date");
    for seconds in seconds.step_by(1_000_003) {
        let text = to_rfc3339(seconds, 0);
        assert_eq!(rfc3339(&text), Some(seconds), "{text}");
    }
}

#[test]
fn a_date_keeps_the_clock_that_it_was_written_by() {
    let seconds = 1_795_372_894;
    assert_eq!(to_rfc3339(seconds, 19_800), "2026-11-23T00:11:34+05:30");
    assert_eq!(to_rfc3339(seconds, -12_600), "2026-11-22T15:11:34-03:30");
    for zone in [0, 3600, -3600, 19_800, -19_800, 86_340, -60] {
        let date = Date { seconds, zone };
        assert_eq!(Date::read(&to_rfc3339(seconds, zone)), Some(date));
    }
    // What RFC 3339 cannot write, and years of five digits.
    for zone in [59, 86_400, -360_000, i64::MAX, i64::MIN + 1] {
        assert_eq!(to_rfc3339(seconds, zone), "2026-11-22T18:41:34Z");
    }
    let last = rfc3339("9999-12-31T23:59:59Z").expect("a date");
    assert_eq!(to_rfc3339(last, 3600), "9999-12-31T23:59:59Z");
}

/// A date of thirteen bytes was taken for milliseconds, and given up as none.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn a_date_of_any_length() {
    for (text, wanted) in [
        ("Sept. 3, 2026", "2026-09-03"),
        ("3 Mayıs 2026", "2026-05-03"),
        ("di 3 mei 2026", "2026-05-03"),
        ("3 Mai 2026", "2026-05-03"),
        ("20261103100500", "2026-11-03T10:05:00Z"),
    ] {
        assert_eq!(read(text), rfc3339(wanted), "{text}");
    }
}

/// `12:05 AM` was noon, and the zone of `GMT+0100`, as JavaScript prints it, was passed
/// over.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn clocks_of_twelve_hours_and_zones_beside_utc() {
    for (text, wanted) in [
        ("November 3, 2026 12:05 AM", "2026-11-03T00:05:00Z"),
        ("November 3, 2026 12:05 p.m.", "2026-11-03T12:05:00Z"),
        ("Nov 3, 2026, 9:05pm EST", "2026-11-04T02:05:00Z"),
        ("3 Nov 2026 9:05AM", "2026-11-03T09:05:00Z"),
        ("Tue, 3 Nov 2026 10:00:00 GMT+1", "2026-11-03T09:00:00Z"),
        ("3 Nov 2026 10:00 UTC-5", "2026-11-03T15:00:00Z"),
        ("3 Nov 2026 10:00 UTC-05:30", "2026-11-03T15:30:00Z"),
        (
            "Tue Nov 03 2026 10:00:00 GMT+0100 (Central European Standard Time)",
            "2026-11-03T09:00:00Z",
        ),
        ("3 Nov 2026 10:00:00-0500", "2026-11-03T15:00:00Z"),
    ] {
        assert_eq!(read(text), rfc3339(wanted), "{text}");
    }
}
