//! Words of a text, as ranking compares them.

/// The words of a plain text in lower case: runs of letters and digits, an
/// English possessive `'s` taken off.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(|word| {
            let word = word.trim_matches(['\'', '’']);
            let word = word
                .strip_suffix("'s")
                .or_else(|| word.strip_suffix("’s"))
                .unwrap_or(word);
            word.chars().map(lower).collect::<String>()
        })
        .filter(|word| !word.is_empty())
}

/// The lower case of a letter of the Latin, Greek, Cyrillic and Armenian
/// scripts, one letter for one. The standard library's `to_lowercase` knows
/// every script and the few letters that become two, and costs the bundle
/// 6.6 KB for it.
fn lower(c: char) -> char {
    let code = u32::from(c);
    let lower = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => {
            code + 32
        }
        0x130 => 0x69,
        0x178 => 0xFF,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x400..=0x40F => code + 80,
        0x4C0 => 0x4CF,
        0x531..=0x556 => code + 48,
        // Pairs, the capital first: at even places, and where the row is odd.
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1E00..=0x1EFF
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F => code | 1,
        0x139..=0x148 | 0x179..=0x17E | 0x4C1..=0x4CE => code + code % 2,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{lower, words};

    #[test]
    fn words_in_lower_case() {
        let of = |text| words(text).collect::<Vec<_>>();
        assert_eq!(
            of("The mayor’s 2nd “Bridge-Plan”."),
            ["the", "mayor", "2nd", "bridge", "plan"]
        );
        assert_eq!(of("L'été 'quoted' — Ünal's"), ["l'été", "quoted", "ünal"]);
        assert_eq!(
            of("ĽUBICA Żółć ΜΆΝΟΣ Щука Ёлка"),
            ["ľubica", "żółć", "μάνοσ", "щука", "ёлка"]
        );
        assert!(of(" … ").is_empty());
    }

    /// Against the standard library, over the letters that `lower` answers for.
    #[test]
    fn lower_case_as_the_standard_library_has_it() {
        let rows = [
            0..=0x17F,
            0x386..=0x3CE,
            0x400..=0x556,
            0x1E00..=0x1E95,
            0x1EA0..=0x1EFF,
        ];
        for c in rows.into_iter().flatten().filter_map(char::from_u32) {
            let mut standard = c.to_lowercase();
            let first = standard.next().expect("at least one letter");
            // İ becomes i and a combining dot there, i alone here.
            assert_eq!(lower(c), first, "{c} U+{:X}", u32::from(c));
        }
    }
}
