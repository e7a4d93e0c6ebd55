use super::*;

/// Some settings, and what could not be used of these attributes.
pub(crate) fn read<T>(
    attributes: &[(&str, &str)],
    settings: impl FnOnce(&mut Attributes<'_>) -> T,
) -> (T, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let value = |name: &str| {
        attributes
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, v)| (*v).to_owned())
    };
    let settings = settings(&mut Attributes::new(&value, &mut complaints));
    (settings, complaints)
}

fn config(kind: Kind, attributes: &[(&str, &str)]) -> (Config, Vec<Complaint>) {
    read(attributes, |attributes| Config::read(kind, attributes))
}

#[test]
fn defaults() {
    let (popular, complaints) = config(Kind::Popular, &[]);
    assert!(complaints.is_empty());
    assert_eq!((popular.count, popular.max_articles), (5, 100));
    assert!(!popular.excerpts && !popular.images && popular.heading.is_none());
    assert!(config(Kind::MoreLikeThis, &[]).0.excerpts);
}

#[test]
fn what_is_in_the_set_is_taken() {
    let (config, complaints) = config(
        Kind::MoreLikeThis,
        &[
            ("count", " 20 "),
            ("layout", "Cards"),
            ("theme", "dark"),
            ("images", ""),
            ("excerpts", "false"),
            ("heading", ""),
            ("feed", " /feed.json "),
            ("max-articles", "1000"),
        ],
    );
    assert!(complaints.is_empty());
    assert_eq!(
        (config.count, config.layout, config.theme),
        (20, Layout::Cards, Theme::Dark)
    );
    assert_eq!((config.images, config.excerpts), (true, false));
    assert_eq!(config.max_articles, 1000);
    assert_eq!(config.heading.as_deref(), Some(""));
    assert_eq!(config.feed.as_deref(), Some("/feed.json"));
}

#[test]
fn what_is_not_is_named_and_the_default_used() {
    let (config, complaints) = config(
        Kind::MoreLikeThis,
        &[
            ("count", "21"),
            ("layout", "grid"),
            ("theme", "sepia"),
            ("images", "yes"),
            ("excerpts", "no"),
        ],
    );
    assert_eq!(
        (config.count, config.layout, config.theme),
        (5, Layout::List, Theme::Auto)
    );
    assert_eq!((config.images, config.excerpts), (false, true));
    let said: Vec<_> = complaints
        .iter()
        .map(|c| (c.attribute, c.value.as_str(), c.used))
        .collect();
    assert_eq!(
        said,
        [
            ("layout", "grid", "list"),
            ("images", "yes", "false"),
            ("excerpts", "no", "true"),
            ("count", "21", "5"),
            ("theme", "sepia", "auto")
        ]
    );
    for count in ["0", "-1", "+5", "5.5", "five", "1e1"] {
        assert_eq!(
            self::config(Kind::Popular, &[("count", count)]).1.len(),
            1,
            "{count}"
        );
    }
}

#[test]
fn a_line_has_room_for_a_headline_alone() {
    let all = [("images", ""), ("excerpts", ""), ("reasons", "")];
    for (layout, has_room) in [
        ("list", true),
        ("numbered", true),
        ("cards", true),
        ("carousel", true),
        ("compact", true),
        ("text", false),
    ] {
        let attributes = [&all[..], &[("layout", layout)]].concat();
        let (config, complaints) = config(Kind::Popular, &attributes);
        assert_eq!(
            [config.images, config.excerpts, config.reasons],
            [has_room; 3],
            "{layout}"
        );
        assert_eq!(complaints, []);
    }
    let pictures = |layout| config(Kind::Popular, &[("layout", layout)]).0.images;
    assert!(pictures("cards") && pictures("carousel") && !pictures("compact"));
}

#[test]
fn what_ranks_a_list() {
    let (usual, _) = config(Kind::MoreLikeThis, &[]);
    assert_eq!(usual.half_life, crate::rank::popular::HALF_LIFE);
    assert_eq!(usual.filter, Filter::default());
    assert_eq!((usual.diversity, usual.reasons), (30, false));
    for (text, percent) in [
        ("0", 0),
        ("1", 100),
        ("1.", 100),
        ("1.000", 100),
        ("1.0", 100),
        ("0.3", 30),
        (".25", 25),
    ] {
        let (config, complaints) = config(Kind::MoreLikeThis, &[("diversity", text)]);
        assert!(complaints.is_empty(), "{text}");
        assert_eq!(config.diversity, percent, "{text}");
    }
    for text in [
        "2", "1.5", "0.333", "-0.1", "much", "0,3", ".", "0.", "01", "00.3", "10", "1.01", "0.300",
        "0.é",
    ] {
        let (config, complaints) = config(Kind::MoreLikeThis, &[("diversity", text)]);
        assert_eq!((config.diversity, complaints.len()), (30, 1), "{text}");
    }
    let set = [("half-life", "0"), ("reasons", "")];
    let (config, complaints) = config(Kind::Popular, &set);
    assert!(complaints.is_empty());
    assert_eq!((config.half_life, config.reasons), (0, true));
}

