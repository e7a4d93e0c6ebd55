//! Every rule of the grammar, every limit, every cut, every question.

use super::{Json, read, read_leniently, read_some};

#[test]
fn strings_with_every_escape() {
    let text = |json: &'static str| match read(json.as_bytes()) {
        Ok(Json::Text(text)) => text.into_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(text(r#""a\"\\\/\b\f\n\r\té""#), "a\"\\/\u{8}\u{c}\n\r\té");
    assert_eq!(text(r#""\uD83D\uDE00 \u20ac""#), "😀 €");
    assert_eq!(text(r#""\uD83D\u0041 \uDE00""#), "\u{fffd}A \u{fffd}");
}

#[test]
fn what_is_no_json_is_refused() {
    for bad in [
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "nul",
        "\"a",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "[1] 2",
        "'a'",
        "NaN",
        "[1 2]",
        "{\"a\" 1}",
        "\u{feff}1",
    ] {
        assert!(read(bad.as_bytes()).is_err(), "{bad:?}");
    }
    assert_eq!(
        read(b"\"\xff\"").expect_err("not UTF-8").words(),
        "not UTF-8, at byte 1"
    );
}

#[test]
fn depth_has_a_limit() {
    let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read(nested(64).as_bytes()).is_ok());
    let error = read(nested(65).as_bytes()).expect_err("too deep");
    assert_eq!(error.words(), "nested deeper than 64 levels, at byte 64");
    assert!(read("[".repeat(1_000_000).as_bytes()).is_err());
}

#[test]
fn what_was_cut_keeps_what_is_whole() {
    let whole = r#"{"version":"1","items":[{"id":"a"},{"id":"b"},{"id":"c"}],"x":1}"#;
    for at in 0..whole.len() {
        let (json, error) = read_some(&whole[..at]);
        assert!(error.is_some_and(|error| error.is_limit()), "{at}");
        assert!(
            json.get("items")
                .list()
                .iter()
                .all(|i| i.get("id").text().is_some())
        );
    }
    let (json, _) = read_some(&whole[..50]);
    assert_eq!(json.get("items").list().len(), 2);
}

#[test]
fn values_are_asked_for_what_they_should_be() {
    let json = read(br#" {"a":[1,"x",null,true],"b":{"c":"d"},"b":{"c":"e"}} "#).expect("JSON");
    assert_eq!(json.get("a").list().len(), 4);
    assert_eq!(json.get("a").list()[0].label(), Some("1"));
    assert_eq!(json.get("a").list()[0].text(), None);
    assert_eq!(json.get("b").get("c").text(), Some("e"));
    assert_eq!(json.get("none").get("none"), &Json::Null);
    assert!(json.get("b").list().is_empty());
}

#[test]
fn counts() {
    let count = |json: &'static str| read(json.as_bytes()).ok().and_then(|json| json.count());
    assert_eq!(count("1200"), Some(1200.0));
    assert_eq!(count("\"1200\""), Some(1200.0));
    assert_eq!(count("12.5e2"), Some(1250.0));
    for nonsense in [
        "-3",
        "1e999",
        "\"1,200\"",
        "\"\"",
        "\"many\"",
        "null",
        "[1]",
    ] {
        assert_eq!(count(nonsense), None, "{nonsense}");
    }
}

/// PHP writes a list in which numbers are missing as an object.
#[test]
fn an_object_whose_names_are_numbers_is_a_list() {
    let list = |json: &'static str| {
        let json = read(json.as_bytes()).expect("JSON");
        matches!(json, Json::List(_)).then(|| json.list().len())
    };
    assert_eq!(list(r#"{"0":{"a":1},"2":{"a":2}}"#), Some(2));
    assert_eq!(list(r#"{"17":[1]}"#), Some(1));
    for other in [
        "{}",
        r#"{"24":"/a24.png","96":"/a96.png"}"#,
        r#"{"101":5}"#,
        r#"{"0":{},"x":{}}"#,
        r#"{"0":{},"1":null}"#,
        r#"{"":{}}"#,
        r#"{"-1":{}}"#,
    ] {
        assert_eq!(list(other), None, "{other}");
    }
    for cut in [
        r#"{"0":{"a":1},"2":{"a""#,
        r#"{"0":{"a":1},"2":"#,
        r#"{"0":{"a":1}"#,
    ] {
        let (json, error) = read_some(cut);
        assert!(error.is_some());
        assert_eq!(json.list().len(), 1, "{cut}");
    }
}

#[test]
fn a_value_and_what_stands_behind_it() {
    let read = read_leniently("[1,{}] behind");
    assert_eq!(read.value.list().len(), 2);
    assert_eq!((read.end, read.error, read.is_bent), (6, None, false));
    assert!(read_leniently("[1,{\"a\" 2}]").error.is_some());
    assert!(read_leniently("").error.is_some());
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn what_is_let_pass() {
    for text in [
        "[1,]",
        "[1 , \n]",
        "[{\"a\":1,}]",
        "[\"a\n\"]",
        "[\"a\\n\0\"]",
        "[\"a\\'b\"]",
        "[/* ], */ 1 // ]\n]",
        "[{\"a\": 1 /**/} // b\n]",
    ] {
        let read = read_leniently(text);
        assert_eq!((read.end, read.error), (text.len(), None), "{text:?}");
        assert!(read.is_bent && read.value.list().len() == 1, "{text:?}");
    }
    for text in [
        "[,1]",
        "[1,,2]",
        "[,]",
        "{,}",
        "['a']",
        "[\"a",
        "[\"a\n",
        "[1,",
        "[\"\\\n\"]",
        "[1 /* ]",
        "[1 / 2]",
        "[1 // ]",
    ] {
        assert!(read_leniently(text).error.is_some(), "{text:?}");
    }
}

#[test]
#[cfg_attr(feature = "whole", ignore = "all that a feed says is read")]
fn where_lists_alone_are_read_nothing_is_let_pass() {
    for text in ["[1,]", "[\"a\n\"]"] {
        assert!(read_leniently(text).error.is_some(), "{text:?}");
    }
}
