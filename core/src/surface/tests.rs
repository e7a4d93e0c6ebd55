//! The tables say what the readers of settings do.

use super::{ATTRIBUTES, EVENTS, FieldType, KINDS, Values};
use crate::config::page::{self, Comments, Slot};
use crate::config::sign_up::Form;
use crate::config::{Attributes, Config, Kind, meta};
use crate::outbox::reply::ANSWERS;
use crate::outbox::sign_up::{OUTCOMES, Outcome};
use crate::shared;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Reads all that an element may be set to where one attribute says something: the
/// attributes that were asked for, and how often that one was complained of.
fn read(attribute: &str, said: Option<&str>) -> (BTreeSet<&'static str>, usize) {
    let asked = RefCell::new(BTreeSet::new());
    let value = |name: &'static str| {
        asked.borrow_mut().insert(name);
        said.filter(|_| name == attribute).map(str::to_owned)
    };
    let mut complaints = Vec::new();
    let mut attributes = Attributes::new(&value, &mut complaints);
    Config::read(Kind::Popular, &mut attributes);
    meta(&mut attributes);
    Form::read(&mut attributes);
    Comments::read(&mut attributes);
    Slot::read(&mut attributes);
    page::announce(&mut attributes);
    page::networks(&mut attributes);
    (asked.into_inner(), complaints.len())
}

/// The attribute that `web/looks/read.js` alone reads.
const IN_SCRIPT: &str = "read";

fn is_taken(attribute: &str, value: &str) -> bool {
    read(attribute, Some(value)).1 == 0
}

#[test]
fn the_table_has_every_attribute_that_is_read_and_none_besides() {
    let named: BTreeSet<&str> = ATTRIBUTES.iter().map(|attribute| attribute.name).collect();
    assert_eq!(named.len(), ATTRIBUTES.len());
    let mut asked = read("", None).0;
    asked.insert(IN_SCRIPT);
    assert_eq!(named, asked);
    assert_eq!(named, BTreeSet::from(shared::ATTRIBUTES));
}

#[test]
fn what_the_table_allows_is_taken_and_what_it_does_not_is_not() {
    for attribute in ATTRIBUTES.iter().filter(|one| one.name != IN_SCRIPT) {
        let name = attribute.name;
        let (taken, refused): (Vec<String>, Vec<String>) = match attribute.values {
            // A text is whatever it is, but where it has a form of its own.
            Values::Text => (vec![String::new()], Vec::new()),
            Values::Switch => (
                ["", "true", "false", name].map(str::to_owned).into(),
                vec!["maybe".to_owned()],
            ),
            Values::Number { least, most, word } => (
                [least.to_string(), most.to_string()]
                    .into_iter()
                    .chain(word.map(str::to_owned))
                    .collect(),
                vec![
                    (i32::from(least) - 1).to_string(),
                    (most + 1).to_string(),
                    "some".to_owned(),
                ],
            ),
            Values::Fraction => (
                ["0", "0.25", "1"].map(str::to_owned).into(),
                ["2", "-1", "half"].map(str::to_owned).into(),
            ),
            Values::OneOf(words) | Values::SomeOf(words) => (
                words.iter().map(|word| (*word).to_owned()).collect(),
                vec!["another".to_owned()],
            ),
        };
        for value in taken {
            assert!(is_taken(name, &value), "{name}={value}");
        }
        for value in refused {
            assert!(!is_taken(name, &value), "{name}={value}");
        }
    }
}

fn words_of(attribute: &str) -> Vec<&'static str> {
    let found = ATTRIBUTES.iter().find(|other| other.name == attribute);
    match found.expect("an attribute").values {
        Values::OneOf(words) => words.to_vec(),
        other => panic!("{attribute}: {other:?}"),
    }
}

/// Taking every word of the table would leave out a word that only the reader has.
#[test]
fn the_table_has_every_word_that_is_read() {
    let themes = crate::config::THEMES.map(|(word, _)| word);
    let providers = crate::config::sign_up::PROVIDERS.map(|(word, _)| word);
    assert_eq!(words_of("theme"), themes);
    assert_eq!(words_of("provider"), providers);
    let layouts = crate::config::LAYOUTS.map(|(word, _)| word);
    assert_eq!(words_of("layout"), layouts);
}

#[test]
fn every_kind_is_in_the_table_by_its_name() {
    let named: BTreeSet<&str> = KINDS.iter().map(|(_, name)| *name).collect();
    let known = [
        &shared::LISTS_KINDS[..],
        &shared::FORMS_KINDS,
        &shared::PAGE_KINDS,
    ];
    assert_eq!(named, known.concat().into_iter().collect());
    for (kind, name) in KINDS {
        assert_eq!(Kind::of(&["newsrail-", name].concat()), Some(kind));
    }
}

/// What an event's field may say.
fn outcomes(name: &str, field: &str) -> Vec<&'static str> {
    let event = EVENTS.iter().find(|event| event.name == name);
    let mut fields = event.expect("an event").detail.iter();
    match fields
        .find(|other| other.name == field)
        .expect("a field")
        .is
    {
        FieldType::OneOf(words) | FieldType::Respond(words) => words.to_vec(),
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn every_outcome_is_in_the_table_of_events() {
    let answers = ANSWERS.map(|(_, code)| code);
    assert_eq!(outcomes("newsrail-reply-result", "outcome"), answers);
    let of_pages = ANSWERS.iter().filter(|(answer, _)| answer.is_for_pages());
    let of_pages: Vec<&str> = of_pages.map(|(_, code)| *code).collect();
    assert_eq!(outcomes("newsrail-reply", "respond"), of_pages);
    let codes = OUTCOMES.map(Outcome::code);
    assert_eq!(outcomes("newsrail-sign-up-result", "outcome"), codes);
    assert_eq!(outcomes("newsrail-sign-up", "respond"), codes);
}
