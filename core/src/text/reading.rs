//! How long an article takes to read.

use super::plain::beginning;

/// Words that a reader of prose takes in a minute: Brysbaert, "How many words
/// do we read per minute?", 2019, has 238 for English.
const A_MINUTE: usize = 238;

/// The minutes that the text of some HTML takes, rounded, at least one; 0 where there is
/// no text. Two characters of a script without blanks count as a word.
#[must_use]
pub fn minutes(html: &str) -> usize {
    let (mut words, mut signs) = (0, 0);
    for word in beginning(html, usize::MAX).split_ascii_whitespace() {
        let dense = word
            .chars()
            .filter(|c| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'));
        let dense = dense.count();
        signs += dense;
        // An editor leaves a no-break space in a paragraph that is empty.
        words += usize::from(dense == 0 && word != "\u{a0}");
    }
    let words = words + signs / 2;
    if words == 0 {
        0
    } else {
        ((words + A_MINUTE / 2) / A_MINUTE).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn minutes_of_prose() {
        assert_eq!(minutes(""), 0);
        assert_eq!(minutes("<img src=x><p> </p>"), 0);
        assert_eq!(minutes("<p>&nbsp;</p>"), 0);
        assert_eq!(minutes("<p>One word.</p>"), 1);
        assert_eq!(minutes(&"<p>word</p> ".repeat(1190)), 5);
        assert_eq!(minutes(&"記事".repeat(476)), 2);
        assert_eq!(minutes(&"word ".repeat(200_000)), 840);
    }
}
