//! JSON (RFC 8259) into a tree that is easy to ask.
//!
//! Feeds are wrong in places: a number where a string should be, a field of
//! another type. So nothing is deserialised into types; each field is asked
//! for what it should be and answers `None` if it is not. Written here rather
//! than taken from `serde_json`, since reading feeds in few bytes is what this
//! crate is for; ARCHITECTURE.md has both sizes.

use std::borrow::Cow;
use std::fmt;

/// How deep lists and maps may nest.
pub const DEEPEST: usize = 64;

/// A JSON value. Text borrows from the input where nothing is escaped in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`, and what is asked for and not there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it was written: identifiers keep every digit.
    Number(&'a str),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Json<'a>>),
    /// An object, in the order of the input.
    Map(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Why some bytes are no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The byte at which it was noticed.
    pub at: usize,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Encoding,
    End,
    Unexpected,
    Depth,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            Kind::Encoding => "not UTF-8",
            Kind::End => "ends too early",
            Kind::Unexpected => "not JSON",
            Kind::Depth => "nested deeper than 64 levels",
        };
        f.write_str(what)?;
        f.write_str(", at byte ")?;
        fmt::Display::fmt(&self.at, f)
    }
}

/// Reads one JSON value and nothing after it.
///
/// # Errors
/// Where the bytes are not UTF-8, not JSON, or nest deeper than [`DEEPEST`].
pub fn read(bytes: &[u8]) -> Result<Json<'_>, JsonError> {
    let text = std::str::from_utf8(bytes).map_err(|e| JsonError {
        at: e.valid_up_to(),
        kind: Kind::Encoding,
    })?;
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
    };
    let value = reader.value()?;
    reader.blank();
    if reader.at < text.len() {
        return Err(reader.error());
    }
    Ok(value)
}

static NULL: Json<'static> = Json::Null;

impl<'a> Json<'a> {
    /// The field of a map; `Null` where this is no map or has no such field.
    /// The last counts where a name stands twice, as in JavaScript.
    #[must_use]
    pub fn get(&self, name: &str) -> &Json<'a> {
        match self {
            Json::Map(fields) => fields
                .iter()
                .rev()
                .find(|(key, _)| key == name)
                .map_or(&NULL, |(_, value)| value),
            _ => &NULL,
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a string, or a number as it was written.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        match self {
            Json::Number(digits) => Some(digits),
            _ => self.text(),
        }
    }

    /// The values of a list; none where this is no list.
    #[must_use]
    pub fn list(&self) -> &[Json<'a>] {
        match self {
            Json::List(values) => values,
            _ => &[],
        }
    }

    /// A count: a finite number of zero or more, also if written as a string.
    ///
    /// `str::parse::<f64>` is exact to the last bit and costs the bundle ten
    /// kilobytes; a count of views needs neither.
    #[must_use]
    pub fn count(&self) -> Option<f64> {
        let text = self.label()?;
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let digits = |text: &str| {
            text.bytes().try_fold(0.0, |n: f64, b| {
                b.is_ascii_digit().then(|| n * 10.0 + f64::from(b - b'0'))
            })
        };
        if whole.is_empty() {
            return None;
        }
        let places = i32::try_from(fraction.len()).ok()?;
        let value = digits(whole)? + digits(fraction)? * 10_f64.powi(-places);
        let value = value * 10_f64.powi(exponent.parse().ok()?);
        value.is_finite().then_some(value)
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn error(&self) -> JsonError {
        let kind = if self.at < self.text.len() {
            Kind::Unexpected
        } else {
            Kind::End
        };
        JsonError { at: self.at, kind }
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Takes `wanted` or fails where it should stand.
    fn take(&mut self, wanted: &str) -> Result<(), JsonError> {
        if self.text[self.at..].starts_with(wanted) {
            self.at += wanted.len();
            return Ok(());
        }
        Err(self.error())
    }

    fn value(&mut self) -> Result<Json<'a>, JsonError> {
        self.blank();
        match self.peek() {
            Some(b'{') => self.nested(Self::map),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => Ok(Json::Text(self.string()?)),
            Some(b't') => self.take("true").map(|()| Json::Bool(true)),
            Some(b'f') => self.take("false").map(|()| Json::Bool(false)),
            Some(b'n') => self.take("null").map(|()| Json::Null),
            _ => self.number(),
        }
    }

    fn nested(
        &mut self,
        inside: fn(&mut Self) -> Result<Json<'a>, JsonError>,
    ) -> Result<Json<'a>, JsonError> {
        if self.depth == DEEPEST {
            return Err(JsonError {
                at: self.at,
                kind: Kind::Depth,
            });
        }
        self.depth += 1;
        self.at += 1;
        let value = inside(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn list(&mut self) -> Result<Json<'a>, JsonError> {
        let mut values = Vec::new();
        self.items(b']', |reader| {
            values.push(reader.value()?);
            Ok(())
        })?;
        Ok(Json::List(values))
    }

    fn map(&mut self) -> Result<Json<'a>, JsonError> {
        let mut fields = Vec::new();
        self.items(b'}', |reader| {
            let name = reader.string()?;
            reader.blank();
            reader.take(":")?;
            fields.push((name, reader.value()?));
            Ok(())
        })?;
        Ok(Json::Map(fields))
    }

