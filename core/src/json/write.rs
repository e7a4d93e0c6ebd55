//! The one place that writes a JSON string (RFC 8259, 7).

/// Adds a text as a JSON string, in quotes.
///
/// Control characters are escaped, not dropped: what a reader has typed arrives as
/// typed. What would end a script, begin a comment in one, or end a line there, is
/// escaped too. JSON-LD stands in a page, which others may write down and read
/// again.
pub fn push_string(out: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\0'..' ' | '<' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                out.push_str("\\u");
                let code = character as usize;
                out.extend([12, 8, 4, 0].map(|shift| char::from(DIGITS[code >> shift & 15])));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::read;

    fn written(text: &str) -> String {
        let mut out = String::new();
        push_string(&mut out, text);
        out
    }

    /// JSON-LD had `</script>` as it stood: harmless while it was a text in the
    /// page, and a script once somebody had written the page down.
    #[test]
    fn nothing_in_it_ends_a_script_or_a_line_of_one() {
        assert_eq!(
            written("</script><!-- \u{2028}\u{2029} ä>"),
            r#""\u003c/script>\u003c!-- \u2028\u2029 ä>""#
        );
    }

    /// Of what a reader had typed, control characters never arrived.
    #[test]
    fn every_character_arrives_as_it_is() {
        assert_eq!(
            written("\0\t\n\u{1f} \u{7f}"),
            r#""\u0000\u0009\n\u001f \u007f""#
        );
        let mut all: String = ('\0'..='\u{ff}').collect();
        all.push_str("\u{2027}\u{2028}\u{2029}\u{202a}😀\\u003c\\\"");
        let json = written(&all);
        assert!(!json.contains(|c: char| c < ' ' || c == '<'), "{json}");
        assert_eq!(read(json.as_bytes()).expect("JSON").text(), Some(&*all));
    }
}
