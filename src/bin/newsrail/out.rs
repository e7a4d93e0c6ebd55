//! The one way out: whatever the command says, as text or as JSON, goes through here,
//! a line at a time.
//!
//! Feeds, pages, headers and even arguments are other people's words. A terminal
//! obeys some of their characters: it writes over what stands there, or calls one
//! address by another. Others turn the direction of writing round, or begin a line
//! that looks like the command's own. Such a character is shown as JSON writes it, so
//! that a line which is JSON stays that.

use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

/// Lines to the standard output.
pub(crate) struct Lines {
    out: BufWriter<StdoutLock<'static>>,
    colours: bool,
}

impl Lines {
    pub(crate) fn new() -> Self {
        let out = io::stdout().lock();
        // Where there is somebody to see them.
        let colours = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let out = BufWriter::new(out);
        Self { out, colours }
    }

    pub(crate) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", shown(text))
    }

    /// A line in a colour, by the terminal's number for it.
    pub(crate) fn coloured(&mut self, colour: u8, text: &str) -> io::Result<()> {
        if self.colours {
            writeln!(self.out, "\u{1b}[{colour}m{}\u{1b}[0m", shown(text))
        } else {
            self.line(text)
        }
    }

    /// To be called at the end, for what has not been written yet.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A line to those who watch, beside what was asked for. Where nobody does, it is
/// nobody's loss.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", shown(text));
}

/// A text in one line, with nothing in it that a terminal would obey.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_obeyed(character) {
            // Writing to a String does not fail.
            let _ = write!(out, "\\u{:04x}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}

/// Control characters, and those that end a line or turn its direction round.
fn is_obeyed(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn nothing_is_left_that_a_terminal_obeys() {
        assert_eq!(
            shown("a\u{1b}]0;x\u{7}b\u{9b}31mc\r\nd\u{7f}\t"),
            "a\\u001b]0;x\\u0007b\\u009b31mc\\u000d\\u000ad\\u007f\\u0009"
        );
        assert_eq!(
            shown("\u{202e}gpj.exe\u{2066}\u{2069}\u{2028}"),
            "\\u202egpj.exe\\u2066\\u2069\\u2028"
        );
        let prose = "Zürich – “東京” ‏שלום 👩‍👩‍👧";
        assert_eq!(shown(prose), prose);
    }
}
