//! Which characters are part of words.

/// Whether a character is a letter, a digit or a mark on one.
///
/// The standard library's tables are exact for every script there ever was, and a
/// kilobyte and a half of the bundle. This table has the signs of the scripts that news
/// is written in, and takes all other characters for letters.
#[must_use]
pub fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    !matches!(c,
        // Latin, Greek, Armenian, Hebrew, Arabic.
        '\u{80}'..='©' | '«'..='±' | '´' | '¶'..='¸' | '»' | '¿' | '×' | '÷'
        | '\u{2c2}'..='\u{2c5}' | '\u{2d2}'..='\u{2df}' | '\u{300}'..='\u{344}' | '\u{346}'..='\u{362}' | '\u{37e}' | '\u{384}' | '\u{385}' | '\u{387}'
        | '\u{55a}'..='\u{55f}' | '\u{589}'..='\u{58f}' | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5c6}'
        | '\u{5f3}'..='\u{60f}' | '\u{61b}'..='\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}'
        // Devanagari's, and with it northern India's; Thai, Burmese, Georgian, Ethiopic.
        | '\u{964}' | '\u{965}' | '\u{970}' | '\u{df4}' | '\u{e3f}' | '\u{e4f}' | '\u{e5a}' | '\u{e5b}'
        | '\u{104a}'..='\u{104f}' | '\u{10fb}' | '\u{1360}'..='\u{1368}'
        // Punctuation, currencies, signs, arrows, mathematics, boxes.
        | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{214f}' | '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}'
        // East Asian, and the wide and vertical forms of the same.
        | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{303d}'..='\u{303f}'
        | '\u{309b}' | '\u{309c}' | '\u{30a0}' | '\u{30fb}' | '\u{fd3e}' | '\u{fd3f}'
        | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}' | '\u{ffe0}'..='\u{ffff}'
        // Pictures.
        | '\u{1f000}'..='\u{1fbef}')
}

#[cfg(test)]
mod tests {
    use super::is_alphanumeric;

    /// Against the standard library, in the blocks of the scripts above; what
    /// it calls neither letter nor number there is a mark, or is unassigned.
    #[test]
    fn letters_and_digits_as_the_standard_library_has_them() {
        let blocks = [
            0..=0x36f,
            0x370..=0x58f,
            0x5d0..=0x6ff,
            0x904..=0x96f,
            0xe01..=0xe5b,
            0x1e00..=0x1fff,
            0x2000..=0x206f,
            0x3041..=0x30ff,
            0x4e00..=0x9fff,
            0xac00..=0xd7a3,
            0xff00..=0xffff,
        ];
        let others: Vec<String> = blocks
            .into_iter()
            .flatten()
            .filter_map(char::from_u32)
            .filter(|c| c.is_alphanumeric() && !is_alphanumeric(*c))
            .map(|c| format!("{c} U+{:X}", u32::from(c)))
            .collect();
        assert_eq!(others, Vec::<String>::new());
    }

    #[test]
    fn no_sign_is_taken_for_a_letter() {
        for sign in "!?.,;:…–—-‘’“”„«»‹›()[]{}·•§©®™°€£¥₹№×÷±→←✓★♥、。「」『』・！？（）：、؟،؛।॥՞፡。😀🎉🇪🇺\u{a0}\u{2003}\u{3000}\u{feff}".chars() {
            assert!(!is_alphanumeric(sign), "{sign} U+{:X}", u32::from(sign));
        }
    }
}
