//! The bytes of a JSON text into values.

use super::{DEEPEST, ErrorKind, Json, JsonError, MOST_VALUES};
use std::borrow::Cow;

/// Reads one JSON value and nothing after it.
///
/// # Errors
/// Where the bytes are not UTF-8, not JSON, or beyond a limit.
pub fn read(bytes: &[u8]) -> Result<Json<'_>, JsonError> {
    let text = std::str::from_utf8(bytes).map_err(|e| JsonError {
        at: e.valid_up_to(),
        kind: ErrorKind::Encoding,
    })?;
    match read_some(text) {
        (json, None) => Ok(json),
        (_, Some(error)) => Err(error),
    }
}

/// Reads one JSON value as far as it goes: lists keep the values that are
/// whole, maps the fields, and the error says what ended it.
#[must_use]
pub fn read_some(text: &str) -> (Json<'_>, Option<JsonError>) {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
        values: 0,
        cut: None,
    };
    let value = match reader.value() {
        Ok(value) => value,
        Err(error) => return (Json::Null, Some(error)),
    };
    reader.blank();
    if reader.cut.is_none() && reader.at < text.len() {
        reader.cut = Some(reader.error());
    }
    (value, reader.cut)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    values: usize,
    /// What ended the reading before the end.
    cut: Option<JsonError>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn error(&self) -> JsonError {
        let kind = if self.at < self.text.len() {
            ErrorKind::Unexpected
        } else {
            ErrorKind::End
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

    fn fail(&self, kind: ErrorKind) -> JsonError {
        JsonError { at: self.at, kind }
    }

    fn value(&mut self) -> Result<Json<'a>, JsonError> {
        self.blank();
        if self.values == MOST_VALUES {
            return Err(self.fail(ErrorKind::Heavy));
        }
        self.values += 1;
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

    fn nested(&mut self, inside: fn(&mut Self) -> Json<'a>) -> Result<Json<'a>, JsonError> {
        if self.depth == DEEPEST {
            return Err(self.fail(ErrorKind::Deep));
        }
        self.depth += 1;
        self.at += 1;
        let value = inside(self);
        self.depth -= 1;
        Ok(value)
    }

    fn list(&mut self) -> Json<'a> {
        let mut values = Vec::new();
        self.items(b']', |reader| {
            let value = reader.value()?;
            // What was cut in the middle is no whole item.
            if reader.cut.is_none() {
                values.push(value);
            }
            Ok(())
        });
        Json::List(values)
    }

    fn map(&mut self) -> Json<'a> {
        let mut fields = Vec::new();
        self.items(b'}', |reader| {
            let name = reader.string()?;
            reader.blank();
            reader.take(":")?;
            // A list that was cut keeps its whole items.
            fields.push((name, reader.value()?));
            Ok(())
        });
        Json::Map(fields)
    }

    /// Items between commas up to `end`, or up to what is wrong: that is kept
    /// in `cut`, and nothing is read after it.
    fn items(&mut self, end: u8, mut item: impl FnMut(&mut Self) -> Result<(), JsonError>) {
        self.blank();
        if self.peek() == Some(end) {
            self.at += 1;
            return;
        }
        loop {
            self.blank();
            if let Err(error) = item(self) {
                self.cut = Some(error);
            }
            if self.cut.is_some() {
                return;
            }
            self.blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(byte) if byte == end => {
                    self.at += 1;
                    return;
                }
                _ => {
                    self.cut = Some(self.error());
                    return;
                }
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
            let rest = &self.text.as_bytes()[self.at..];
            let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
            self.at += rest.iter().position(ends).unwrap_or(rest.len());
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
                _ => return Err(self.error()),
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
