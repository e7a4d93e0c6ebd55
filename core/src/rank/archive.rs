//! Addresses of prepared lists: made at publishing time, or by the publisher's own
//! engine.

/// The most bytes of a file's name, without `.json`. File systems take names of 255.
const LONGEST: usize = 250;

/// The beginning of names that are a hash. No other name begins so.
pub const HASHED: &str = "~~";

/// An identifier as a file's name, without `.json`.
///
/// Bytes with a meaning in a path, in an address or to a file system are written as `~`
/// and two hexadecimal digits. An identifier may be a whole address, and must neither
/// leave the folder nor be decoded by a server on the way. A name that would be too long
/// is a hash of the identifier: `~~` and the sixteen digits of its FNV-1a.
#[must_use]
pub fn file_stem(id: &str) -> String {
    let mut stem = escaped(id, '~', b"-_");
    if stem.len() > LONGEST {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in id.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        HASHED.clone_into(&mut stem);
        for _ in 0..8 {
            hash = hash.rotate_left(8);
            push_digits(&mut stem, hash.to_le_bytes()[0]);
        }
    }
    stem
}

/// A text whose letters, digits and `kept` bytes stand as they are, and whose other bytes
/// are written as `sign` and two hexadecimal digits.
fn escaped(text: &str, sign: char, kept: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push(sign);
            push_digits(&mut out, byte);
        }
    }
    out
}

/// A byte's two hexadecimal digits.
fn push_digits(out: &mut String, byte: u8) {
    for half in [byte >> 4, byte & 15] {
        out.push(char::from(b"0123456789abcdef"[usize::from(half)]));
    }
}

/// The address of an article's list. `{id}` in `template` stands for its identifier as
/// [`file_stem`] writes it, `{url}` for its address, escaped. `None` where the template
/// asks for one that is not known.
#[must_use]
pub fn address(template: &str, id: Option<&str>, url: Option<&String>) -> Option<String> {
    let mut address = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        address.push_str(before);
        rest = after;
        if let Some(after) = after.strip_prefix("id}") {
            address.push_str(&file_stem(id?));
            rest = after;
        } else if let Some(after) = after.strip_prefix("url}") {
            address.push_str(&escaped(url?, '%', b"-._~"));
            rest = after;
        } else {
            address.push('{');
        }
    }
    Some(address + rest)
}

#[cfg(test)]
mod tests {
    use super::{address, file_stem};

    #[test]
    fn names_stay_in_the_folder() {
        assert_eq!(file_stem("42"), "42");
        assert_eq!(file_stem("../a b"), "~2e~2e~2fa~20b");
        assert_eq!(file_stem("é~"), "~c3~a9~7e");
        assert_eq!(file_stem(""), "");
    }

    /// No file could be written for an identifier that made a longer name, and none
    /// for those behind it.
    #[test]
    fn no_name_is_too_long_for_a_file() {
        assert_eq!(file_stem(&"a".repeat(250)), "a".repeat(250));
        let hashed = file_stem(&"a".repeat(251));
        assert_eq!(hashed, "~~032fd0337586c62a");
        assert_eq!(file_stem(&"é".repeat(42)).len(), 18);
        assert_ne!(hashed, file_stem(&"a".repeat(252)));
        // An identifier that is made to look like one is not.
        assert_eq!(file_stem(&hashed), ["~7e~7e", &hashed[2..]].concat());
    }

    #[test]
    fn a_list_is_asked_for_by_identifier_or_address() {
        let url = "https://p.example/a?b=c".to_owned();
        let of = |template: &str, id| address(template, id, Some(&url));
        assert_eq!(
            of("/r/{id}.json", Some("a/b")).as_deref(),
            Some("/r/a~2fb.json")
        );
        assert_eq!(
            of("/like?u={url}", None).as_deref(),
            Some("/like?u=https%3a%2f%2fp.example%2fa%3fb%3dc")
        );
        assert_eq!(of("/r/{id}.json", None), None);
        assert_eq!(
            address("/same-for-all", None, None).as_deref(),
            Some("/same-for-all")
        );
    }
}
