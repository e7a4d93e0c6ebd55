//! Excerpts: the beginning of a text, cut as an editor would cut it.

/// The marks that content systems put where they have cut a text themselves.
const CUT_MARKS: [&str; 6] = ["[…]", "[...]", "(…)", "…", "...", "[&hellip;]"];

/// At most `most` characters of a plain text.
///
/// The text is cut behind a whole word, or between two characters where its script has
/// no spaces. An ellipsis stands in place of the punctuation before the cut. A text that
/// its own system has cut has one ellipsis, not two.
#[must_use]
pub fn excerpt(text: &str, most: usize) -> String {
    let text = text.trim_ascii();
    let whole = strip_cut_mark(text);
    let was_cut = whole.len() < text.len();
    let Some((limit, _)) = whole.char_indices().nth(most) else {
        return if was_cut {
            ellipsis(whole)
        } else {
            whole.to_owned()
        };
    };
    let head = &whole[..limit];
    let after = whole[limit..].chars().next().unwrap_or(' ');
    let cut = if is_blank(after) || matches!(after, ',' | '.' | ';' | ':' | '!' | '?' | '…') {
        Some(limit)
    } else {
        head.rfind(is_blank)
    };
    // A single very long word, or a script without spaces: better a cut word
    // than nothing of the text.
    let cut = cut
        .filter(|&cut| cut * 2 > limit)
        .unwrap_or_else(|| before_marks(whole, limit));
    ellipsis(&whole[..cut])
}

/// A text without the mark of a cut by its own system.
#[must_use]
pub fn strip_cut_mark(text: &str) -> &str {
    for mark in CUT_MARKS {
        if let Some(before) = text.strip_suffix(mark) {
            return before.trim_ascii_end();
        }
    }
    text
}

fn ellipsis(text: &str) -> String {
    let mut end = text;
    while let Some(last) = end.chars().next_back()
        && (is_blank(last)
            || matches!(
                last,
                ',' | ';' | ':' | '.' | '–' | '—' | '-' | '(' | '"' | '“' | '‘' | '„'
            ))
    {
        end = &end[..end.len() - last.len_utf8()];
    }
    [end, "…"].concat()
}

/// White space: of ASCII, the no-break space, the spaces of one em and less, the
/// ideographic space.
fn is_blank(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{3000}')
}

/// The last place at or before `limit` that does not part a character from
/// the combining marks, joiners and variation selectors that follow it.
fn before_marks(text: &str, limit: usize) -> usize {
    let joins = |c: char| {
        matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{65f}'
            | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}' | '\u{e34}'..='\u{e4e}'
            | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
    };
    let splits = |at: usize| {
        let after = text[at..].chars().next().is_some_and(joins);
        after || text[..at].ends_with("\u{200d}")
    };
    let mut at = limit;
    while at > 0 && splits(at) {
        at = text.floor_char_boundary(at - 1);
    }
    if at > 0 { at } else { limit }
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn cut_behind_a_word() {
        assert_eq!(
            excerpt("The bridge is closed, again.", 40),
            "The bridge is closed, again."
        );
        assert_eq!(
            excerpt("The bridge is closed, again.", 23),
            "The bridge is closed…"
        );
        assert_eq!(
            excerpt("The bridge is closed, again.", 20),
            "The bridge is closed…"
        );
        assert_eq!(
            excerpt("The bridge is closed, again.", 19),
            "The bridge is…"
        );
    }

    #[test]
    fn one_ellipsis_and_not_two() {
        assert_eq!(excerpt("Cut by its system […]", 80), "Cut by its system…");
        assert_eq!(excerpt("Cut by its system, …", 80), "Cut by its system…");
        assert_eq!(excerpt("Cut by its system [...]", 8), "Cut by…");
    }

    #[test]
    fn long_words_and_scripts_without_spaces() {
        assert_eq!(excerpt("Donaudampfschifffahrt", 5), "Donau…");
        assert_eq!(excerpt("新しい橋が開通しました", 4), "新しい橋…");
        assert_eq!(excerpt("👩‍🚒👩‍🚒👩‍🚒", 4), "👩‍🚒…");
        assert_eq!(excerpt("e\u{301}e\u{301}e\u{301}", 3), "e\u{301}…");
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(excerpt("", 10), "");
        assert_eq!(excerpt("  ", 10), "");
    }
}
