//! Strings of JSON, and what is escaped in them.

use super::super::JsonError;
use super::Reader;
use std::borrow::Cow;

impl<'a> Reader<'a> {
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
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
                // Pages have line breaks in their texts as they are.
                Some(_) if self.is_lenient() => {
                    self.is_bent = true;
                    self.at += 1;
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
            // `\'`, as JavaScript has it.
            byte if byte.is_ascii_graphic() && self.is_lenient() => {
                self.is_bent = true;
                char::from(byte)
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