/// Reads whatever any element is set to; what could not be used.
fn read_all(value: &dyn Fn(&'static str) -> Option<String>) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let attributes = &mut Attributes::new(value, &mut complaints);
    Config::read(Kind::Popular, attributes);
    sign_up::Form::read(attributes);
    page::Comments::read(attributes);
    page::Slot::read(attributes);
    page::announce(attributes);
    page::networks(attributes);
    complaints
}

/// Their properties are booleans and numbers. Nonsense tells them apart, by what is used
/// in its place.
#[test]
fn the_loader_knows_switches_and_numbers() {
    use crate::shared::{NUMBERS, SWITCHES};
    let complaints = read_all(&|_| Some("nonsense".to_owned()));
    let of = |is: &dyn Fn(&str) -> bool| {
        let found = complaints.iter().filter(|complaint| is(complaint.used));
        let mut found: Vec<&str> = found.map(|complaint| complaint.attribute).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    assert_eq!(of(&|used| used == "true" || used == "false"), SWITCHES);
    let is_number = |used: &str| used == "off" || used.parse::<f64>().is_ok();
    assert_eq!(of(&is_number), NUMBERS);
}

/// The loader must know them before this is there.
#[test]
fn the_loader_observes_what_is_read() {
    let asked = std::cell::RefCell::new(std::collections::BTreeSet::new());
    let ask = |name| {
        asked.borrow_mut().insert(name);
        None
    };
    read_all(&ask);
    // web/looks/read.js alone reads it.
    asked.borrow_mut().insert("read");
    let asked: Vec<&str> = asked.into_inner().into_iter().collect();
    assert_eq!(crate::shared::ATTRIBUTES, *asked);
}

/// The loader asks for the feeds of those that read one.
#[test]
fn the_loader_knows_the_kinds() {
    use crate::shared::{FORMS_KINDS, KINDS_WITHOUT_FEED, LISTS_KINDS, PAGE_KINDS};
    let kinds = [&LISTS_KINDS[..], &FORMS_KINDS, &PAGE_KINDS].concat();
    // Programs that read no whole articles know no others.
    let known = |name: &&&str| WHOLE || !PAGE_KINDS.contains(name);
    for name in kinds.iter().filter(known) {
        let kind = Kind::of(&["newsrail-", name].concat()).expect(name);
        assert_eq!(
            kind.reads_feed(),
            !KINDS_WITHOUT_FEED.contains(name),
            "{name}"
        );
    }
    // Another kind has another number, and the last is known.
    assert_eq!(Kind::Search as usize + 1, kinds.len());
}

#[test]
fn what_may_be_listed() {
    let set = [
        ("section", "Sport, City ,"),
        ("exclude", "/live"),
        ("max-age", "36h"),
        ("language", "de"),
        ("embargo", ""),
    ];
    let (config, complaints) = config(Kind::Popular, &set);
    assert!(complaints.is_empty());
    let filter = config.filter;
    assert_eq!(filter.sections, ["Sport", "City"]);
    assert_eq!(filter.exclude, ["/live"]);
    assert_eq!(filter.max_age, Some(36 * 3600));
    assert_eq!(filter.language, "de");
    assert!(filter.embargo);
    assert!(filter.tags.is_empty() && filter.authors.is_empty());
    let (config, complaints) = self::config(Kind::Popular, &[("max-age", "soon")]);
    assert_eq!(config.filter.max_age, None);
    assert!(!config.filter.embargo);
    assert_eq!(complaints[0].used, "no limit");
}

#[test]
fn a_refresh_is_minutes_within_a_day() {
    let refresh = |value| config(Kind::Popular, &[("refresh", value)]);
    for (value, minutes) in [("1", Some(1)), (" 1440 ", Some(1440)), ("off", None)] {
        let (config, complaints) = refresh(value);
        assert_eq!((config.refresh, complaints), (minutes, Vec::new()));
    }
    for value in ["0", "1441", "0.5", "70000", "-5", "true"] {
        let (config, complaints) = refresh(value);
        assert_eq!(config.refresh, None, "{value}");
        assert_eq!(complaints[0].used, "off", "{value}");
    }
}
