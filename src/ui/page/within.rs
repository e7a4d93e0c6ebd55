//! Texts that have elements in them, such as the link of an author's name.

use crate::ui::dom::El;

/// The first of the characters that Unicode gives to private use: each stands for an
/// element until the text is known, which languages order in their own ways.
const FIRST: u32 = 0xE000;

/// What stands for the element with this number, as a value of a text.
pub(crate) fn mark(at: usize) -> String {
    let code = u32::try_from(at).map_or(FIRST, |at| FIRST + at);
    char::from_u32(code).map_or_else(String::new, String::from)
}

/// The text inside `line`, and in it an element for each mark that has one.
pub(crate) fn within(line: El, text: &str, element: impl Fn(usize) -> Option<El>) -> El {
    let (mut line, mut before) = (line, String::new());
    for letter in text.chars() {
        let at = u32::from(letter).checked_sub(FIRST);
        let at = at.and_then(|at| usize::try_from(at).ok());
        match at.and_then(&element) {
            Some(element) => {
                line = line.text(&before).child(element);
                before.clear();
            }
            None => before.push(letter),
        }
    }
    line.text(&before)
}
