//! What is let pass in JSON as pages and plugins write it.

use super::Reader;

impl Reader<'_> {
    /// Passes over the `end` that nothing parts from the comma before it, where that
    /// is let pass.
    pub(super) fn ends_behind_comma(&mut self, end: u8) -> bool {
        if !self.is_lenient() {
            return false;
        }
        self.blank();
        let ends = self.peek() == Some(end);
        self.is_bent |= ends;
        self.at += usize::from(ends);
        ends
    }

    /// Passes over a comment of JavaScript; `false` where there is none.
    pub(super) fn comment(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let length = if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 2)
        } else if rest.starts_with("//") {
            Some(rest.find('\n').unwrap_or(rest.len()))
        } else {
            None
        };
        self.is_bent |= length.is_some();
        self.at += length.unwrap_or(0);
        length.is_some()
    }
}
