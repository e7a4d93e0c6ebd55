//! What an attribute, a text or a custom property may say.

use newsrail_core::surface::Values;
use std::fmt::Write;

/// Why a value is not used, in words for who has typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

/// Whether an attribute may say this.
///
/// # Errors
/// What it may say instead.
pub fn check(values: Values, said: &str) -> Result<(), Wrong> {
    match values {
        Values::Text => Ok(()),
        Values::Switch => one_of(&["true", "false"], said),
        Values::Number { least, most, word } => {
            let in_range = said
                .parse()
                .is_ok_and(|number: u16| (least..=most).contains(&number));
            if in_range || word == Some(said) {
                return Ok(());
            }
            let or = word.map_or(String::new(), |word| format!(", or {word}"));
            Err(Wrong(format!("a whole number from {least} to {most}{or}")))
        }
        Values::Fraction => {
            let decimals = said
                .split_once('.')
                .map_or(0, |(_, decimals)| decimals.len());
            let in_range = said
                .parse()
                .is_ok_and(|number: f32| (0.0..=1.0).contains(&number));
            if in_range && decimals <= 2 {
                return Ok(());
            }
            Err(Wrong(
                "a number from 0 to 1 with up to two decimals, such as 0.3".to_owned(),
            ))
        }
        Values::OneOf(words) => one_of(words, said),
        Values::SomeOf(words) => said
            .split_ascii_whitespace()
            .try_for_each(|word| one_of(words, word)),
    }
}

fn one_of(words: &[&str], said: &str) -> Result<(), Wrong> {
    if words.contains(&said) {
        return Ok(());
    }
    let mut list = String::from("one of ");
    for (at, word) in words.iter().enumerate() {
        let _ = write!(list, "{}{word}", if at == 0 { "" } else { ", " });
    }
    Err(Wrong(list))
}

/// Whether a custom property may be set to this: what would end the declaration, or begin
/// something else, is in no length, colour or font.
///
/// # Errors
/// What it may not have in it.
pub fn check_property(said: &str) -> Result<(), Wrong> {
    if said.contains([';', '{', '}', '<', '>', '\\', '@'])
        || said.contains("/*")
        || said.chars().any(char::is_control)
    {
        return Err(Wrong(
            "a CSS value without ; { } < > \\ @ and comments".to_owned(),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_said() {
        let number = Values::Number {
            least: 1,
            most: 20,
            word: Some("off"),
        };
        let words = Values::SomeOf(&["copy", "email"]);
        for (values, said) in [
            (Values::Text, "<b>"),
            (Values::Switch, "false"),
            (number, "20"),
            (number, "off"),
            (Values::Fraction, "0.25"),
            (Values::OneOf(&["list", "cards"]), "cards"),
            (words, "email copy"),
        ] {
            assert_eq!(check(values, said), Ok(()), "{said}");
        }
        for (values, said) in [
            (Values::Switch, ""),
            (number, "0"),
            (number, "21"),
            (number, "-1"),
            (Values::Fraction, "0.255"),
            (Values::Fraction, "NaN"),
            (Values::OneOf(&["list", "cards"]), "table"),
            (words, "email fax"),
        ] {
            assert!(check(values, said).is_err(), "{said}");
        }
        assert_eq!(
            check(number, "no").map_err(|wrong| wrong.0),
            Err("a whole number from 1 to 20, or off".into())
        );
    }

    #[test]
    fn a_property_s_value_stays_one() {
        for said in [
            "1em",
            "rgb(0 0 0 / 50%)",
            "'Source Serif', serif",
            "clamp(1em, 2vw, 2em)",
        ] {
            assert_eq!(check_property(said), Ok(()), "{said}");
        }
        for said in [
            "1em; color: red",
            "1em } body { display: none",
            "</style><script>",
            "a/*",
        ] {
            assert!(check_property(said).is_err(), "{said}");
        }
    }
}
