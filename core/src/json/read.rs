//! The bytes of a JSON text into values.

mod lenient;
mod number;
mod string;

use super::{DEEPEST, ErrorKind, Json, JsonError, MOST_VALUES};
use crate::WHOLE;
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
    let mut reader = Reader::new(text, false);
    let value = reader.begin();
    reader.blank();
    if reader.cut.is_none() && reader.at < text.len() {
        reader.cut = Some(reader.error());
    }
    (value, reader.cut)
}

/// A value that a text begins with, read as pages and plugins write JSON.
#[derive(Debug)]
pub struct Lenient<'a> {
    /// The value, as far as it goes.
    pub value: Json<'a>,
    /// The byte behind it. Whatever follows was not looked at.
    pub end: usize,
    /// What ended it before its end.
    pub error: Option<JsonError>,
    /// Whether it is JSON only if something is let pass.
    pub is_bent: bool,
}

/// Reads the JSON value that a text begins with as far as it goes. Control characters
/// and needless backslashes in strings, commas with nothing behind them and the comments
/// of JavaScript are let pass.
///
/// Nothing is let pass where lists alone are read: their program pays for no more than
/// JSON.
#[must_use]
pub fn read_leniently(text: &str) -> Lenient<'_> {
    let mut reader = Reader::new(text, true);
    Lenient {
        value: reader.begin(),
        end: reader.at,
        error: reader.cut,
        is_bent: reader.is_bent,
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    values: usize,
    /// What ended the reading before the end.
    cut: Option<JsonError>,
    /// Whether more passes than JSON.
    is_lenient: bool,
    /// Whether something was let pass.
    is_bent: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, is_lenient: bool) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            values: 0,
            cut: None,
            is_lenient,
            is_bent: false,
        }
    }

    /// The first value; `Null` where there is none.
    fn begin(&mut self) -> Json<'a> {
        match self.value() {
            Ok(value) => value,
            Err(error) => {
                self.cut = Some(error);
                Json::Null
            }
        }
    }

    /// Whether more passes than JSON. It never does where lists alone are read, and so
    /// their program has nothing of it.
    fn is_lenient(&self) -> bool {
        WHOLE && self.is_lenient
    }

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
        loop {
            while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                self.at += 1;
            }
            if !self.is_lenient() || !self.comment() {
                return;
            }
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
        let mut whole = 0;
        self.items(b'}', |reader| {
            let name = reader.string()?;
            reader.blank();
            reader.take(":")?;
            // A list that was cut keeps its whole items.
            fields.push((name, reader.value()?));
            if reader.cut.is_none() {
                whole = fields.len();
            }
            Ok(())
        });
        if !is_numbered(&fields) {
            return Json::Map(fields);
        }
        // What was cut in the middle is no whole item.
        fields.truncate(whole);
        let mut values = Vec::new();
        for (_, value) in fields {
            values.push(value);
        }
        Json::List(values)
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
                Some(b',') => {
                    self.at += 1;
                    if self.ends_behind_comma(end) {
                        return;
                    }
                }
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
}

/// Whether some fields are the items of a list. PHP writes one in which numbers are
/// missing as an object: what a plugin took out of a list leaves such a gap.
///
/// Numbers may also be the names of single values, as of the sizes of a portrait.
fn is_numbered(fields: &[(Cow<'_, str>, Json<'_>)]) -> bool {
    for (name, value) in fields {
        let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || !matches!(value, Json::List(_) | Json::Map(_)) {
            return false;
        }
    }
    !fields.is_empty()
}
