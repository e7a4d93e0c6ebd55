//! Lists with one node in each, and whether newsrail could have made it.

use serde_json::{Value, json};

use crate::matrix::{a_tenth, attacks};

/// The elements of a list, as `web/kept.js` has them.
const OWN: [&str; 12] = [
    "a", "div", "h2", "h3", "img", "li", "ol", "p", "section", "span", "time", "ul",
];

/// Attributes of a list, each with a value that it may have.
const OWN_ATTRIBUTES: [(&str, &str); 9] = [
    ("alt", ""),
    ("aria-label", "Popular"),
    ("class", "rail "),
    ("decoding", "async"),
    ("dir", "auto"),
    ("href", "https://p.example/"),
    ("loading", "lazy"),
    ("part", "headline"),
    ("role", "list"),
];

const OTHER_ATTRIBUTES: [(&str, &str); 32] = [
    ("action", "https://evil.example/"),
    ("autofocus", ""),
    ("autoplay", ""),
    ("background", "https://evil.example/"),
    ("class", "rail close"),
    ("class", "message"),
    ("contenteditable", ""),
    ("data", "https://evil.example/"),
    ("data-x", "y"),
    ("download", ""),
    ("formaction", "https://evil.example/"),
    ("hidden", ""),
    ("href", "ftp://evil.example/"),
    ("href", "//evil.example/"),
    ("href", " https://evil.example/"),
    ("id", "x"),
    ("is", "x-foreign"),
    ("name", "body"),
    ("part", "message"),
    ("ping", "https://evil.example/"),
    ("popover", ""),
    ("popovertarget", "x"),
    ("role", "dialog"),
    ("slot", "x"),
    ("src", "data:,"),
    ("srcdoc", "words"),
    ("srcset", "https://evil.example/"),
    ("style", "color: red"),
    ("tabindex", "0"),
    ("target", "_top"),
    ("title", "words"),
    ("xlink:href", "https://evil.example/"),
];

/// Elements that no list has. The test adds those whose classes the browser knows.
const FOREIGN: [&str; 55] = [
    "applet",
    "article",
    "audio",
    "base",
    "blink",
    "body",
    "button",
    "canvas",
    "center",
    "details",
    "dialog",
    "embed",
    "font",
    "form",
    "frame",
    "frameset",
    "head",
    "html",
    "iframe",
    "image",
    "input",
    "keygen",
    "label",
    "link",
    "map",
    "marquee",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "newsrail-popular",
    "newsrail-subscribe",
    "noscript",
    "object",
    "option",
    "output",
    "picture",
    "portal",
    "progress",
    "script",
    "select",
    "slot",
    "source",
    "style",
    "summary",
    "svg",
    "table",
    "template",
    "textarea",
    "title",
    "track",
    "video",
    "x-foreign",
    "xmp",
];

/// A list with a node in it, and whether it may be shown.
pub(super) struct Case {
    pub(super) tree: Value,
    pub(super) is_own: bool,
}

/// All of them.
pub(super) fn cases() -> Vec<Case> {
    let list = |child: Value| json!(["section", [], child]);
    let mut cases = Vec::new();
    for name in OWN {
        cases.push(Case {
            tree: list(json!([name, [], "words"])),
            is_own: true,
        });
        let upper = name.to_uppercase();
        cases.push(Case {
            tree: list(json!([upper, [], "words"])),
            is_own: false,
        });
    }
    for name in FOREIGN {
        cases.push(Case {
            tree: list(json!([name, []])),
            is_own: false,
        });
        cases.push(Case {
            tree: list(json!(["p", [], "words", ["ul", [], [name, [], "words"]]])),
            is_own: false,
        });
    }
    for (name, value) in OWN_ATTRIBUTES {
        cases.push(Case {
            tree: list(json!(["a", [[name, value]], "words"])),
            is_own: true,
        });
        let upper = name.to_uppercase();
        cases.push(Case {
            tree: list(json!(["a", [[upper, value]], "words"])),
            is_own: false,
        });
    }
    for (name, value) in OTHER_ATTRIBUTES {
        cases.push(Case {
            tree: list(json!(["a", [[name, value]], "words"])),
            is_own: false,
        });
        cases.push(Case {
            tree: json!(["section", [[name, value]], "words"]),
            is_own: false,
        });
    }
    for address in attacks::addresses().into_iter().take(60) {
        cases.push(Case {
            tree: list(json!(["a", [["href", address]], "words"])),
            is_own: false,
        });
        cases.push(Case {
            tree: list(json!(["img", [["src", address]]])),
            is_own: false,
        });
    }
    // A text is a text, whatever it says.
    for text in a_tenth(attacks::all()) {
        cases.push(Case {
            tree: list(json!(["p", [], text])),
            is_own: true,
        });
    }
    for tree in [
        json!([]),
        json!([[]]),
        json!({}),
        json!(7),
        json!(["section", "class"]),
        json!(["section", [["class"]]]),
        json!(["section", [], null]),
        json!(["section", [], 7]),
        json!(["section", [], {}]),
        json!([["section"], []]),
        json!(["section", [[["class"], "rail close"]]]),
        json!(["section", {}]),
    ] {
        cases.push(Case {
            tree,
            is_own: false,
        });
    }
    cases
}