    /// Items between commas up to `end`.
    fn items(
        &mut self,
        end: u8,
        mut item: impl FnMut(&mut Self) -> Result<(), JsonError>,
    ) -> Result<(), JsonError> {
        self.blank();
        if self.peek() == Some(end) {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.blank();
            item(self)?;
            self.blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(byte) if byte == end => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.error()),
            }
        }
    }

    fn number(&mut self) -> Result<Json<'a>, JsonError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Json::Number(&self.text[start..self.at]))
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if start == self.at {
            Err(self.error())
        } else {
            Ok(())
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        self.take("\"")?;
        let mut unescaped = String::new();
        let mut start = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let piece = &self.text[start..self.at];
                    self.at += 1;
                    return Ok(if unescaped.is_empty() {
                        Cow::Borrowed(piece)
                    } else {
                        Cow::Owned(unescaped + piece)
                    });
                }
                Some(b'\\') => {
                    unescaped.push_str(&self.text[start..self.at]);
                    self.at += 1;
                    unescaped.push(self.escaped()?);
                    start = self.at;
                }
                Some(0..0x20) | None => return Err(self.error()),
                Some(_) => self.at += 1,
            }
        }
    }

    /// The character that an escape stands for. Half a surrogate pair, which
    /// JavaScript lets pass, becomes U+FFFD.
    fn escaped(&mut self) -> Result<char, JsonError> {
        let byte = self.peek().ok_or_else(|| self.error())?;
        let character = match byte {
            b'"' | b'\\' | b'/' => byte as char,
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err(self.error()),
        };
        self.at += 1;
        Ok(character)
    }

    fn unicode(&mut self) -> Result<char, JsonError> {
        let high = self.hex4()?;
        if (0xD800..0xDC00).contains(&high) && self.text[self.at..].starts_with("\\u") {
            let before = self.at;
            self.at += 2;
            let low = self.hex4()?;
            if (0xDC00..0xE000).contains(&low) {
                let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = before;
        }
        Ok(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hex4(&mut self) -> Result<u32, JsonError> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|b| (b as char).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.error())?;
            self.at += 1;
        }
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, read};

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
            read(b"\"\xff\"").expect_err("not UTF-8").to_string(),
            "not UTF-8, at byte 1"
        );
    }

    #[test]
    fn depth_has_a_limit() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(nested(64).as_bytes()).is_ok());
        let error = read(nested(65).as_bytes()).expect_err("too deep");
        assert_eq!(
            error.to_string(),
            "nested deeper than 64 levels, at byte 64"
        );
        assert!(read("[".repeat(1_000_000).as_bytes()).is_err());
    }
}
