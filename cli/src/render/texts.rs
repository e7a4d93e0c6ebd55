//! What is said beside a list, as web/loader/texts.js and web/host/texts.js find it: the
//! publisher's own text, else that of the element's language, else the English one.

use super::page::{Element, Page};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander};
use icu_plurals::{PluralCategory, PluralRules};
use newsrail_core::rank::reason::Reason;
use newsrail_core::texts::{ABOUT, AMONG_LATEST, CHOSEN, MORE_FROM, MOST_READ, Plural, Text};
use serde_json::Value;

/// The files of `locales/` beside English, which is in the program.
const LOCALES: [(&str, &str); 22] = [
    ("ar", include_str!("../../../locales/ar.json")),
    ("cs", include_str!("../../../locales/cs.json")),
    ("da", include_str!("../../../locales/da.json")),
    ("de", include_str!("../../../locales/de.json")),
    ("el", include_str!("../../../locales/el.json")),
    ("es", include_str!("../../../locales/es.json")),
    ("fi", include_str!("../../../locales/fi.json")),
    ("fr", include_str!("../../../locales/fr.json")),
    ("he", include_str!("../../../locales/he.json")),
    ("hi", include_str!("../../../locales/hi.json")),
    ("it", include_str!("../../../locales/it.json")),
    ("ja", include_str!("../../../locales/ja.json")),
    ("ko", include_str!("../../../locales/ko.json")),
    ("nl", include_str!("../../../locales/nl.json")),
    ("pl", include_str!("../../../locales/pl.json")),
    ("pt", include_str!("../../../locales/pt.json")),
    ("ru", include_str!("../../../locales/ru.json")),
    ("sv", include_str!("../../../locales/sv.json")),
    ("tr", include_str!("../../../locales/tr.json")),
    ("uk", include_str!("../../../locales/uk.json")),
    ("zh", include_str!("../../../locales/zh.json")),
    ("zh-Hant", include_str!("../../../locales/zh-Hant.json")),
];

/// What lists say in all languages.
pub(super) struct Texts {
    languages: Vec<Language>,
}

/// A language: its tag, and the groups of its file that lists say.
struct Language {
    tag: &'static str,
    groups: [Value; 2],
}

impl Language {
    /// A text, or one of its forms by a category of plurals.
    fn text(&self, key: &str, form: Option<&str>) -> Option<&str> {
        let found = self.groups.iter().find_map(|group| group.get(key))?;
        match form {
            Some(form) => found.get(form)?.as_str(),
            None => found.as_str(),
        }
    }
}

/// What one element says.
pub(super) struct Said<'t> {
    page: &'t Page,
    element: &'t Element,
    language: Option<&'t Language>,
}

impl Texts {
    pub(super) fn new() -> serde_json::Result<Self> {
        let languages = LOCALES.iter().map(|&(tag, file)| {
            let mut file: Value = serde_json::from_str(file)?;
            let groups = [file["lists"].take(), file["looks"].take()];
            Ok(Language { tag, groups })
        });
        Ok(Self {
            languages: languages.collect::<serde_json::Result<_>>()?,
        })
    }

    /// What an element of a page says.
    pub(super) fn of<'t>(&'t self, page: &'t Page, element: &'t Element) -> Said<'t> {
        Said {
            page,
            element,
            language: self.language(&element.language),
        }
    }

    fn language(&self, tag: &str) -> Option<&Language> {
        let mut locale: Locale = tag.parse().ok()?;
        LocaleCanonicalizer::new_common().canonicalize(&mut locale);
        let mut id: LanguageIdentifier = locale.id;
        LocaleExpander::new_common().maximize(&mut id);
        let mut tag = id.language.to_string();
        // Of Chinese, which is written in two ways, many a page says where and not how.
        if id.script.is_some_and(|script| script.as_str() == "Hant") {
            tag.push_str("-Hant");
        }
        self.languages.iter().find(|one| one.tag == tag)
    }
}

