//! Bytes to text, as the response or the document itself says.
//!
//! This reads UTF-8, UTF-16 and windows-1252. The other tables of the Encoding
//! Standard would weigh as much as the whole bundle. A caller with a decoder, as
//! browsers have one, decodes what [`FeedError::Charset`](super::FeedError::Charset)
//! names and goes on with [`read_text`](super::read_text).

use crate::text::entities::windows_1252;
use std::borrow::Cow;

/// The labels of windows-1252 in the Encoding Standard (4.2) that feeds write.
const WINDOWS_1252: &str = "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 l1 cp819 ibm819 ascii us-ascii ansi_x3.4-1968";

/// The label of a charset that is neither Unicode nor windows-1252.
pub(super) type Unsupported = String;

/// Text, and whether it was read as windows-1252 though nothing says so.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) guessed: bool,
}

/// The text of some bytes. A byte order mark counts before the response's
/// `charset`, that before the document's own declaration (RFC 7303, 3).
///
/// Markup that should be UTF-8 and is not is read as windows-1252, since old content
/// systems write that. Anything else that is no UTF-8 gives `None`.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    content_type: Option<&str>,
) -> Result<Option<Decoded<'a>>, Unsupported> {
    let certain = |text| {
        Ok(Some(Decoded {
            text,
            guessed: false,
        }))
    };
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return certain(String::from_utf8_lossy(rest));
    }
    if let Some(utf_16) = utf_16_without_label(bytes) {
        return certain(Cow::Owned(utf_16));
    }
    let label = content_type
        .and_then(from_content_type)
        .or_else(|| from_declaration(bytes))
        .unwrap_or_default()
        .to_ascii_lowercase();
    match label.as_str() {
        // Whoever writes that it is UTF-16 in single bytes is wrong.
        "" | "utf-8" | "utf8" | "unicode-1-1-utf-8" | "utf-16" | "utf-16le" | "utf-16be" => {}
        label if WINDOWS_1252.split(' ').any(|name| name == label) => {
            return certain(Cow::Owned(from_windows_1252(bytes)));
        }
        _ => return Err(label),
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Some(Decoded {
            text: Cow::Borrowed(text),
            guessed: false,
        }),
        // The body was cut within a character.
        Err(error) if error.error_len().is_none() => {
            let text = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            Some(Decoded {
                text: Cow::Borrowed(text),
                guessed: false,
            })
        }
        Err(_) if bytes.trim_ascii_start().starts_with(b"<") => Some(Decoded {
            text: Cow::Owned(from_windows_1252(bytes)),
            guessed: true,
        }),
        Err(_) => None,
    })
}

/// The `charset` parameter of a `Content-Type`.
fn from_content_type(value: &str) -> Option<&str> {
    value.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches(['"', '\'']))
    })
}

/// The `encoding` of an XML declaration.
fn from_declaration(bytes: &[u8]) -> Option<&str> {
    let bytes = bytes.trim_ascii_start();
    let end = bytes.iter().take(200).position(|&b| b == b'>')?;
    let declaration = std::str::from_utf8(&bytes[..end])
        .ok()?
        .strip_prefix("<?xml")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next()?;
    value[quote.len_utf8()..].split(quote).next()
}

/// UTF-16 with its byte order mark, or without one where every other byte of
/// its beginning is zero.
fn utf_16_without_label(bytes: &[u8]) -> Option<String> {
    let (rest, little) = match bytes {
        [0xff, 0xfe, rest @ ..] => (rest, true),
        [0xfe, 0xff, rest @ ..] => (rest, false),
        [b'<' | b'{' | b'[', 0, ..] => (bytes, true),
        [0, b'<' | b'{' | b'[', ..] => (bytes, false),
        _ => return None,
    };
    let units = rest.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    Some(
        char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}

fn from_windows_1252(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| windows_1252(byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], content_type: Option<&str>) -> (String, bool) {
        let decoded = decode(bytes, content_type)
            .expect("supported")
            .expect("text");
        (decoded.text.into_owned(), decoded.guessed)
    }

    #[test]
    fn who_says_the_charset() {
        let sure = |text: &str| (text.to_owned(), false);
        let latin = b"<?xml version='1.0' encoding = \"ISO-8859-1\" ?><a>\xe9\x80</a>";
        assert!(text(latin, None).0.ends_with("<a>é€</a>"));
        assert_eq!(text(b"\xe9", Some("text/xml; charset=Latin1")), sure("é"));
        assert_eq!(
            text("é".as_bytes(), Some("application/json; CHARSET=\"utf-8\"")),
            sure("é")
        );
        assert_eq!(
            text(b"\xef\xbb\xbf\xc3\xa9", Some("text/xml;charset=latin1")),
            sure("é")
        );
        assert_eq!(text(b"\xff\xfe[\0]\0", None), sure("[]"));
        assert_eq!(text(b"\xfe\xff\0[\0]", None), sure("[]"));
        assert_eq!(text(b"<\0a\0>\0", None), sure("<a>"));
        assert_eq!(
            decode(b"x", Some("text/xml;charset=KOI8-R")).err(),
            Some("koi8-r".to_owned())
        );
    }

    #[test]
    fn what_is_wrong_about_itself() {
        assert_eq!(text(b"<a>\xe9</a>", None), ("<a>é</a>".to_owned(), true));
        assert!(decode(b"{\"\xe9\":1}", None).expect("supported").is_none());
        // Cut in the middle of a character.
        assert_eq!(text(b"<a>\xc3", None), ("<a>".to_owned(), false));
        assert_eq!(
            text(b"<?xml encoding='utf-16'?>", None).0,
            "<?xml encoding='utf-16'?>"
        );
    }
}
