//! Attack strings: the project's own, and those of the public test data. What one of
//! them runs calls `hit`, or one of the functions that `watch.js` counts.

use super::corpus;

/// Whole strings, each with a trick of its own.
const ODD: [&str; 44] = [
    "<script>hit()</script>",
    "<SCRIPT>hit()</SCRIPT>",
    "<script/x>hit()</script>",
    "<scr<script>ipt>hit()</scr</script>ipt>",
    "<script>hit()",
    "</title><script>hit()</script>",
    "</textarea><img src=x onerror=hit()>",
    "</style><img src=x onerror=hit()>",
    "</script><img src=x onerror=hit()>",
    "--><img src=x onerror=hit()>",
    "<!--><img src=x onerror=hit()>-->",
    "<!--<img src='--><img src=x onerror=hit()>'>",
    "<![CDATA[<img src=x onerror=hit()>]]>",
    "]]><img src=x onerror=hit()>",
    "\"><img src=x onerror=hit()>",
    "'><img src=x onerror=hit()>",
    "` onerror=hit() `><img src=x onerror=hit()>",
    "&lt;img src=x onerror=hit()&gt;",
    "&amp;lt;img src=x onerror=hit()&amp;gt;",
    "&#60;img src=x onerror=hit()&#62;",
    "&#x3c;script&#x3e;hit()&#x3c;/script&#x3e;",
    "\u{ff1c}script\u{ff1e}hit()\u{ff1c}/script\u{ff1e}",
    "<img src=x onerror=hit() <b>",
    "<<img src=x onerror=hit()>",
    "< img src=x onerror=hit()><img src=x onerror=hit()>",
    "<img\u{c}src=x\u{c}onerror=hit()>",
    "<img\tsrc=x\tonerror=hit()>",
    "<img/src=x/onerror=hit()>",
    "<img src=x OnErRoR=hit()>",
    "<img src=x onerror=\"hit\u{28}\u{29}\">",
    "<img src=x onerror=&#104;it()>",
    "<img src=x one\0rror=hit()><img src=x onerror=hit()>",
    "<svg><script>hit()</script></svg>",
    "<svg><a href=javascript:hit()><text y=20>a link</text></a></svg>",
    "<svg><animate onbegin=hit() attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=hit()></style></mglyph></table></mtext></math>",
    "<noscript><p title=\"</noscript><img src=x onerror=hit()>\"></p></noscript>",
    "<template><img src=x onerror=hit()></template><img src=x onerror=hit()>",
    "<table><td background=javascript:hit()><img src=x onerror=hit()></td></table>",
    "<form><button formaction=javascript:hit()>Press</button></form>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<iframe src=javascript:parent.hit()></iframe>",
    "<object data=javascript:hit()></object><embed src=javascript:hit()>",
    "<select><style></select><img src=x onerror=hit()></style></select>",
];

/// Addresses that run something where a browser is led to them.
const ADDRESSES: [&str; 24] = [
    "javascript:hit()",
    "JaVaScRiPt:hit()",
    " javascript:hit()",
    "\u{1}javascript:hit()",
    "\u{1f}\u{20}javascript:hit()",
    "java\nscript:hit()",
    "java\tscript:hit()",
    "java\rscript:hit()",
    "javascript\n:hit()",
    "javascript\t:\thit()",
    "javascript://%0ahit()",
    "javascript://https://p.example/%0ahit()",
    "javascript:/*http://*/hit()",
    "javascript&colon;hit()",
    "javascript&#58;hit()",
    "&#106;avascript:hit()",
    "java&NewLine;script:hit()",
    "java&Tab;script:hit()",
    "vbscript:hit()",
    "data:text/html,<script>parent.hit()</script>",
    "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGl0KCk8L3NjcmlwdD4=",
    "data:image/svg+xml,<svg onload='hit()' xmlns='http://www.w3.org/2000/svg'/>",
    "blob:https://p.example/hit()",
    "view-source:javascript:hit()",
];

/// Elements and the attributes by which each runs something by itself, or once the
/// reader has done something with it.
const ELEMENTS: [(&str, &[&str]); 12] = [
    ("img src=x", &["onerror", "onclick"]),
    ("svg", &["onload", "onclick", "onfocus tabindex=0 onblur"]),
    ("body", &["onload", "onpageshow", "onfocus"]),
    ("details open", &["ontoggle", "onclick"]),
    ("input autofocus", &["onfocus", "oninput", "onkeydown"]),
    ("video src=x", &["onerror", "onclick"]),
    ("audio src=x", &["onerror"]),
    ("p", &["onclick", "onmouseover", "onpointerenter"]),
    ("a href=#", &["onclick", "onfocus", "ondragstart"]),
    ("div style=animation:x", &["onanimationstart", "onwheel"]),
    ("marquee", &["onstart", "onclick"]),
    ("x-foreign tabindex=0", &["onfocus", "oncopy"]),
];

/// The project's own.
pub(super) fn own() -> Vec<String> {
    let mut all: Vec<String> = ODD.iter().map(|&one| one.to_owned()).collect();
    for address in ADDRESSES {
        all.push(address.to_owned());
        all.push(format!("<a href=\"{address}\">a link</a>"));
    }
    for (element, handlers) in ELEMENTS {
        for handler in handlers {
            all.push(format!("<{element} {handler}=hit()>words"));
            all.push(format!("words <{element} {handler}='hit()'/>"));
        }
    }
    assert!(all.len() > 100, "{}", all.len());
    all
}

/// Those, and all of the public test data where there is some.
pub(super) fn all() -> Vec<String> {
    let mut all = own();
    if let Some(list) = corpus("xss/payloadbox.txt") {
        let text = std::fs::read(list).expect("it can be read");
        let text = String::from_utf8_lossy(&text);
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        all.extend(lines.map(str::to_owned));
    }
    all
}

/// Strings to put where an address belongs.
pub(super) fn addresses() -> Vec<String> {
    let with_scheme = |one: &String| one.to_ascii_lowercase().contains("script:");
    let mut all: Vec<String> = ADDRESSES.iter().map(|&one| one.to_owned()).collect();
    all.extend(self::all().into_iter().filter(with_scheme));
    all
}
