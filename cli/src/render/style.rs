//! The style of lists before any program is there: that of style/, which the program has
//! too, so that what takes a list's place looks the same.

use super::MARK;
use cssparser::{Parser, ParserInput, Token};
use std::sync::LazyLock;

/// What every element has, and what lists have.
const LISTS: [&str; 2] = [
    include_str!("../../../style/widget.css"),
    include_str!("../../../style/lists.css"),
];

/// What few lists ask for.
const LOOKS: [&str; 1] = [include_str!("../../../style/looks.css")];

/// The style of a list.
pub(super) struct Style {
    pub(super) lists: String,
    /// What stands behind that for other layouts than rows, and for a line below the
    /// headline.
    pub(super) looks: String,
}

/// The style for a list in a shadow root.
pub(super) static SHADOW: LazyLock<Style> = LazyLock::new(|| Style {
    lists: of(&LISTS, &str::to_owned),
    looks: of(&LOOKS, &str::to_owned),
});

/// The style for a list among the page's own elements. Nothing of the page's style that
/// is meant for its own headings and links comes through, and none of this reaches
/// beyond the list.
pub(super) static LIGHT: LazyLock<Style> = LazyLock::new(|| {
    let scope = scope();
    let bare = format!("{scope},{scope} *{{all:revert}}");
    Style {
        lists: [bare, of(&LISTS, &light)].concat(),
        looks: of(&LOOKS, &light),
    }
});

/// What a class of the list's is called among the page's own elements.
pub(super) const PREFIX: &str = "newsrail-";

/// What a rule in the light is for: twice the same, so that it counts more than what a
/// page says of one class with some element in it.
fn scope() -> String {
    format!("div[{MARK}][{MARK}]")
}

/// A selector for a shadow root as one for the light.
fn light(selector: &str) -> String {
    let scope = scope();
    let mut named = String::new();
    let mut rest = selector;
    while let Some((before, after)) = rest.split_once('.') {
        named.extend([before, ".", PREFIX]);
        rest = after;
    }
    named.push_str(rest);
    match named.strip_prefix(":host") {
        // What the element itself is set to stands above the list.
        Some(more) => match more
            .strip_prefix('(')
            .and_then(|more| more.strip_suffix(')'))
        {
            Some(host) => format!("{host}>{scope}"),
            None => scope + more,
        },
        None => [&scope, " ", &named].concat(),
    }
}

/// The sheets without comments and blanks, with what `change` makes of each selector.
fn of(sheets: &[&str], change: &dyn Fn(&str) -> String) -> String {
    let mut style = String::new();
    for sheet in sheets {
        let mut input = ParserInput::new(sheet);
        rules(&mut Parser::new(&mut input), change, &mut style);
    }
    style
}

/// Writes rules, those inside of others among them.
fn rules(css: &mut Parser<'_, '_>, change: &dyn Fn(&str) -> String, style: &mut String) {
    let mut prelude = String::new();
    let mut is_at_rule = false;
    while let Ok(token) = css.next_including_whitespace().cloned() {
        if token != Token::CurlyBracketBlock {
            is_at_rule |= matches!(token, Token::AtKeyword(_));
            written(css, &token, &mut prelude);
            continue;
        }
        let selectors = prelude.trim();
        if is_at_rule {
            style.push_str(selectors);
        } else {
            let changed: Vec<String> = split(selectors).map(change).collect();
            style.push_str(&changed.join(","));
        }
        style.push('{');
        let nested: Result<(), cssparser::ParseError<'_, ()>> = css.parse_nested_block(|css| {
            if is_at_rule {
                rules(css, change, style);
            } else {
                declarations(css, style);
            }
            Ok(())
        });
        debug_assert!(nested.is_ok());
        style.push('}');
        (prelude, is_at_rule) = (String::new(), false);
    }
}

/// Writes declarations.
fn declarations(css: &mut Parser<'_, '_>, style: &mut String) {
    let mut text = String::new();
    while let Ok(token) = css.next_including_whitespace().cloned() {
        written(css, &token, &mut text);
    }
    let all = text.split(';').map(|one| {
        let (name, value) = one.split_once(':').unwrap_or((one, ""));
        [name.trim(), ":", value.trim()].concat()
    });
    style.push_str(
        &all.filter(|one| one.len() > 1)
            .collect::<Vec<_>>()
            .join(";"),
    );
}

/// Writes a token as it stands, with what is in it if it opens something.
fn written(css: &mut Parser<'_, '_>, token: &Token<'_>, text: &mut String) {
    use cssparser::ToCss;
    if let Token::WhiteSpace(_) = token {
        text.push(' ');
        return;
    }
    // Writing to a String does not fail.
    let _ = token.to_css(text);
    let end = match token {
        Token::Function(_) | Token::ParenthesisBlock => ")",
        Token::SquareBracketBlock => "]",
        _ => return,
    };
    let nested: Result<(), cssparser::ParseError<'_, ()>> = css.parse_nested_block(|css| {
        while let Ok(token) = css.next_including_whitespace().cloned() {
            written(css, &token, text);
        }
        Ok(())
    });
    debug_assert!(nested.is_ok());
    text.push_str(end);
}

/// The selectors of a list of some.
fn split(selectors: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    selectors
        .split(move |character| {
            match character {
                '(' | '[' => depth += 1,
                ')' | ']' => depth -= 1,
                _ => {}
            }
            depth == 0 && character == ','
        })
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_for_the_light_stay_within_the_list() {
        assert_eq!(light(":host"), "div[data-newsrail][data-newsrail]");
        assert_eq!(
            light(":host([lang]:not([dir]))"),
            "[lang]:not([dir])>div[data-newsrail][data-newsrail]"
        );
        assert_eq!(
            light(".rail:not(.cards) ol > li"),
            "div[data-newsrail][data-newsrail] .newsrail-rail:not(.newsrail-cards) ol > li"
        );
    }

    #[test]
    fn the_style_is_that_of_the_program_without_comments() {
        let Style { lists, looks } = &*SHADOW;
        for (style, sheets) in [(lists, &LISTS[..]), (looks, &LOOKS)] {
            assert!(!style.contains("/*") && !style.contains('\n'), "{style}");
            let opened = style.matches('{').count();
            assert_eq!(opened, style.matches('}').count());
            let of_source: usize = sheets.iter().map(|sheet| sheet.matches('{').count()).sum();
            assert_eq!(opened, of_source);
        }
        assert!(lists.contains("@container (max-width: 12em){.rail:not(.cards) .picture{"));
        assert!(looks.contains("@supports not selector(:has(a)){.cards ol li::before{"));
    }

    #[test]
    fn every_rule_for_the_light_is_in_the_list_s_own_scope() {
        let opened = |style: &str| style.matches('{').count();
        // One rule more takes the page's own away.
        assert_eq!(opened(&LIGHT.lists), opened(&SHADOW.lists) + 1);
        assert_eq!(opened(&LIGHT.looks), opened(&SHADOW.looks));
        for style in [&LIGHT.lists, &LIGHT.looks] {
            let unscoped = style
                .split(['{', '}', ','])
                .filter(|part| part.starts_with('.'));
            assert_eq!(unscoped.count(), 0, "{style}");
        }
    }
}