impl Said<'_> {
    /// A text, what is to be replaced in it as it stands.
    pub(super) fn text(&self, text: Text) -> &str {
        let of_language = || self.language?.text(text.key, None);
        self.own(text.key)
            .or_else(of_language)
            .unwrap_or(text.english)
    }

    /// Whether an attribute says something on the element, or else on the script tag.
    pub(super) fn is_set(&self, name: &str) -> bool {
        let value = self.page.setting(self.element, name);
        value.is_some_and(|value| !value.trim().is_empty())
    }

    /// What the publisher has written in a text's place.
    fn own(&self, key: &str) -> Option<&str> {
        let name = ["text-", key].concat();
        let own = self.page.setting(self.element, &name);
        own.filter(|own| !own.trim().is_empty() && !has_markup(own))
    }

    /// A text with a value in place of what stands in braces.
    pub(super) fn with(&self, text: Text, value: &str) -> String {
        filled(self.text(text), value)
    }

    /// The form of a text that a number takes, with the number in it.
    pub(super) fn counted(&self, text: Plural, count: usize) -> String {
        let rules = PluralRules::try_new_cardinal(self.locale().into());
        let form = match rules.map(|rules| rules.category_for(count)) {
            Ok(PluralCategory::Zero) => "zero",
            Ok(PluralCategory::One) => "one",
            Ok(PluralCategory::Two) => "two",
            Ok(PluralCategory::Few) => "few",
            Ok(PluralCategory::Many) => "many",
            Ok(PluralCategory::Other) | Err(_) => "other",
        };
        let english = if form == "one" { text.one } else { text.other };
        let of_language = || self.language?.text(text.key, Some(form));
        let own = self.own(&[text.key, "-", form].concat());
        let said = own.or_else(of_language).unwrap_or(english);
        filled(said, &self.number(count))
    }

    /// Why an article is listed, in a line.
    pub(super) fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Shares(about) => self.with(ABOUT, &self.list(about)),
            Reason::Section(section) => self.with(MORE_FROM, &self.isolated(section)),
            Reason::Views { rank } => self.with(MOST_READ, &self.number(*rank)),
            Reason::Latest => self.text(AMONG_LATEST).to_owned(),
            Reason::Given => self.text(CHOSEN).to_owned(),
        }
    }

    fn tag(&self) -> &'static str {
        self.language.map_or("en", |language| language.tag)
    }

    pub(super) fn locale(&self) -> Locale {
        self.tag().parse().unwrap_or(Locale::UNKNOWN)
    }

    /// Names in a list, as `Intl.ListFormat` has it.
    pub(super) fn list(&self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|name| self.isolated(name)).collect();
        let options = ListFormatterOptions::default().with_length(ListLength::Narrow);
        let format = ListFormatter::try_new_and(self.locale().into(), options);
        format.map_or_else(
            |_| names.join(", "),
            |format| format.format(names.iter()).to_string(),
        )
    }

    fn number(&self, number: usize) -> String {
        let format =
            DecimalFormatter::try_new(self.locale().into(), DecimalFormatterOptions::default());
        format.map_or_else(
            |_| number.to_string(),
            |format| format.format(&Decimal::from(number)).to_string(),
        )
    }

    /// A name that keeps its direction to itself, where it may have another.
    fn isolated(&self, name: &str) -> String {
        let is_right_to_left = |letter: char| ('\u{590}'..='\u{8ff}').contains(&letter);
        if name.contains(is_right_to_left) || ["ar", "he"].contains(&self.tag()) {
            format!("\u{2068}{name}\u{2069}")
        } else {
            name.to_owned()
        }
    }
}

/// A text with a value in place of what stands in braces.
fn filled(text: &str, value: &str) -> String {
    let (start, rest) = text.split_once('{').unwrap_or((text, ""));
    let end = rest.split_once('}').map_or("", |(_, end)| end);
    [start, value, end].concat()
}

/// Whether a text looks as if it were to be read as HTML, which no text is.
fn has_markup(text: &str) -> bool {
    let begins = |rest: &str| {
        rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '!' || next == '/')
    };
    text.split('<').skip(1).any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsrail_core::texts::POPULAR;

    fn said(lang: &str, attributes: &str, reason: &Reason) -> [String; 2] {
        let texts = Texts::new().expect("the files are JSON");
        let html = format!("<div lang='{lang}'><newsrail-popular {attributes}></newsrail-popular>");
        let page = Page::read(html.as_bytes(), "");
        let said = texts.of(&page, &page.elements[0]);
        [said.text(POPULAR).to_owned(), said.reason(reason)]
    }

    #[test]
    fn every_language_of_the_project_is_among_them() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../locales");
        let files = std::fs::read_dir(folder).expect("the folder is there");
        let mut tags: Vec<String> = files
            .map(|file| file.expect("a file").file_name().into_string())
            .map(|name| name.expect("a name").replace(".json", ""))
            .filter(|tag| tag != "en")
            .collect();
        tags.sort();
        assert_eq!(tags, LOCALES.map(|(tag, _)| tag));
    }

    #[test]
    fn it_is_said_in_the_element_s_language() {
        let about = Reason::Shares(vec!["Elbe".into(), "Hafen".into(), "Flut".into()]);
        assert_eq!(
            said("de-AT", "", &about),
            ["Meistgelesen", "Thema: Elbe, Hafen und Flut"]
        );
        assert_eq!(
            said("xx", "", &about),
            ["Popular", "About: Elbe, Hafen, Flut"]
        );
        assert_eq!(
            said("", "", &Reason::Views { rank: 3 })[1],
            "Most read, no. 3"
        );
        assert_eq!(
            said("iw", "", &Reason::Latest),
            said("he", "", &Reason::Latest)
        );
        assert_eq!(
            said("zh-TW", "", &Reason::Latest),
            said("zh-Hant", "", &Reason::Latest)
        );
        assert_ne!(
            said("zh-TW", "", &Reason::Given),
            said("zh", "", &Reason::Given)
        );
        let arabic = &said("ar", "", &Reason::Section("Sport".into()))[1];
        assert!(arabic.contains("\u{2068}Sport\u{2069}"), "{arabic}");
    }

    #[test]
    fn a_publisher_s_own_text_counts_unless_it_is_markup() {
        let own = |attributes| said("de", attributes, &Reason::Latest)[0].clone();
        assert_eq!(own("text-popular='Most loved'"), "Most loved");
        assert_eq!(own("text-popular='a < b'"), "a < b");
        assert_eq!(own("text-popular='<b>Most</b>'"), "Meistgelesen");
        assert_eq!(own("text-popular=' '"), "Meistgelesen");
    }
}
