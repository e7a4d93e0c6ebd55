//! What attributes say, read one at a time: a value is taken, or it is named and
//! the default used.

use super::Complaint;
use crate::text::number;
use crate::text::split::comma_separated;

/// The attributes of an element, and what could not be used of them.
pub struct Attributes<'a> {
    value: &'a dyn Fn(&'static str) -> Option<String>,
    complaints: &'a mut Vec<Complaint>,
}

impl<'a> Attributes<'a> {
    /// `value` gives what an attribute says on the element or, failing that, on the
    /// script tag. What cannot be used is added to `complaints`.
    pub fn new(
        value: &'a dyn Fn(&'static str) -> Option<String>,
        complaints: &'a mut Vec<Complaint>,
    ) -> Self {
        Self { value, complaints }
    }

    /// A text that may be empty; blanks around it do not count.
    #[must_use]
    pub fn maybe_empty(&self, name: &'static str) -> Option<String> {
        (self.value)(name).map(|value| value.trim_ascii().to_owned())
    }

    /// A text that is something: blank counts as not set.
    #[must_use]
    pub fn text(&self, name: &'static str) -> Option<String> {
        self.maybe_empty(name).filter(|value| !value.is_empty())
    }

    /// A value, or a part of one, is not used, and this is in its place.
    pub fn complain(&mut self, attribute: &'static str, value: String, used: &'static str) {
        self.complaints.push(Complaint {
            attribute,
            value,
            used,
        });
    }

    /// A whole number from `least` to `most`, else the default; 0 for a default that
    /// is a word.
    pub fn number(
        &mut self,
        name: &'static str,
        least: u16,
        most: u16,
        default: &'static str,
    ) -> u16 {
        let whole = |text: &str| number::read(text).and_then(|number| u16::try_from(number).ok());
        if let Some(value) = self.text(name)
            && value != default
        {
            match whole(&value) {
                Some(number) if least <= number && number <= most => return number,
                _ => self.complain(name, value, default),
            }
        }
        whole(default).unwrap_or_default()
    }

    /// A number from 0 to 1 with up to two decimals, in hundredths.
    pub fn percent(&mut self, name: &'static str, used: &'static str) -> Option<u8> {
        let value = self.text(name)?;
        let found = hundredths(&value);
        if found.is_none() {
            self.complain(name, value, used);
        }
        found
    }

    /// Several texts, with commas between them.
    pub fn list(&mut self, name: &'static str) -> Vec<String> {
        comma_separated(&self.text(name).unwrap_or_default())
    }

    /// What one of some words stands for, in any case; the first is the default.
    pub fn one_of<T: Copy>(
        &mut self,
        name: &'static str,
        words: &'static [(&'static str, T)],
    ) -> T {
        let (default, usual) = words[0];
        let Some(value) = self.text(name) else {
            return usual;
        };
        for (word, meant) in words {
            if value.eq_ignore_ascii_case(word) {
                return *meant;
            }
        }
        self.complain(name, value, default);
        usual
    }

    /// Those of some words that a text names, in that order and each once; a word that is
    /// none of them is left out.
    pub fn some_of(
        &mut self,
        name: &'static str,
        words: &'static [&'static str],
    ) -> Vec<&'static str> {
        let mut found = Vec::new();
        for named in self.text(name).unwrap_or_default().split_ascii_whitespace() {
            match words.iter().find(|word| named.eq_ignore_ascii_case(word)) {
                Some(word) if found.contains(word) => {}
                Some(word) => found.push(*word),
                None => self.complain(name, named.to_owned(), "the others"),
            }
        }
        found
    }

    /// A switch: there without a value, or `true`, is on; `false` is off.
    pub fn switch(&mut self, name: &'static str, default: bool) -> bool {
        let Some(value) = (self.value)(name) else {
            return default;
        };
        match value.trim_ascii().to_ascii_lowercase().as_str() {
            "" | "true" => true,
            "false" => false,
            word if word == name => true,
            _ => {
                self.complain(name, value, if default { "true" } else { "false" });
                default
            }
        }
    }
}

/// `1`, `.3` and `0.25` in hundredths.
fn hundredths(text: &str) -> Option<u8> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    match whole {
        "1" => decimals.bytes().all(|byte| byte == b'0').then_some(100),
        "" | "0" if (1..=2).contains(&decimals.len()) => {
            let digits = [decimals, "0"].concat();
            u8::try_from(number::read(digits.get(..2)?)?).ok()
        }
        _ => None,
    }
}
